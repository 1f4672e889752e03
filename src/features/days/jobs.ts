/** What the clock does with the day: a swap that is not answered in time is over. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { SWAP_OVER } from './clocks.ts'
import { leaveInPlace } from './swap-actions.ts'

export const dayJobs = (zone: string): Job[] => [{ kind: SWAP_OVER, inside: (tx, id, now) => leaveInPlace(tx, id, momentAt(zone, now)) }]
