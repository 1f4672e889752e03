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
  const timer = setInterval(clock.tick, EVERY)
  return {
    ...clock,
    stop() {
      clearInterval(timer)
      return clock.stop()
    },
  }
}

type Lane = { jobs: ReadonlyMap<string, Job>; running: Promise<unknown>; isTicking: boolean }

/** Runs only when it is told to. A tick runs what is due in the lanes that do nothing at the moment. */
export function openClock(db: Db, jobs: ReadonlyMap<string, Job>, now: Now, report: Report, hand?: Hand): Clock & { tick(): void } {
  let isStopped = false
  // A clock that is moved by hand runs everything in its order.
  const lanes = (hand ? [jobs] : lanesOf(jobs)).map((ofLane): Lane => ({ jobs: ofLane, running: Promise.resolve(), isTicking: false }))

  // One after the other: a long run is never overtaken by the next tick.
  function next<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
    const turn = lane.running.then(work, work)
    lane.running = turn.catch(() => {})
    return turn
  }

  async function runAll(known: ReadonlyMap<string, Job>, hear?: (step: Step) => void): Promise<number> {
    const steps = new Map<string, Step>()
    let ran = 0
    while (!isStopped) {
      const at = now()
      const done = await runNext(db, known, at)
      if (!done) break
      if (done.fault !== undefined) report(done.kind, done.fault)
      const step = steps.get(done.kind) ?? { at, kind: done.kind, done: 0, failed: 0 }
      steps.set(done.kind, { ...step, done: step.done + done.done, failed: step.failed + done.failed })
      ran += done.done + done.failed
    }
    if (hear) for (const step of steps.values()) hear(step)
    return ran
  }

  const runLane = (lane: Lane): Promise<number> => next(lane, async () => (!hand || (await hand.look()) ? runAll(lane.jobs) : 0))

  async function move(moved: Hand, to: Date, hear: (step: Step) => void): Promise<Answer<Date, MoveRefusal>> {
    await moved.look()
    if (to < moved.now()) return no('is later already')
    try {
      if (!(await moved.take())) return no('is moved by another')
      for (let at = moved.now(); ; at = (await nextDue(db, [...jobs.keys()], at, to)) ?? to) {
        if (!(await moved.put(at))) return no('is moved by another')
        await runAll(jobs, hear)
        if (isStopped) return no('is stopped')
        if (at >= to) return yes(at)
      }
    } finally {
      await moved.letGo()
    }
  }

  return {
    async runDue() {
      let all = 0
      for (;;) {
        const ran = (await Promise.all(lanes.map(runLane))).reduce((sum, each) => sum + each, 0)
        all += ran
        // What one lane did may have called for something in another.
        if (ran === 0 || lanes.length === 1) return all
      }
    },
    tick() {
      for (const lane of lanes.filter(({ isTicking }) => !isTicking)) {
        lane.isTicking = true
        runLane(lane)
          .catch((fault) => report('clock', fault))
          .finally(() => {
            lane.isTicking = false
          })
      }
    },
    async move(to, hear) {
      const [lane] = lanes
      return hand && lane ? next(lane, () => move(hand, to, hear)) : no('runs by itself')
    },
    async stop() {
      isStopped = true
      await Promise.all(lanes.map(({ running }) => running))
    },
  }
}

function lanesOf(jobs: ReadonlyMap<string, Job>): Map<string, Job>[] {
  const lanes = new Map<string, Map<string, Job>>()
  for (const [kind, job] of jobs) {
    const name = job.lane ?? ('outside' in job ? 'outside' : 'inside')
    lanes.set(name, (lanes.get(name) ?? new Map<string, Job>()).set(kind, job))
  }
  return [...lanes.values()]
}
