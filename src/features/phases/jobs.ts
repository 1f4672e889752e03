/** What the clock does with phases: none goes on for long without a word. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { askForPhase } from './actions.ts'

export const phaseJobs = (zone: string): Job[] => [
  { kind: 'phase overdue', inside: (tx, id, now) => askForPhase(tx, id, momentAt(zone, now)) },
]
