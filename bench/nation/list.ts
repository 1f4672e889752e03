/** The first page of open projects: all that it shows, and the queries that the product asks for it, for others to ask the same. */
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Facet, readSearch, type Sought, soughtBy } from '../../src/features/finding/search.ts'
import { countFacets, foundBy } from '../../src/features/finding/store.ts'
import { listProjects } from '../../src/features/projects/actions.ts'
import type { ProjectLine } from '../../src/features/projects/project-line.ts'
import { Knowledge } from '../../src/matching/knowledge.ts'
import type { Pack } from '../../src/packs/pack.ts'
import type { Db, Tables } from '../../src/storage/db.ts'

export type Query = { sql: string; parameters: readonly unknown[] }
/** Of a skill or tag that the list can be narrowed down to: its group, and what people call it. */
export type Named = { group: 'skill' | 'service' | 'area'; name: string }
export type ListOfProjects = {
  lines: readonly ProjectLine[]
  facets: readonly Facet[]
  names: Readonly<Record<string, Named>>
  queries: readonly Query[]
}

export const A_PAGE = 20
export const ZONE = 'Europe/London'

/** With the queries beside it when it is on PostgreSQL. */
export async function readList(db: Db, databaseUrl: string | undefined, pack: Pack): Promise<ListOfProjects> {
  const knowledge = new Knowledge(pack)
  const sought = soughtBy(
    readSearch(() => undefined, knowledge),
    knowledge,
    undefined,
  )
  const queries = databaseUrl === undefined ? [] : await hearQueries(databaseUrl, sought)
  const { lines, facets } = await ask(db, sought)
  return { lines, facets, names: Object.fromEntries(facets.flatMap(({ value }) => nameOf(knowledge, value))), queries }
}

/** As the page asks: one more than it shows, to know whether there are older ones. */
const ask = async (db: Db, sought: Sought) => ({
  lines: await listProjects(db, { states: sought.states, that: foundBy(sought), most: A_PAGE + 1, zone: ZONE }),
  facets: await countFacets(db, sought),
})

async function hearQueries(databaseUrl: string, sought: Sought): Promise<Query[]> {
  const heard: Query[] = []
  const hear = ({ sql, parameters }: CompiledQuery): void => void heard.push({ sql, parameters })
  const dialect = new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl }) })
  const listening = new Kysely<Tables>({ dialect, log: ({ query }) => hear(query) })
  await ask(listening, sought)
  await listening.destroy()
  return heard
}

function nameOf(knowledge: Knowledge, value: string): [string, Named][] {
  const tag = knowledge.tags.get(value)
  if (tag) return [[value, { group: tag.is === 'public service' ? 'service' : 'area', name: tag.name }]]
  return knowledge.vocabulary.terms.has(value) ? [[value, { group: 'skill', name: knowledge.nameOf(value) }]] : []
}
