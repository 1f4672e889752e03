/** npm run bench national-round: 10,000 people of a nation join a round; how long it takes from its closing until all letters are queued. */
import { parseArgs } from 'node:util'
import { addDays, momentAt, startOfDay } from '../src/basics/day.ts'
import { readKnowledge } from '../src/features/chapters/actions.ts'
import { listViewers } from '../src/features/people/actions.ts'
import { openRound } from '../src/features/rounds/actions.ts'
import { CLOSES, SENDS } from '../src/features/rounds/clocks.ts'
import { openMemory } from '../src/features/suggestions/memory-actions.ts'
import { meetingJobs } from '../src/meeting-people.ts'
import { type Db, sql } from '../src/storage/db.ts'
import { runNext } from '../src/storage/run-work.ts'
import { openPlace, settle } from './nation/places.ts'
import { processorSeconds } from './nation/processor.ts'
import { WHOLE } from './nation/size.ts'

const ZONE = 'Europe/London'
/** The organiser has two working days to look, so that a week later all is sent. */
const LATER_DAYS = 7
const { values } = parseArgs({ options: { keep: { type: 'string' }, people: { type: 'string' } } })
const PEOPLE = Number(values.people ?? 10_000)

const place = await openPlace('server', values.keep)
try {
  await settle(place, WHOLE)
  const storage = await place.open()
  try {
    await bench(storage.db)
  } finally {
    await storage.close()
  }
} finally {
  await place.close()
}

async function bench(db: Db): Promise<void> {
  const at = momentAt(ZONE, new Date())
  const knowledge = await readKnowledge(db)
  const wanted = new Set([CLOSES, SENDS])
  const jobs = new Map(
    meetingJobs(knowledge, openMemory(db, knowledge), ZONE).flatMap((job) => (wanted.has(job.kind) ? [[job.kind, job] as const] : [])),
  )
  const id = await aLargeRound(db, at)
  const closed = startOfDay(ZONE, addDays(at.today, 1))
  const sent = startOfDay(ZONE, addDays(at.today, 1 + LATER_DAYS))
  for (const [what, now] of [
    ['put together, and its organiser asked to look', closed],
    ['sent: all letters queued', sent],
  ] as const) {
    const used = () => processorSeconds([process.pid, place.databasePid ?? 0])
    const [began, before] = [performance.now(), used()]
    for (let ran = await runNext(db, jobs, now); ran; ran = await runNext(db, jobs, now)) if (ran.fault !== undefined) throw ran.fault
    console.log(`${((performance.now() - began) / 1000).toFixed(1)} s (${(used() - before).toFixed(1)} s of processors): ${what}`)
  }
  const { rows } = await sql<{ quality: string; meetings: number; letters: number }>`
    select t.quality, (select count(*) from round_meetings m where m.turn = t.id) as meetings,
        (select count(*) from letters l join asks a on a.id = l.ask join round_meetings m on m.id = a.about where m.turn = t.id) as letters
      from round_turns t where t.round = ${id}`.execute(db)
  console.log(JSON.stringify(rows[0]))
}

/** They have joined already; closes today. */
async function aLargeRound(db: Db, at: ReturnType<typeof momentAt>): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from people where broker and organisation is not null order by id limit 1`.execute(
    db,
  )
  const [organiser] = (await listViewers(db, [rows[0]?.id ?? ''])).values()
  if (!organiser) throw new Error('The nation has no broker.')
  const round = { title: 'National coffee', line: 'Half an hour with somebody you do not know.', audience: { is: 'everybody' } as const }
  const rules = { size: 2, across: ['sector'], meetDays: 21, turns: 1, everyWeeks: 4, invites: false } as const
  const opened = await openRound(db, organiser, { ...round, ...rules, closesOn: at.today }, at)
  if (!opened.yes) throw new Error(opened.why)
  await sql`insert into round_joinings (round, person, three_is_fine, joined_at)
    select ${opened.value}, id, true, ${at.now} from people where organisation is not null order by reverse(id) limit ${PEOPLE}`.execute(db)
  return opened.value
}
