/** What the clock does with merging: no question waits for ever. */
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { closeMergeOffers } from './actions.ts'

export function mergingJobs(zone: string): Job[] {
  const job = (kind: string, work: (tx: Tx, id: string, at: Moment) => Promise<void>): Job => ({
    kind,
    inside: (tx, id, now) => work(tx, id, momentAt(zone, now)),
  })
  return [job('close offers', closeMergeOffers)]
}
