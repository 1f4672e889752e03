/** Much that is due is planned in one statement, done in batches, and told of when it is stuck. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onEachDatabase } from '../../tests/databases.ts'
import { type Db, type Storage, sql, together } from './db.ts'
import { countDue, listDue, listStuck } from './due-list.ts'
import { type Job, plan, planMany, type Work } from './due-work.ts'
import { record } from './journal.ts'
import { runNext } from './run-work.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const MINUTE = 60_000
const after = (ms: number): Date => new Date(NOON.getTime() + ms)
const jobsOf = (...jobs: Job[]): ReadonlyMap<string, Job> => new Map(jobs.map((job) => [job.kind, job]))
const things = (count: number, kind = 'ask', at = NOON): Work[] =>
  Array.from({ length: count }, (_, index) => ({ kind, about: `thing ${String(index).padStart(5, '0')}`, at }))

/** Notes in the journal what it was given, so that nothing stays of what fails. */
const noting = (batch: number, isPoison: (about: string) => boolean = () => false): { job: Job; sizes: number[] } => {
  const sizes: number[] = []
  const job: Job = {
    kind: 'ask',
    batch,
    async inside(tx, abouts, now) {
      for (const about of abouts) await record(tx, { at: now, did: 'asked', about })
      if (abouts.some(isPoison)) throw Object.assign(new Error('Ann Example has no address'), { name: 'NoAddress' })
      sizes.push(abouts.length)
    },
  }
  return { job, sizes }
}

onEachDatabase('many works', (storage) => {
  const db = (): Db => storage().db
  const planAll = (works: readonly Work[]) => together(db(), (tx) => planMany(tx, works))
  const asked = async ({ db }: Storage = storage()) =>
    (await sql<{ about: string }>`select about from journal where did = 'asked' order by about`.execute(db)).rows.map(({ about }) => about)
  const left = async () => (await sql`select 1 from due_work`.execute(db())).rows.length

  it('are planned in one statement, and again: the last plan of a thing holds', async () => {
    await planAll([...things(2500), { kind: 'ask', about: 'thing 00003', at: after(1) }])
    await planAll([])
    assert.equal(await left(), 2500)
    await planAll([{ kind: 'ask', about: 'thing 00000', at: after(2) }])
    assert.deepEqual(
      (await sql`select about, due_at from due_work order by due_at desc, about limit 3`.execute(db())).rows,
      [2, 1, 0].map((ms, turn) => ({ about: ['thing 00000', 'thing 00003', 'thing 00001'][turn], due_at: after(ms) })),
    )
  })

  it('are done in batches, the oldest first', async () => {
    await planAll(things(25))
    const { job, sizes } = noting(10)
    const first = await runNext(db(), jobsOf(job), NOON)
    assert.deepEqual([first, await left()], [{ kind: 'ask', about: 'thing 00000', done: 10, failed: 0 }, 15])
    while (await runNext(db(), jobsOf(job), NOON));
    assert.deepEqual([sizes, (await asked()).length, await left()], [[10, 10, 5], 25, 0])
  })

  it('let nothing of another kind wait that was due before them', async () => {
    await planAll([...things(2), { kind: 'other', about: 'x', at: after(5) }, { kind: 'ask', about: 'later', at: after(9) }])
    const heard: string[] = []
    const ask: Job = { kind: 'ask', batch: 10, inside: async (_, abouts) => void heard.push(`ask ${abouts.length}`) }
    const other: Job = { kind: 'other', inside: async () => void heard.push('other') }
    while (await runNext(db(), jobsOf(ask, other), after(10)));
    assert.deepEqual(heard, ['ask 2', 'other', 'ask 1'])
  })

  it('run once each, however many look', async () => {
    await planAll(things(300))
    const { job } = noting(7)
    const runner = async (): Promise<void> => {
      while (await runNext(db(), jobsOf(job), NOON));
    }
    await Promise.all(Array.from({ length: 5 }, runner))
    await runner()
    assert.deepEqual(
      await asked(),
      things(300).map(({ about }) => about),
    )
  })

  it('are done once though their connection is cut in the middle', async () => {
    if (storage().engine === 'embedded') return
    await planAll(things(20))
    let cuts = 0
    const job: Job = {
      kind: 'ask',
      batch: 10,
      async inside(tx, abouts, now) {
        for (const about of abouts) await record(tx, { at: now, did: 'asked', about })
        if (abouts.length > 1 && ++cuts < 3) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
      },
    }
    while (await runNext(db(), jobsOf(job), NOON));
    assert.deepEqual([cuts, await left()], [2, 0])
    assert.deepEqual(
      await asked(),
      things(20).map(({ about }) => about),
    )
  })

  it('are stopped by none that fails', async () => {
    await planAll(things(10))
    const { job, sizes } = noting(10, (about) => about === 'thing 00004')
    const ran = await runNext(db(), jobsOf(job), NOON)
    assert.deepEqual(
      [ran?.about, ran?.done, ran?.failed, String(ran?.fault)],
      ['thing 00004', 9, 1, 'NoAddress: Ann Example has no address'],
    )
    assert.deepEqual([(await asked()).length, sizes.length, await left()], [9, 9, 1])
    // It comes again alone, and the others are a batch as before.
    await planAll(things(4, 'ask', after(MINUTE)).map((work) => ({ ...work, about: `new ${work.about}` })))
    const again = noting(10, (about) => about === 'thing 00004')
    assert.equal((await runNext(db(), jobsOf(again.job), after(MINUTE)))?.failed, 1)
    assert.equal((await runNext(db(), jobsOf(again.job), after(MINUTE)))?.done, 4)
    assert.deepEqual(again.sizes, [4])
  })

  it('wait without stopping others when nobody knows their kind', async () => {
    await planAll([...things(50, 'of tomorrow'), ...things(3, 'ask', after(1))])
    const { job, sizes } = noting(10)
    while (await runNext(db(), jobsOf(job), after(1)));
    assert.deepEqual([sizes, await left()], [[3], 50])
  })

  it('are shown: what comes next, how many there are, and which fail', async () => {
    await planAll([...things(3), ...things(2, 'letter', after(MINUTE))])
    const { job } = noting(10, (about) => about === 'thing 00001')
    await runNext(db(), jobsOf(job), NOON)
    assert.deepEqual(await listDue(db(), 2), [
      { kind: 'ask', about: 'thing 00001', at: after(MINUTE), tries: 1, fault: 'NoAddress' },
      { kind: 'letter', about: 'thing 00000', at: after(MINUTE), tries: 0 },
    ])
    assert.deepEqual(await countDue(db(), after(MINUTE + 1)), [
      { kind: 'ask', all: 1, overdue: 1, failing: 1 },
      { kind: 'letter', all: 2, overdue: 2, failing: 0 },
    ])
  })

  it('land with the broker after six failures, once, and are tried on', async () => {
    await together(db(), (tx) => plan(tx, { kind: 'letter', about: 'one', at: NOON }))
    const fault = Object.assign(new Error('Ann <ann@council.example>: hunter2 is wrong'), { code: 'EAUTH', responseCode: 535 })
    const job: Job = { kind: 'letter', outside: () => Promise.reject(fault) }
    for (let tries = 1; tries <= 8; tries++) {
      const [next] = await listDue(db(), 1)
      await runNext(db(), jobsOf(job), next?.at ?? NOON)
      assert.equal((await listStuck(db())).length, tries < 6 ? 0 : 1)
    }
    const [stuck] = await listStuck(db())
    assert.deepEqual([stuck?.kind, stuck?.about, stuck?.since, stuck?.tries, stuck?.fault], ['letter', 'one', NOON, 8, 'EAUTH 535'])
    const entries = await sql`select about, numbers from journal where did = 'stuck: letter'`.execute(db())
    assert.deepEqual(entries.rows, [{ about: 'one', numbers: { tries: 6 } }])
    await together(db(), (tx) => plan(tx, { kind: 'letter', about: 'one', at: NOON }))
    assert.deepEqual(await listStuck(db()), [])
  })

  it('land there too when whoever takes one dies each time', async () => {
    await together(db(), (tx) => plan(tx, { kind: 'letter', about: 'one', at: NOON }))
    const dies: Job = { kind: 'letter', outside: () => new Promise(() => {}) }
    for (let tries = 1; tries <= 6; tries++) {
      const [next] = await listDue(db(), 1)
      void runNext(db(), jobsOf(dies), next?.at ?? NOON)
      while ((await listDue(db(), 1))[0]?.tries !== tries);
    }
    const [stuck] = await listStuck(db())
    assert.deepEqual([stuck?.about, stuck?.tries, stuck?.fault, stuck?.since], ['one', 6, 'never ended', after(2 * MINUTE)])
  })

  it('tell which fault of the database stopped them, without its words', async () => {
    await together(db(), (tx) => plan(tx, { kind: 'job', about: 'one', at: NOON }))
    await runNext(db(), jobsOf({ kind: 'job', inside: async (tx) => void (await sql`select 'hunter2'::int`.execute(tx)) }), NOON)
    assert.equal((await listDue(db(), 1))[0]?.fault, 'database 22P02')
  })
})
