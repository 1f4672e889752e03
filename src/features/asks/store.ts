/** Remembers asks and their answers. The only file that writes the table asks. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Ask, AskState, Given } from './ask.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    asks: {
      id: string
      kind: string
      about: string
      person: string | null
      address: string | null
      asker: string | null
      code: string
      facts: string
      asked_on: Day
      answer_by: Day
      reminded: number
      state: AskState
      answer: string | null
      line: string
      hours: number | null
      day: Day | null
      via: Via | null
      answered_at: Date | null
      undo_until: Date | null
    }
  }
}

/** How an answer came: by a button, by a letter, or by the code. */
export type Via = 'page' | 'letter' | 'code'

/** A person, or whoever reads an address. */
export type AskedOf = { person: string } | { address: string }

export type NewAsk = Pick<Ask, 'id' | 'kind' | 'about' | 'person' | 'address' | 'code' | 'askedOn' | 'answerBy' | 'facts'> & {
  asker: string | undefined
}

/** Many in one statement. */
export async function addAsks(tx: Tx, asks: readonly NewAsk[]): Promise<void> {
  const rows = asks.map(({ person = null, address = null, asker = null, facts, askedOn, answerBy, ...ask }) => ({
    ...ask,
    ...{ person, address, asker, facts: JSON.stringify(facts), asked_on: askedOn, answer_by: answerBy },
  }))
  await sql`insert into asks (id, kind, about, person, address, asker, code, facts, asked_on, answer_by, reminded, state, line)
    select id, kind, about, person, address, asker, code, facts, asked_on, answer_by, 0, 'open', '' from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (id text, kind text, about text, person text, address text, asker text, code text, facts text, asked_on date, answer_by date)`.execute(
    tx,
  )
}

const isAmong = (ids: readonly string[]) => sql<boolean>`id in (select json_array_elements_text(${JSON.stringify(ids)}::json))`

export async function listAsks(db: Db, ids: readonly string[]): Promise<Ask[]> {
  return (await db.selectFrom('asks').selectAll().where(isAmong(ids)).orderBy('id').execute()).map(toAsk)
}

export async function saveReminded(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('asks')
    .set((row) => ({ reminded: row('reminded', '+', 1) }))
    .where(isAmong(ids))
    .execute()
}

export type Answered = { given: Given; via: Via; at: Date; undoUntil: Date }

export async function saveAnswered(tx: Tx, id: string, { given, via, at, undoUntil }: Answered): Promise<void> {
  const { answer, line, hours, day } = given
  await tx
    .updateTable('asks')
    .set({
      ...{ state: 'answered', answer, line, hours: hours ?? null, day: day ?? null },
      ...{ via, answered_at: at, undo_until: undoUntil },
    })
    .where('id', '=', id)
    .execute()
}

export type Closed = Pick<Ask, 'id' | 'person' | 'state'>

/** Those of the asks that are open still: expired where their last day has passed, and else over. */
export async function saveClosed(tx: Tx, ids: readonly string[], today: Day): Promise<Closed[]> {
  const state = sql<AskState>`case when answer_by < ${today}::date then 'expired' else 'over' end`
  const open = tx.updateTable('asks').set({ state }).where(isAmong(ids)).where('state', '=', 'open')
  const closed = await open.returning(['id', 'person', 'state']).execute()
  return closed.map(({ person, ...rest }) => ({ ...rest, ...(person === null ? {} : { person }) }))
}

export async function saveOpenAgain(tx: Tx, id: string, answerBy: Day): Promise<void> {
  const nothing = { answer: null, line: '', hours: null, day: null, via: null, answered_at: null, undo_until: null }
  await tx
    .updateTable('asks')
    .set({ ...nothing, state: 'open', answer_by: answerBy })
    .where('id', '=', id)
    .execute()
}

export async function saveAnswerBy(tx: Tx, id: string, answerBy: Day): Promise<void> {
  await tx.updateTable('asks').set({ answer_by: answerBy }).where('id', '=', id).execute()
}

export async function findAsk(db: Db, id: string): Promise<Ask | undefined> {
  const row = await db.selectFrom('asks').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toAsk(row)
}

/** What waits about a thing. */
export async function listOpenAbout(db: Db, abouts: readonly string[]): Promise<Ask[]> {
  const isAbout = sql<boolean>`about in (select json_array_elements_text(${JSON.stringify(abouts)}::json))`
  const open = db.selectFrom('asks').selectAll().where(isAbout).where('state', '=', 'open')
  return (await open.orderBy('id').execute()).map(toAsk)
}

/** Those with this code, the open ones and the newest first: to one person there is hardly ever more than one. */
export async function listWithCode(db: Db, of: AskedOf, code: string): Promise<Ask[]> {
  const [column, asked] = 'person' in of ? (['person', of.person] as const) : (['address', of.address] as const)
  const found = db.selectFrom('asks').selectAll().where(column, '=', asked).where('code', '=', code)
  return (
    await found
      .orderBy((row) => row('state', '=', 'open'), 'desc')
      .orderBy('id', 'desc')
      .limit(2)
      .execute()
  ).map(toAsk)
}

/** What waits for whoever reads an address. */
export async function listOpenOfAddress(db: Db, address: string): Promise<Ask[]> {
  const open = db.selectFrom('asks').selectAll().where('address', '=', address).where('state', '=', 'open')
  return (await open.orderBy('id').execute()).map(toAsk)
}

/** Open asks in which somebody waits or is waited for, the first deadline first. */
export async function listOpenOf(db: Db, person: string, most: number): Promise<Ask[]> {
  const open = db
    .selectFrom('asks')
    .selectAll()
    .where('state', '=', 'open')
    .where((row) => row.or([row('person', '=', person), row('asker', '=', person)]))
  return (await open.orderBy('answer_by').orderBy('id').limit(most).execute()).map(toAsk)
}

/** What waits for each of many people, the first deadline first. */
export async function listOpenFor(db: Db, people: readonly string[]): Promise<(Ask & { person: string })[]> {
  const { rows } = await sql<Row>`select * from asks where state = 'open'
    and person in (select json_array_elements_text(${JSON.stringify(people)}::json)) order by answer_by, id`.execute(db)
  return rows.flatMap((row) => (row.person === null ? [] : [{ ...toAsk(row), person: row.person }]))
}

type Row = {
  id: string
  kind: string
  about: string
  person: string | null
  address: string | null
  asker: string | null
  code: string
  facts: string
  asked_on: Day
  answer_by: Day
  reminded: number
  state: AskState
  answer: string | null
  line: string
  hours: number | null
  day: Day | null
  answered_at: Date | null
  undo_until: Date | null
}

const toAsk = (row: Row): Ask => ({
  ...{ id: row.id, kind: row.kind, about: row.about, code: row.code, facts: JSON.parse(row.facts) as object },
  ...{ askedOn: row.asked_on, answerBy: row.answer_by, reminded: row.reminded, state: row.state },
  ...(row.person === null ? {} : { person: row.person }),
  ...(row.address === null ? {} : { address: row.address }),
  ...(row.asker ? { asker: row.asker } : {}),
  ...(row.answer === null ? {} : { given: givenIn({ ...row, answer: row.answer }) }),
  ...(row.answered_at ? { answeredAt: row.answered_at } : {}),
  ...(row.undo_until ? { undoUntil: row.undo_until } : {}),
})

const givenIn = ({ answer, line, hours, day }: Pick<Row, 'line' | 'hours' | 'day'> & { answer: string }): Given => ({
  answer,
  line,
  ...(hours === null ? {} : { hours }),
  ...(day === null ? {} : { day }),
})
