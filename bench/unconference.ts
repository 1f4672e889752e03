/**
 * 700 people score five cards each on bad wifi, some pressing twice and some losing the network in the moment of sending:
 * npm run bench unconference [--people 700] [--cards 150] [--seconds 180] [--engine embedded|server].
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, momentAt } from '../src/basics/day.ts'
import { openChapter } from '../src/features/chapters/actions.ts'
import { findEvent, moveEvent, openEvent } from '../src/features/events/actions.ts'
import { cookieFor } from '../src/features/events/attendee.ts'
import { joinByCode } from '../src/features/events/attendee-actions.ts'
import { slotsFor } from '../src/features/events/timetable.ts'
import { addOrganisations } from '../src/features/organisations/actions.ts'
import { introduce, personWithAddress } from '../src/features/people/actions.ts'
import { viewerOf } from '../src/features/people/person.ts'
import { sayPitch } from '../src/features/pitches/actions.ts'
import { findProgress } from '../src/features/scores/store.ts'
import { openStorage } from '../src/main.ts'
import { type Db, together } from '../src/storage/db.ts'
import { startPostgres } from '../tests/machines/postgres.mjs'
import { letPhones } from './agenda/phones.ts'
import { percentile } from './nation/load.ts'
import { processorSeconds } from './nation/processor.ts'
import { startProduct } from './nation/product.ts'

const ZONE = 'Europe/London'
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '700' },
    cards: { type: 'string', default: '150' },
    seconds: { type: 'string', default: '180' },
    engine: { type: 'string', default: 'embedded' },
  },
})
const [people, cards, seconds] = [Number(values.people), Number(values.cards), Number(values.seconds)]
const folder = mkdtempSync(join(tmpdir(), 'appstarter-unconference-'))
const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
try {
  await bench()
} finally {
  for (let step = undo.pop(); step; step = undo.pop()) await step()
}

async function bench(): Promise<void> {
  const databaseUrl = values.engine === 'server' ? await aServer() : undefined
  const settings = { data: folder, databaseUrl }
  const storage = await openStorage(settings)
  const { event, tokens } = await seed(storage.db)
  await storage.close()
  const env = { APPSTARTER_DATA: folder, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) }
  const product = await startProduct(env, join(folder, 'product.log'))
  undo.push(product.stop)
  const cookies = tokens.map((token) => `${cookieFor(event)}=${token}`)
  const before = processorSeconds([product.pid])
  const told = await letPhones({ port: product.port, event, cookies, seconds, seed: 1 })
  const [megabytes, used] = [product.megabytes(), processorSeconds([product.pid]) - before]
  undo.pop()
  await product.stop()
  const after = await openStorage(settings)
  const { scores, raters, least, most } = await findProgress(after.db, event)
  await after.close()
  const ms = (times: readonly number[]) =>
    `median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms`
  console.log(`${values.engine}: ${people} people, ${cards} cards, ${seconds} s, load average ${loadavg()[0]?.toFixed(1)}`)
  console.log(
    `${scores} scores by ${raters} people, ${least} to ${most} a card; ${told.scored} were sent, ${told.resent} of them twice, ${told.dropped} with a lost connection`,
  )
  console.log(`sending a score: ${ms(told.posts)}`)
  console.log(`the next card:   ${ms(told.pages)}`)
  console.log(
    `answers ${JSON.stringify(told.statuses)}, memory ${megabytes.toFixed(0)} MB, ${((1000 * used) / (told.posts.length + told.pages.length)).toFixed(1)} ms of the product's processor time for each`,
  )
}

async function aServer(): Promise<string> {
  const postgres = await startPostgres()
  if ('missing' in postgres) throw new Error(postgres.missing)
  undo.push(postgres.stop)
  return postgres.url
}

/** An event at its scoring, with a token for each who comes. */
async function seed(db: Db): Promise<{ event: string; tokens: string[] }> {
  const at = momentAt(ZONE, new Date())
  const person = await together(db, async (tx) => {
    await openChapter(tx, { name: 'Appstarter', kind: 'real', zone: ZONE }, at.now)
    await addOrganisations(tx, [{ name: 'Town', sector: 'local', domains: ['town.example'] }], at.now)
    return personWithAddress(tx, 'organiser@town.example', at.now)
  })
  await introduce(db, person.id, { name: 'Organiser', job: 'officer', organisation: undefined }, at.now)
  const organiser = { ...viewerOf({ ...person, name: 'Organiser' }), broker: true }
  const day = addDays(at.today, 30)
  const days = { firstDay: day, lastDay: day }
  const opened = await openEvent(
    db,
    organiser,
    {
      ...{ title: 'Unconference', whatFor: 'To talk', venue: 'Hall', address: '', places: people + 10, conduct: '', sponsors: '', ...days },
      rooms: Array.from({ length: 12 }, (_, room) => ({ name: `Room ${room}`, seats: 60, features: [], stepFree: true })),
      slots: slotsFor({ ...days, begins: 600, slots: 5, minutes: 40, gap: 10 }),
    },
    at,
  )
  if (!opened.yes) throw new Error(opened.why)
  const event = opened.value
  const move = async (to: 'pitching' | 'scoring'): Promise<void> => {
    const moved = await moveEvent(db, event, organiser, { to, until: addDays(at.today, 9) }, at)
    if (!moved.yes) throw new Error(moved.why)
  }
  await move('pitching')
  const { code = '' } = (await findEvent(db, event)) ?? {}
  const tokens: string[] = []
  for (let number = 0; number < people; number++) {
    const joined = await joinByCode(db, event, { name: `Guest ${number}`, team: `Team ${number >> 2}`, code }, at)
    if (!joined.yes) throw new Error(joined.why)
    tokens.push(joined.value.token ?? '')
    if (number < cards) await sayPitch(db, event, joined.value.attendee, { title: `Pitch ${number}`, source: 'screen' }, at)
  }
  await move('scoring')
  return { event, tokens }
}
