/** Remembers who was asked to be the owner of what. The only file that writes the table handovers. */
import type { Day } from '../../basics/day.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { somebodyOf } from '../people/person.ts'
import type { Handover, HandoverState } from './handover.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    handovers: {
      id: string
      project: string
      person: string | null
      by_address: boolean
      asked_by: string | null
      state: HandoverState
      asked_at: Date
      answer_by: Day
      answered_at: Date | null
    }
  }
}

export async function findHandover(db: Db, id: string): Promise<Handover | undefined> {
  const row = await db
    .selectFrom('handovers as h')
    .innerJoin('projects as p', 'p.id', 'h.project')
    .innerJoin('people as o', 'o.id', 'p.owner')
    .innerJoin('organisations as g', 'g.id', 'p.organisation')
    .leftJoin('people as w', 'w.id', 'h.person')
    .leftJoin('organisations as wg', 'wg.id', 'w.organisation')
    .select(['h.id', 'h.project', 'h.person', 'h.by_address', 'h.asked_by', 'h.state', 'h.answer_by', 'p.title', 'p.owner'])
    .select(['o.name', 'o.job', 'g.name as organisation_name', 'g.sector'])
    .select(['w.name as asked_name', 'w.job as asked_job', 'wg.name as asked_organisation', 'wg.sector as asked_sector'])
    .where('h.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { person, asked_name, asked_job, asked_organisation, asked_sector } = row
  const name =
    person && asked_organisation && asked_sector && !row.by_address
      ? somebodyOf({ id: person, name: asked_name, job: asked_job, organisation_name: asked_organisation, sector: asked_sector })
      : undefined
  return {
    id: row.id,
    project: row.project,
    title: row.title,
    owner: somebodyOf({ ...row, id: row.owner }),
    ...(person ? { person } : {}),
    ...(name ? { name } : {}),
    askedBy: row.asked_by ?? '',
    state: row.state,
    answerBy: row.answer_by,
  }
}

export type NewHandover = { id: string; project: string; person: string | undefined; byAddress: boolean; askedBy: string; answerBy: Day }

export async function addHandover(tx: Tx, { id, project, person, byAddress, askedBy, answerBy }: NewHandover, now: Date): Promise<void> {
  const row = { id, project, person: person ?? null, by_address: byAddress, asked_by: askedBy, answer_by: answerBy }
  await tx
    .insertInto('handovers')
    .values({ ...row, state: 'waiting', asked_at: now, answered_at: null })
    .execute()
}

export async function saveHandoverAnswer(tx: Tx, id: string, state: HandoverState, now: Date): Promise<void> {
  await tx.updateTable('handovers').set({ state, answered_at: now }).where('id', '=', id).execute()
}
