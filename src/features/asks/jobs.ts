/** What the clock does with asks: it reminds, and when the last day has passed it says so. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { CAME_BACK } from '../letters/bounce-actions.ts'
import { type AllAsks, EXPIRE, expireAsks, REMIND, remindOfAsks } from './actions.ts'
import { loseAsk } from './guest-actions.ts'

const AT_ONCE = 200

export const askJobs = (asks: AllAsks, zone: string): Job[] => [
  { kind: REMIND, batch: AT_ONCE, inside: (tx, ids, now) => remindOfAsks(tx, ids, momentAt(zone, now)) },
  { kind: EXPIRE, batch: AT_ONCE, inside: (tx, ids, now) => expireAsks(tx, asks, ids, momentAt(zone, now)) },
  { kind: CAME_BACK, inside: (tx, id, now) => loseAsk(tx, asks, id, momentAt(zone, now)) },
]
