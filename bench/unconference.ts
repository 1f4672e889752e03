/**
 * 700 people score five cards each on bad wifi, some pressing twice and some losing the network in the moment of sending:
 * npm run bench unconference [--people 700] [--cards 150] [--seconds 180] [--engine embedded|server].
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cookieFor } from '../src/features/events/attendee.ts'
import { findProgress } from '../src/features/scores/store.ts'
import { openStorage } from '../src/main.ts'
import { startPostgres } from '../tests/machines/postgres.mjs'
import { letPhones } from './agenda/phones.ts'
import { seed } from './agenda/seed.ts'
import { percentile } from './nation/load.ts'
import { processorSeconds } from './nation/processor.ts'
import { startProduct } from './nation/product.ts'

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
  const { event, tokens } = await seed(storage.db, { people, cards })
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
