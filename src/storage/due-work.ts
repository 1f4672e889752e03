/** What has to happen at some moment, kept in the database: it survives restarts and runs once, however many processes look. */
import { addDays, type Day, startOfDay } from '../basics/day.ts'
import { newId } from '../basics/id.ts'
import { type Db, sql, type Tx } from './db.ts'

declare module './db.ts' {
  interface Tables {
    due_work: {
      id: string
      kind: string
      about: string
      due_at: Date
      tries: number
      last_fault: string | null
      failing_since: Date | null
    }
  }
}

export type Work = { kind: string; about: string; at: Date }
export type DueWork = { id: string; kind: string; about: string; due_at: Date; tries: number }

/**
 * A job either works inside one transaction (and so runs exactly once), or touches the outside (and may run again after a crash). One
 * with a `batch` is given up to so many due works at once; if they fail together, it is given them one by one. One that touches the
 * outside takes its batch at once and does it one by one, so many `atOnce`: what fails concerns none of the others.
 *
 * A job that comes again plans its next time from `now`, not from when it was due: after an absence it then catches up once.
 *
 * Jobs of one lane are done in the order of their time, one after the other; lanes do not wait for each other. Without a word, what works
 * inside has one lane and what touches the outside another, so that slow mail delays nothing else.
 */
export type Job = { kind: string; lane?: string } & (
  | { batch?: undefined; inside: (tx: Tx, about: string, now: Date) => Promise<void> }
  | { batch: number; inside: (tx: Tx, abouts: readonly string[], now: Date) => Promise<void> }
  | { batch?: number; atOnce?: number; outside: (db: Db, about: string, now: Date) => Promise<void> }
)

/** Plans work; planning the same kind about the same thing again moves it. */
export const plan = (tx: Tx, work: Work): Promise<void> => planMany(tx, [work])

/** In one statement, however many there are. Of two plans for the same kind and thing the last one holds. */
export async function planMany(tx: Tx, works: readonly Work[]): Promise<void> {
  const last = new Map(works.map((work) => [`${work.kind}\n${work.about}`, work]))
  if (last.size === 0) return
  // Everybody writes in the same order, so that two who plan the same works never wait for each other.
  const keys = [...last.keys()].sort()
  const rows = keys.flatMap((key) => last.get(key) ?? []).map(({ kind, about, at }) => ({ id: newId(at), kind, about, due_at: at }))
  await sql`insert into due_work (id, kind, about, due_at, tries)
    select id, kind, about, due_at, 0 from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, kind text, about text, due_at timestamptz)
    on conflict (kind, about) do update set due_at = excluded.due_at, tries = 0, last_fault = null, failing_since = null`.execute(tx)
}

/** When a day begins where the chapter is. */
export const planOn = (tx: Tx, { kind, about }: { kind: string; about: string }, day: Day, zone: string): Promise<void> =>
  plan(tx, { kind, about, at: startOfDay(zone, day) })

/** When a day is over. */
export const planAfter = (tx: Tx, work: { kind: string; about: string }, day: Day, zone: string): Promise<void> =>
  planOn(tx, work, addDays(day, 1), zone)

/** All of these kinds about all of these things. */
export async function forgetMany(tx: Tx, kinds: readonly string[], abouts: readonly string[]): Promise<void> {
  await sql`delete from due_work where kind in (${sql.join(kinds)})
    and about in (select json_array_elements_text(${JSON.stringify(abouts)}::json))`.execute(tx)
}

export async function forget(tx: Tx, kind: string, about: string): Promise<void> {
  await tx.deleteFrom('due_work').where('kind', '=', kind).where('about', '=', about).execute()
}

/** How many are taken at once of a kind. */
export type Most = (kind: string) => number

/**
 * The oldest due work that nobody else has, with more of its kind that comes before anything of other kinds. What has failed before runs
 * alone. Each kind is looked up by itself: however much is due of kinds that others do, nobody reads through it.
 */
export async function takeOldest(tx: Tx, kinds: readonly string[], most: Most, now: Date): Promise<DueWork[]> {
  const { rows: heads } = await sql<{ kind: string; due_at: Date }>`
    select k.kind, head.due_at from json_array_elements_text(${JSON.stringify(kinds)}::json) as k (kind)
      cross join lateral (select due_at, id from due_work where kind = k.kind and due_at <= ${now} order by due_at, id limit 1) head
      order by head.due_at, head.id`.execute(tx)
  for (const [at, { kind }] of heads.entries()) {
    const oldest = due(tx, heads[at + 1]?.due_at ?? now).where('kind', '=', kind)
    const works = await oldest.orderBy('due_at').orderBy('id').limit(most(kind)).execute()
    if (works.length > 0) return works[0]?.tries ? works.slice(0, 1) : works.filter(({ tries }) => tries === 0)
  }
  return []
}

/** One certain work, if it is still due and nobody else has it. */
export const takeAgain = (tx: Tx, id: string, now: Date): Promise<DueWork | undefined> =>
  due(tx, now).where('id', '=', id).executeTakeFirst()

const due = (tx: Tx, until: Date) =>
  tx.selectFrom('due_work').select(['id', 'kind', 'about', 'due_at', 'tries']).where('due_at', '<=', until).forUpdate().skipLocked()

export async function drop(tx: Tx, works: readonly DueWork[]): Promise<void> {
  await tx.deleteFrom('due_work').where(isOneOf(works)).execute()
}

const isOneOf = (works: readonly DueWork[]) =>
  sql<boolean>`id in (select json_array_elements_text(${JSON.stringify(works.map(({ id }) => id))}::json))`

/** Left to one process until then. Who takes over what another never gave back notes that it fails. */
export async function lend(tx: Tx, works: readonly DueWork[], until: Date, now: Date): Promise<void> {
  await sql`update due_work set due_at = ${until}, tries = tries + 1,
      last_fault = case when tries > 0 then coalesce(last_fault, 'never ended') else last_fault end,
      failing_since = case when tries > 0 then coalesce(failing_since, ${now}::timestamptz) else failing_since end
    where ${isOneOf(works)}`.execute(tx)
}

export async function giveBack(db: Db, works: readonly DueWork[], lent: Date): Promise<void> {
  if (works.length > 0) await db.deleteFrom('due_work').where(isOneOf(works)).where('due_at', '=', lent).execute()
}

/** As if it had not been taken: nobody has begun it. */
export async function giveBackUntouched(db: Db, works: readonly DueWork[], lent: Date, now: Date): Promise<void> {
  if (works.length === 0) return
  const untouched = db.updateTable('due_work').set((row) => ({ due_at: now, tries: row('tries', '-', 1) }))
  await untouched.where(isOneOf(works)).where('due_at', '=', lent).execute()
}

/** True unless it was planned anew meanwhile, or taken over by another process: then it stays as it is. */
export async function putOff(
  tx: Tx,
  { id, tries }: DueWork,
  { at, fault, now, lent }: { at: Date; fault: string; now: Date; lent: Date | undefined },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('due_work')
    .set((row) => ({
      due_at: at,
      tries: tries + 1,
      last_fault: fault,
      failing_since: row.fn.coalesce('failing_since', sql<Date>`${now}::timestamptz`),
    }))
    .where('id', '=', id)
    .where((row) => (lent ? row('due_at', '=', lent) : row('due_at', '<=', now)))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
