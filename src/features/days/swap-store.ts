/** Remembers sessions that are to change places. The only file that writes the table session_swaps. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Swap, SwapState, Voice } from './swap.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    session_swaps: {
      id: string
      event: string
      session: string
      other: string
      asked_by: string
      asks_host: boolean
      host_agrees: boolean | null
      organiser_agrees: boolean | null
      state: SwapState
      asked_at: Date
      answer_by: Day
    }
  }
}

export async function addSwap(tx: Tx, { id, event, one, other, asksHost, answerBy }: Swap, by: string, now: Date): Promise<void> {
  const answers = { asks_host: asksHost, host_agrees: null, organiser_agrees: null, state: 'asked' as const }
  await tx
    .insertInto('session_swaps')
    .values({ id, event, session: one, other, asked_by: by, asked_at: now, answer_by: answerBy, ...answers })
    .execute()
}

/** As a query has it. */
export type SwapRow = Omit<Swap, 'hostAgrees' | 'organiserAgrees'> & { hostAgrees: boolean | null; organiserAgrees: boolean | null }
const COLUMNS = sql`id, event, session as one, other, state, asks_host as "asksHost", answer_by as "answerBy", host_agrees as "hostAgrees", organiser_agrees as "organiserAgrees"`
export const toSwap = ({ hostAgrees, organiserAgrees, ...row }: SwapRow): Swap => ({
  ...row,
  ...(hostAgrees === null ? {} : { hostAgrees }),
  ...(organiserAgrees === null ? {} : { organiserAgrees }),
})

export async function findSwap(db: Db, id: string): Promise<Swap | undefined> {
  const { rows } = await sql<SwapRow>`select ${COLUMNS} from session_swaps where id = ${id}`.execute(db)
  return rows[0] && toSwap(rows[0])
}

export async function listOpenSwaps(db: Db, event: string): Promise<Swap[]> {
  const { rows } = await sql<SwapRow>`select ${COLUMNS} from session_swaps where event = ${event} and state = 'asked' order by id`.execute(
    db,
  )
  return rows.map(toSwap)
}

export async function saveSwapAnswer(tx: Tx, id: string, voice: Voice, agrees: boolean): Promise<void> {
  const answer = voice === 'host' ? { host_agrees: agrees } : { organiser_agrees: agrees }
  await tx.updateTable('session_swaps').set(answer).where('id', '=', id).execute()
}

/** Those that still wait. */
export async function saveSwapState(tx: Tx, ids: readonly string[], state: SwapState): Promise<void> {
  if (ids.length > 0) await tx.updateTable('session_swaps').set({ state }).where('id', 'in', ids).where('state', '=', 'asked').execute()
}
