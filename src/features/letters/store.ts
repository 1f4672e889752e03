/** The outbox and everything that has left it. The only file that writes the table letters. */
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { LetterChoices } from './choice.ts'
import { toChoices } from './choice-store.ts'
import type { LetterState } from './delivery.ts'
import { type Letter, PATIENT_KINDS, SECRET_KINDS } from './letter.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    letters: {
      id: string
      kind: string
      person: string | null
      recipient: string
      facts: string
      subject: string | null
      body: string | null
      written_at: Date
      sent_at: Date | null
      once: string | null
      ask: string | null
      held: boolean
      state: LetterState
      tries: number
      fault: string
    }
  }
}

export const SEND = 'send letter'
/** Each in a lane of its own: somebody who waits for a code waits behind nothing else, and nothing else behind a hundred thousand weekly letters. */
export const SEND_AT_ONCE = 'send letter at once'
export const SEND_WITH_ALL = 'send letter with all'
export const SENDS = [SEND, SEND_AT_ONCE, SEND_WITH_ALL]
/** Which of them sends a letter of this kind. */
export const sendingOf = (kind: string): string =>
  SECRET_KINDS.includes(kind) ? SEND_AT_ONCE : PATIENT_KINDS.includes(kind) ? SEND_WITH_ALL : SEND

type NewLetter = {
  kind: string
  person: string | null
  recipient: string
  facts: string
  once?: string | undefined
  ask?: string | undefined
  held?: boolean
}

/** Its id; undefined when this person has a letter with this `once` already. */
export async function addLetter(tx: Tx, { once, ask, held = false, ...letter }: NewLetter, now: Date): Promise<string | undefined> {
  const id = newId(now)
  const row = { id, ...letter, written_at: now, once: once ?? null, ask: ask ?? null, held, state: 'waiting' as const, tries: 0, fault: '' }
  const added = await tx
    .insertInto('letters')
    .values({ ...row, subject: null, body: null, sent_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** Many at once, in their order: the ids of those that were not written before. */
export async function addLetters(tx: Tx, letters: readonly NewLetter[], now: Date): Promise<string[]> {
  const rows = letters.map(({ once = null, ask = null, held = false, ...letter }) => ({ id: newId(now), ...letter, once, ask, held }))
  const { rows: added } = await sql<{ id: string }>`
    insert into letters (id, kind, person, recipient, facts, once, ask, held, written_at, state, tries, fault)
      select id, kind, person, recipient, facts, once, ask, held, ${now}::timestamptz, 'waiting', 0, ''
        from json_to_recordset(${JSON.stringify(rows)}::json)
          as r (id text, kind text, person text, recipient text, facts text, once text, ask text, held boolean)
      on conflict do nothing returning id`.execute(tx)
  return added.map(({ id }) => id).sort()
}

export type Waiting = {
  id: string
  kind: string
  person: string | null
  recipient: string
  facts: string
  writtenAt: Date
  choices: LetterChoices
  bounces: boolean
  /** The first letter to this person about the same ask, when this is a later one. */
  first?: string
  /** How often we have begun to send it, this time included. */
  tries: number
}

/** A letter that waits to leave, with what its reader chose and how its address fares. */
export async function findWaiting(db: Db, id: string): Promise<Waiting | undefined> {
  const row = await db
    .selectFrom('letters as l')
    .leftJoin('letter_choices as c', 'c.person', 'l.person')
    .leftJoin('addresses as a', 'a.email', 'l.recipient')
    .leftJoin('due_work as d', (join) => join.onRef('d.about', '=', 'l.id').on('d.kind', 'in', SENDS))
    .select(['l.id', 'l.kind', 'l.person', 'l.recipient', 'l.facts', 'l.written_at', 'a.bounced_at', 'd.tries'])
    .select(['c.digest', 'c.news', 'c.paused_until', 'c.stopped_at', 'c.zone'])
    .select(
      sql<
        string | null
      >`(select f.id from letters f where f.ask = l.ask and f.person is not distinct from l.person and f.id < l.id and f.sent_at is not null order by f.id limit 1)`.as(
        'first',
      ),
    )
    .where('l.id', '=', id)
    .where('l.state', '=', 'waiting')
    .executeTakeFirst()
  if (!row) return undefined
  const { written_at, bounced_at, digest, news, paused_until, stopped_at, zone, first, tries, ...letter } = row
  return {
    ...letter,
    writtenAt: written_at,
    choices: toChoices({ digest, news, paused_until, stopped_at, zone }),
    bounces: bounced_at !== null,
    tries: tries ?? 0,
    ...(first ? { first } : {}),
  }
}

export async function saveSent(db: Db, id: string, text: { subject: string; body: string; tries: number }, now: Date): Promise<void> {
  await db
    .updateTable('letters')
    .set({ ...text, state: 'sent', fault: '', sent_at: now })
    .where('id', '=', id)
    .execute()
}

/** Sent, with what opens a door taken out. */
export async function saveSentWithoutWords(
  db: Db,
  id: string,
  { subject, tries }: { subject: string; tries: number },
  now: Date,
): Promise<void> {
  await db
    .updateTable('letters')
    .set({ subject, tries, body: '', facts: '{}', state: 'sent', fault: '', sent_at: now })
    .where('id', '=', id)
    .execute()
}

/** It will not leave any more. What opens a door is taken out. */
export async function saveUnsent(tx: Tx, id: string, { state, fault, tries, isSecret }: UnsentLetter): Promise<void> {
  await tx
    .updateTable('letters')
    .set({ state, fault, tries, ...(isSecret ? { facts: '{}' } : {}) })
    .where('id', '=', id)
    .execute()
}
export type UnsentLetter = { state: LetterState; fault: string; tries: number; isSecret: boolean }

/** Letters about an ask that wait still because they are held back. */
export async function endHeld(tx: Tx, ask: string): Promise<string[]> {
  const held = tx.updateTable('letters').set({ state: 'recalled' }).where('ask', '=', ask).where('held', '=', true)
  const rows = await held.where('state', '=', 'waiting').returning('id').execute()
  return rows.map(({ id }) => id)
}

/** Letters that wait still, and would only ask whoever was asked: a person, or the reader of an address. */
export async function endAsking(tx: Tx, asks: readonly { id: string; person?: string }[]): Promise<string[]> {
  const asked = JSON.stringify(asks.map(({ id, person }) => ({ id, person })))
  const { rows } = await sql<{ id: string }>`update letters l set state = 'pointless'
    from json_to_recordset(${asked}::json) as a (id text, person text)
    where l.ask = a.id and l.person is not distinct from a.person and not l.held and l.state = 'waiting' returning l.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** A letter that was held back, and is put off by a pause now, waits like any other. */
export async function saveNotHeld(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('letters').set({ held: false }).where('id', '=', id).execute()
}

/** The oldest first. */
export async function listWaitingTo(db: Db, person: string): Promise<{ id: string; kind: string }[]> {
  return db
    .selectFrom('letters')
    .select(['id', 'kind'])
    .where('person', '=', person)
    .where('state', '=', 'waiting')
    .where('held', '=', false)
    .orderBy('id')
    .execute()
}

/** Where a letter went that came back or was refused, and the ask that was put with it to an address alone; undefined when that is known already, or no such letter has left. */
export async function saveBounced(tx: Tx, id: string, fault: string): Promise<{ recipient: string; ask: string | undefined } | undefined> {
  const row = await tx
    .updateTable('letters')
    .set({ state: sql`case state when 'sent' then 'bounced' else state end`, fault })
    .where('id', '=', id)
    .where('state', 'in', ['sent', 'refused'])
    .returning(['recipient', 'ask', 'person'])
    .executeTakeFirst()
  return row && { recipient: row.recipient, ask: row.person === null ? (row.ask ?? undefined) : undefined }
}

/** Newest first, those before an id, to one person or to all. */
export async function listLetters(
  db: Db,
  page: { person?: string | undefined; before?: string | undefined; most: number },
): Promise<Letter[]> {
  const rows = await letters(db)
    .$if(page.person !== undefined, (query) => query.where('l.person', '=', page.person as string))
    .$if(page.before !== undefined, (query) => query.where('l.id', '<', page.before as string))
    .orderBy('l.id', 'desc')
    .limit(page.most)
    .execute()
  return rows.map(toLetter)
}

export async function findLetter(db: Db, id: string): Promise<Letter | undefined> {
  const row = await letters(db).where('l.id', '=', id).executeTakeFirst()
  return row && toLetter(row)
}

const letters = (db: Db) =>
  db
    .selectFrom('letters as l')
    .leftJoin('people as p', 'p.id', 'l.person')
    .select(['l.id', 'l.kind', 'l.recipient', 'l.written_at', 'l.sent_at', 'l.person', 'p.name'])
    .select([sql<string>`coalesce(l.subject, '')`.as('subject'), sql<string>`coalesce(l.body, '')`.as('body')])
    .where('l.subject', 'is not', null)

type Row = Awaited<ReturnType<ReturnType<typeof letters>['executeTakeFirstOrThrow']>>

const toLetter = (row: Row): Letter => ({
  id: row.id,
  kind: row.kind,
  recipient: row.recipient,
  subject: row.subject,
  body: row.body,
  writtenAt: row.written_at,
  ...(row.person ? { person: row.person } : {}),
  ...(row.sent_at ? { sentAt: row.sent_at } : {}),
  ...(row.name ? { recipientName: row.name } : {}),
})
