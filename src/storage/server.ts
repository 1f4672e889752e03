/** PostgreSQL, when DATABASE_URL is set. */
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import { type Storage, sql, type Tables } from './db.ts'
import { countQuery } from './in-flight.ts'
import { ServerDriver } from './server-driver.ts'
import { PARSERS } from './types.ts'

/** DATABASE_URL leads to nothing that lets us in. */
export class Unreachable extends Error {}

export async function openServer(url: string, connections = 10): Promise<Storage> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text') },
  })
  // An idle connection that the server ends is no reason to end the process: the next query opens another.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    // Nor is one that is cut while it is used: whoever asked hears of it as the fault of the question.
    client.on('error', () => {})
    // Compiling a question takes longer than answering any of ours.
    client.query('set jit = off').catch(() => {})
  })
  const dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new ServerDriver(pool),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  const db = new Kysely<Tables>({ dialect, log: countQuery })
  try {
    await sql`select 1`.execute(db)
  } catch (fault) {
    await db.destroy()
    const code = (fault as { code?: string }).code ?? (fault as Error).name
    throw new Unreachable(`The database of DATABASE_URL does not let us in (${code}). Check its address and password, and that it runs.`)
  }
  return { db, engine: 'server', close: () => db.destroy() }
}
