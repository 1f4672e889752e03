/** Runs the same tests on both engines: the embedded one in memory, and a fresh database of a PostgreSQL server. */
import { createHash } from 'node:crypto'
import { after, before, beforeEach, describe } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import pg from 'pg'
import { EMBEDDED_WORKER } from '../src/root.ts'
import { type Storage, sql } from '../src/storage/db.ts'
import { openEmbedded } from '../src/storage/embedded.ts'
import { MIGRATIONS, migrate } from '../src/storage/migrations.ts'
import { openServer } from '../src/storage/server.ts'

export const ENGINES = ['embedded', 'server'] as const
export type Engine = (typeof ENGINES)[number]

// The embedded database runs for seconds here: to make its code fast for long would take more than all the questions do.
setFlagsFromString('--liftoff-only')

const SERVER = process.env['APPSTARTER_TEST_POSTGRES']
/** A database with every table, called after them. */
const MODEL = `model_${createHash('sha256').update(JSON.stringify(MIGRATIONS)).digest('hex').slice(0, 16)}`
const WHY_NOT = process.env['APPSTARTER_TEST_NO_POSTGRES'] ?? 'Start this test with npm test: it looks for a PostgreSQL.'

/** Why nothing runs on PostgreSQL; false when it does. */
export const SKIP_SERVER = SERVER ? false : WHY_NOT

/** Says the tests once an engine; every test begins with empty tables. */
export function onEachDatabase(title: string, tests: (storage: () => Storage) => void, engines: readonly Engine[] = ENGINES): void {
  for (const engine of engines) {
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

/** To open a database takes a hundred times as long as to empty one: those that a test of this process has closed wait here for the next. */
const spare: Record<Engine, Storage[]> = { embedded: [], server: [] }
let isOver = false
after(async () => {
  isOver = true
  await Promise.all(ENGINES.flatMap((engine) => spare[engine].splice(0)).map((storage) => storage.close()))
})

/** A migrated database with nothing in it that nobody else uses, until it is closed. */
export async function openEmpty(engine: Engine): Promise<Storage> {
  const storage = spare[engine].pop() ?? (await (engine === 'embedded' ? openEmbedded(undefined, EMBEDDED_WORKER) : openFresh()))
  const shape = await shapeOf(storage)
  const close = async () => {
    // Whoever has changed a table hands it to nobody.
    if (isOver || (await shapeOf(storage)) !== shape) return storage.close()
    await emptyTables(storage)
    await sql`vacuum`.execute(storage.db)
    spare[engine].push(storage)
  }
  return { ...storage, close }
}

async function shapeOf({ db }: Storage): Promise<string> {
  const { rows } = await sql<{ shape: string }>`
    select md5(string_agg(each.shape, '' order by each.shape)) as shape from (
      select to_jsonb(pg_attribute)::text as shape from pg_attribute join pg_class on pg_class.oid = attrelid
        where relnamespace = current_schema()::regnamespace
      union all select to_jsonb(pg_constraint)::text from pg_constraint
    ) each`.execute(db)
  return rows[0]?.shape ?? ''
}

async function openFresh(): Promise<Storage> {
  if (!SERVER) throw new Error(WHY_NOT)
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`
  await onServer(async (client) => {
    await withModel(client)
    await client.query(`create database ${name} template ${MODEL}`)
  })
  const storage = await openServer(addressOf(name))
  return { ...storage, close: () => storage.close().then(() => onServer((client) => client.query(`drop database ${name} with (force)`))) }
}

/** The first who needs it makes it; to copy it takes a tenth of the time that it takes to make every table. */
async function withModel(client: pg.Client): Promise<void> {
  // Nobody is connected to a database while it is copied.
  await client.query('select pg_advisory_lock(1)')
  const { rowCount } = await client.query(`select from pg_database where datname = '${MODEL}'`)
  if (rowCount === 0) {
    await client.query(`drop database if exists ${MODEL}_begun with (force)`)
    await client.query(`create database ${MODEL}_begun`)
    const storage = await openServer(addressOf(`${MODEL}_begun`))
    await migrate(storage.db).finally(() => storage.close())
    await client.query(`alter database ${MODEL}_begun rename to ${MODEL}`)
  }
  await client.query('select pg_advisory_unlock(1)')
}

const addressOf = (database: string): string => (SERVER ?? '').replace(/\/[^/]*$/, `/${database}`)

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  await work(client).finally(() => client.end())
}

/** Deletes, because to truncate a table makes new files for it, full or empty: many times as slow. */
async function emptyTables({ db }: Storage): Promise<void> {
  await sql`do $$ declare each record; begin
    set local session_replication_role = replica;
    for each in select oid::regclass as name from pg_class
      where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'migrations' and pg_relation_size(oid) > 0
    loop execute format('delete from %s', each.name); end loop;
  end $$`.execute(db)
}
