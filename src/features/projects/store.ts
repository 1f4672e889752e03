/** Remembers projects and their endings. The only file that writes the tables projects, project_haves, roles and endings. */
import { type Day, dayIn } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Lesson } from './lesson.ts'
import type { Brief, Change, How, Pledger, Project, Purpose, Role, State } from './project.ts'
import type { ProjectLine } from './project-line.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    projects: {
      id: string
      title: string
      problem: string
      for_whom: string
      owner: string
      organisation: string
      state: State
      open_until: Day
      extended_at: Date | null
      choose_by: Day | null
      published_at: Date
      ready_at: Date | null
      first_date: Day | null
      started_at: Date | null
      ended_at: Date | null
    }
    project_haves: { id: string; project: string; what: string; about: string }
    roles: {
      id: string
      project: string
      skill: string
      places: number
      hours_a_week: number
      from_day: Day
      until_day: Day
      must_have: boolean
      purpose: Purpose
    }
    endings: {
      project: string
      how: How
      reason: string
      tried: string
      learnt: string
      again: string
      person: string | null
      ended_at: Date
    }
  }
}

export async function findProject(db: Db, id: string, zone: string): Promise<Project | undefined> {
  const row = await db
    .selectFrom('projects as p')
    .innerJoin('people as o', 'o.id', 'p.owner')
    .innerJoin('organisations as g', 'g.id', 'p.organisation')
    .leftJoin('endings as e', 'e.project', 'p.id')
    .select([
      'p.id',
      'p.title',
      'p.problem',
      'p.for_whom',
      'p.owner',
      'p.organisation',
      'p.state',
      'p.open_until',
      'p.extended_at',
      'p.choose_by',
      'p.ready_at',
      'p.first_date',
    ])
    .select(['o.name', 'o.job', 'g.name as organisation_name', 'e.how', 'e.reason', 'e.tried', 'e.learnt', 'e.again', 'e.ended_at'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { how, reason, tried, learnt, again, ended_at } = row
  return {
    id: row.id,
    title: row.title,
    problem: row.problem,
    forWhom: row.for_whom,
    owner: { id: row.owner, name: row.name ?? '', job: row.job ?? '', organisationName: row.organisation_name },
    organisation: row.organisation,
    state: row.state,
    openUntil: row.open_until,
    isExtended: row.extended_at !== null,
    ...(row.choose_by ? { chooseBy: row.choose_by } : {}),
    ...(row.ready_at ? { readyOn: dayIn(zone, row.ready_at) } : {}),
    ...(row.first_date ? { firstDate: row.first_date } : {}),
    haves: await db.selectFrom('project_haves').select(['id', 'what', 'about']).where('project', '=', id).orderBy('id').execute(),
    roles: await listRoles(db, id),
    ...(how && ended_at
      ? { ending: { how, reason: reason ?? '', tried: tried ?? '', learnt: learnt ?? '', again: again ?? '', on: dayIn(zone, ended_at) } }
      : {}),
  }
}

/** Locks the project's row until the transaction ends, so that two people racing for a place come one after the other. */
export async function findProjectForUpdate(tx: Tx, id: string, zone: string): Promise<Project | undefined> {
  const locked = await tx.selectFrom('projects').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && findProject(tx, id, zone)
}

async function listRoles(db: Db, project: string): Promise<Role[]> {
  const rows = await db.selectFrom('roles').selectAll().where('project', '=', project).orderBy('id').execute()
  const pledgers = await listPledgers(db, project)
  return rows.map((row) => {
    const mine = pledgers.filter((pledger) => pledger.role === row.id)
    const { id, skill, places, hours_a_week, from_day, until_day, must_have, purpose } = row
    return {
      id,
      skill,
      places,
      filled: mine.length,
      hoursAWeek: hours_a_week,
      from: from_day,
      until: until_day,
      mustHave: must_have,
      purpose,
      pledgers: mine,
    }
  })
}

/** Who fills places now; of an ended project, who did until its end. */
async function listPledgers(db: Db, project: string): Promise<(Pledger & { role: string })[]> {
  const rows = await db
    .selectFrom('pledges as pl')
    .innerJoin('projects as p', 'p.id', 'pl.project')
    .innerJoin('people as w', 'w.id', 'pl.person')
    .innerJoin('organisations as g', 'g.id', 'pl.organisation')
    .select([
      'pl.id as pledge',
      'pl.role',
      'pl.person',
      'pl.organisation',
      'pl.hours_a_week',
      'w.name',
      'w.job',
      'g.name as organisation_name',
    ])
    .where('pl.project', '=', project)
    .where(FILLS)
    .orderBy('pl.id')
    .execute()
  return rows.map((row) => ({
    pledge: row.pledge,
    role: row.role,
    id: row.person,
    organisation: row.organisation,
    hoursAWeek: row.hours_a_week,
    name: row.name ?? '',
    job: row.job ?? '',
    organisationName: row.organisation_name,
  }))
}

/** A pledge (pl) that fills a place of its project (p). */
const FILLS = sql<boolean>`(pl.state in ('accepted', 'active', 'done') or (pl.state = 'released' and pl.answered_at is not null and pl.ended_at >= p.ended_at))`

/** Newest first, those before an id; one state or all, one owner or all. */
export async function listProjects(
  db: Db,
  page: { states?: readonly State[]; owner?: string; before?: string | undefined; most: number; zone: string },
): Promise<ProjectLine[]> {
  let query = db
    .selectFrom('projects as p')
    .innerJoin('organisations as g', 'g.id', 'p.organisation')
    .leftJoin('endings as e', 'e.project', 'p.id')
    .select(['p.id', 'p.title', 'p.problem', 'p.state', 'p.open_until', 'p.ready_at', 'p.first_date', 'p.ended_at'])
    .select(['g.name as organisation_name', 'e.how'])
    .orderBy('p.id', 'desc')
    .limit(page.most)
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
    .leftJoin('pledges as pl', (join) => join.onRef('pl.role', '=', 'r.id').on(FILLS))
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

export async function addProject(tx: Tx, id: string, brief: Brief, by: { person: string; organisation: string }, now: Date): Promise<void> {
  const { title, problem, forWhom, openUntil } = brief
  const empty = { extended_at: null, choose_by: null, ready_at: null, first_date: null, started_at: null, ended_at: null }
  const base = { id, title, problem, for_whom: forWhom, owner: by.person, organisation: by.organisation, state: 'open' as const }
  await tx
    .insertInto('projects')
    .values({ ...base, open_until: openUntil, published_at: now, ...empty })
    .execute()
  for (const have of brief.haves)
    await tx
      .insertInto('project_haves')
      .values({ id: newId(now), project: id, ...have })
      .execute()
  for (const { skill, places, hoursAWeek, from, until, mustHave, purpose } of brief.roles) {
    const row = { skill, places, hours_a_week: hoursAWeek, from_day: from, until_day: until, must_have: mustHave, purpose }
    await tx
      .insertInto('roles')
      .values({ id: newId(now), project: id, ...row })
      .execute()
  }
}

export async function saveChange(tx: Tx, id: string, change: NonNullable<Change>, now: Date): Promise<void> {
  const set =
    change.state === 'ready'
      ? { state: change.state, ready_at: now }
      : { state: change.state, ready_at: null, choose_by: null, open_until: change.openUntil }
  await tx.updateTable('projects').set(set).where('id', '=', id).execute()
}

export async function saveStarted(tx: Tx, id: string, firstDate: Day, now: Date): Promise<void> {
  await tx.updateTable('projects').set({ state: 'running', first_date: firstDate, started_at: now }).where('id', '=', id).execute()
}

export async function saveChooseBy(tx: Tx, id: string, chooseBy: Day): Promise<void> {
  await tx.updateTable('projects').set({ choose_by: chooseBy }).where('id', '=', id).execute()
}

export async function saveExtended(tx: Tx, id: string, openUntil: Day, now: Date): Promise<void> {
  await tx.updateTable('projects').set({ open_until: openUntil, extended_at: now, choose_by: null }).where('id', '=', id).execute()
}

export async function saveEnded(tx: Tx, id: string, how: How, lesson: Lesson, person: string | undefined, now: Date): Promise<void> {
  await tx.updateTable('projects').set({ state: 'ended', ended_at: now }).where('id', '=', id).execute()
  await tx
    .insertInto('endings')
    .values({ project: id, how, ...lesson, person: person ?? null, ended_at: now })
    .execute()
}
