/** What the clock does with pledges. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { tell } from '../letters/actions.ts'
import { aboutOf, freePledges, releaseUnanswered, releaseWaiting, settleWithOwner } from './actions.ts'
import { releaseUnansweredGift, remindOfGift } from './gift-actions.ts'
import { findPledge, saveBegun } from './store.ts'

export const pledgeJobs = (zone: string): Job[] => [
  { kind: 'begin pledges', inside: (tx, project) => saveBegun(tx, project) },
  { kind: 'settle with owner', inside: (tx, project, now) => settleWithOwner(tx, project, momentAt(zone, now)) },
  { kind: 'free pledges', inside: (tx, project, now) => freePledges(tx, project, momentAt(zone, now)) },

  {
    kind: 'remind of pledge',
    async inside(tx, id, now) {
      const pledge = await findPledge(tx, id, zone)
      if (pledge?.state !== 'offered') return
      await tell(
        tx,
        pledge.owner,
        'pledge waits',
        { ...aboutOf(pledge), who: pledge.person, by: pledge.answerBy, today: momentAt(zone, now).today },
        now,
      )
    },
  },

  { kind: 'remind of gift', inside: (tx, id, now) => remindOfGift(tx, id, momentAt(zone, now)) },
  { kind: 'gift unanswered', inside: (tx, id, now) => releaseUnansweredGift(tx, id, momentAt(zone, now)) },
  { kind: 'pledge unanswered', inside: (tx, id, now) => releaseUnanswered(tx, id, momentAt(zone, now)) },
  { kind: 'waiting too long', inside: (tx, id, now) => releaseWaiting(tx, id, momentAt(zone, now)) },
]
