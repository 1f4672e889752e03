/** Runs the same tests on both engines: the embedded one in memory, and a fresh database of a PostgreSQL server. */
import { after, before, beforeEach, describe } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import pg from 'pg'
import { EMBEDDED_WORKER } from '../src/root.ts'
import { type Storage, sql } from '../src/storage/db.ts'
import { openEmbedded } from '../src/storage/embedded.ts'
import { migrate } from '../src/storage/migrations.ts'
import { openServer } from '../src/storage/server.ts'

export const ENGINES = ['embedded', 'server'] as const
export type Engine = (typeof ENGINES)[number]

// The embedded database runs for seconds here: to make its code fast for long would take more than all the questions do.
setFlagsFromString('--liftoff-only')

const SERVER = process.env['APPSTARTER_TEST_POSTGRES']
const WHY_NOT = process.env['APPSTARTER_TEST_NO_POSTGRES'] ?? 'Start this test with npm test: it looks for a PostgreSQL.'

/** Why nothing runs on PostgreSQL; false when it does. */
export const SKIP_SERVER = SERVER ? false : WHY_NOT

/** Says the tests once an engine; every test begins with empty tables. */
export function onEachDatabase(title: string, tests: (storage: () => Storage) => void): void {
  for (const engine of ENGINES) {
    describe(`${title} (${engine})`, { skip: engine === 'server' && SKIP_SERVER }, () => {
      let storage: Storage
      before(async () => {
        storage = await openEmpty(engine)
      })
      beforeEach(() => emptyTables(storage))
      after(() => storage.close())
      tests(() => storage)
    })
  }
}

/** A migrated database that nobody else uses; closing it throws it away. */
export async function openEmpty(engine: Engine): Promise<Storage> {
  const storage = engine === 'embedded' ? await openEmbedded(undefined, EMBEDDED_WORKER) : await openFresh()
  await migrate(storage.db)
  return storage
}

async function openFresh(): Promise<Storage> {
  if (!SERVER) throw new Error(WHY_NOT)
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`
  await onServer(`create database ${name}`)
  const storage = await openServer(SERVER.replace(/\/[^/]*$/, `/${name}`))
  return { ...storage, close: () => storage.close().then(() => onServer(`drop database ${name} with (force)`)) }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** Deletes, because to truncate a table makes new files for it, full or empty: many times as slow. */
async function emptyTables({ db }: Storage): Promise<void> {
  await sql`do $$ declare each record; begin
    set local session_replication_role = replica;
    for each in select tablename from pg_tables where schemaname = current_schema() and tablename <> 'migrations'
    loop execute format('delete from %I', each.tablename); end loop;
  end $$`.execute(db)
}
