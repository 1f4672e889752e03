/** One meeting of a round, and a seat in it: who meets whom, why, and what came of it. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import type { Reason } from '../../matching/pair-score.ts'
import type { LeftOut } from '../../matching/rounds/meeting.ts'
import type { Somebody } from '../people/person.ts'
import type { SeenBy } from '../people/profile.ts'
import type { TurnState } from './round.ts'

/** Why two of a meeting fit, by their ids. */
export type PairWhy = { a: string; b: string; reasons: readonly Reason[] }
export type WhyLeftOut = LeftOut['why']

/** As it is planned. */
export type PlannedMeeting = { members: readonly string[]; whys: readonly PairWhy[] }
export type Planned = { meetings: readonly PlannedMeeting[]; leftOut: readonly { id: string; why: WhyLeftOut }[] }

/** Somebody who takes part, with what letters and reasons ask of them. */
export type Member = Somebody & { organisation: string; seenBy: SeenBy }
export type RoundMeeting = {
  id: string
  round: string
  title: string
  turn: { id: string; state: TurnState; meetBy?: Day }
  whys: readonly PairWhy[]
  slots: readonly Date[]
  /** Those who still come. */
  members: readonly Member[]
}

/** Without those who have withdrawn; nobody else is shown it. */
export const isIn = ({ members }: Pick<RoundMeeting, 'members'>, person: string): boolean => members.some(({ id }) => id === person)

export const othersOf = <Each extends { id: string }>({ members }: { members: readonly Each[] }, reader: string): Each[] =>
  members.filter(({ id }) => id !== reader)

export const whyOf = (whys: readonly PairWhy[], one: string, other: string): readonly Reason[] =>
  whys.find(({ a, b }) => (a === one && b === other) || (a === other && b === one))?.reasons ?? []

export type WithdrawRefusal = 'not in it' | 'too late'

export function mayWithdraw(meeting: RoundMeeting, person: string, today: Day): Answer<true, WithdrawRefusal> {
  if (!isIn(meeting, person)) return no('not in it')
  const { state, meetBy } = meeting.turn
  return state === 'sent' && meetBy !== undefined && meetBy >= today ? yes(true) : no('too late')
}

export type Sees = 'members' | 'matches'

/**
 * Of the reasons those that both show to whoever reads them: those whom they meet (matches), or members. What somebody keeps for finding
 * who fits is never said.
 */
export function shownReasons(reasons: readonly Reason[], of: ReadonlyMap<string, SeenBy>, to: Sees): Reason[] {
  const shows = (...fields: (keyof SeenBy)[]): boolean =>
    [...of.values()].every((seenBy) =>
      fields.every((field) => seenBy[field] === 'members' || (to === 'matches' && seenBy[field] === 'matches')),
    )
  const isShown = (reason: Reason): boolean => {
    switch (reason.is) {
      case 'need':
        return shows('haves', 'needs', 'learning')
      case 'interest':
        return reason.interest.startsWith('interest-') ? shows('interests') : shows('areas')
      case 'nearby':
        return shows('place')
      case 'across':
        return reason.what !== 'profession' || shows('profession')
      case 'left out':
        return false
    }
  }
  return reasons.filter(isShown)
}
