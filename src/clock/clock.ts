/** The one clock: says what "now" is, and runs what is due. */
import type { Db } from '../storage/db.ts'
import type { Job } from '../storage/due-work.ts'
import { runNext } from '../storage/run-work.ts'

/** The outside's time, handed to everything that asks for it. */
export type Now = () => Date

export type Clock = {
  /** Runs everything that is due at this moment, in order, and returns how many. */
  runDue(): Promise<number>
  stop(): Promise<void>
}

const EVERY = 500

/** `report` hears of faults; the work itself is tried again later. */
export function startClock(db: Db, jobs: ReadonlyMap<string, Job>, now: Now, report: (kind: string, fault: unknown) => void): Clock {
  let stopped = false
  let running: Promise<number> = Promise.resolve(0)

  async function runDue(): Promise<number> {
    let ran = 0
    while (!stopped) {
      const done = await runNext(db, jobs, now())
      if (!done) break
      if (done.fault !== undefined) report(done.kind, done.fault)
      ran += done.done + done.failed
    }
    return ran
  }

  // One after the other: a long run is never overtaken by the next tick.
  function tick(): Promise<number> {
    running = running.then(runDue, runDue)
    return running
  }

  const timer = setInterval(() => void tick().catch((fault) => report('clock', fault)), EVERY)
  return {
    runDue: tick,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running.catch(() => {})
    },
  }
}
