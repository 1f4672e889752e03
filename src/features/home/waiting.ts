/** What waits for a person's answer, and until when. */
import type { Day } from '../../basics/day.ts'
import type { Somebody } from '../people/person.ts'

/** A phase without a word, a project that would join theirs, one that they are asked to look after, one that they should give to somebody. */
export type Life = 'review' | 'merging' | 'handover' | 'giving away'

export type Waiting = {
  /** A pledge to answer, a first date to name, a choice at the deadline, an ending to tell; somebody who says that they belong; a reported post. */
  is: 'pledge' | 'start' | 'choice' | 'ending' | 'claim' | 'report' | 'gift' | 'lookout' | Life
  /** Of the thing on whose page it is answered. */
  id: string
  what: string
  title: string
  who?: Somebody
  hoursAWeek?: number
  /** The last day to answer; of an ending, the day since which it has waited. */
  by: Day
  /** What the clock does about it next, and on which day. */
  next?: { does: Does; on: Day }
}

export type Does =
  | 'brief deadline'
  | 'brief not reached'
  | 'start overdue'
  | 'work over'
  | 'phase overdue'
  | 'lookout overdue'
  | 'claim unanswered'
  | 'reports wait'

/** The kinds of due work that say what happens next to it; of several, the first to come. */
export const NEXT: Partial<Record<Waiting['is'], readonly Does[]>> = {
  start: ['start overdue'],
  ending: ['work over'],
  review: ['phase overdue'],
  'giving away': ['brief deadline', 'brief not reached', 'start overdue', 'phase overdue', 'work over'],
  lookout: ['lookout overdue'],
  claim: ['claim unanswered'],
  report: ['reports wait'],
}
