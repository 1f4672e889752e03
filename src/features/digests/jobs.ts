/** What the clock does with digests. */
import { type Moment, momentAt } from '../../basics/day.ts'
import { together } from '../../storage/db.ts'
import { type Job, plan } from '../../storage/due-work.ts'
import { runNext } from '../../storage/run-work.ts'
import type { Recall } from '../suggestions/memory-actions.ts'
import { PLAN, PLAN_ALL, planDigests, planMissing, writeDigests } from './actions.ts'
import { WEEKLY } from './store.ts'

const A_BATCH = 50
/** While the database looks something up for one batch, another is composed. */
const BATCHES_AT_ONCE = 2
/** So long others are taken along; well within the time for which the first one is left to us. */
const TOGETHER_FOR = 10_000

export function digestJobs(recall: Recall, zone: string): Job[] {
  const moment = (now: Date): Moment => momentAt(zone, now)
  return [
    {
      // Outside a transaction, because the memory reads on its own. The first is planned anew in the transaction that writes it, so that
      // a second run, after a crash, finds nothing to do; the others are taken in batches. Nothing else waits for all of them.
      kind: WEEKLY,
      lane: WEEKLY,
      async outside(db, person, now) {
        const until = performance.now() + TOGETHER_FOR
        const memory = await recall()
        await together(db, (tx) => writeDigests(tx, memory, [person], moment(now)))
        const inside = (tx: Parameters<typeof writeDigests>[0], people: readonly string[]) => writeDigests(tx, memory, people, moment(now))
        const others = new Map<string, Job>([
          [WEEKLY, { kind: WEEKLY, batch: A_BATCH, inside: async (tx, people) => void (await inside(tx, people)) }],
        ])
        let fault: unknown
        const compose = async (): Promise<void> => {
          while (performance.now() < until) {
            const ran = await runNext(db, others, now)
            if (!ran) break
            fault ??= ran.fault
          }
        }
        await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, compose))
        if (fault !== undefined) throw fault
      },
    },
    { kind: PLAN, batch: A_BATCH, inside: (tx, people, now) => planDigests(tx, people, moment(now)) },
    {
      kind: PLAN_ALL,
      async inside(tx, after, now) {
        const last = await planMissing(tx, after === 'chapter' ? '' : after, moment(now))
        if (last !== undefined) await plan(tx, { kind: PLAN_ALL, about: last, at: now })
      },
    },
  ]
}
