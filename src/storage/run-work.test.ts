/** Due work is done in time, in order and once, and is never lost, whatever fails and however many look. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onEachDatabase } from '../../tests/databases.ts'
import { type Db, sql, together } from './db.ts'
import { forget, type Job, plan } from './due-work.ts'
import { type Ran, runNext } from './run-work.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const MINUTE = 60_000
const LEASE = 2 * MINUTE
const after = (ms: number): Date => new Date(NOON.getTime() + ms)
const jobsOf = (...jobs: Job[]): ReadonlyMap<string, Job> => new Map(jobs.map((job) => [job.kind, job]))
const done = (about: string): Ran => ({ kind: 'job', about, done: 1, failed: 0 })

onEachDatabase('due work', (storage) => {
  const db = (): Db => storage().db
  const planAt = (at: Date, about = 'one', kind = 'job') => together(db(), (tx) => plan(tx, { kind, about, at }))
  const due = async (): Promise<{ at: Date; tries: number; last_fault: string | null } | undefined> =>
    (await sql<{ at: Date; tries: number; last_fault: string | null }>`select due_at as at, tries, last_fault from due_work`.execute(db()))
      .rows[0]

  /** Both kinds of job note what they did. */
  const noting = (heard: string[]): Job => ({ kind: 'job', inside: async (_, about) => void heard.push(about) })
  const failing = (where: 'inside' | 'outside'): Job => {
    const fail = async () => Promise.reject(Object.assign(new Error('Ann Example has no address'), { code: 'EMAIL' }))
    return where === 'inside' ? { kind: 'job', inside: fail } : { kind: 'job', outside: fail }
  }

  const nextDue = async () => (await db().selectFrom('due_work').select('due_at').orderBy('due_at').limit(1).executeTakeFirst())?.due_at

  it('runs in the order of its time, and not before it', async () => {
    await planAt(after(2), 'second')
    await planAt(after(1), 'first')
    await planAt(after(3), 'third')
    const heard: string[] = []
    const jobs = jobsOf(noting(heard))
    assert.equal(await runNext(db(), jobs, NOON), undefined)
    assert.deepEqual(await nextDue(), after(1))
    while (await runNext(db(), jobs, after(2)));
    assert.deepEqual(heard, ['first', 'second'])
    assert.deepEqual(await runNext(db(), jobs, after(3)), done('third'))
    assert.equal(await nextDue(), undefined)
  })

  it('runs once, even when five look at the same moment', async () => {
    const about = Array.from({ length: 30 }, (_, index) => `thing ${String(index).padStart(2, '0')}`)
    for (const each of about) await planAt(NOON, each)
    const heard: string[] = []
    const jobs = jobsOf(noting(heard))
    const runner = async (): Promise<void> => {
      while (await runNext(db(), jobs, NOON));
    }
    // A runner may find everything taken by others and stop, so the last look is ours.
    await Promise.all([runner(), runner(), runner(), runner(), runner()])
    await runner()
    assert.deepEqual(heard.sort(), about)
  })

  it('waits for those who know its kind', async () => {
    await planAt(NOON, 'one', 'of tomorrow')
    assert.equal(await runNext(db(), jobsOf(noting([])), NOON), undefined)
    assert.deepEqual(await nextDue(), NOON)
  })

  it('is moved when it is planned again, and gone when it is forgotten', async () => {
    await planAt(NOON)
    await planAt(after(MINUTE))
    assert.equal(await runNext(db(), jobsOf(noting([])), NOON), undefined)
    assert.deepEqual(await due(), { at: after(MINUTE), tries: 0, last_fault: null })
    await together(db(), (tx) => forget(tx, 'job', 'one'))
    assert.equal(await due(), undefined)
  })

  it('comes with the change that plans it, or not at all', async () => {
    const work = together(db(), async (tx) => {
      await plan(tx, { kind: 'job', about: 'one', at: NOON })
      throw new Error('no')
    })
    await assert.rejects(work)
    assert.equal(await due(), undefined)
  })

  for (const where of ['inside', 'outside'] as const) {
    it(`is put off with growing pauses when it fails ${where}, and never dropped`, async () => {
      await planAt(NOON)
      let now = NOON
      const pauses: number[] = []
      for (let tries = 1; tries <= 10; tries++) {
        const ran = await runNext(db(), jobsOf(failing(where)), now)
        assert.ok(ran?.fault instanceof Error)
        const row = await due()
        assert.deepEqual([row?.tries, row?.last_fault], [tries, 'EMAIL'])
        pauses.push(((row?.at.getTime() ?? 0) - now.getTime()) / MINUTE)
        assert.equal(await runNext(db(), jobsOf(failing(where)), now), undefined)
        now = row?.at ?? now
      }
      assert.deepEqual(pauses, [1, 5, 15, 60, 240, 720, 1440, 1440, 1440, 1440])
      assert.deepEqual(await runNext(db(), jobsOf(noting([])), now), done('one'))
      assert.equal(await due(), undefined)
    })
  }

  it('keeps nothing of what a failing job wrote inside', async () => {
    await planAt(NOON)
    const job: Job = {
      kind: 'job',
      async inside(tx) {
        await plan(tx, { kind: 'other', about: 'half done', at: NOON })
        throw new Error('no')
      },
    }
    await runNext(db(), jobsOf(job), NOON)
    assert.equal((await sql`select 1 from due_work where kind = 'other'`.execute(db())).rows.length, 0)
  })

  it('lets others run while one fails', async () => {
    await planAt(NOON, 'bad', 'bad')
    await planAt(after(1), 'good')
    const heard: string[] = []
    const jobs = jobsOf(noting(heard), { kind: 'bad', inside: async () => Promise.reject(new Error('bad')) })
    while (await runNext(db(), jobs, after(1)));
    assert.deepEqual(heard, ['good'])
  })

  it('may plan itself again from inside', async () => {
    await planAt(NOON)
    const daily: Job = { kind: 'job', inside: (tx, about, now) => plan(tx, { kind: 'job', about, at: new Date(now.getTime() + MINUTE) }) }
    await runNext(db(), jobsOf(daily), NOON)
    assert.deepEqual((await due())?.at, after(MINUTE))
  })

  it('is taken over after a while when the process that touched the outside has died', async () => {
    await planAt(NOON)
    const dies: Job = { kind: 'job', outside: () => new Promise(() => {}) }
    void runNext(db(), jobsOf(dies), NOON)
    while ((await due())?.tries !== 1); // until it has been taken
    assert.equal(await runNext(db(), jobsOf(noting([])), after(LEASE - 1)), undefined)
    assert.deepEqual(await runNext(db(), jobsOf(noting([])), after(LEASE)), done('one'))
    assert.equal(await due(), undefined)
  })

  it('is not lost when it is planned again while it runs outside, whether that run succeeds or fails', async () => {
    for (const isFailing of [false, true]) {
      await planAt(NOON)
      const job: Job = {
        kind: 'job',
        async outside() {
          await planAt(after(MINUTE / 2))
          if (isFailing) throw new Error('no')
        },
      }
      await runNext(db(), jobsOf(job), NOON)
      assert.deepEqual(await due(), { at: after(MINUTE / 2), tries: 0, last_fault: null })
    }
  })

  it('is left to whoever has taken it over, when the first one fails late', async () => {
    await planAt(NOON)
    let fail = (): void => {}
    const slow: Job = {
      kind: 'job',
      outside: () =>
        new Promise((_, reject) => {
          fail = () => reject(new Error('late'))
        }),
    }
    const first = runNext(db(), jobsOf(slow), NOON)
    while ((await due())?.tries !== 1);
    const second: Job = {
      kind: 'job',
      async outside() {
        fail()
        await first
      },
    }
    await runNext(db(), jobsOf(second), after(LEASE))
    assert.equal(await due(), undefined)
  })
})
