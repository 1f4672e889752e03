/** Asks for the projects that somebody looks for, and counts them. Writes nothing. */
import { type Condition, type Db, type Piece, sql } from '../../storage/db.ts'
import { HAS_A_FREE_PLACE } from '../../storage/pieces.ts'
import { type Facet, MOST_RANKED, type Ranked, type Sought, type Words } from './search.ts'

/** Only the newest of many that say the same are looked at more closely. */
const MOST_LOOKED_AT = 400
/** A tag or a skill that the words mean counts half as much as the words themselves. */
const MEANT = 0.5

/** Those that say the words come before those that only mean them; equal ones newest first. All states, so that they can be counted. */
export async function rankFound(db: Db, sought: Sought & { words: Words }): Promise<Ranked[]> {
  const { text, tags, terms } = sought.words
  const newest = (says: Piece) =>
    sql`(select p.id from projects p join organisations g on g.id = p.organisation where ${says} and ${foundBy(sought)} order by p.id desc limit ${MOST_LOOKED_AT})`
  const tagged = sql`p.id in (select t.project from project_tags t where ${isOneOf('t.tag', tags)})`
  const needing = sql`p.id in (select n.project from role_terms n where ${isOneOf('n.term', terms)})`
  const { rows } = await sql<Ranked>`
    with asked as materialized (select websearch_to_tsquery('english', ${text}) as query)
    select p.id, p.state from projects p, asked where p.id in (
      ${newest(sql`p.words @@ (select query from asked)`)} union ${newest(tagged)} union ${newest(needing)}
    ) order by
      round((case when p.words @@ query then 1 + ts_rank(p.words, query) else 0 end + case when ${tagged} then ${MEANT}::real else 0 end + case when ${needing} then ${MEANT}::real else 0 end)::numeric, 4) desc,
      p.id desc limit ${MOST_RANKED}`.execute(db)
  return rows
}

/** Tags and skills are told by what the newest ask for; the rest is counted whole. */
const MOST_TOLD_BY = 500
/** The commonest: a page offers a few of them, and to carry them all cost as much as the rest of the page. */
const MOST_TOLD = 60

/** Counted in one query: of these projects, or of all that are looked for. States are counted as if none had been chosen. */
export async function countFacets(db: Db, sought: Sought, ids?: readonly string[]): Promise<Facet[]> {
  const { rows } = await sql<Facet>`
    with every as materialized (
      select p.id, p.state, g.sector, g.region from projects p join organisations g on g.id = p.organisation
        where ${ids ? isOneOf('p.id', ids) : foundBy(sought)}
    ), found as (select * from every where state in (${sql.join(sought.states)})
    ), newest as materialized (select id from found order by id desc limit ${MOST_TOLD_BY})
    select 'state' as kind, state as value, count(*) as count from every group by state
    union all select 'sector', sector, count(*) from found group by sector
    union all select 'region', region, count(*) from found where region <> '' group by region
    union all (select 'tag', t.tag, count(*) from newest join project_tags t on t.project = newest.id group by t.tag order by 3 desc, 2 limit ${MOST_TOLD})
    union all (select 'skill', n.term, count(*) from newest join role_terms n on n.project = newest.id group by n.term order by 3 desc, 2 limit ${MOST_TOLD})`.execute(
    db,
  )
  return rows
}

const isOneOf = (column: string, values: readonly string[]) =>
  values.length === 0 ? sql`false` : sql`${sql.ref(column)} in (${sql.join(values)})`

/** All that is asked of a project (p) of an organisation (g) but its state and its words. */
export function foundBy({ terms, service, area, sector, region, fitting }: Sought): Condition {
  const tagged = (tags: readonly string[]) =>
    sql`exists (select from project_tags t where t.project = p.id and t.tag in (${sql.join(tags)}))`
  const all = [
    sql`true`,
    ...(terms ? [sql`exists (select from role_terms n where n.project = p.id and n.term in (${sql.join(terms)}))`] : []),
    ...(service ? [tagged(service)] : []),
    ...(area ? [tagged(area)] : []),
    ...(sector ? [sql`g.sector = ${sector}`] : []),
    ...(region ? [sql`g.region = ${region}`] : []),
    ...(fitting ? [fits(fitting)] : []),
  ]
  return sql<boolean>`(${sql.join(all, sql` and `)})`
}

/** It takes pledges, and a place is free that this person can fill. The few that need it are found first: all projects are many more. */
const fits = ({ terms, person, today }: NonNullable<Sought['fitting']>) =>
  terms.length === 0
    ? sql`false`
    : sql`p.id = any(array(select distinct n.project from role_terms n where n.term in (${sql.join(terms)})))
        and p.owner <> ${person} and p.state <> 'ended' and (p.state <> 'open' or p.open_until >= ${today}) and exists (
        select from role_terms n join roles r on r.id = n.role
          where n.project = p.id and n.term in (${sql.join(terms)}) and (r.until_day >= ${today} or (r.purpose = 'looking after' and p.phase = 'live'))
            and ${HAS_A_FREE_PLACE})`
