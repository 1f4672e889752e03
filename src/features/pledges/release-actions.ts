/** What nobody answered in time is freed: many at once, because the last day of many is the same. */
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { recordMany } from '../../storage/journal.ts'
import { tellEach } from '../letters/actions.ts'
import type { PledgeState } from './pledge.ts'
import { listPledges, lockProjectsOf, saveManyOver } from './store.ts'
import { aboutOf } from './turn-actions.ts'

/** The owners did not answer in time: the pledgers are free, and told so. */
export const releaseUnanswered = (tx: Tx, ids: readonly string[], at: Moment): Promise<void> =>
  release(tx, ids, 'offered', 'pledge unanswered', at)

/** The day has come until which offers in line were kept: the pledgers are free, and told so. */
export const releaseWaiting = (tx: Tx, ids: readonly string[], at: Moment): Promise<void> =>
  release(tx, ids, 'waiting', 'waited too long', at)

async function release(
  tx: Tx,
  ids: readonly string[],
  from: PledgeState,
  letter: 'pledge unanswered' | 'waited too long',
  at: Moment,
): Promise<void> {
  await lockProjectsOf(tx, ids)
  const late = (await listPledges(tx, ids, at.zone)).filter(({ state, answerBy }) => state === from && answerBy < at.today)
  const over = late.map(({ id }) => id)
  await saveManyOver(tx, over, 'released', at.now)
  await recordMany(
    tx,
    over.map((about) => ({ at: at.now, did: 'pledge released', about })),
  )
  await tellEach(
    tx,
    letter,
    late.map((pledge) => ({ person: pledge.person.id, facts: aboutOf(pledge) })),
    at.now,
  )
}
