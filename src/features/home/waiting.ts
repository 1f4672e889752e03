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
}
