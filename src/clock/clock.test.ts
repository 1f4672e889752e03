/** The clock runs what is due by itself and in order, tells of faults, tries again, and stops when it is told to. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onEachDatabase } from '../../tests/databases.ts'
import { until } from '../../tests/serving.ts'
import { type Db, sql, together } from '../storage/db.ts'
import { type Job, plan } from '../storage/due-work.ts'
import { type Clock, startClock } from './clock.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const later = (ms: number): Date => new Date(NOON.getTime() + ms)

onEachDatabase('the clock', (storage) => {
  const db = (): Db => storage().db
  const planAt = (at: Date, about: string) => together(db(), (tx) => plan(tx, { kind: 'job', about, at }))
  const left = async () => (await sql`select 1 from due_work`.execute(db())).rows.length

  async function withClock(job: Job, use: (clock: Clock, time: { now: Date }, faults: string[]) => Promise<void>): Promise<void> {
    const time = { now: NOON }
    const faults: string[] = []
    const clock = startClock(
      db(),
      new Map([[job.kind, job]]),
      () => time.now,
      (kind, fault) => faults.push(`${kind}: ${(fault as Error).message}`),
    )
    await use(clock, time, faults).finally(() => clock.stop())
  }
  const noting = (heard: string[]): Job => ({ kind: 'job', inside: async (_, about) => void heard.push(about) })

  it('runs everything that is due, in order, and tells how many', async () => {
    const heard: string[] = []
    await planAt(later(2), 'two')
    await planAt(later(1), 'one')
    await planAt(later(9), 'nine')
    await withClock(noting(heard), async (clock, time) => {
      assert.equal(await clock.runDue(), 0)
      time.now = later(5)
      assert.equal(await clock.runDue(), 2)
    })
    assert.deepEqual([heard, await left()], [['one', 'two'], 1])
  })

  it('runs by itself', async () => {
    const heard: string[] = []
    await withClock(noting(heard), async () => {
      await planAt(NOON, 'one')
      await until(() => heard.length === 1)
    })
  })

  it('tells of a fault, and tries again after a pause', async () => {
    let tries = 0
    const job: Job = {
      kind: 'job',
      async outside() {
        if (++tries === 1) throw new Error('connection refused')
      },
    }
    await planAt(NOON, 'letter')
    await withClock(job, async (clock, time, faults) => {
      await clock.runDue()
      assert.deepEqual([tries, faults, await left()], [1, ['job: connection refused'], 1])
      time.now = later(59_999)
      await clock.runDue()
      assert.equal(tries, 1)
      time.now = later(60_000)
      await clock.runDue()
      assert.deepEqual([tries, faults.length, await left()], [2, 1, 0])
    })
  })

  it('keeps nothing waiting for mail that is slow, nor one lane for another', async () => {
    const heard: string[] = []
    let letGo = (): void => {}
    const slow: Job = {
      kind: 'letter',
      outside: () =>
        new Promise((resolve) => {
          letGo = resolve
        }),
    }
    const code: Job = { kind: 'code', lane: 'at once', outside: async (_, about) => void heard.push(about) }
    const plan1 = (kind: string, about: string) => together(db(), (tx) => plan(tx, { kind, about, at: NOON }))
    await plan1('letter', 'slow')
    const jobs = [slow, code, noting(heard)].map((job): [string, Job] => [job.kind, job])
    const clock = startClock(
      db(),
      new Map(jobs),
      () => later(10),
      () => {},
    )
    const running = clock.runDue()
    await until(async () => (await left()) === 1 && heard.length === 0)
    await plan1('job', 'ask')
    await plan1('code', 'sign in')
    await until(() => heard.length === 2)
    letGo()
    await running
    await clock.stop()
    assert.deepEqual([heard.sort(), await left()], [['ask', 'sign in'], 0])
  })

  it('lets the work that runs end before it stops, and begins no other', async () => {
    const heard: string[] = []
    let stopping: Promise<void> | undefined
    await planAt(NOON, 'one')
    await planAt(later(1), 'two')
    await withClock(
      {
        kind: 'job',
        async outside(_, about) {
          heard.push(`${about} begins`)
          await until(() => stopping !== undefined)
          heard.push(`${about} ends`)
        },
      },
      async (clock, time) => {
        time.now = later(5)
        void clock.runDue()
        await until(() => heard.length > 0)
        stopping = clock.stop()
        await stopping
        assert.deepEqual(heard, ['one begins', 'one ends'])
      },
    )
    assert.equal(await left(), 1)
  })
})
