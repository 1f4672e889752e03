/** Reads projects as lines of a list. Writes nothing. */
import { dayIn } from '../../basics/day.ts'
import { type Db, sql } from '../../storage/db.ts'
import type { State } from './project.ts'
import type { ProjectLine } from './project-line.ts'

/** A pledge (pl) that fills a place of its project (p). */
export const FILLS_A_PLACE = sql<boolean>`(pl.state in ('accepted', 'active', 'done') or (pl.state = 'released' and pl.answered_at is not null and pl.ended_at >= p.ended_at))`

/** Newest first, those before an id; one state or all, one owner or all, certain ones or all. */
export async function listProjects(
  db: Db,
  page: { ids?: readonly string[]; states?: readonly State[]; owner?: string; before?: string | undefined; most: number; zone: string },
): Promise<ProjectLine[]> {
  let query = db
    .selectFrom('projects as p')
    .innerJoin('organisations as g', 'g.id', 'p.organisation')
    .leftJoin('endings as e', 'e.project', 'p.id')
    .select(['p.id', 'p.title', 'p.problem', 'p.owner as ownerId', 'p.state', 'p.open_until', 'p.ready_at', 'p.first_date', 'p.ended_at'])
    .select(['g.name as organisation_name', 'e.how'])
    .orderBy('p.id', 'desc')
    .limit(page.most)
  if (page.ids) query = query.where('p.id', 'in', page.ids)
  if (page.states) query = query.where('p.state', 'in', page.states)
  if (page.owner) query = query.where('p.owner', '=', page.owner)
  if (page.before) query = query.where('p.id', '<', page.before)
  const rows = await query.execute()
  const roles = await listRolesOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map(({ open_until, ready_at, first_date, ended_at, organisation_name, how, ...row }) => ({
    ...row,
    openUntil: open_until,
    organisationName: organisation_name,
    how: how ?? undefined,
    ...(ready_at ? { readyOn: dayIn(page.zone, ready_at) } : {}),
    ...(first_date ? { firstDate: first_date } : {}),
    ...(ended_at ? { endedOn: dayIn(page.zone, ended_at) } : {}),
    roles: roles.filter((role) => role.project === row.id),
  }))
}

async function listRolesOf(db: Db, projects: readonly string[]) {
  if (projects.length === 0) return []
  const rows = await db
    .selectFrom('roles as r')
    .innerJoin('projects as p', 'p.id', 'r.project')
    .leftJoin('pledges as pl', (join) => join.onRef('pl.role', '=', 'r.id').on(FILLS_A_PLACE))
    .select(['r.id', 'r.project', 'r.skill', 'r.places', 'r.must_have', 'r.until_day', sql<number>`count(pl.id)`.as('filled')])
    .where('r.project', 'in', projects)
    .groupBy('r.id')
    .orderBy('r.id')
    .execute()
  return rows.map(({ project, skill, places, filled, must_have, until_day }) => ({
    project,
    skill,
    places,
    filled,
    mustHave: must_have,
    until: until_day,
  }))
}
