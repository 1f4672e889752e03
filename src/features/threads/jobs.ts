/** What the clock does with threads: no report is forgotten. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { remindOfReports } from './report-actions.ts'

export const threadJobs = (zone: string): Job[] => [
  { kind: 'reports wait', inside: (tx, post, now) => remindOfReports(tx, post, momentAt(zone, now)) },
]
