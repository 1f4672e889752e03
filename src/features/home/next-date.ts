/** A day on which something happens in what somebody takes part in. */
import type { Day } from '../../basics/day.ts'

export type NextDate = {
  /** The last day for pledges, the first meeting, going live, the last day for an answer of the owner or of one's manager, the last day of one's own pledge. */
  is: 'deadline' | 'first date' | 'go-live' | 'answer' | 'manager' | 'last day'
  project: string
  title: string
  /** The skill that was pledged. */
  what: string
  on: Day
}
