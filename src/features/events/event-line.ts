/** An event as a line of a list. */
import type { Day } from '../../basics/day.ts'
import type { AttendeeState } from './attendee.ts'
import type { Step } from './event.ts'

export type EventLine = {
  id: string
  title: string
  venue: string
  firstDay: Day
  lastDay: Day
  step: Step
  isCalledOff: boolean
  /** The reader runs it. */
  isMine: boolean
  /** How the reader stands to it. */
  state: AttendeeState | null
}
