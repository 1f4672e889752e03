/** Remembers who would like to meet whom. The only file that writes the tables introductions and introduction_outcomes. */
import { type Day, dayIn, type Moment, monthOf, startOfDay } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { among, introducedSince } from '../../storage/pieces.ts'
import { somebodyOf } from '../people/person.ts'
import type { Introduction, IntroductionState, Last, Party } from './introduction.ts'
import type { Said } from './outcome.ts'
import type { Why } from './why.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    introductions: {
      id: string
      person: string
      other: string
      broker: string | null
      line: string
      reason: string
      state: IntroductionState
      other_asked: boolean
      answer_by: Day
      declined_by: string | null
      begun_at: Date
      met_at: Date | null
      slots: string
      ended_at: Date | null
    }
    introduction_outcomes: { introduction: string; person: string; said: Said; said_at: Date }
  }
}

type PartyRow = { id: string; organisation: string | null; sector: Sector | null; paused_until: Day | null; open: number; is_full: boolean }

/** What the rule must know of each of these people. */
export async function listParties(db: Db, people: readonly string[], { today, zone }: Moment): Promise<ReadonlyMap<string, Party>> {
  const { rows } = await sql<PartyRow>`
    select p.id, p.organisation, g.sector, greatest(c.paused_until, x.paused_until) as paused_until,
        (select count(*) from introductions i where i.state = 'asked' and (i.person = p.id or (i.other = p.id and i.other_asked))) as open,
        coalesce(${introducedSince(startOfDay(zone, monthOf(today)))} >= d.introductions, false) as is_full
      from people p left join organisations g on g.id = p.organisation left join letter_choices c on c.person = p.id left join boundaries x on x.person = p.id
        left join profiles d on d.person = p.id
      where p.id in ${among(people)}`.execute(db)
  return new Map(
    rows.map(({ id, organisation, sector, paused_until, open, is_full }) => [
      id,
      {
        ...{ id, open, isFull: is_full, isPaused: paused_until !== null && paused_until >= today },
        ...(organisation === null ? {} : { organisation }),
        ...(sector === null ? {} : { sector }),
      },
    ]),
  )
}

/** The newest introduction of the two to each other; `isKnown` to the one. */
export async function findLast(db: Db, one: string, other: string, zone: string): Promise<(Last & { areMet: boolean }) | undefined> {
  const { rows } = await sql<{ id: string; begun_at: Date; is_known: boolean; are_met: boolean }>`
    select id, begun_at, other_asked or person = ${one} as is_known, bool_or(state = 'met') over () as are_met from introductions where (person = ${one} and other = ${other}) or (person = ${other} and other = ${one})
      order by id desc limit 1`.execute(db)
  return rows[0] && { id: rows[0].id, on: dayIn(zone, rows[0].begun_at), isKnown: rows[0].is_known, areMet: rows[0].are_met }
}

export type NewIntroduction = {
  id: string
  person: string
  other: string
  broker?: string | undefined
  line: string
  why: Why
  answerBy: Day
}

export async function addIntroduction(tx: Tx, { why, answerBy, broker, ...row }: NewIntroduction, now: Date): Promise<void> {
  const first = { state: 'asked', other_asked: broker === undefined } as const
  await tx
    .insertInto('introductions')
    .values({
      ...{ ...row, ...first, broker: broker ?? null, reason: JSON.stringify(why), answer_by: answerBy, begun_at: now },
      ...{ declined_by: null, met_at: null, slots: '[]', ended_at: null },
    })
    .execute()
}

export async function lockIntroduction(tx: Tx, id: string, zone: string): Promise<Introduction | undefined> {
  await tx.selectFrom('introductions').select('id').where('id', '=', id).forUpdate().execute()
  return findIntroduction(tx, id, zone)
}

export async function findIntroduction(db: Db, id: string, zone: string): Promise<Introduction | undefined> {
  const row = await introductions(db).where('i.id', '=', id).executeTakeFirst()
  return row && toIntroduction(row, zone)
}

/** The newest first; of those in which somebody has not been asked yet they know nothing. */
export async function listIntroductionsOf(db: Db, person: string, most: number, zone: string): Promise<Introduction[]> {
  const rows = await introductions(db)
    .where((row) =>
      row.or([
        row('i.person', '=', person),
        row('i.broker', '=', person),
        row.and([row('i.other', '=', person), row('i.other_asked', '=', true)]),
      ]),
    )
    .orderBy('i.id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => toIntroduction(row, zone))
}

/** Those that wait for an answer, of either of the two. */
export async function listWaitingOf(db: Db, person: string, zone: string): Promise<Introduction[]> {
  const waiting = introductions(db).where('i.state', '=', 'asked')
  const rows = await waiting.where((row) => row.or([row('i.person', '=', person), row('i.other', '=', person)])).execute()
  return rows.map((row) => toIntroduction(row, zone))
}

/** What waits for an answer of this person about an introduction. */
export async function findOpenAsk(db: Db, introduction: string, person: string): Promise<string | undefined> {
  const open = db.selectFrom('asks').select('id').where('about', '=', introduction).where('person', '=', person)
  return (await open.where('state', '=', 'open').executeTakeFirst())?.id
}

/** The first of the two has said yes to a broker. */
export async function saveOtherAsked(tx: Tx, id: string, answerBy: Day): Promise<void> {
  await tx.updateTable('introductions').set({ other_asked: true, answer_by: answerBy }).where('id', '=', id).execute()
}

export async function saveDeclined(tx: Tx, id: string, by: string | undefined): Promise<void> {
  await tx
    .updateTable('introductions')
    .set({ declined_by: by ?? null })
    .where('id', '=', id)
    .execute()
}

export async function saveMet(tx: Tx, id: string, slots: readonly Date[], now: Date): Promise<void> {
  await tx
    .updateTable('introductions')
    .set({ state: 'met', met_at: now, slots: JSON.stringify(slots) })
    .where('id', '=', id)
    .execute()
}

export async function saveOver(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('introductions').set({ state: 'over', ended_at: now }).where('id', '=', id).execute()
}

/** The last word of each counts. */
export async function saveOutcome(tx: Tx, introduction: string, person: string, said: Said, now: Date): Promise<void> {
  await tx
    .insertInto('introduction_outcomes')
    .values({ introduction, person, said, said_at: now })
    .onConflict((conflict) => conflict.columns(['introduction', 'person']).doUpdateSet({ said, said_at: now }))
    .execute()
}

export async function dropOutcome(tx: Tx, introduction: string, person: string): Promise<void> {
  await tx.deleteFrom('introduction_outcomes').where('introduction', '=', introduction).where('person', '=', person).execute()
}

/** Introductions of which one of the two at least says that they met. */
export async function countMet(db: Db): Promise<number> {
  const { rows } = await sql<{ met: number }>`
    select count(distinct introduction) as met from introduction_outcomes where said in ('met useful', 'met', 'met not useful')`.execute(db)
  return rows[0]?.met ?? 0
}

/** Until both have said yes, whoever chose to be anonymous is. */
const nameIn = (person: 'p' | 'o') =>
  sql<
    string | null
  >`case when i.state <> 'met' and exists (select from boundaries x where x.person = ${sql.ref(`${person}.id`)} and x.anonymous) then null else ${sql.ref(`${person}.name`)} end`

/** Whether both have said yes to meeting each other, at any time. */
export async function areIntroduced(db: Db, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ met: boolean }>`
    select exists (select from introductions where state = 'met'
      and ((person = ${one} and other = ${other}) or (person = ${other} and other = ${one}))) as met`.execute(db)
  return rows[0]?.met ?? false
}

const introductions = (db: Db) =>
  db
    .selectFrom('introductions as i')
    .innerJoin('people as p', 'p.id', 'i.person')
    .innerJoin('people as o', 'o.id', 'i.other')
    .leftJoin('people as b', 'b.id', 'i.broker')
    .leftJoin('organisations as pg', 'pg.id', 'p.organisation')
    .leftJoin('organisations as og', 'og.id', 'o.organisation')
    .leftJoin('organisations as bg', 'bg.id', 'b.organisation')
    .select([
      'i.id',
      'i.person',
      'i.other',
      'i.broker',
      'i.line',
      'i.reason',
      'i.state',
      'i.other_asked',
      'i.answer_by',
      'i.declined_by',
      'i.met_at',
      'i.slots',
    ])
    .select([nameIn('p').as('person_name'), nameIn('o').as('other_name')])
    .select(['p.job as person_job', 'pg.name as person_organisation', 'pg.sector as person_sector'])
    .select(['o.job as other_job', 'og.name as other_organisation', 'og.sector as other_sector'])
    .select(['b.name as broker_name', 'b.job as broker_job', 'bg.name as broker_organisation', 'bg.sector as broker_sector'])

type Row = Awaited<ReturnType<ReturnType<typeof introductions>['executeTakeFirstOrThrow']>>

const toIntroduction = (row: Row, zone: string): Introduction => ({
  id: row.id,
  person: somebodyOf({
    ...{ id: row.person, name: row.person_name, job: row.person_job },
    ...{ organisation_name: row.person_organisation, sector: row.person_sector },
  }),
  other: somebodyOf({
    ...{ id: row.other, name: row.other_name, job: row.other_job },
    ...{ organisation_name: row.other_organisation, sector: row.other_sector },
  }),
  ...(row.broker === null
    ? {}
    : {
        broker: somebodyOf({
          ...{ id: row.broker, name: row.broker_name, job: row.broker_job },
          ...{ organisation_name: row.broker_organisation, sector: row.broker_sector },
        }),
      }),
  line: row.line,
  why: JSON.parse(row.reason) as Why,
  state: row.state,
  isOtherAsked: row.other_asked,
  answerBy: row.answer_by,
  ...(row.declined_by === null ? {} : { declinedBy: row.declined_by }),
  ...(row.met_at === null ? {} : { metOn: dayIn(zone, row.met_at) }),
  slots: (JSON.parse(row.slots) as string[]).map((at) => new Date(at)),
})
