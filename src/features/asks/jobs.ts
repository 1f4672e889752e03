/** What the clock does with asks: it reminds, and when the last day has passed it says so. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { type AllAsks, EXPIRE, expireAsk, REMIND, remindOfAsk } from './actions.ts'

export const askJobs = (asks: AllAsks, zone: string): Job[] => [
  { kind: REMIND, inside: (tx, id, now) => remindOfAsk(tx, id, momentAt(zone, now)) },
  { kind: EXPIRE, inside: (tx, id, now) => expireAsk(tx, asks, id, momentAt(zone, now)) },
]
