/** What the clock does with scores: works out the ranking of an event that has moved on, by whatever button or letter. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { rankOnceClosed } from './closing-actions.ts'

export const scoreJobs = (zone: string): Job[] => [
  { kind: 'scoring closes', inside: (tx, event, now) => rankOnceClosed(tx, event, momentAt(zone, now)) },
]
