/** Who finds somebody: hiding from one's organisation, staying anonymous until both said yes, a pause. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { type Day, readDay } from '../../basics/day.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import { mayPause, type PauseRefusal } from '../letters/choice.ts'
import type { Somebody } from '../people/person.ts'

export type Boundaries = {
  /** Nobody of their organisation finds them where people find each other. */
  hides: boolean
  /** Others learn their name when both have said yes. */
  isAnonymous: boolean
  /** The last day on which they are neither suggested nor introduced. */
  pausedUntil?: Day
}

export const NO_BOUNDARIES: Boundaries = { hides: false, isAnonymous: false }

export type TypedBoundaries = { hides: boolean; isAnonymous: boolean; until: string }

/** Without a day there is no pause. */
export function readBoundaries({ until, ...chosen }: TypedBoundaries, today: Day): Answer<Boundaries, PauseRefusal> {
  if (until.trim() === '') return yes(chosen)
  const day = readDay(until)
  const why = mayPause(day, today)
  return why || day === undefined ? no(why ?? 'no day') : yes({ ...chosen, pausedUntil: day })
}

export const isPaused = ({ pausedUntil }: Boundaries, today: Day): boolean => pausedUntil !== undefined && pausedUntil >= today

export type BlockRefusal = 'yourself' | 'not a member'

/** Whoever is not a member yet sees nobody, so there is nobody to block. */
export function block(by: Viewer, person: string): Answer<true, BlockRefusal> {
  if (by.person === person) return no('yourself')
  return isMember(by) ? yes(true) : no('not a member')
}

/** Of the moderator who looks at it: the reported person is told why and asked to stop, or nothing happens. */
export type Verdict = 'warned' | 'kept'
export type PersonReport = { id: string; person: Somebody; reporter: Somebody; reason: string; isAnswered: boolean }

export const MOST_REASON = 1000

export type ReportRefusal = BlockRefusal | 'nobody to look'

/** `moderators` are those of neither organisation. */
export function report(by: Viewer, person: string, moderators: number): Answer<true, ReportRefusal> {
  const may = block(by, person)
  if (!may.yes) return may
  return moderators > 0 ? yes(true) : no('nobody to look')
}

export type JudgeRefusal = 'not a moderator' | 'answered before'

export function judge({ isAnswered }: Pick<PersonReport, 'isAnswered'>, by: Viewer): Answer<true, JudgeRefusal> {
  if (!by.moderator) return no('not a moderator')
  return isAnswered ? no('answered before') : yes(true)
}
