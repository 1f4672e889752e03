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

const ENGINE = inProcess(new Knowledge(NOTHING_KNOWN))

/** By the name of what is in an address. */
export async function someRounds(db: Db, town: Town): Promise<{ rounds: string; 'round-meetings': string }> {
  const { owner } = town
  const [rounds, sent] = [await aRoundThatRuns(db, town, 'Coffee'), await aMatchedRound(db, town, 'Tea')]
  await orderSending(db, sent.turn, owner, MONDAY)
  await sendTurn(db, ENGINE, sent.turn, MONDAY)
  const meeting = await db.selectFrom('round_meetings').select('id').where('turn', '=', sent.turn).executeTakeFirstOrThrow()
  return { rounds, 'round-meetings': meeting.id }
}

async function aMatchedRound(db: Db, { owner, nurse, officer }: Town, title: string): Promise<{ id: string; turn: string }> {
  const answer = await openRound(db, owner, { ...TERMS, title, turns: 1, everyWeeks: 1, invites: false }, BEFORE)
  if (!answer.yes) throw new Error(`Not opened: ${answer.why}`)
  for (const each of [owner, nurse, officer]) await joinRound(db, answer.value, each, true, BEFORE)
  const { id: turn } = await db.selectFrom('round_turns').select('id').where('round', '=', answer.value).executeTakeFirstOrThrow()
  await matchTurn(db, ENGINE, turn, MONDAY)
  return { id: answer.value, turn }
}

/** It is being put together anew. */
export async function aRoundThatRuns(db: Db, town: Town, title = 'Coffee'): Promise<string> {
  const { id, turn } = await aMatchedRound(db, town, title)
  await aMatchingThatRuns(db, turn, MONDAY.now)
  return id
}

/** Somebody works at it, and has done a fifth. */
export async function aMatchingThatRuns(db: Db, turn: string, now: Date): Promise<void> {
  const run = newId(now)
  await together(db, (tx) => saveBegun(tx, turn, run, now))
  await savePercent(db, run, 20)
}
