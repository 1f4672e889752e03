/** What the clock does with partnerships: before one ends its hosts are asked, and on the day after its last it ends. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { askWhetherItGoesOn, ENDS_SOON, endByItself, OVER } from './actions.ts'

export const partnershipJobs = (zone: string): Job[] => [
  { kind: ENDS_SOON, inside: (tx, id, now) => askWhetherItGoesOn(tx, id, momentAt(zone, now)) },
  { kind: OVER, inside: (tx, id, now) => endByItself(tx, id, momentAt(zone, now)) },
]
