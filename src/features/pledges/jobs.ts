/** What the clock does with pledges. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { freePledges, releaseWaiting, settleWithOwner } from './actions.ts'
import { saveBegun } from './store.ts'

export const pledgeJobs = (zone: string): Job[] => [
  { kind: 'begin pledges', inside: (tx, project) => saveBegun(tx, project) },
  { kind: 'settle with owner', inside: (tx, project, now) => settleWithOwner(tx, project, momentAt(zone, now)) },
  { kind: 'free pledges', inside: (tx, project, now) => freePledges(tx, project, momentAt(zone, now)) },

  { kind: 'waiting too long', inside: (tx, id, now) => releaseWaiting(tx, id, momentAt(zone, now)) },
]
