/** At the end of a turn each is asked whether they met; who says not yet is asked once more. What they say is only counted. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Moment, startOfDay } from '../../basics/day.ts'
import { workingDayFrom } from '../../basics/working-day.ts'
import type { Tx } from '../../storage/db.ts'
import { forget, plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askMany, dropAsksOfMany, findAsk, termOf } from '../asks/actions.ts'
import type { Ask } from '../asks/ask.ts'
import { findWhoIsApart } from '../boundaries/actions.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { ASKED_AFTER_DAYS, isAskedAgain, isOutcome } from '../introductions/outcome.ts'
import { closeRound } from './actions.ts'
import { othersOf, type RoundMeeting } from './meeting.ts'
import { comesAgain } from './round.ts'
import { findMeeting, listSeated, saveSaid } from './seat-store.ts'
import { named } from './send-actions.ts'
import { findRoundOfTurn } from './store.ts'

export { countMeetingsMet } from './figures-store.ts'

export const AGAIN = 'ask again whether round met'

type Refusal = 'no such answer'
type Met = Pick<RoundMeeting, 'id' | 'title' | 'round' | 'members'>

/** The clock's part: the time to meet is over. */
export async function askWhetherMet(tx: Tx, turn: string, at: Moment): Promise<void> {
  const round = await findRoundOfTurn(tx, turn, at.zone)
  if (!round) return
  const { meetings } = await listSeated(tx, turn)
  await dropAsksOfMany(
    tx,
    meetings.map(({ id }) => id),
    at,
  )
  const { id, title } = round
  await askAll(
    tx,
    meetings.flatMap(({ id: meeting, members }) =>
      members.map((reader) => ({ meeting: { id: meeting, title, round: id, members }, person: reader.id })),
    ),
    1,
    at,
  )
  // The last turn: nothing of the round waits any more.
  if (round.turn.id === turn && !round.isOver && !comesAgain(round)) await closeRound(tx, round, at)
}

/** The clock's part, by the ask that was answered with "not yet". */
export async function askOnceMore(tx: Tx, askId: string, at: Moment): Promise<void> {
  const before = await findAsk(tx, askId)
  const meeting = before && (await findMeeting(tx, before.about))
  if (before?.person !== undefined && meeting) await askAll(tx, [{ meeting, person: before.person }], timesOf(before) + 1, at)
}

async function askAll(tx: Tx, all: readonly { meeting: Met; person: string }[], times: number, at: Moment): Promise<void> {
  const term = await termOf(tx, at)
  // Whoever has blocked the other since is not there any more.
  const isApart = await findWhoIsApart(
    tx,
    all.flatMap(({ meeting }) => meeting.members.map(({ id }) => id)),
  )
  const asks = all.flatMap(({ meeting, person }) => {
    const others = othersOf(meeting, person).filter(({ id }) => !isApart(person, id))
    if (others.length === 0) return []
    const facts = { meeting: meeting.id, title: meeting.title, times, ...named(others) }
    return [{ kind: 'did your meeting happen' as const, about: meeting.id, person, facts, term }]
  })
  await askMany(tx, asks, at)
}

const timesOf = ({ facts }: Ask): number => ('times' in facts && typeof facts.times === 'number' ? facts.times : 1)

export async function sayWhetherMet(tx: Tx, asked: Ask, said: string, by: string, at: Moment): Promise<Answer<true, Refusal>> {
  if (!isOutcome(said)) return no('no such answer')
  await saveSaid(tx, asked.about, by, said, at.now)
  await record(tx, { at: at.now, who: by, did: 'round remembered', about: asked.about })
  if (isAskedAgain(said, timesOf(asked))) {
    const { calendar } = (await findChapter(tx)) ?? AS_IT_COMES
    const day = workingDayFrom(addDays(at.today, ASKED_AFTER_DAYS), calendar)
    await plan(tx, { kind: AGAIN, about: asked.id, at: startOfDay(at.zone, day) })
  }
  return yes(true)
}

export async function unsayWhetherMet(tx: Tx, asked: Ask, by: string, at: Moment): Promise<Answer<true, Refusal>> {
  await saveSaid(tx, asked.about, by, undefined, at.now)
  await forget(tx, AGAIN, asked.id)
  return yes(true)
}
