/** npm run bench asks: how many due asks a second a nation of 100,000 people can have, reminders and expiries, and what pages take meanwhile. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, type Moment, momentAt } from '../src/basics/day.ts'
import { newId } from '../src/basics/id.ts'
import { askMany, EXPIRE, REMIND, termOf } from '../src/features/asks/actions.ts'
import { askJobs } from '../src/features/asks/jobs.ts'
import { ASKS } from '../src/letters-and-asks.ts'
import { type Db, sql, together } from '../src/storage/db.ts'
import { openBeside, sayPages, sayRate, waitUntilDone, workAlone } from './clock/beside.ts'
import { fill } from './nation/bulk.ts'
import { openPlace, settle } from './nation/places.ts'
import { QUICK, WHOLE } from './nation/size.ts'

const ZONE = 'Europe/London'
const A_DAY = 86_400_000
const A_CHUNK = 2000

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, keep: { type: 'string' }, asks: { type: 'string' } } })
const MANY = Number(values.asks ?? (values.quick ? 2000 : 100_000))
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
  const at = momentAt(ZONE, new Date())
  const since = await askOwners(db, at)
  undo.push(() => forgetAll(db, since))

  const jobs = new Map(askJobs(ASKS, ZONE).map((job) => [job.kind, job]))
  for (const kind of [REMIND, EXPIRE]) {
    await makeDue(db, kind, since, at)
    console.log(`${kind}, the clock alone: ${sayRate(await workAlone(db, place, jobs, kind, at.now))}, ${await sayLetters(db, since)}`)
  }

  await openAgain(db, since, at)
  const beside = await openBeside(place, db, join(place.folder, 'asks.log'))
  undo.push(beside.stop)
  for (const kind of [REMIND, EXPIRE]) {
    await makeDue(db, kind, since, at)
    const [rate, times] = await beside.during(waitUntilDone(db, place, kind))
    console.log(`${kind}, by the product, beside pages: ${sayRate(rate)}, ${await sayLetters(db, since)}`)
    console.log(sayPages(times))
  }
}

/** Offers of pledges, and what they ask of the owners, who have had the first letter three days ago. The id before which nothing was made. */
async function askOwners(db: Db, at: Moment): Promise<string> {
  const { rows: roles } = await sql<{ id: string; skill: string; project: string; title: string; owner: string }>`
    select r.id, r.skill, r.project, p.title, p.owner from roles r join projects p on p.id = r.project where p.state <> 'ended'`.execute(db)
  const { rows: people } = await sql<{ id: string; name: string; job: string; organisation: string; organisation_name: string }>`
    select p.id, p.name, p.job, p.organisation, g.name as organisation_name from people p join organisations g on g.id = p.organisation
      where not exists (select from pledges pl where pl.person = p.id) and not exists (select from projects o where o.owner = p.id)`.execute(
    db,
  )
  const asked = momentAt(ZONE, new Date(at.now.getTime() - 3 * A_DAY))
  const term = await termOf(db, asked)
  const since = newId(at.now)
  const made = Array.from({ length: MANY }, (_, index) => ({
    id: newId(at.now),
    role: roles[index % roles.length] as (typeof roles)[number],
    // One role gets nobody twice: the next round over the roles begins with the next person.
    by: people[(index + Math.floor(index / people.length)) % people.length] as (typeof people)[number],
  }))
  const days = {
    from_day: at.today,
    until_day: at.today,
    offered_at: asked.now,
    answer_by: term.answerBy,
    answered_at: null,
    ended_at: null,
  }
  const rest = { hours_a_week: 2, line: 'Gladly.', state: 'offered', for_organisation: false, manager_by: null }
  const pledges = made.map(({ id, role, by }) => ({
    ...{ id, role: role.id, project: role.project, person: by.id, organisation: by.organisation, ...days, ...rest },
  }))
  await fill(db, 'pledges', pledges)
  for (let from = 0; from < made.length; from += A_CHUNK) {
    const some = made.slice(from, from + A_CHUNK).map(({ id, role, by }) => {
      const who = { id: by.id, name: by.name, job: by.job, organisationName: by.organisation_name }
      const facts = { pledge: id, project: role.project, title: role.title, skill: role.skill, who, hours: 2, line: 'Gladly.' }
      return { kind: 'pledge offered' as const, about: id, person: role.owner, asker: by.id, facts, term, isTold: true }
    })
    await together(db, (tx) => askMany(tx, some, asked))
  }
  await sql`analyze`.execute(db)
  return since
}

function about(since: string) {
  return sql`(select id from asks where about >= ${since})`
}

/** Its day has come for all that were put. */
async function makeDue(db: Db, kind: string, since: string, at: Moment): Promise<void> {
  if (kind === EXPIRE) {
    const yesterday = addDays(at.today, -1)
    await sql`update asks set answer_by = ${yesterday} where about >= ${since}`.execute(db)
    await sql`update pledges set answer_by = ${yesterday} where id >= ${since}`.execute(db)
  }
  await sql`update due_work set due_at = ${at.now} where kind = ${kind} and about in ${about(since)}`.execute(db)
  for (const table of ['asks', 'pledges', 'due_work']) await sql`vacuum analyze ${sql.table(table)}`.execute(db)
}

/** As if nothing had been reminded of and nothing had expired. */
async function openAgain(db: Db, since: string, at: Moment): Promise<void> {
  await forgetLetters(db, since)
  await sql`update pledges set state = 'offered', ended_at = null, answer_by = ${addDays(at.today, 9)} where id >= ${since}`.execute(db)
  await sql`update asks set state = 'open', reminded = 0, answer_by = ${addDays(at.today, 9)} where about >= ${since}`.execute(db)
  for (const kind of [REMIND, EXPIRE])
    await sql`insert into due_work (id, kind, about, due_at, tries)
      select left(id, 25) || ${kind === REMIND ? 'r' : 'e'}, ${kind}, id, now() + interval '1 day', 0 from asks where about >= ${since}
      on conflict (kind, about) do nothing`.execute(db)
}

async function forgetLetters(db: Db, since: string): Promise<void> {
  await sql`delete from due_work where kind like 'send letter%'`.execute(db)
  await sql`delete from letters where id >= ${since}`.execute(db)
}

async function sayLetters(db: Db, since: string): Promise<string> {
  const { rows } = await sql<{ letters: number }>`select count(*) as letters from letters where id >= ${since}`.execute(db)
  return `${rows[0]?.letters ?? 0} letters in all`
}

/** A nation that is kept is as it was before. */
async function forgetAll(db: Db, since: string): Promise<void> {
  await forgetLetters(db, since)
  await sql`delete from due_work where about in ${about(since)}`.execute(db)
  await sql`delete from asks where about >= ${since}`.execute(db)
  await sql`delete from pledges where id >= ${since}`.execute(db)
}
