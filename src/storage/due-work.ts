/** What has to happen at some moment, kept in the database: it survives restarts and runs once, however many processes look. */
import { addDays, type Day, startOfDay } from '../basics/day.ts'
import { newId } from '../basics/id.ts'
import { type Db, type Tx, together } from './db.ts'

declare module './db.ts' {
  interface Tables {
    due_work: { id: string; kind: string; about: string; due_at: Date; tries: number; last_fault: string | null }
  }
}

export type DueWork = { id: string; kind: string; about: string; due_at: Date; tries: number }

/** A job either works inside one transaction (and so runs exactly once), or touches the outside (and may run again after a crash). */
export type Job =
  | { kind: string; inside: (tx: Tx, about: string, now: Date) => Promise<void> }
  | { kind: string; outside: (db: Db, about: string, now: Date) => Promise<void> }

/** Plans work; planning the same kind about the same thing again moves it. */
export async function plan(tx: Tx, work: { kind: string; about: string; at: Date }): Promise<void> {
  await tx
    .insertInto('due_work')
    .values({ id: newId(work.at), kind: work.kind, about: work.about, due_at: work.at, tries: 0, last_fault: null })
    .onConflict((conflict) => conflict.columns(['kind', 'about']).doUpdateSet({ due_at: work.at, tries: 0, last_fault: null }))
    .execute()
}

/** When a day begins where the chapter is. */
export const planOn = (tx: Tx, { kind, about }: { kind: string; about: string }, day: Day, zone: string): Promise<void> =>
  plan(tx, { kind, about, at: startOfDay(zone, day) })

/** When a day is over. */
export const planAfter = (tx: Tx, work: { kind: string; about: string }, day: Day, zone: string): Promise<void> =>
  planOn(tx, work, addDays(day, 1), zone)

export async function forget(tx: Tx, kind: string, about: string): Promise<void> {
  await tx.deleteFrom('due_work').where('kind', '=', kind).where('about', '=', about).execute()
}

/** How long work that touches the outside is left to the process that took it. */
const LEASE = 2 * 60_000
const PAUSES = [1, 5, 15, 60, 240, 720, 1440].map((minutes) => minutes * 60_000)

export type Ran = { kind: string; about: string; fault?: unknown }

/** Takes the oldest due work and does it. Undefined when nothing is due. */
export async function runNext(db: Db, jobs: ReadonlyMap<string, Job>, now: Date): Promise<Ran | undefined> {
  let taken: DueWork | undefined
  let leased: { work: DueWork; job: Extract<Job, { outside: unknown }>; until: Date } | undefined
  try {
    leased = await together(db, async (tx) => {
      taken = await takeOldest(tx, [...jobs.keys()], now)
      if (!taken) return undefined
      const job = jobs.get(taken.kind) as Job
      if ('outside' in job) return lease(tx, taken, job, now)
      await tx.deleteFrom('due_work').where('id', '=', taken.id).execute()
      await job.inside(tx, taken.about, now)
      return undefined
    })
    if (leased) {
      await leased.job.outside(db, leased.work.about, now)
      await db.deleteFrom('due_work').where('id', '=', leased.work.id).where('due_at', '=', leased.until).execute()
    }
    return taken && { kind: taken.kind, about: taken.about }
  } catch (fault) {
    if (!taken) throw fault
    await putOff(db, taken, fault, now, leased?.until)
    return { kind: taken.kind, about: taken.about, fault }
  }
}

function takeOldest(tx: Tx, kinds: string[], now: Date): Promise<DueWork | undefined> {
  return tx
    .selectFrom('due_work')
    .select(['id', 'kind', 'about', 'due_at', 'tries'])
    .where('due_at', '<=', now)
    .where('kind', 'in', kinds)
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

async function lease<J>(tx: Tx, work: DueWork, job: J, now: Date): Promise<{ work: DueWork; job: J; until: Date }> {
  const until = new Date(now.getTime() + LEASE)
  await tx
    .updateTable('due_work')
    .set({ due_at: until, tries: work.tries + 1 })
    .where('id', '=', work.id)
    .execute()
  return { work, job, until }
}

/**
 * Tried again after growing pauses, for ever: work is never dropped. Only the kind of fault is kept, never its words.
 * What was planned anew meanwhile, or taken over by another process, stays as it is.
 */
async function putOff(db: Db, work: DueWork, fault: unknown, now: Date, until: Date | undefined): Promise<void> {
  const pause = PAUSES[Math.min(work.tries, PAUSES.length - 1)] as number
  const kind = (fault as { code?: string }).code ?? (fault as Error).name
  await db
    .updateTable('due_work')
    .set({ due_at: new Date(now.getTime() + pause), tries: work.tries + 1, last_fault: String(kind) })
    .where('id', '=', work.id)
    .where((row) => (until ? row('due_at', '=', until) : row('due_at', '<=', now)))
    .execute()
}
