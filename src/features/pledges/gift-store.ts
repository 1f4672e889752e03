/** Remembers gifts. The only file that writes the table gifts. */
import type { Day } from '../../basics/day.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { among } from '../../storage/pieces.ts'
import { somebodyOf } from '../people/person.ts'
import { type Gift, type GiftState, LIVING_GIFTS } from './gift.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    gifts: {
      id: string
      need: string
      project: string
      person: string
      organisation: string
      for_organisation: boolean
      line: string
      state: GiftState
      offered_at: Date
      answer_by: Day
      answered_at: Date | null
      ended_at: Date | null
    }
  }
}

/** The project that something is needed for. */
export async function findProjectOfNeed(db: Db, need: string): Promise<string | undefined> {
  return (await db.selectFrom('other_needs').select('project').where('id', '=', need).executeTakeFirst())?.project
}

export async function findGift(db: Db, id: string): Promise<Gift | undefined> {
  const row = await gifts(db).where('gi.id', '=', id).executeTakeFirst()
  return row && toGift(row)
}

export async function findLivingGift(db: Db, need: string, person: string): Promise<Gift | undefined> {
  const row = await gifts(db)
    .where('gi.need', '=', need)
    .where('gi.person', '=', person)
    .where('gi.state', 'in', LIVING_GIFTS)
    .executeTakeFirst()
  return row && toGift(row)
}

export async function listGifts(db: Db, ids: readonly string[]): Promise<Gift[]> {
  return (await gifts(db).where('gi.id', 'in', among(ids)).orderBy('gi.id').execute()).map(toGift)
}

/** In one order, so that two who lock many never wait for each other. */
export async function lockProjectsOfGifts(tx: Tx, ids: readonly string[]): Promise<void> {
  const own = tx.selectFrom('gifts').select('project').where('id', 'in', among(ids))
  await tx.selectFrom('projects').select('id').where('id', 'in', own).orderBy('id').forUpdate().execute()
}

export async function listGiftsOfProject(db: Db, project: string, states: readonly GiftState[]): Promise<Gift[]> {
  return (await gifts(db).where('gi.project', '=', project).where('gi.state', 'in', states).orderBy('gi.id').execute()).map(toGift)
}

export async function listGiftsOfPerson(db: Db, person: string, most: number): Promise<Gift[]> {
  return (await gifts(db).where('gi.person', '=', person).orderBy('gi.id', 'desc').limit(most).execute()).map(toGift)
}

export type NewGift = Pick<Gift, 'id' | 'need' | 'project' | 'organisation' | 'line' | 'answerBy' | 'isForOrganisation'> & {
  person: string
}

export async function addGift(tx: Tx, { answerBy, isForOrganisation, ...rest }: NewGift, now: Date): Promise<void> {
  const row = { ...rest, answer_by: answerBy, for_organisation: isForOrganisation }
  await tx
    .insertInto('gifts')
    .values({ ...row, state: 'offered', offered_at: now, answered_at: null, ended_at: null })
    .execute()
}

export async function saveGiftAccepted(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('gifts').set({ state: 'accepted', answered_at: now }).where('id', '=', id).execute()
}

/** As if it had not been answered. */
export async function saveGiftOfferedAgain(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('gifts').set({ state: 'offered', answered_at: null, ended_at: null }).where('id', '=', id).execute()
}

export async function saveGiftOver(tx: Tx, id: string, state: GiftState, now: Date): Promise<void> {
  await tx.updateTable('gifts').set({ state, ended_at: now }).where('id', '=', id).execute()
}

export async function saveGiftsOver(tx: Tx, ids: readonly string[], state: GiftState, now: Date): Promise<void> {
  await tx.updateTable('gifts').set({ state, ended_at: now }).where('id', 'in', among(ids)).execute()
}

const gifts = (db: Db) =>
  db
    .selectFrom('gifts as gi')
    .innerJoin('other_needs as n', 'n.id', 'gi.need')
    .innerJoin('projects as p', 'p.id', 'gi.project')
    .innerJoin('people as w', 'w.id', 'gi.person')
    .innerJoin('organisations as g', 'g.id', 'gi.organisation')
    .select([
      'gi.id',
      'gi.need',
      'gi.project',
      'gi.person',
      'gi.organisation',
      'gi.for_organisation',
      'gi.line',
      'gi.state',
      'gi.answer_by',
    ])
    .select(['n.kind', 'n.what', 'p.title', 'p.owner', 'w.name', 'w.job', 'g.name as organisation_name', 'g.sector'])

type Row = Awaited<ReturnType<ReturnType<typeof gifts>['executeTakeFirstOrThrow']>>

const toGift = (row: Row): Gift => ({
  id: row.id,
  need: row.need,
  kind: row.kind,
  what: row.what,
  project: row.project,
  title: row.title,
  owner: row.owner,
  person: somebodyOf({ ...row, id: row.person }),
  organisation: row.organisation,
  isForOrganisation: row.for_organisation,
  line: row.line,
  state: row.state,
  answerBy: row.answer_by,
})
