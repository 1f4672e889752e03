/** What the clock does with what people have and need: it asks before it ends. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { ENDS_SOON } from './actions.ts'
import { askWhetherKept } from './keeping-actions.ts'

export const listingJobs = (zone: string): Job[] => [
  { kind: ENDS_SOON, inside: (tx, person, now) => askWhetherKept(tx, person, momentAt(zone, now)) },
]
