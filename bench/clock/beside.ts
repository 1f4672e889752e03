/** Due work of one kind, done by the clock alone or by the product while pages are asked for: how fast, and how long the pages take. */
import { loadavg } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { type Db, sql } from '../../src/storage/db.ts'
import type { Job } from '../../src/storage/due-work.ts'
import { runNext } from '../../src/storage/run-work.ts'
import { castOf } from '../nation/cast.ts'
import { Load, percentile } from '../nation/load.ts'
import { type Page, pagesOf } from '../nation/pages.ts'
import type { Place } from '../nation/places.ts'
import { processorSeconds } from '../nation/processor.ts'
import { startProduct } from '../nation/product.ts'

/** Three pages, each as it is asked for meanwhile. */
const ASKED: readonly (readonly [string, string])[] = [
  ['Home', 'member'],
  ['Mine', 'member'],
  ['A project', 'visitor'],
]
/** Together about fifteen pages a second: a busy hour of a nation, and not as many as the machine can answer. */
const CLIENTS = 4
const PAUSE = 250
const A_ROUND = 2
const A_LOOK = 100

/** `processor` are seconds of this program, the product and the database together. */
export type Rate = { many: number; seconds: number; processor: number }
export const sayRate = ({ many, seconds, processor }: Rate): string =>
  `${Math.round(many / seconds)} a second (${many} in ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processors, load average ${loadavg()[0]?.toFixed(1)})`

async function rateOf(
  db: Db,
  { databasePid = 0 }: Pick<Place, 'databasePid'>,
  { kind, now }: { kind: string; now: Date },
  work: () => Promise<unknown>,
): Promise<Rate> {
  const { rows } = await sql<{ many: number }>`select count(*) as many from due_work where kind = ${kind} and due_at <= ${now}`.execute(db)
  const used = () => processorSeconds([process.pid, databasePid])
  const [began, before] = [performance.now(), used()]
  await work()
  return { many: rows[0]?.many ?? 0, seconds: (performance.now() - began) / 1000, processor: used() - before }
}

/** In this process, with nothing beside it. */
export const workAlone = (db: Db, place: Place, jobs: ReadonlyMap<string, Job>, kind: string, now: Date): Promise<Rate> =>
  rateOf(db, place, { kind, now }, async () => {
    for (let ran = await runNext(db, jobs, now); ran; ran = await runNext(db, jobs, now)) if (ran.fault !== undefined) throw ran.fault
  })

/** Until the clock of the product has done all that is due. */
export const waitUntilDone = (db: Db, place: Place, kind: string): Promise<Rate> =>
  rateOf(db, place, { kind, now: new Date() }, async () => {
    const isLeft = () => sql`select from due_work where kind = ${kind} and due_at <= now() + interval '5 minutes' limit 1`.execute(db)
    while ((await isLeft()).rows.length > 0) await setTimeout(A_LOOK)
  })

const HARDLY = 0.1

/** A product that has just been started reads its memory in the background; one that runs on Monday morning has done so. */
async function untilIdle(pid: number): Promise<void> {
  for (let before = Number.NEGATIVE_INFINITY, used = processorSeconds([pid]); used - before > HARDLY; ) {
    await setTimeout(1000)
    before = used
    used = processorSeconds([pid])
  }
}

export type Times = ReadonlyMap<string, readonly number[]>
export type Beside = { during<T>(work: Promise<T>): Promise<[T, Times]>; stop(): Promise<void> }

/** The product, and some who ask it for pages as long as work is done, once at least. */
export async function openBeside(place: Place, db: Db, log: string): Promise<Beside> {
  const cast = await castOf(db, new Date())
  const product = await startProduct(place.env, log)
  const load = new Load()
  const pages = pagesOf(cast, product.port).filter(({ name, who }) => ASKED.some(([page, as]) => page === name && as === who))
  const askEach = () => ask(load, product.port, pages, () => false)
  await askEach()
  await untilIdle(product.pid)
  await askEach()
  console.log(`The same pages with nothing beside them:\n${sayPages(await askEach())}`)
  return {
    async during(work) {
      let isOver = false
      const times = ask(load, product.port, pages, () => !isOver)
      const done = await work.finally(() => {
        isOver = true
      })
      return [done, await times]
    },
    async stop() {
      load.close()
      await product.stop()
    },
  }
}

/** Each page in turn: milliseconds of each request. */
async function ask(load: Load, port: number, pages: readonly Page[], goesOn: () => boolean): Promise<Times> {
  const times = new Map<string, number[]>()
  do {
    for (const { name, who, asks } of pages) {
      const { times: ms } = await load.run({ port, asks, clients: CLIENTS, pause: PAUSE, seconds: A_ROUND })
      times.set(`${name} (${who})`, [...(times.get(`${name} (${who})`) ?? []), ...ms])
    }
  } while (goesOn())
  return times
}

export const sayPages = (times: Times): string =>
  [...times]
    .map(
      ([name, ms]) => `${name}: ${ms.length} requests, p50 ${percentile(ms, 0.5).toFixed(1)} ms, p99 ${percentile(ms, 0.99).toFixed(1)} ms`,
    )
    .join('\n')
