/** The first page of open projects: its rows, and the queries that the product asks for them, for others to ask the same. */
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { listProjects } from '../../src/features/projects/actions.ts'
import type { ProjectLine } from '../../src/features/projects/project-line.ts'
import type { Db, Tables } from '../../src/storage/db.ts'

export type Query = { sql: string; parameters: readonly unknown[] }
export type ListOfProjects = { lines: readonly ProjectLine[]; queries: readonly Query[] }

export const A_PAGE = 20
export const ZONE = 'Europe/London'

/** As the page asks: one more than it shows, to know whether there are older ones. */
const ask = (db: Db): Promise<ProjectLine[]> => listProjects(db, { states: ['open'], most: A_PAGE + 1, zone: ZONE })

export const readList = async (db: Db): Promise<ListOfProjects> => ({ lines: await ask(db), queries: [] })

/** On PostgreSQL, with the queries beside the rows. */
export async function readListWithQueries(databaseUrl: string, db: Db): Promise<ListOfProjects> {
  const heard: Query[] = []
  const hear = ({ sql, parameters }: CompiledQuery): void => void heard.push({ sql, parameters })
  const dialect = new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl }) })
  const listening = new Kysely<Tables>({ dialect, log: ({ query }) => hear(query) })
  await ask(listening)
  await listening.destroy()
  return { lines: await ask(db), queries: heard }
}
