/** What the clock does for brokers. */
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { TELL_BROKERS, tellBrokers, WAKE, wakeItem } from './actions.ts'
import { goRound, ROUND } from './round-actions.ts'
import { noMoreStuck, openStuck } from './stuck-actions.ts'

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
    // An earlier feature calls for these, about a pledge.
    job('pledger is stuck', openStuck),
    job('pledger goes on', noMoreStuck),
  ]
}
