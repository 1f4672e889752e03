/** Remembers who looks for whom. The only file that writes the table lookouts. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { mayFind, shownName } from '../../storage/pieces.ts'
import { somebodyOf } from '../people/person.ts'
import type { Broker, Lookout } from './lookout.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    lookouts: { id: string; person: string; broker: string; begun_at: Date; answer_by: Day; line: string; ended_at: Date | null }
  }
}

/** Those who may find somebody, in the order in which they joined, each with how many they look for now, and until when for this one. */
export async function listBrokersWithLookouts(db: Db, person: string): Promise<Broker[]> {
  const lookouts = sql<number>`(select count(*) from lookouts l where l.broker = p.id and l.ended_at is null)`.as('lookouts')
  const by = sql<Day | null>`(select answer_by from lookouts l where l.broker = p.id and l.person = ${person} and l.ended_at is null)`.as(
    'by',
  )
  const rows = await db
    .selectFrom('people as p')
    .select(['p.id', 'p.name', lookouts, by])
    .innerJoin('people as a', (join) => join.on('a.id', '=', person))
    .where('p.broker', '=', true)
    .where(mayFind(sql`p.id`, sql`p.organisation`))
    .orderBy('p.id')
    .execute()
  return rows.map(({ name, by: until, ...row }) => ({ ...row, name: name ?? '', ...(until === null ? {} : { by: until }) }))
}

export async function findLookout(db: Db, id: string): Promise<Lookout | undefined> {
  const row = await lookouts(db).where('l.id', '=', id).executeTakeFirst()
  return row && toLookout(row)
}

export async function findLookoutForUpdate(tx: Tx, id: string): Promise<Lookout | undefined> {
  await tx.selectFrom('lookouts').select('id').where('id', '=', id).forUpdate().execute()
  return findLookout(tx, id)
}

/** Nothing happens when one is on already. */
export async function addLookout(tx: Tx, lookout: { id: string; person: string; broker: string; by: Day }, now: Date): Promise<boolean> {
  const { by, ...row } = lookout
  const added = await tx
    .insertInto('lookouts')
    .values({ ...row, begun_at: now, answer_by: by, line: '', ended_at: null })
    .onConflict((conflict) => conflict.column('person').where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function saveLookoutEnded(tx: Tx, id: string, line: string, now: Date): Promise<void> {
  await tx.updateTable('lookouts').set({ line, ended_at: now }).where('id', '=', id).execute()
}

const NO_ORGANISATION = 'an organisation that is not known yet'

const lookouts = (db: Db) =>
  db
    .selectFrom('lookouts as l')
    .innerJoin('people as a', 'a.id', 'l.person')
    .innerJoin('people as b', 'b.id', 'l.broker')
    .leftJoin('organisations as g', 'g.id', 'a.organisation')
    .select(['l.id', 'l.person', 'l.broker', 'l.answer_by', 'l.ended_at', shownName.as('name'), 'a.job', 'b.name as broker_name'])
    .select(['g.name as organisation_name', 'g.sector'])

type Row = Awaited<ReturnType<ReturnType<typeof lookouts>['executeTakeFirstOrThrow']>>

const toLookout = (row: Row): Lookout => ({
  id: row.id,
  person: somebodyOf({ ...row, id: row.person, organisation_name: row.organisation_name ?? NO_ORGANISATION }),
  broker: { id: row.broker, name: row.broker_name ?? '' },
  by: row.answer_by,
  isOver: row.ended_at !== null,
})
