/** npm run bench digests: how many weekly letters a second are composed for a nation of 100,000 people on PostgreSQL, and what pages take meanwhile. */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { momentAt } from '../src/basics/day.ts'
import { readKnowledge } from '../src/features/chapters/actions.ts'
import { planMissing, WEEKLY } from '../src/features/digests/actions.ts'
import { isMadeUpForBy, nextDigest } from '../src/features/digests/digest.ts'
import { digestJobs } from '../src/features/digests/jobs.ts'
import { openMemory, type Recall } from '../src/features/suggestions/memory-actions.ts'
import { type Db, sql, together } from '../src/storage/db.ts'
import { openBeside, sayPages, sayRate, waitUntilDone, workAlone } from './clock/beside.ts'
import { openPlace, settle } from './nation/places.ts'
import { QUICK, WHOLE } from './nation/size.ts'

const ZONE = 'Europe/London'
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, keep: { type: 'string' }, people: { type: 'string' } } })
/** Of whom it is Monday morning. */
const PEOPLE = Number(values.people ?? WHOLE.people)
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
  const at = momentAt(ZONE, nextDigest(ZONE, new Date()))
  for (let last: string | undefined = ''; last !== undefined; ) {
    const after: string = last
    last = await together(db, (tx) => planMissing(tx, after, at))
  }
  await untilAllAreRemembered(db, recall)

  await makeDue(db, at.now)
  const jobs = new Map(digestJobs(recall, ZONE).map((job) => [job.kind, job]))
  console.log(`composed alone: ${sayRate(await workAlone(db, place, jobs, WEEKLY, at.now))}, ${await countLetters(db)} letters`)
  console.log(`the same rows as plain inserts of 300: ${Math.round(await insertPlainly(db))} a second`)

  if (isMadeUpForBy(nextDigest(ZONE, new Date()), new Date())) {
    console.log('Beside pages they can be measured from Monday to Friday: at the weekend the product leaves them to the next Monday.')
    return
  }
  const beside = await openBeside(place, db, join(place.folder, 'digests.log'))
  undo.push(beside.stop)
  await makeDue(db, new Date())
  const [rate, times] = await beside.during(waitUntilDone(db, place, WEEKLY))
  console.log(`composed by the product, which sends them into a folder, beside pages: ${sayRate(rate)}, ${await countLetters(db)} letters`)
  console.log(sayPages(times))
}

/** The memory reads people in the background; a product that has run since yesterday has long done so. */
async function untilAllAreRemembered(db: Db, recall: Recall): Promise<void> {
  const { rows } = await sql<{ people: number }>`select count(*) as people from people where organisation is not null`.execute(db)
  while ((await recall()).people < (rows[0]?.people ?? 0)) await setTimeout(100)
}

/** As on a Monday at nine, with nothing told before and no letter of this week written yet. */
async function makeDue(db: Db, now: Date): Promise<void> {
  await sql`delete from due_work where kind like 'send letter%'`.execute(db)
  await sql`delete from letters where kind = 'weekly digest'`.execute(db)
  await sql`delete from digests`.execute(db)
  await sql`delete from exposures`.execute(db)
  await sql`update due_work set due_at = ${now}::timestamptz + interval '7 days' where kind = ${WEEKLY}`.execute(db)
  await sql`update due_work set due_at = ${now} where kind = ${WEEKLY}
    and about in (select about from due_work where kind = ${WEEKLY} order by reverse(about) limit ${PEOPLE})`.execute(db)
  for (const table of ['due_work', 'letters']) await sql`vacuum analyze ${sql.table(table)}`.execute(db)
}

async function countLetters(db: Db): Promise<number> {
  const { rows } = await sql<{ letters: number }>`select count(*) as letters from letters where kind = 'weekly digest'`.execute(db)
  return rows[0]?.letters ?? 0
}

/** What any composing must do at least: the letters and their due work, in as many rows and bytes. */
async function insertPlainly(db: Db): Promise<number> {
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
  return rows.length / seconds
}
