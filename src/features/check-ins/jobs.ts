/** What the clock does for pledges that are kept: it asks every week. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { BEGIN, beginCheckIns, CHECK_IN, checkIn } from './actions.ts'

const AT_ONCE = 200

export const checkInJobs = (zone: string): Job[] => [
  { kind: BEGIN, inside: (tx, pledge, now) => beginCheckIns(tx, pledge, momentAt(zone, now)) },
  { kind: CHECK_IN, batch: AT_ONCE, inside: (tx, pledges, now) => checkIn(tx, pledges, momentAt(zone, now)) },
]
