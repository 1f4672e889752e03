/** What waits for a person beside asks, and until when. */
import type { Day } from '../../basics/day.ts'

export type Waiting = {
  /** A project to give to somebody; a brief that nothing fits, a reported post, an address from which letters come back, a letter that was not understood; a promise that was broken, which a broker has taken or nobody. */
  is: 'giving away' | 'lookout' | 'report' | 'bounce' | 'reply' | 'broken promise'
  /** Of the thing on whose page it is answered. */
  id: string
  what: string
  title: string
  /** Somebody else's, whom a broker helps. */
  isTheirs: boolean
  /** The last day to answer, or the day since which it has waited. */
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
  | 'reports wait'

/** The kinds of due work that say what happens next to it; of several, the first to come. */
export const NEXT: Partial<Record<Waiting['is'], readonly Does[]>> = {
  'giving away': ['brief deadline', 'brief not reached', 'start overdue', 'phase overdue', 'work over'],
  lookout: ['lookout overdue'],
  report: ['reports wait'],
}
