/** Remembers pledges. The only file that writes the table pledges. */
import { type Day, dayIn } from '../../basics/day.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { among } from '../../storage/pieces.ts'
import { somebodyOf } from '../people/person.ts'
import { LIVING, type Pledge, type PledgeState, type PromisedHere, type Terms } from './pledge.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    pledges: {
      id: string
      role: string
      project: string
      person: string
      organisation: string
      hours_a_week: number
      from_day: Day
      until_day: Day
      line: string
      state: PledgeState
      offered_at: Date
      answer_by: Day
      answered_at: Date | null
      ended_at: Date | null
      for_organisation: boolean
      manager_by: Day | null
    }
  }
}

/** The project that a role belongs to. */
export async function findProjectOfRole(db: Db, role: string): Promise<string | undefined> {
  return (await db.selectFrom('roles').select('project').where('id', '=', role).executeTakeFirst())?.project
}

export async function findPledge(db: Db, id: string, zone: string): Promise<Pledge | undefined> {
  const row = await pledges(db).where('pl.id', '=', id).executeTakeFirst()
  return row && toPledge(zone)(row)
}

export async function listPledges(db: Db, ids: readonly string[], zone: string): Promise<Pledge[]> {
  return (await pledges(db).where('pl.id', 'in', among(ids)).orderBy('pl.id').execute()).map(toPledge(zone))
}

/** In one order, so that two who lock many never wait for each other. */
export async function lockProjectsOf(tx: Tx, ids: readonly string[]): Promise<void> {
  const own = tx.selectFrom('pledges').select('project').where('id', 'in', among(ids))
  await tx.selectFrom('projects').select('id').where('id', 'in', own).orderBy('id').forUpdate().execute()
}

export async function findLivingPledge(db: Db, role: string, person: string, zone: string): Promise<Pledge | undefined> {
  const row = await pledges(db)
    .where('pl.role', '=', role)
    .where('pl.person', '=', person)
    .where('pl.state', 'in', LIVING)
    .executeTakeFirst()
  return row && toPledge(zone)(row)
}

export async function listPledgesOfProject(db: Db, project: string, states: readonly PledgeState[], zone: string): Promise<Pledge[]> {
  return (await pledges(db).where('pl.project', '=', project).where('pl.state', 'in', states).orderBy('pl.id').execute()).map(
    toPledge(zone),
  )
}

export async function listPledgesOfRole(db: Db, role: string, state: PledgeState, zone: string): Promise<Pledge[]> {
  return (await pledges(db).where('pl.role', '=', role).where('pl.state', '=', state).orderBy('pl.id').execute()).map(toPledge(zone))
}

export async function listPledgesOfPerson(db: Db, person: string, most: number, zone: string): Promise<Pledge[]> {
  return (await pledges(db).where('pl.person', '=', person).orderBy('pl.id', 'desc').limit(most).execute()).map(toPledge(zone))
}

/** What somebody has promised themselves and may have to keep, those in line included; `besides` is left out. */
export async function listPromised(db: Db, person: string): Promise<PromisedHere[]> {
  const rows = await db
    .selectFrom('pledges')
    .select(['id', 'role', 'hours_a_week', 'from_day', 'until_day', 'for_organisation'])
    .where('person', '=', person)
    .where('state', 'in', LIVING)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    hoursAWeek: row.hours_a_week,
    from: row.from_day,
    until: row.until_day,
    isForOrganisation: row.for_organisation,
  }))
}

export type NewPledge = Terms & {
  id: string
  role: string
  project: string
  person: string
  organisation: string
  answerBy: Day
  state: 'offered' | 'waiting'
}

export async function addPledge(
  tx: Tx,
  { hoursAWeek, from, until, answerBy, isForOrganisation, ...rest }: NewPledge,
  now: Date,
): Promise<void> {
  const row = {
    ...rest,
    hours_a_week: hoursAWeek,
    from_day: from,
    until_day: until,
    answer_by: answerBy,
    for_organisation: isForOrganisation,
  }
  await tx
    .insertInto('pledges')
    .values({ ...row, manager_by: null, offered_at: now, answered_at: null, ended_at: null })
    .execute()
}

/** Accepted or active: the place is theirs from now on. */
export async function saveAccepted(tx: Tx, id: string, state: PledgeState, now: Date): Promise<void> {
  await tx.updateTable('pledges').set({ state, answered_at: now }).where('id', '=', id).execute()
}

export async function saveOver(tx: Tx, id: string, state: PledgeState, now: Date): Promise<void> {
  await tx.updateTable('pledges').set({ state, ended_at: now }).where('id', '=', id).execute()
}

export async function saveManyOver(tx: Tx, ids: readonly string[], state: PledgeState, now: Date): Promise<void> {
  await tx.updateTable('pledges').set({ state, ended_at: now }).where('id', 'in', among(ids)).execute()
}

export async function saveRenewed(tx: Tx, id: string, until: Day): Promise<void> {
  await tx.updateTable('pledges').set({ until_day: until }).where('id', '=', id).execute()
}

/** As if it had not been answered. */
export async function saveOfferedAgain(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('pledges').set({ state: 'offered', answered_at: null, ended_at: null }).where('id', '=', id).execute()
}

export async function saveTurn(tx: Tx, id: string, state: PledgeState, answerBy: Day): Promise<void> {
  await tx.updateTable('pledges').set({ state, answer_by: answerBy, manager_by: null }).where('id', '=', id).execute()
}

/** Offered, and the owner is asked after a manager's yes. */
export async function saveHeld(tx: Tx, id: string, managerBy: Day): Promise<void> {
  await tx.updateTable('pledges').set({ manager_by: managerBy }).where('id', '=', id).execute()
}

export async function saveBegun(tx: Tx, project: string): Promise<void> {
  await tx.updateTable('pledges').set({ state: 'active' }).where('project', '=', project).where('state', '=', 'accepted').execute()
}

const pledges = (db: Db) =>
  db
    .selectFrom('pledges as pl')
    .innerJoin('roles as r', 'r.id', 'pl.role')
    .innerJoin('projects as p', 'p.id', 'pl.project')
    .innerJoin('people as w', 'w.id', 'pl.person')
    .innerJoin('organisations as g', 'g.id', 'pl.organisation')
    .select([
      'pl.id',
      'pl.role',
      'pl.project',
      'pl.person',
      'pl.organisation',
      'pl.hours_a_week',
      'pl.from_day',
      'pl.until_day',
      'pl.line',
      'pl.state',
      'pl.answer_by',
      'pl.for_organisation',
      'pl.manager_by',
    ])
    .select([
      'r.skill',
      'p.title',
      'p.owner',
      'p.state as project_state',
      'p.open_until',
      'p.choose_by',
      'p.ready_at',
      'p.first_date',
      'g.name as organisation_name',
      'g.sector',
      'w.name',
      'w.job',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof pledges>['executeTakeFirstOrThrow']>>

const toPledge =
  (zone: string) =>
  (row: Row): Pledge => ({
    id: row.id,
    role: row.role,
    skill: row.skill,
    project: row.project,
    title: row.title,
    owner: row.owner,
    course: {
      state: row.project_state,
      openUntil: row.open_until,
      ...(row.choose_by ? { chooseBy: row.choose_by } : {}),
      ...(row.ready_at ? { readyOn: dayIn(zone, row.ready_at) } : {}),
      ...(row.first_date ? { firstDate: row.first_date } : {}),
    },
    person: somebodyOf({ ...row, id: row.person }),
    organisation: row.organisation,
    hoursAWeek: row.hours_a_week,
    from: row.from_day,
    until: row.until_day,
    line: row.line,
    isForOrganisation: row.for_organisation,
    state: row.state,
    answerBy: row.answer_by,
    ...(row.manager_by ? { managerBy: row.manager_by } : {}),
  })
