/** A clock that people move runs what falls due on the way, in order, and one process at a time moves it. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onEachDatabase } from '../../tests/databases.ts'
import { nextAt } from '../basics/recurring.ts'
import { type Db, type Storage, sql, together } from '../storage/db.ts'
import { type Job, plan } from '../storage/due-work.ts'
import { record } from '../storage/journal.ts'
import { type Clock, openClock, type Step, startClock } from './clock.ts'
import { type Hand, openHand } from './hand.ts'

const MACHINE = new Date('2026-11-20T12:00:00Z')
const HOUR = 3_600_000
const hours = (count: number): Date => new Date(MACHINE.getTime() + count * HOUR)
const idle: Job = { kind: 'job', inside: async () => {} }
const day = (text: string): Date => new Date(`${text}T09:00:00Z`)

onEachDatabase('a clock that is moved by hand', (storage) => {
  const db = (): Db => storage().db
  /** As a second process on a server would; of the embedded database there is never a second. */
  const otherProcess = (): Pick<Storage, 'db' | 'engine'> => ({ db: db(), engine: 'server' })
  const planAt = (at: Date, about: string, kind = 'job') => together(db(), (tx) => plan(tx, { kind, about, at }))
  const opened = async (
    jobs: Job[],
    machine = () => MACHINE,
  ): Promise<{ hand: Hand; clock: Clock; steps: Step[]; move(to: Date): ReturnType<Clock['move']> }> => {
    const hand = await openHand(otherProcess(), machine)
    const steps: Step[] = []
    const clock = openClock(db(), new Map(jobs.map((job) => [job.kind, job])), hand.now, () => {}, hand)
    return { hand, clock, steps, move: (to) => clock.move(to, (step) => steps.push(step)) }
  }
  const noting = (heard: string[]): Job => ({
    kind: 'job',
    inside: async (_, about, now) => void heard.push(`${about} at ${(now.getTime() - MACHINE.getTime()) / HOUR}`),
  })

  it("begins at the machine's time, stands still, and is there after a restart", async () => {
    let machine = MACHINE
    const { hand, move } = await opened([idle], () => machine)
    machine = hours(5)
    await hand.look()
    assert.deepEqual(hand.now(), MACHINE)
    assert.deepEqual(await move(hours(3)), { yes: true, value: hours(3) })
    machine = hours(9)
    assert.deepEqual((await opened([idle], () => machine)).hand.now(), hours(3))
  })

  it('never goes back, also not behind what happened while it ran by itself', async () => {
    const { move } = await opened([idle])
    await move(hours(3))
    assert.deepEqual(await move(hours(2)), { yes: false, why: 'is later already' })
    await together(db(), (tx) => record(tx, { at: hours(8), did: 'something', about: 'x' }))
    assert.deepEqual((await opened([idle])).hand.now(), hours(8))
  })

  it('goes from due time to due time, in order, and each work sees its own now', async () => {
    const heard: string[] = []
    for (const [at, about] of [
      [5, 'five'],
      [2, 'two'],
      [2, 'two again'],
      [0, 'at once'],
      [30, 'later'],
    ] as const)
      await planAt(hours(at), about)
    const { hand, move, steps } = await opened([noting(heard)])
    assert.deepEqual(await move(hours(24)), { yes: true, value: hours(24) })
    assert.deepEqual(heard, ['at once at 0', 'two at 2', 'two again at 2', 'five at 5'])
    assert.deepEqual(
      steps.map(({ at, done }) => [at, done]),
      [
        [hours(0), 1],
        [hours(2), 2],
        [hours(5), 1],
      ],
    )
    assert.deepEqual(hand.now(), hours(24))
  })

  it('runs what is planned on the way: at once, later, and again after a fault', async () => {
    const heard: string[] = []
    let tries = 0
    const { move, steps } = await opened([
      {
        kind: 'ask',
        async inside(tx, about, now) {
          await plan(tx, { kind: 'letter', about, at: now })
          await plan(tx, { kind: 'job', about: 'again', at: hours(3) })
        },
      },
      {
        kind: 'letter',
        outside: async (_, about) => void (++tries === 1 ? await Promise.reject(new Error('421')) : heard.push(`letter ${about}`)),
      },
      noting(heard),
    ])
    await planAt(hours(1), 'ask', 'ask')
    await move(hours(4))
    assert.deepEqual(heard, ['letter ask', 'again at 3'])
    assert.deepEqual(
      steps.map(({ at, kind, done, failed }) => [(at.getTime() - MACHINE.getTime()) / 60_000, kind, done, failed]),
      [
        [60, 'ask', 1, 0],
        [60, 'letter', 0, 1],
        [61, 'letter', 1, 0],
        [180, 'job', 1, 0],
      ],
    )
  })

  it('is moved by one at a time; others wait, and run nothing of what falls due on the way', async () => {
    const heard: string[] = []
    let isHeld = (): void => {}
    let letGo = (): void => {}
    const held = new Promise<void>((resolve) => {
      isHeld = resolve
    })
    const slow: Job = {
      kind: 'job',
      outside: (_, about) =>
        new Promise((resolve) => {
          heard.push(about)
          if (about !== 'slow') return resolve()
          letGo = resolve
          isHeld()
        }),
    }
    await planAt(hours(1), 'slow')
    const [one, other] = [await opened([slow]), await opened([noting(heard)])]
    const moving = one.move(hours(3))
    await held
    await planAt(hours(1), 'on the way')
    assert.equal(await other.clock.runDue(), 0)
    assert.deepEqual(other.hand.now(), hours(1))
    assert.deepEqual(await other.move(hours(9)), { yes: false, why: 'is moved by another' })
    letGo()
    assert.deepEqual(await moving, { yes: true, value: hours(3) })
    assert.deepEqual(heard, ['slow', 'on the way'])
    assert.equal((await other.move(hours(9))).yes, true)
  })

  it('is taken over from a mover that died', async () => {
    let machine = MACHINE
    const dead = await openHand(otherProcess(), () => machine)
    await dead.put(hours(1))
    const { move } = await opened([idle], () => machine)
    assert.deepEqual(await move(hours(2)), { yes: false, why: 'is moved by another' })
    machine = new Date(MACHINE.getTime() + 11_000)
    assert.equal((await move(hours(2))).yes, true)
    await dead.put(hours(2))
    await openHand({ db: db(), engine: 'embedded' }, () => machine)
    assert.equal((await move(hours(3))).yes, true, 'at once on the embedded database')
  })

  it('runs by itself what is due at the time that it shows', async () => {
    const heard: string[] = []
    const hand = await openHand(otherProcess(), () => MACHINE)
    const clock = startClock(db(), new Map([['job', noting(heard)]]), hand.now, () => {}, hand)
    await planAt(MACHINE, 'now')
    await planAt(hours(1), 'later')
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    await clock.stop()
    assert.deepEqual(heard, ['now at 0'])
  })

  it('begins again with a demo that is begun again', async () => {
    const { hand, move } = await opened([idle], () => hours(1))
    await move(hours(50))
    await sql`truncate clock`.execute(db())
    await hand.look()
    assert.deepEqual(hand.now(), hours(1))
  })

  /** The weekly digest of somebody in London. */
  const digest = (heard: string[]): Job => ({
    kind: 'digest',
    async inside(tx, about, now) {
      heard.push(now.toISOString().slice(0, 16))
      await plan(tx, { kind: 'digest', about, at: nextAt('Europe/London', { weekday: 'Monday', hour: 9 }, now) })
    },
  })
  it('sends every digest when it is moved over three Mondays', async () => {
    const heard: string[] = []
    await planAt(day('2026-11-23'), 'ann', 'digest')
    await (await opened([digest(heard)])).move(day('2026-12-07'))
    assert.deepEqual(heard, ['2026-11-23T09:00', '2026-11-30T09:00', '2026-12-07T09:00'])
  })
  it('sends one when nobody was there for three Mondays', async () => {
    const heard: string[] = []
    await planAt(day('2026-11-23'), 'ann', 'digest')
    const clock = openClock(
      db(),
      new Map([['digest', digest(heard)]]),
      () => day('2026-12-08'),
      () => {},
    )
    assert.equal(await clock.runDue(), 1)
    assert.deepEqual(heard, ['2026-12-08T09:00'])
    assert.deepEqual(await db().selectFrom('due_work').select('due_at').execute(), [{ due_at: day('2026-12-14') }])
    assert.deepEqual(await clock.move(day('2026-12-20'), () => {}), { yes: false, why: 'runs by itself' })
  })
})
