/** Remembers offers to merge. The only file that writes the table merge_offers. */
import type { Day } from '../../basics/day.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { somebodyOf } from '../people/person.ts'
import type { MergeOffer, MergeState } from './merge.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    merge_offers: {
      id: string
      project: string
      into_project: string
      person: string | null
      reason: string
      state: MergeState
      offered_at: Date
      answer_by: Day
      answered_at: Date | null
    }
  }
}

const offers = (db: Db) =>
  db
    .selectFrom('merge_offers as m')
    .innerJoin('projects as p', 'p.id', 'm.project')
    .innerJoin('people as o', 'o.id', 'p.owner')
    .innerJoin('organisations as g', 'g.id', 'p.organisation')
    .innerJoin('projects as ip', 'ip.id', 'm.into_project')
    .innerJoin('people as io', 'io.id', 'ip.owner')
    .innerJoin('organisations as ig', 'ig.id', 'ip.organisation')
    .select(['m.id', 'm.project', 'm.into_project', 'm.reason', 'm.state', 'm.answer_by'])
    .select(['p.title', 'p.owner', 'p.state as from_state', 'o.name', 'o.job', 'g.name as organisation_name', 'g.sector'])
    .select(['ip.title as into_title', 'ip.owner as into_owner', 'ip.state as into_state', 'io.name as into_name', 'io.job as into_job'])
    .select(['ig.name as into_organisation_name', 'ig.sector as into_sector'])

type Row = Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>

const toOffer = (row: Row): MergeOffer => ({
  id: row.id,
  from: { id: row.project, title: row.title, owner: somebodyOf({ ...row, id: row.owner }), hasEnded: row.from_state === 'ended' },
  into: {
    id: row.into_project,
    title: row.into_title,
    owner: somebodyOf({
      id: row.into_owner,
      name: row.into_name,
      job: row.into_job,
      organisation_name: row.into_organisation_name,
      sector: row.into_sector,
    }),
    hasEnded: row.into_state === 'ended',
  },
  reason: row.reason,
  state: row.state,
  answerBy: row.answer_by,
})

export async function findMergeOffer(db: Db, id: string): Promise<MergeOffer | undefined> {
  const row = await offers(db).where('m.id', '=', id).executeTakeFirst()
  return row && toOffer(row)
}

/** Those that wait, from this project and into it. */
export async function listWaitingMergeOffers(db: Db, project: string): Promise<MergeOffer[]> {
  const rows = await offers(db)
    .where('m.state', '=', 'waiting')
    .where((where) => where.or([where('m.project', '=', project), where('m.into_project', '=', project)]))
    .orderBy('m.id')
    .execute()
  return rows.map(toOffer)
}

export async function hasMergeOffer(db: Db, project: string, into: string): Promise<boolean> {
  const found = db.selectFrom('merge_offers').select('id').where('project', '=', project).where('into_project', '=', into)
  return (await found.limit(1).executeTakeFirst()) !== undefined
}

export type NewMergeOffer = { id: string; project: string; into: string; person: string; reason: string; state: MergeState; answerBy: Day }

export async function addMergeOffer(tx: Tx, { into, answerBy, ...rest }: NewMergeOffer, now: Date): Promise<void> {
  const answered_at = rest.state === 'waiting' ? null : now
  await tx
    .insertInto('merge_offers')
    .values({ ...rest, into_project: into, answer_by: answerBy, offered_at: now, answered_at })
    .execute()
}

export async function saveMergeAnswer(tx: Tx, id: string, state: MergeState, now: Date): Promise<void> {
  await tx.updateTable('merge_offers').set({ state, answered_at: now }).where('id', '=', id).execute()
}
