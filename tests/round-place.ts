/** Two rounds in a small town: one that is being put together anew, and one in which people meet. */
import { addDays } from '../src/basics/day.ts'
import { newId } from '../src/basics/id.ts'
import { joinRound, openRound } from '../src/features/rounds/actions.ts'
import { matchTurn, orderSending } from '../src/features/rounds/match-actions.ts'
import { inProcess } from '../src/features/rounds/plan.ts'
import { saveBegun, savePercent } from '../src/features/rounds/progress-store.ts'
import { sendTurn } from '../src/features/rounds/send-actions.ts'
import { Knowledge, NOTHING_KNOWN } from '../src/matching/knowledge.ts'
import { type Db, together } from '../src/storage/db.ts'
import { later, MONDAY } from './cast.ts'
import type { Town } from './town.ts'

const BEFORE = later(MONDAY, -3)
const TERMS = { line: '', audience: { is: 'everybody' }, size: 2, across: [], closesOn: addDays(MONDAY.today, -1), meetDays: 14 } as const

/** By the name of what is in an address. */
export async function someRounds(db: Db, { owner, nurse, officer }: Town): Promise<{ rounds: string; 'round-meetings': string }> {
  const engine = inProcess(new Knowledge(NOTHING_KNOWN))
  const ids: string[] = []
  for (const title of ['Coffee', 'Tea']) {
    const answer = await openRound(db, owner, { ...TERMS, title, turns: 1, everyWeeks: 1, invites: false }, BEFORE)
    if (!answer.yes) throw new Error(`Not opened: ${answer.why}`)
    for (const each of [owner, nurse, officer]) await joinRound(db, answer.value, each, true, BEFORE)
    const { id } = await turnOf(db, answer.value)
    await matchTurn(db, engine, id, MONDAY)
    ids.push(answer.value)
    if (title === 'Coffee') continue
    await orderSending(db, id, owner, MONDAY)
    await sendTurn(db, engine, id, MONDAY)
  }
  await aMatchingThatRuns(db, (await turnOf(db, ids[0] ?? '')).id, MONDAY.now)
  const meeting = await db
    .selectFrom('round_meetings as m')
    .innerJoin('round_turns as t', 't.id', 'm.turn')
    .select('m.id')
    .where('t.state', '=', 'sent')
    .executeTakeFirstOrThrow()
  return { rounds: ids[0] ?? '', 'round-meetings': meeting.id }
}

const turnOf = (db: Db, round: string) => db.selectFrom('round_turns').select('id').where('round', '=', round).executeTakeFirstOrThrow()

/** Somebody works at it, and has done a fifth. */
export async function aMatchingThatRuns(db: Db, turn: string, now: Date): Promise<void> {
  const run = newId(now)
  await together(db, (tx) => saveBegun(tx, turn, run, now))
  await savePercent(db, run, 20)
}
