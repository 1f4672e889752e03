/** What the clock does with events: a step comes to its end, and the event does. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { askToMoveOn, endEvent } from './actions.ts'
import { OVER, STEP_OVER } from './clocks.ts'

export const eventJobs = (zone: string): Job[] => [
  { kind: STEP_OVER, inside: (tx, id, now) => askToMoveOn(tx, id, momentAt(zone, now)) },
  { kind: OVER, inside: (tx, id, now) => endEvent(tx, id, momentAt(zone, now)) },
]
