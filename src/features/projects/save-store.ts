/** Remembers projects and their endings. The only file that writes the tables projects, project_haves, project_tags, other_needs, roles and endings. */
import type { Day } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Tx } from '../../storage/db.ts'
import type { EndingNote } from './lesson.ts'
import type { Mended } from './mending.ts'
import type { Brief, Change, How, Phase, Project } from './project.ts'
import type { Shrunk } from './shrinking.ts'

export async function addProject(tx: Tx, id: string, brief: Brief, by: { person: string; organisation: string }, now: Date): Promise<void> {
  const { title, problem, forWhom, openUntil } = brief
  const empty = { extended_at: null, choose_by: null, ready_at: null, first_date: null, started_at: null, ended_at: null }
  const begins = {
    suppliers_welcome: brief.suppliersWelcome,
    none_fits: brief.noneFits,
    phase: null,
    go_live: null,
    review_by: null,
    half_told_on: null,
    merged_into: null,
  }
  const skills = skillsOf(brief.roles)
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
      : { state: change.state, ready_at: null, choose_by: null, half_told_on: null, open_until: change.openUntil }
  await tx.updateTable('projects').set(set).where('id', '=', id).execute()
}

export async function saveStarted(tx: Tx, id: string, firstDate: Day, reviewBy: Day, now: Date): Promise<void> {
  const begins = { state: 'running', phase: 'discovery', review_by: reviewBy } as const
  await tx
    .updateTable('projects')
    .set({ ...begins, first_date: firstDate, started_at: now })
    .where('id', '=', id)
    .execute()
}

export async function saveChooseBy(tx: Tx, id: string, chooseBy: Day): Promise<void> {
  await tx.updateTable('projects').set({ choose_by: chooseBy }).where('id', '=', id).execute()
}

export async function saveHalfTold(tx: Tx, id: string, on: Day): Promise<void> {
  await tx.updateTable('projects').set({ half_told_on: on }).where('id', '=', id).execute()
}

export async function saveExtended(tx: Tx, id: string, openUntil: Day, now: Date): Promise<void> {
  await tx
    .updateTable('projects')
    .set({ open_until: openUntil, extended_at: now, choose_by: null, half_told_on: null })
    .where('id', '=', id)
    .execute()
}

export type Ended = { how: How; note: EndingNote; person: string | undefined; mergedInto?: string }

export async function saveEnded(tx: Tx, id: string, { how, note, person, mergedInto }: Ended, now: Date): Promise<void> {
  const { handedTo = '', ...lesson } = note
  await tx
    .updateTable('projects')
    .set({ state: 'ended', ended_at: now, merged_into: mergedInto ?? null })
    .where('id', '=', id)
    .execute()
  await tx
    .insertInto('endings')
    .values({ project: id, how, handed_to: handedTo, ...lesson, person: person ?? null, ended_at: now })
    .execute()
}

export async function savePhase(tx: Tx, id: string, at: { phase: Phase; goLive: Day | undefined; reviewBy: Day }): Promise<void> {
  const set = { phase: at.phase, go_live: at.goLive ?? null, review_by: at.reviewBy }
  await tx.updateTable('projects').set(set).where('id', '=', id).execute()
}

export async function saveGoLive(tx: Tx, id: string, goLive: Day, reviewBy: Day): Promise<void> {
  await tx.updateTable('projects').set({ go_live: goLive, review_by: reviewBy }).where('id', '=', id).execute()
}

export async function saveOwner(tx: Tx, id: string, owner: string, organisation: string): Promise<void> {
  await tx.updateTable('projects').set({ owner, organisation }).where('id', '=', id).execute()
}

/** Nobody has ever pledged to those that are dropped. */
export async function saveShrunk(tx: Tx, { id, roles }: Project, { dropped, welcome }: Shrunk): Promise<void> {
  const skills = skillsOf(roles.filter((role) => !dropped.includes(role.id)))
  await tx.updateTable('projects').set({ skills }).where('id', '=', id).execute()
  if (dropped.length > 0) await tx.deleteFrom('roles').where('id', 'in', dropped).execute()
  if (welcome.length > 0) await tx.updateTable('roles').set({ must_have: false }).where('id', 'in', welcome).execute()
}

/** As the search reads them. */
const skillsOf = (roles: readonly { skill: string }[]): string => roles.map((role) => role.skill).join('. ')
