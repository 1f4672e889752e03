/** An introduction: two who fit are asked, one after the other, and learn of each other's address once both said yes. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'
import { turned, type Why } from './why.ts'

/** Met: both said yes. */
export type IntroductionState = 'asked' | 'met' | 'over'
export type Introduction = {
  id: string
  /** Who would like to meet; where a broker proposes it, who is asked first. */
  person: Somebody
  other: Somebody
  /** Who put the two together. */
  broker?: Somebody
  line: string
  /** As `person` reads it. */
  why: Why
  state: IntroductionState
  /** Where a broker proposes it the first of the two is asked alone; until their yes the other knows nothing of it. */
  isOtherAsked: boolean
  answerBy: Day
  /** Whoever said no. Nobody else learns of it: until the last day the state stays as it is, and then it is over, as after silence. */
  declinedBy?: string
  metOn?: Day
  /** When the two could meet. */
  slots: readonly Date[]
}

export const MOST_LINE = 500
export const MOST_OPEN = 3
const WEEKS_BETWEEN = 26

/** What must be known of each of the two. */
export type Party = {
  id: string
  organisation?: string
  sector?: Sector
  isPaused: boolean
  /** Introductions that wait for an answer, as everybody sees them: one that was silently declined waits until its last day. */
  open: number
  /** They have had as many this month as they chose to take. */
  isFull: boolean
}
/** The newest introduction of the two to each other, however it ended. `isKnown`: whoever asks knows of it. */
export type Last = { id: string; on: Day; isKnown: boolean }
/** The same two are not introduced again so soon. */
export const isLately = ({ on }: Pick<Last, 'on'>, today: Day): boolean => today < addDays(on, WEEKS_BETWEEN * 7)

export type Between = { isBlocked: boolean; isSameTeam: boolean; last?: Last }

export type IntroduceRefusal =
  | 'yourself'
  | 'not a member'
  | 'no member'
  | 'supplier'
  | 'same team'
  | 'blocked'
  | 'introduced lately'
  | 'paused yourself'
  | 'too many open'
  | 'cannot now'

/** May `asker` ask to meet `other`? */
export function mayIntroduce(asker: Party, other: Party, between: Between, today: Day): Answer<true, IntroduceRefusal> {
  if (asker.id === other.id) return no('yourself')
  if (between.isBlocked) return no('blocked')
  if (asker.organisation === undefined) return no('not a member')
  if (other.organisation === undefined) return no('no member')
  if (asker.sector === 'supplier') return no('supplier')
  if (between.isSameTeam) return no('same team')
  const isAgain = between.last !== undefined && isLately(between.last, today)
  if (isAgain && between.last?.isKnown) return no('introduced lately')
  if (asker.isPaused) return no('paused yourself')
  if (asker.open >= MOST_OPEN) return no('too many open')
  // One answer for all, so that nobody learns who is busy, who rests, and who was asked about them by a broker.
  return isAgain || other.isPaused || other.isFull || other.open >= MOST_OPEN ? no('cannot now') : yes(true)
}

export type ProposeRefusal =
  | 'not a broker'
  | 'one of the two'
  | Exclude<IntroduceRefusal, 'not a member' | 'paused yourself' | 'too many open'>

/** A broker puts two others together; to them it is all the same which of the two could not. */
export function mayPropose(broker: Viewer, first: Party, other: Party, between: Between, today: Day): Answer<true, ProposeRefusal> {
  if (!broker.broker) return no('not a broker')
  if ([first.id, other.id].includes(broker.person)) return no('one of the two')
  const may = mayIntroduce(first, other, between, today)
  // Also the first of the two is asked here, and does not ask.
  if (may.yes) return first.isFull ? no('cannot now') : may
  if (may.why === 'not a member') return no('no member')
  return no(may.why === 'paused yourself' || may.why === 'too many open' ? 'cannot now' : may.why)
}

/** Whose answer it waits for. */
export const askedNow = ({ isOtherAsked, person, other }: Pick<Introduction, 'isOtherAsked' | 'person' | 'other'>): Somebody =>
  isOtherAsked ? other : person

export type AnswerRefusal = 'not asked' | 'answered before' | 'over'

export function mayAnswerIntroduction(introduction: Introduction, by: string): Answer<true, AnswerRefusal> {
  if (introduction.state !== 'asked') return no('over')
  if (askedNow(introduction).id !== by) return no('not asked')
  return introduction.declinedBy === undefined ? yes(true) : no('answered before')
}

/** A no can be taken back while the introduction waits. */
export const mayReopen = (introduction: Introduction, by: string): Answer<true, AnswerRefusal> =>
  introduction.state === 'asked' && introduction.declinedBy === by ? yes(true) : no('over')

/** The two, and the broker who proposed it. Whoever has not been asked yet knows nothing of it. */
export const concerns = ({ person, other, broker, isOtherAsked }: Introduction, viewer: string): boolean =>
  person.id === viewer || broker?.id === viewer || (other.id === viewer && isOtherAsked)

/** Of the two, the one whom this reader would meet. */
export const partnerOf = ({ person, other }: Pick<Introduction, 'person' | 'other'>, reader: string): Somebody =>
  reader === person.id ? other : person

/** The reason as this reader reads it. */
export const whyFor = ({ person, why }: Pick<Introduction, 'person' | 'why'>, reader: string): Why =>
  reader === person.id ? why : turned(why)
