/** What the clock does for people who are held: nobody is forgotten. */
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { lockPerson } from '../people/actions.ts'
import { ASK_COLLEAGUES, askBrokers, askColleagues, closeClaimOf, UNANSWERED } from './actions.ts'
import type { Claim } from './claim.ts'
import { findClaim } from './store.ts'

export function memberJobs(zone: string): Job[] {
  const ofOpen = (kind: string, ask: (tx: Tx, claim: Claim, at: Moment) => Promise<void>): Job => ({
    kind,
    async inside(tx, id, now) {
      const seen = await findClaim(tx, id, zone)
      const person = seen && (await lockPerson(tx, seen.person.id))
      const claim = person && (await findClaim(tx, id, zone))
      if (claim?.state !== 'open') return
      // Their address has told it meanwhile, among several that it serves.
      if (person?.organisation) return closeClaimOf(tx, person.id, now)
      await ask(tx, claim, momentAt(zone, now))
    },
  })
  return [ofOpen(ASK_COLLEAGUES, askColleagues), ofOpen(UNANSWERED, askBrokers)]
}
