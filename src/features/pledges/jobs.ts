/** What the clock does with pledges. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { freePledges, settleWithOwner } from './actions.ts'
import { releaseWaiting } from './release-actions.ts'
import { saveBegun } from './store.ts'

const AT_ONCE = 200

export const pledgeJobs = (zone: string): Job[] => [
  { kind: 'begin pledges', inside: (tx, project) => saveBegun(tx, project) },
  { kind: 'settle with owner', inside: (tx, project, now) => settleWithOwner(tx, project, momentAt(zone, now)) },
  { kind: 'free pledges', inside: (tx, project, now) => freePledges(tx, project, momentAt(zone, now)) },

  { kind: 'waiting too long', batch: AT_ONCE, inside: (tx, ids, now) => releaseWaiting(tx, ids, momentAt(zone, now)) },
]
