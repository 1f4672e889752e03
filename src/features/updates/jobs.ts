/** What the clock does with updates: in the morning everybody hears. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { TELLING, tellOfUpdates } from './actions.ts'

export const updateJobs = (zone: string): Job[] => [{ kind: TELLING, inside: (tx, id, now) => tellOfUpdates(tx, id, momentAt(zone, now)) }]
