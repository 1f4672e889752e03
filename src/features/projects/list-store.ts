/** Reads projects as lines of a list, all or those that are looked for. Writes nothing. */
import { dayIn } from '../../basics/day.ts'
import { type Db, type Piece, sql } from '../../storage/db.ts'
import { type Facet, MOST_RANKED, type Ranked, type Sought, type Words } from './list-search.ts'
import type { How, State } from './project.ts'
import type { ProjectLine } from './project-line.ts'

/** A pledge (pl) that fills a place of its project (p). */
export const FILLS_A_PLACE = sql<boolean>`(pl.state in ('accepted', 'active', 'done') or (pl.state = 'released' and pl.answered_at is not null and pl.ended_at >= p.ended_at))`

/** A role (r) of a project (p) that has a place free. */
export const HAS_A_FREE_PLACE = sql<boolean>`r.places > (select count(*) from pledges pl where pl.role = r.id and ${FILLS_A_PLACE})`

type Page = { before?: string | undefined; most: number; zone: string }

/** Newest first, those before an id; certain ones or all, one state or all, one owner or organisation, or all. */
export async function listProjects(
  db: Db,
  page: Page & { ids?: readonly string[]; states?: readonly State[]; owner?: string; organisation?: string },
): Promise<ProjectLine[]> {
  let query = lines(db).orderBy('p.id', 'desc').limit(page.most)
  if (page.ids) query = query.where('p.id', 'in', page.ids)
  if (page.states) query = query.where('p.state', 'in', page.states)
  if (page.owner) query = query.where('p.owner', '=', page.owner)
  if (page.organisation) query = query.where('p.organisation', '=', page.organisation)
  if (page.before) query = query.where('p.id', '<', page.before)
  return withRoles(db, await query.execute(), page.zone)
}

/** Newest first, those before an id. */
export async function listFound(db: Db, sought: Sought, page: Page): Promise<ProjectLine[]> {
  let query = lines(db).where(is(sought)).where('p.state', 'in', sought.states).orderBy('p.id', 'desc').limit(page.most)
  if (page.before) query = query.where('p.id', '<', page.before)
  return withRoles(db, await query.execute(), page.zone)
}

/** In this order. */
export async function listThese(db: Db, ids: readonly string[], zone: string): Promise<ProjectLine[]> {
  if (ids.length === 0) return []
  const found = await withRoles(db, await lines(db).where('p.id', 'in', ids).execute(), zone)
  return ids.flatMap((id) => found.find((line) => line.id === id) ?? [])
}

/** Only the newest of many that say the same are looked at more closely. */
const MOST_LOOKED_AT = 400
/** A tag or a skill that the words mean counts half as much as the words themselves. */
const MEANT = 0.5

/** Those that say the words come before those that only mean them; equal ones newest first. All states, so that they can be counted. */
export async function rankFound(db: Db, sought: Sought & { words: Words }): Promise<Ranked[]> {
  const { text, tags, terms } = sought.words
  const newest = (says: Piece) =>
    sql`(select p.id from projects p join organisations g on g.id = p.organisation where ${says} and ${is(sought)} order by p.id desc limit ${MOST_LOOKED_AT})`
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

/** How many projects are in each state, and of those that ended, how. */
export const countProjects = (db: Db): Promise<{ state: State; how: How | null; count: number }[]> =>
  db
    .selectFrom('projects as p')
    .leftJoin('endings as e', 'e.project', 'p.id')
    .select(['p.state', 'e.how', sql<number>`count(*)`.as('count')])
    .groupBy(['p.state', 'e.how'])
    .execute()

/** Tags and skills are told by what the newest ask for; the rest is counted whole. */
const MOST_TOLD_BY = 500
/** The commonest: a page offers a few of them, and to carry them all cost as much as the rest of the page. */
const MOST_TOLD = 60

/** Counted in one query: of these projects, or of all that are looked for. States are counted as if none had been chosen. */
export async function countFacets(db: Db, sought: Sought, ids?: readonly string[]): Promise<Facet[]> {
  const { rows } = await sql<Facet>`
    with every as materialized (
      select p.id, p.state, g.sector, g.region from projects p join organisations g on g.id = p.organisation
        where ${ids ? isOneOf('p.id', ids) : is(sought)}
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
function is({ terms, service, area, sector, region, fitting }: Sought) {
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

const lines = (db: Db) =>
  db
    .selectFrom('projects as p')
    .innerJoin('organisations as g', 'g.id', 'p.organisation')
    .leftJoin('endings as e', 'e.project', 'p.id')
    .select([
      'p.id',
      'p.title',
      'p.problem',
      'p.owner as ownerId',
      'p.state',
      'p.open_until',
      'p.ready_at',
      'p.first_date',
      'p.ended_at',
      'p.phase',
    ])
    .select(['g.name as organisation_name', 'e.how'])

type Row = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

async function withRoles(db: Db, rows: readonly Row[], zone: string): Promise<ProjectLine[]> {
  const roles = await listRolesOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map(({ open_until, ready_at, first_date, ended_at, organisation_name, how, phase, ...row }) => ({
    ...row,
    openUntil: open_until,
    organisationName: organisation_name,
    how: how ?? undefined,
    ...(ready_at ? { readyOn: dayIn(zone, ready_at) } : {}),
    ...(first_date ? { firstDate: first_date } : {}),
    ...(phase ? { phase } : {}),
    ...(ended_at ? { endedOn: dayIn(zone, ended_at) } : {}),
    roles: roles.filter((role) => role.project === row.id),
  }))
}

async function listRolesOf(db: Db, projects: readonly string[]) {
  if (projects.length === 0) return []
  const rows = await db
    .selectFrom('roles as r')
    .innerJoin('projects as p', 'p.id', 'r.project')
    .leftJoin('pledges as pl', (join) => join.onRef('pl.role', '=', 'r.id').on(FILLS_A_PLACE))
    .select(['r.id', 'r.project', 'r.skill', 'r.places', 'r.must_have', 'r.until_day', 'r.purpose', sql<number>`count(pl.id)`.as('filled')])
    .where('r.project', 'in', projects)
    .groupBy('r.id')
    .orderBy('r.id')
    .execute()
  return rows.map(({ project, skill, places, filled, must_have, until_day, purpose }) => ({
    project,
    skill,
    places,
    filled,
    mustHave: must_have,
    until: until_day,
    purpose,
  }))
}
