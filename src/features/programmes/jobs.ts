/** What the clock does with programmes: the other side opens, it closes and is matched, pairs are asked, and it ends. */
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Tx } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { openSide } from './actions.ts'
import { BLOCKED, CLOSES, NUDGE, OPENS, OVER, PAIR_OVER } from './clocks.ts'
import { endProgramme } from './ending-actions.ts'
import { closeProgramme } from './matching-actions.ts'
import { endPair, endPairsApart, nudgePairs } from './pair-actions.ts'

const AT_ONCE = 200

export function programmeJobs(knowledge: Knowledge, zone: string): Job[] {
  const job = (kind: string, work: (tx: Tx, about: string, at: Moment) => Promise<void>): Job => ({
    kind,
    inside: (tx, about, now) => work(tx, about, momentAt(zone, now)),
  })
  return [
    job(OPENS, openSide),
    job(CLOSES, (tx, id, at) => closeProgramme(tx, knowledge, id, at)),
    { kind: NUDGE, batch: AT_ONCE, inside: (tx, pairs, now) => nudgePairs(tx, pairs, momentAt(zone, now)) },
    job(PAIR_OVER, endPair),
    job(BLOCKED, endPairsApart),
    job(OVER, endProgramme),
  ]
}
