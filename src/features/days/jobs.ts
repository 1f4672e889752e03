/** What the clock does with the day: a swap that is not answered in time is over, and so is one that cannot be made any more. */
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { SWAP_OVER, SWAPS_CLOSE } from './clocks.ts'
import { closeSwaps, leaveInPlace } from './swap-actions.ts'

export const dayJobs = (zone: string): Job[] => {
  const does = (kind: string, work: (tx: Tx, about: string, at: Moment) => Promise<void>): Job => ({
    kind,
    inside: (tx, about, now) => work(tx, about, momentAt(zone, now)),
  })
  return [does(SWAP_OVER, leaveInPlace), does(SWAPS_CLOSE, closeSwaps)]
}
