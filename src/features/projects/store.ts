/** Remembers projects and their endings. The only file that writes the tables projects, project_haves, project_tags, other_needs, roles and endings. */
import { type Day, dayIn } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, listed, type Tx } from '../../storage/db.ts'
import { somebodyOf } from '../people/person.ts'
import type { Lesson } from './lesson.ts'
import { FILLS_A_PLACE } from './list-store.ts'
import type { Mended } from './mending.ts'
import type { Brief, Change, How, Level, OtherKind, Phase, Pledger, Project, Purpose, Role, State } from './project.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    projects: {
      id: string
      title: string
      problem: string
      for_whom: string
      /** What its roles ask for, to be found by. */
      skills: string
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
      suppliers_welcome: boolean
      none_fits: string
      phase: Phase | null
      go_live: Day | null
      merged_into: string | null
    }
    project_tags: { project: string; tag: string }
    other_needs: { id: string; project: string; kind: OtherKind; what: string }
    project_haves: { id: string; project: string; what: string; about: string }
    roles: {
      id: string
      project: string
      skill: string
      level: Level
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
    .leftJoin('projects as into', 'into.id', 'p.merged_into')
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
      'p.suppliers_welcome',
      'p.none_fits',
      'p.phase',
      'p.go_live',
    ])
    .select((of) => [
      listed(
        of.selectFrom('project_haves as h').select(['h.id', 'h.what', 'h.about']).whereRef('h.project', '=', 'p.id').orderBy('h.id'),
      ).as('haves'),
      listed(of.selectFrom('project_tags as t').select('t.tag').whereRef('t.project', '=', 'p.id').orderBy('t.tag')).as('tags'),
      listed(of.selectFrom('other_needs as n').select(['n.id', 'n.kind', 'n.what']).whereRef('n.project', '=', 'p.id').orderBy('n.id')).as(
        'others',
      ),
    ])
    .select(['into.id as into_id', 'into.title as into_title'])
    .select([
      'o.name',
      'o.job',
      'g.name as organisation_name',
      'g.sector',
      'e.how',
      'e.reason',
      'e.tried',
      'e.learnt',
      'e.again',
      'e.ended_at',
    ])
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { how, reason, tried, learnt, again, ended_at } = row
  return {
    id: row.id,
    title: row.title,
    problem: row.problem,
    forWhom: row.for_whom,
    owner: somebodyOf({ ...row, id: row.owner }),
    organisation: row.organisation,
    state: row.state,
    openUntil: row.open_until,
    isExtended: row.extended_at !== null,
    ...(row.choose_by ? { chooseBy: row.choose_by } : {}),
    ...(row.ready_at ? { readyOn: dayIn(zone, row.ready_at) } : {}),
    ...(row.first_date ? { firstDate: row.first_date } : {}),
    ...(row.phase ? { phase: row.phase } : {}),
    ...(row.go_live ? { goLive: row.go_live } : {}),
    tags: row.tags.map(({ tag }) => tag),
    haves: row.haves,
    roles: await listRoles(db, id),
    others: row.others,
    suppliersWelcome: row.suppliers_welcome,
    noneFits: row.none_fits,
    ...(row.into_id && row.into_title ? { mergedInto: { id: row.into_id, title: row.into_title } } : {}),
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
    const { id, skill, level, places, hours_a_week, from_day, until_day, must_have, purpose } = row
    return {
      id,
      skill,
      level,
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
      'pl.for_organisation',
      'w.name',
      'w.job',
      'g.name as organisation_name',
      'g.sector',
    ])
    .where('pl.project', '=', project)
    .where(FILLS_A_PLACE)
    .orderBy('pl.id')
    .execute()
  return rows.map((row) => ({
    pledge: row.pledge,
    role: row.role,
    organisation: row.organisation,
    hoursAWeek: row.hours_a_week,
    isForOrganisation: row.for_organisation,
    ...somebodyOf({ ...row, id: row.person }),
  }))
}

export async function addProject(tx: Tx, id: string, brief: Brief, by: { person: string; organisation: string }, now: Date): Promise<void> {
  const { title, problem, forWhom, openUntil } = brief
  const empty = { extended_at: null, choose_by: null, ready_at: null, first_date: null, started_at: null, ended_at: null }
  const begins = { suppliers_welcome: brief.suppliersWelcome, none_fits: brief.noneFits, phase: null, go_live: null, merged_into: null }
  const skills = brief.roles.map((role) => role.skill).join('. ')
  const base = { id, title, problem, for_whom: forWhom, skills, owner: by.person, organisation: by.organisation, state: 'open' as const }
  await tx
    .insertInto('projects')
    .values({ ...base, open_until: openUntil, published_at: now, ...begins, ...empty })
    .execute()
  for (const have of brief.haves)
    await tx
      .insertInto('project_haves')
      .values({ id: newId(now), project: id, ...have })
      .execute()
  await addTags(tx, id, brief.tags)
  await addOthers(tx, id, brief.others, now)
  for (const { skill, level, places, hoursAWeek, from, until, mustHave, purpose } of brief.roles) {
    const row = { skill, level, places, hours_a_week: hoursAWeek, from_day: from, until_day: until, must_have: mustHave, purpose }
    await tx
      .insertInto('roles')
      .values({ id: newId(now), project: id, ...row })
      .execute()
  }
}

async function addTags(tx: Tx, project: string, tags: Brief['tags']): Promise<void> {
  for (const tag of tags) await tx.insertInto('project_tags').values({ project, tag }).execute()
}

async function addOthers(tx: Tx, project: string, others: Brief['others'], now: Date): Promise<void> {
  for (const other of others)
    await tx
      .insertInto('other_needs')
      .values({ id: newId(now), project, ...other })
      .execute()
}

/** Other needs keep their ids, in their order; those beyond are new. */
export async function saveMended(tx: Tx, { id, others }: Project, mended: Mended, now: Date): Promise<void> {
  const { title, problem, forWhom, suppliersWelcome } = mended
  const set = { title, problem, for_whom: forWhom, suppliers_welcome: suppliersWelcome }
  await tx.updateTable('projects').set(set).where('id', '=', id).execute()
  await tx.deleteFrom('project_tags').where('project', '=', id).execute()
  await addTags(tx, id, mended.tags)
  for (const [at, { id: other }] of others.entries())
    if (mended.others[at]) await tx.updateTable('other_needs').set(mended.others[at]).where('id', '=', other).execute()
  await addOthers(tx, id, mended.others.slice(others.length), now)
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
