/** Takes what is due and does it: once, in order, and whatever fails is tried again. */
import { type Db, together } from './db.ts'
import { type DueWork, drop, giveBack, giveBackUntouched, type Job, lend, putOff, takeAgain, takeOldest } from './due-work.ts'
import { record } from './journal.ts'

/** How long work that touches the outside is left to the process that took it. */
const LEASE = 2 * 60_000
/** Beginning ends then, and one thing more may take as long again. */
const BEGUN_WITHIN = 30_000
const PAUSES = [1, 5, 15, 60, 240, 720, 1440].map((minutes) => minutes * 60_000)
/** After so many failures, five hours and more, a broker should look. It is tried again all the same. */
export const STUCK_AFTER = 6

/** `about` is what failed first, or else came first; `done` counts what was done and `failed` what was put off. */
export type Ran = { kind: string; about: string; done: number; failed: number; fault?: unknown }

type Outside = Extract<Job, { outside: unknown }>
type Taken = { works: readonly DueWork[]; job: Job; lent?: Date }

/** Takes the oldest due work, with more of its kind when its job takes batches, and does it. Undefined when nothing is due. */
export function runNext(db: Db, jobs: ReadonlyMap<string, Job>, now: Date): Promise<Ran | undefined> {
  const kinds = [...jobs.keys()]
  return run(db, now, async (tx) => {
    const works = await takeOldest(tx, kinds, (kind) => jobs.get(kind)?.batch ?? 1, now)
    const job = jobs.get(works[0]?.kind ?? '')
    return job && { works, job }
  })
}

async function run(db: Db, now: Date, take: (tx: Parameters<typeof drop>[0]) => Promise<Taken | undefined>): Promise<Ran | undefined> {
  let taken: Taken | undefined
  try {
    await together(db, async (tx) => {
      taken = await take(tx)
      if (!taken) return
      const { works, job } = taken
      const [first] = works as [DueWork]
      if ('outside' in job) {
        taken.lent = new Date(now.getTime() + LEASE)
        return lend(tx, works, taken.lent, now)
      }
      await drop(tx, works)
      await (job.batch === undefined
        ? job.inside(tx, first.about, now)
        : job.inside(
            tx,
            works.map(({ about }) => about),
            now,
          ))
    })
    if (!taken) return undefined
    const { works, job, lent } = taken
    const [first] = works as [DueWork]
    if ('outside' in job && lent) return await runOutside(db, { works, job, lent }, now)
    return { kind: job.kind, about: first.about, done: works.length, failed: 0 }
  } catch (fault) {
    if (!taken) throw fault
    return taken.works.length > 1 ? oneByOne(db, taken, now) : fail(db, taken, fault, now)
  }
}

/** Each by itself. Nothing is begun so late that it might not end while it is left to us. */
async function runOutside(db: Db, { works, job, lent }: Taken & { job: Outside; lent: Date }, now: Date): Promise<Ran> {
  const left = [...works]
  const done: DueWork[] = []
  const all: Ran = { kind: job.kind, about: works[0]?.about ?? '', done: 0, failed: 0 }
  const until = performance.now() + BEGUN_WITHIN
  const worker = async (): Promise<void> => {
    for (let work = left.shift(); work; work = performance.now() < until ? left.shift() : undefined) {
      try {
        await job.outside(db, work.about, now)
        done.push(work)
      } catch (fault) {
        if (all.failed++ === 0) Object.assign(all, { about: work.about, fault })
        await fail(db, { works: [work], job, lent }, fault, now)
      }
    }
  }
  await Promise.all(Array.from({ length: job.atOnce ?? 1 }, worker))
  await giveBack(db, done, lent)
  await giveBackUntouched(db, left, lent, now)
  return { ...all, done: done.length }
}

/** So one that fails stops none of the others. */
async function oneByOne(db: Db, { works, job }: Taken, now: Date): Promise<Ran> {
  const all: Ran = { kind: job.kind, about: works[0]?.about ?? '', done: 0, failed: 0 }
  for (const { id } of works) {
    const ran = await run(db, now, async (tx) => {
      const work = await takeAgain(tx, id, now)
      return work && { works: [work], job }
    })
    if (ran?.failed && all.failed === 0) Object.assign(all, { about: ran.about, fault: ran.fault })
    all.done += ran?.done ?? 0
    all.failed += ran?.failed ?? 0
  }
  return all
}

/** Tried again after growing pauses, for ever: work is never dropped. */
async function fail(db: Db, { works, job, lent }: Taken, fault: unknown, now: Date): Promise<Ran> {
  const [work] = works as [DueWork]
  const pause = PAUSES[Math.min(work.tries, PAUSES.length - 1)] ?? 0
  const tries = work.tries + 1
  await together(db, async (tx) => {
    const isOurs = await putOff(tx, work, { at: new Date(now.getTime() + pause), fault: nameOf(fault), now, lent })
    if (isOurs && tries === STUCK_AFTER) await record(tx, { at: now, did: `stuck: ${work.kind}`, about: work.about, numbers: { tries } })
  })
  return { kind: job.kind, about: work.about, done: 0, failed: 1, fault }
}

const MOST_KEPT = 60

/** Which fault it was. Never its words, which may hold an address or a password. */
function nameOf(fault: unknown): string {
  const { code, name, responseCode } = Object(fault) as { code?: unknown; name?: unknown; responseCode?: unknown }
  const isOfDatabase = typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code)
  const kind = typeof code === 'string' ? code : typeof name === 'string' ? name : 'Error'
  const said = [...(isOfDatabase ? ['database'] : []), kind, ...(typeof responseCode === 'number' ? [responseCode] : [])].join(' ')
  return said.replace(/[^\w .:-]/g, '').slice(0, MOST_KEPT)
}
