/** Reads projects as lines of a list. Writes nothing. */
import { dayIn } from '../../basics/day.ts'
import { type Condition, type Db, sql } from '../../storage/db.ts'
import { FILLS_A_PLACE } from '../../storage/pieces.ts'
import type { How, State } from './project.ts'
import type { ProjectLine } from './project-line.ts'

type Page = { before?: string | undefined; most: number; zone: string }

/** Newest first, those before an id; all, or only certain ones, some states, one owner or organisation, or those (p, of an organisation g) of which something is true. */
export async function listProjects(
  db: Db,
  page: Page & { ids?: readonly string[]; states?: readonly State[]; owner?: string; organisation?: string; that?: Condition },
): Promise<ProjectLine[]> {
  let query = lines(db).orderBy('p.id', 'desc').limit(page.most)
  if (page.ids) query = query.where('p.id', 'in', page.ids)
  if (page.states) query = query.where('p.state', 'in', page.states)
  if (page.owner) query = query.where('p.owner', '=', page.owner)
  if (page.organisation) query = query.where('p.organisation', '=', page.organisation)
  if (page.that) query = query.where(page.that)
  if (page.before) query = query.where('p.id', '<', page.before)
  return withRoles(db, await query.execute(), page.zone)
}

/** In this order. */
export async function listThese(db: Db, ids: readonly string[], zone: string): Promise<ProjectLine[]> {
  if (ids.length === 0) return []
  const found = await withRoles(db, await lines(db).where('p.id', 'in', ids).execute(), zone)
  return ids.flatMap((id) => found.find((line) => line.id === id) ?? [])
}

/** How many projects are in each state, and of those that ended, how. */
export const countProjects = (db: Db): Promise<{ state: State; how: How | null; count: number }[]> =>
  db
    .selectFrom('projects as p')
    .leftJoin('endings as e', 'e.project', 'p.id')
    .select(['p.state', 'e.how', sql<number>`count(*)`.as('count')])
    .groupBy(['p.state', 'e.how'])
    .execute()

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
