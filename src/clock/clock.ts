/** The one clock: says what "now" is, and runs what is due. */
import { type Answer, no, yes } from '../basics/answer.ts'
import type { Db } from '../storage/db.ts'
import { nextDue } from '../storage/due-list.ts'
import type { Job } from '../storage/due-work.ts'
import { runNext } from '../storage/run-work.ts'
import type { Hand } from './hand.ts'

/** The outside's time, handed to everything that asks for it. */
export type Now = () => Date
/** What ran of one kind at one moment. */
export type Step = { at: Date; kind: string; done: number; failed: number }
export type MoveRefusal = 'runs by itself' | 'is later already' | 'is moved by another' | 'is stopped'

export type Clock = {
  /** Runs everything that is due at this moment, in order, and returns how many. */
  runDue(): Promise<number>
  /** Moves a clock's hand, from due time to due time, and runs on the way what falls due, in order; what is planned anew within that time too. */
  move(to: Date, hear: (step: Step) => void): Promise<Answer<Date, MoveRefusal>>
  stop(): Promise<void>
}

/** `report` hears of faults; the work itself is tried again later. */
export type Report = (kind: string, fault: unknown) => void

const EVERY = 500

/** Runs what is due by itself, until it is stopped. */
export function startClock(db: Db, jobs: ReadonlyMap<string, Job>, now: Now, report: Report, hand?: Hand): Clock {
  const clock = openClock(db, jobs, now, report, hand)
  let isTicking = false
  const timer = setInterval(() => {
    if (isTicking) return
    isTicking = true
    clock
      .runDue()
      .catch((fault) => report('clock', fault))
      .finally(() => {
        isTicking = false
      })
  }, EVERY)
  return {
    ...clock,
    stop() {
      clearInterval(timer)
      return clock.stop()
    },
  }
}

/** Runs only when it is told to. */
export function openClock(db: Db, jobs: ReadonlyMap<string, Job>, now: Now, report: Report, hand?: Hand): Clock {
  let isStopped = false
  let running: Promise<unknown> = Promise.resolve()

  // One after the other: a long run is never overtaken by the next tick.
  function next<T>(work: () => Promise<T>): Promise<T> {
    const turn = running.then(work, work)
    running = turn.catch(() => {})
    return turn
  }

  async function runAll(hear?: (step: Step) => void): Promise<number> {
    const steps = new Map<string, Step>()
    let ran = 0
    while (!isStopped) {
      const at = now()
      const done = await runNext(db, jobs, at)
      if (!done) break
      if (done.fault !== undefined) report(done.kind, done.fault)
      const step = steps.get(done.kind) ?? { at, kind: done.kind, done: 0, failed: 0 }
      steps.set(done.kind, { ...step, done: step.done + done.done, failed: step.failed + done.failed })
      ran += done.done + done.failed
    }
    if (hear) for (const step of steps.values()) hear(step)
    return ran
  }

  async function move(moved: Hand, to: Date, hear: (step: Step) => void): Promise<Answer<Date, MoveRefusal>> {
    await moved.look()
    if (to < moved.now()) return no('is later already')
    try {
      if (!(await moved.take())) return no('is moved by another')
      for (let at = moved.now(); ; at = (await nextDue(db, [...jobs.keys()], at, to)) ?? to) {
        if (!(await moved.put(at))) return no('is moved by another')
        await runAll(hear)
        if (isStopped) return no('is stopped')
        if (at >= to) return yes(at)
      }
    } finally {
      await moved.letGo()
    }
  }

  return {
    runDue: () => next(async () => (!hand || (await hand.look()) ? runAll() : 0)),
    move: (to, hear) => next(async () => (hand ? move(hand, to, hear) : no('runs by itself'))),
    async stop() {
      isStopped = true
      await running
    },
  }
}
