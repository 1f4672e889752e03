/** npm run bench digests: how many weekly letters a second are composed for a nation of 100,000 people on PostgreSQL, and what pages take meanwhile. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { momentAt } from '../src/basics/day.ts'
import { readKnowledge } from '../src/features/chapters/actions.ts'
import { planMissing, WEEKLY } from '../src/features/digests/actions.ts'
import { digestJobs } from '../src/features/digests/jobs.ts'
import { openMemory } from '../src/features/suggestions/memory-actions.ts'
import { type Db, sql, together } from '../src/storage/db.ts'
import { runNext } from '../src/storage/run-work.ts'
import { castOf } from './nation/cast.ts'
import { Load, percentile } from './nation/load.ts'
import { type Page, pagesOf } from './nation/pages.ts'
import { openPlace, settle } from './nation/places.ts'
import { startProduct } from './nation/product.ts'
import { QUICK, WHOLE } from './nation/size.ts'

const ZONE = 'Europe/London'
/** Three pages, each as it is asked for while the letters are composed. */
const ASKED: readonly (readonly [string, string])[] = [
  ['Home', 'member'],
  ['Mine', 'member'],
  ['A project', 'visitor'],
]
const CLIENTS = 2
const A_ROUND = 2
const A_LOOK = 250

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, keep: { type: 'string' } } })
const undo: (() => Promise<unknown>)[] = []
try {
  await bench()
} finally {
  for (let step = undo.pop(); step; step = undo.pop()) await step()
}

async function bench(): Promise<void> {
  const place = await openPlace('server', values.keep)
  undo.push(place.close)
  await settle(place, values.quick ? QUICK : WHOLE)
  const storage = await place.open()
  undo.push(() => storage.close())
  const { db } = storage
  const recall = openMemory(db, await readKnowledge(db))
  const at = momentAt(ZONE, new Date())
  for (let last: string | undefined = ''; last !== undefined; ) {
    const after: string = last
    last = await together(db, (tx) => planMissing(tx, after, at))
  }
  await recall()

  await makeDue(db, at.now)
  const alone = await compose(db, recall, at.now)
  console.log(`composed alone: ${sayRate(alone)}`)
  console.log(`the same rows as plain inserts of 300: ${sayRate(await insertPlainly(db))}`)

  const cast = await castOf(db, new Date())
  const product = await startProduct(place.env, join(place.folder, 'digests.log'))
  undo.push(product.stop)
  const load = new Load()
  undo.push(async () => load.close())
  const pages = pagesOf(cast, product.port).filter(({ name, who }) => ASKED.some(([page, as]) => page === name && as === who))
  await ask(load, product.port, pages, () => false)
  await makeDue(db, new Date())
  let isOver = false
  const composing = waitUntilComposed(db).finally(() => {
    isOver = true
  })
  const times = await ask(load, product.port, pages, () => !isOver)
  console.log(`composed by the product, which sends them into a folder, beside ${CLIENTS} clients of pages: ${sayRate(await composing)}`)
  for (const [name, ms] of times)
    console.log(`${name}: ${ms.length} requests, p50 ${percentile(ms, 0.5).toFixed(1)} ms, p99 ${percentile(ms, 0.99).toFixed(1)} ms`)
}

type Rate = { many: number; seconds: number; letters?: number }
function sayRate({ many, seconds, letters }: Rate): string {
  return `${Math.round(many / seconds)} a second (${many} in ${seconds.toFixed(1)} s${letters === undefined ? '' : `, ${letters} letters`})`
}

/** As on a Monday at nine, with nothing told before and no letter of this week written yet. */
async function makeDue(db: Db, now: Date): Promise<void> {
  await sql`delete from due_work where kind = 'send letter'`.execute(db)
  await sql`delete from letters where kind = 'weekly digest'`.execute(db)
  await sql`delete from digests`.execute(db)
  await sql`update due_work set due_at = ${now} where kind = ${WEEKLY}`.execute(db)
  await sql`analyze due_work`.execute(db)
}

async function compose(db: Db, recall: ReturnType<typeof openMemory>, now: Date): Promise<Rate> {
  const jobs = new Map(digestJobs(recall, ZONE).map((job) => [job.kind, job]))
  const { rows } = await sql<{ many: number }>`select count(*) as many from due_work where kind = ${WEEKLY} and due_at <= ${now}`.execute(
    db,
  )
  const began = performance.now()
  for (let ran = await runNext(db, jobs, now); ran; ran = await runNext(db, jobs, now)) if (ran.fault !== undefined) throw ran.fault
  const seconds = (performance.now() - began) / 1000
  const written = await sql<{ letters: number }>`select count(*) as letters from letters where kind = 'weekly digest'`.execute(db)
  return { many: rows[0]?.many ?? 0, seconds, letters: written.rows[0]?.letters ?? 0 }
}

/** Until the clock of the product has done all that is due. */
async function waitUntilComposed(db: Db): Promise<Rate> {
  const left = async () =>
    (
      await sql<{
        many: number
      }>`select count(*) as many from due_work where kind = ${WEEKLY} and due_at <= now() + interval '5 minutes'`.execute(db)
    ).rows[0]?.many ?? 0
  const [many, began] = [await left(), performance.now()]
  while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, A_LOOK))
  return { many, seconds: (performance.now() - began) / 1000 }
}

/** What any composing must do at least: the letters and their due work, in as many rows and bytes. */
async function insertPlainly(db: Db): Promise<Rate> {
  const { rows } = await sql<{ id: string; facts: string }>`select id, facts from letters where kind = 'weekly digest' limit 30000`.execute(
    db,
  )
  await sql`create table plain_letters (like letters including all)`.execute(db)
  await sql`create table plain_work (like due_work including all)`.execute(db)
  const began = performance.now()
  for (let from = 0; from < rows.length; from += 300) {
    const some = JSON.stringify(rows.slice(from, from + 300))
    await together(db, async (tx) => {
      await sql`insert into plain_letters (id, kind, person, recipient, facts, written_at)
        select id, 'weekly digest', id, 'somebody@nation.example', facts, now() from json_to_recordset(${some}::json) as r (id text, facts text)`.execute(
        tx,
      )
      await sql`insert into plain_work (id, kind, about, due_at, tries)
        select id, 'send letter', id, now(), 0 from json_to_recordset(${some}::json) as r (id text)`.execute(tx)
    })
  }
  const seconds = (performance.now() - began) / 1000
  await sql`drop table plain_letters, plain_work`.execute(db)
  return { many: rows.length, seconds }
}

/** Each page in turn, once at least, and as long as it goes on: milliseconds of each request. */
async function ask(load: Load, port: number, pages: readonly Page[], goesOn: () => boolean): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>()
  do {
    for (const { name, who, asks } of pages) {
      const { times: ms } = await load.run({ port, asks, clients: CLIENTS, seconds: A_ROUND })
      times.set(`${name} (${who})`, [...(times.get(`${name} (${who})`) ?? []), ...ms])
    }
  } while (goesOn())
  return times
}
