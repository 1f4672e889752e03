/** The next turn of a round: it opens by itself, and those who are in it are told before it closes. */
import { addDays, type Day, laterOf, type Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Tx } from '../../storage/db.ts'
import { planAfter, planOn } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askMany } from '../asks/actions.ts'
import { BEFORE, CLOSES } from './clocks.ts'
import { isOpen, type Round } from './round.ts'
import { addTurn, findRoundOfTurn, listJoined } from './store.ts'

/** Told so long before. */
const TOLD_BEFORE = 7

/** Answers when it closes. */
export async function beginNextTurn(tx: Tx, { id, turn, everyWeeks }: Round, at: Moment): Promise<Day> {
  const next = newId(at.now)
  const closesOn = laterOf(addDays(turn.closesOn, everyWeeks * 7), addDays(at.today, 2))
  await addTurn(tx, { id: next, number: turn.number + 1, closesOn }, id)
  await planAfter(tx, { kind: CLOSES, about: next }, closesOn, at.zone)
  await planOn(tx, { kind: BEFORE, about: next }, laterOf(addDays(closesOn, -TOLD_BEFORE), addDays(at.today, 1)), at.zone)
  await record(tx, { at: at.now, did: 'round opened again', about: id })
  return closesOn
}

/** The clock's part: whoever is in it stays, unless they say no. */
export async function tellBefore(tx: Tx, turn: string, at: Moment): Promise<void> {
  const round = await findRoundOfTurn(tx, turn, at.zone)
  if (!round || round.turn.id !== turn || !isOpen(round, at.today)) return
  const people = [...(await listJoined(tx, round.id)).keys()]
  const facts = { round: round.id, title: round.title, meetDays: round.meetDays }
  const term = { remindOn: [], answerBy: round.turn.closesOn }
  await askMany(
    tx,
    people.map((person) => ({ kind: 'round comes again' as const, about: turn, person, facts, term })),
    at,
  )
}
