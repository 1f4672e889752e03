/** What the clock does for people who are held: nobody is forgotten. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { lockPerson } from '../people/actions.ts'
import { askBrokers, closeClaimOf, UNANSWERED } from './actions.ts'
import { findClaim } from './store.ts'

export const memberJobs = (zone: string): Job[] => [
  {
    kind: UNANSWERED,
    async inside(tx, id, now) {
      const seen = await findClaim(tx, id, zone)
      const person = seen && (await lockPerson(tx, seen.person.id))
      const claim = person && (await findClaim(tx, id, zone))
      if (claim?.state !== 'open') return
      // Their address has told it meanwhile, among several that it serves.
      if (person?.organisation) return closeClaimOf(tx, person.id, now)
      await askBrokers(tx, claim, momentAt(zone, now))
    },
  },
]
