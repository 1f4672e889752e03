/** Remembers how far the putting together of a turn is. The only file that writes the table round_matchings. */
import { dayIn } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { CLOSES, MATCH } from './clocks.ts'
import type { Progress } from './progress.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    round_matchings: { turn: string; run: string; percent: number; begun_at: Date }
  }
}

/** Whoever worked at it before has been overtaken. */
export async function saveBegun(tx: Tx, turn: string, run: string, now: Date): Promise<void> {
  const row = { run, percent: 0, begun_at: now }
  await tx
    .insertInto('round_matchings')
    .values({ turn, ...row })
    .onConflict((conflict) => conflict.column('turn').doUpdateSet(row))
    .execute()
}

/** False when it has been called off, or somebody else has begun it anew. */
export async function savePercent(db: Db, run: string, percent: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('round_matchings').set({ percent }).where('run', '=', run).executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeRun(db: Db, run: string): Promise<void> {
  await db.deleteFrom('round_matchings').where('run', '=', run).execute()
}

export async function removeRunOf(tx: Tx, turn: string): Promise<void> {
  await tx.deleteFrom('round_matchings').where('turn', '=', turn).execute()
}

/** A process that ended amid it left it behind; whatever is planned is begun anew soon, and anything else is over after so long. */
const FORGOTTEN = 10 * 60_000

type Row = { percent: number | null; isPlanned: boolean; closes: Date | null }

export async function findProgress(db: Db, turn: string, now: Date, zone: string): Promise<Progress | undefined> {
  const { rows } = await sql<Row>`select
      (select percent from round_matchings m where m.turn = ${turn} and (m.begun_at > ${new Date(now.getTime() - FORGOTTEN)} or ${isPlanned(turn, now)})) as percent,
      ${isPlanned(turn, now)} as "isPlanned",
      (select w.due_at from due_work w join round_turns t on t.id = w.about
        where t.id = ${turn} and w.kind = ${CLOSES} and w.tries = 0 and t.state = 'open' and t.closes_on < ${dayIn(zone, now)}) as closes`.execute(
    db,
  )
  const [{ percent, isPlanned: waits, closes } = { percent: null, isPlanned: false, closes: null }] = rows
  if (percent !== null) return { is: 'runs', percent }
  if (waits) return { is: 'waits' }
  return closes ? { is: 'rests', until: dayIn(zone, closes) } : undefined
}

/** What somebody has taken has been tried. */
const isPlanned = (turn: string, now: Date) =>
  sql<boolean>`exists (select from due_work w where w.about = ${turn} and w.kind in (${CLOSES}, ${MATCH}) and (w.tries > 0 or w.due_at <= ${now}))`

/** What was called off meanwhile is planned no more, or for another day. */
export async function isStillPlanned(tx: Tx, turn: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select ${isPlanned(turn, now)} as "is"`.execute(tx)
  return rows[0]?.is ?? false
}
