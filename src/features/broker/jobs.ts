/** What the clock does for brokers. */
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { STUCK } from '../check-ins/actions.ts'
import { RELEASED } from '../pledges/keeping-actions.ts'
import { TELL_BROKERS, tellBrokers, WAKE, wakeItem } from './actions.ts'
import { goRound, lookNow, ROUND } from './round-actions.ts'
import { openStuck } from './stuck-actions.ts'

export { ROUND } from './round-actions.ts'

export function brokerJobs(zone: string): Job[] {
  const job = (kind: string, work: (tx: Tx, about: string, at: Moment) => Promise<void>): Job => ({
    kind,
    inside: (tx, about, now) => work(tx, about, momentAt(zone, now)),
  })
  return [
    job(ROUND, goRound),
    job(TELL_BROKERS, (tx, _chapter, at) => tellBrokers(tx, at)),
    job(WAKE, wakeItem),
    job(STUCK, openStuck),
    job(RELEASED, (tx, _pledge, at) => lookNow(tx, at)),
  ]
}
