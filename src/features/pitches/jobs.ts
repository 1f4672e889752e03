/** What the clock does with pitches when an event has gone on. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { closePitches } from './merging-actions.ts'

export const pitchJobs = (zone: string): Job[] => [
  { kind: 'pitches close', inside: (tx, event, now) => closePitches(tx, event, momentAt(zone, now)) },
]
