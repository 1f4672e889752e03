/** npm run bench sending: how many letters a second leave for a mail server on this machine, and how long one waits that comes behind weekly ones. */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gatherJobs } from '../src/app.ts'
import { openClock } from '../src/clock/clock.ts'
import { AS_IT_COMES } from '../src/features/chapters/chapter.ts'
import { tellMany } from '../src/features/letters/actions.ts'
import { personWithAddress } from '../src/features/people/actions.ts'
import { viewerOf } from '../src/features/people/person.ts'
import { bySmtp } from '../src/mail/smtp.ts'
import { openStorage } from '../src/main.ts'
import { together } from '../src/storage/db.ts'
import { startPostgres } from '../tests/machines/postgres.mjs'
import { aMailServer } from '../tests/mail-server.ts'
import { processorSeconds } from './nation/processor.ts'

const ZONE = 'Europe/London'
const { values } = parseArgs({ options: { letters: { type: 'string' } } })
const LETTERS = Number(values.letters ?? 5000)
const postgres = await startPostgres()
if ('missing' in postgres) throw new Error(postgres.missing)
const folder = mkdtempSync(join(tmpdir(), 'appstarter-sending-'))
const storage = await openStorage({ data: folder, databaseUrl: postgres.url })
const mail = await aMailServer()
const carrier = bySmtp(mail.url, 'ours@town.example')
try {
  await bench()
} finally {
  carrier.close?.()
  await mail.close()
  await storage.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function bench(): Promise<void> {
  const { db } = storage
  const now = new Date()
  const people = await together(db, async (tx) => {
    const made = []
    for (let number = 0; number < 100; number++) made.push(viewerOf(await personWithAddress(tx, `person${number}@town.example`, now)))
    return made
  })
  const readers = Array.from({ length: LETTERS }, (_, index) => people[index % people.length] as (typeof people)[number])
  const nothing = { asks: [], asked: [], allAsks: 0, waiting: [], allWaiting: 0, suggestions: [], hasNewSuggestions: false }
  const weekly = { ...nothing, news: [], allNews: 0, today: '2026-11-23' as const }
  const news = { claim: '01kaa8mvr00001abcdefghjkmn', organisation: 'Harrowmere Council', broker: '', line: '' }
  await together(db, (tx) =>
    tellMany(
      tx,
      'weekly digest',
      readers.map((reader) => ({ reader, facts: weekly })),
      now,
    ),
  )
  await together(db, (tx) =>
    tellMany(
      tx,
      'claim declined',
      readers.slice(0, LETTERS / 10).map((reader) => ({ reader, facts: news })),
      now,
    ),
  )
  const chapter = { name: 'Appstarter', kind: 'real' as const, zone: ZONE, ...AS_IT_COMES }
  const jobs = new Map(
    [...gatherJobs(storage, chapter, carrier, 'https://ours.example')].filter(([kind]) => kind.startsWith('send letter')),
  )
  const clock = openClock(
    db,
    jobs,
    () => now,
    (kind, fault) => console.error(kind, fault),
  )
  const used = () => processorSeconds([process.pid])
  const [began, before] = [performance.now(), used()]
  const sent = clock.runDue()
  const newsLeft = () =>
    db.selectFrom('letters').select('id').where('kind', '=', 'claim declined').where('state', '=', 'waiting').limit(1).execute()
  while ((await newsLeft()).length > 0) await new Promise((resolve) => setTimeout(resolve, 100))
  const newsSeconds = (performance.now() - began) / 1000
  await sent
  await clock.stop()
  const seconds = (performance.now() - began) / 1000
  const rate = mail.taken.length / seconds
  console.log(
    `${mail.taken.length} letters in ${seconds.toFixed(1)} s: ${Math.round(rate)} a second, ${(used() - before).toFixed(1)} s of processors with the database, load average ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(`${LETTERS / 10} of them are news, written behind ${LETTERS} weekly letters: the last left after ${newsSeconds.toFixed(1)} s`)
}
