/** Remembers who types in scores for others, and for whom. The only file that writes the table score_helpers. */
import { type Db, sql, type Tx } from '../../storage/db.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    score_helpers: { event: string; attendee: string }
  }
}

export type Named = { id: string; name: string }

export async function addHelper(tx: Tx, event: string, attendee: string): Promise<void> {
  await tx
    .insertInto('score_helpers')
    .values({ event, attendee })
    .onConflict((conflict) => conflict.columns(['event', 'attendee']).doNothing())
    .execute()
}

export async function removeHelper(tx: Tx, event: string, attendee: string): Promise<void> {
  await tx.deleteFrom('score_helpers').where('event', '=', event).where('attendee', '=', attendee).execute()
}

export async function isHelper(db: Db, event: string, attendee: string): Promise<boolean> {
  return (
    (await db
      .selectFrom('score_helpers')
      .select('event')
      .where('event', '=', event)
      .where('attendee', '=', attendee)
      .executeTakeFirst()) !== undefined
  )
}

export async function listHelpers(db: Db, event: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select t.id, t.name from score_helpers h join attendees t on t.id = h.attendee where h.event = ${event} order by t.id`.execute(db)
  return rows
}

/** Those in who are called so, in whatever letters; two are enough to know that a name does not say who. */
export async function listCalled(db: Db, event: string, name: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select t.id, t.name from attendees t where t.event = ${event} and t.state = 'in' and lower(btrim(t.name)) = lower(${name}) order by t.id limit 2`.execute(
    db,
  )
  return rows
}

export type AtTerminal = { id: string; begunAt: Date; scored: number }

/** Whoever holds a card at a terminal, the latest first. */
export async function listAtTerminal(db: Db, event: string, most: number): Promise<AtTerminal[]> {
  const { rows } = await sql<AtTerminal>`
    select r.id, r.begun_at as "begunAt", (select count(d.points) from score_deals d where d.rater = r.id) as scored
    from score_raters r where r.event = ${event} and r.at_terminal
      and exists (select from score_deals d where d.rater = r.id and d.points is null and not d.passed)
    order by r.id desc limit ${most}`.execute(db)
  return rows
}

/** Whether a helper may score for them: they came to a terminal of this event. */
export async function isAtTerminal(db: Db, event: string, rater: string): Promise<boolean> {
  const row = await db
    .selectFrom('score_raters')
    .select('id')
    .where('id', '=', rater)
    .where('event', '=', event)
    .where('at_terminal', '=', true)
    .executeTakeFirst()
  return row !== undefined
}
