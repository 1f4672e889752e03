/**
 * 700 phones keep a page of an event open, and hear what is said to everybody:
 * npm run bench live [--phones 700] [--turns 10] [--engine embedded|server].
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { momentAt } from '../src/basics/day.ts'
import { cookieFor } from '../src/features/events/attendee.ts'
import { nameHelper } from '../src/features/scores/run-actions.ts'
import { openStorage } from '../src/main.ts'
import { startPostgres } from '../tests/machines/postgres.mjs'
import { seed, ZONE } from './agenda/seed.ts'
import { percentile } from './nation/load.ts'
import { processorSeconds } from './nation/processor.ts'
import { type Product, startProduct } from './nation/product.ts'

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '700' },
    turns: { type: 'string', default: '10' },
    engine: { type: 'string', default: 'embedded' },
  },
})
const [phones, turns] = [Number(values.phones), Number(values.turns)]
/** So long they only listen, before and while memory is measured. */
const QUIET_MS = 30_000
/** When each phone has heard a text. */
class Heard {
  #text = ''
  #times: number[] = []
  #began = 0
  #whenAll = () => {}
  #phones = 0

  all(text: string, phones: number, say: () => Promise<void>): Promise<number[]> {
    this.#text = text
    this.#times = []
    this.#phones = phones
    this.#began = performance.now()
    const done = new Promise<number[]>((resolve) => {
      this.#whenAll = () => resolve(this.#times)
    })
    return say().then(() => done)
  }

  hear(piece: string): void {
    if (this.#text === '' || !piece.includes(this.#text)) return
    this.#times.push(performance.now() - this.#began)
    if (this.#times.length === this.#phones) this.#whenAll()
  }
}

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })

const folder = mkdtempSync(join(tmpdir(), 'appstarter-live-'))
const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
try {
  await bench()
} finally {
  for (let step = undo.pop(); step; step = undo.pop()) await step()
}

async function bench(): Promise<void> {
  const databaseUrl = values.engine === 'server' ? await aServer() : undefined
  const storage = await openStorage({ data: folder, databaseUrl })
  const { event, tokens, organiser } = await seed(storage.db, { people: 1, cards: 0 })
  const named = await nameHelper(storage.db, event, organiser, 'Guest 0', momentAt(ZONE, new Date()))
  if (!named.yes) throw new Error(named.why)
  await storage.close()
  const env = { APPSTARTER_DATA: folder, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) }
  const product = await startProduct(env, join(folder, 'product.log'))
  undo.push(product.stop)
  await pause(QUIET_MS)
  const before = product.megabytes()
  const heard = new Heard()
  for (let phone = 0; phone < phones; phone++) await listen(product, event, heard)
  await pause(QUIET_MS)
  const [open, used] = [product.megabytes(), processorSeconds([product.pid])]
  await pause(QUIET_MS)
  const idle = processorSeconds([product.pid]) - used
  const [first, last]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn++) {
    const text = `Turn ${turn}: lunch is served in the hall`
    const times = await heard.all(text, phones, () => say(product, event, `${cookieFor(event)}=${tokens[0]}`, text))
    first.push(Math.min(...times))
    last.push(Math.max(...times))
    // At any moment of the second in which it is asked.
    await pause(1000 + ((turn * 370) % 1000))
  }
  const [after, began] = [product.megabytes(), performance.now()]
  await product.stop()
  undo.pop()
  const ms = (times: readonly number[]) => `median ${percentile(times, 0.5).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms`
  console.log(`${values.engine}: ${phones} open pages, load average ${loadavg()[0]?.toFixed(1)}`)
  console.log(
    `memory: ${before.toFixed(0)} MB without them, ${open.toFixed(0)} MB with them, ${after.toFixed(0)} MB after ${turns} announcements`,
  )
  console.log(`${((100 * idle * 1000) / QUIET_MS).toFixed(1)} % of a processor while they only listen`)
  console.log(`from saying it until the first page has it: ${ms(first)}`)
  console.log(`until all ${phones} have it:                   ${ms(last)}`)
  console.log(`stopping with all of them open: ${(performance.now() - began).toFixed(0)} ms`)
}

async function aServer(): Promise<string> {
  const postgres = await startPostgres()
  if ('missing' in postgres) throw new Error(postgres.missing)
  undo.push(postgres.stop)
  return postgres.url
}

async function listen({ port }: Product, event: string, heard: Heard): Promise<void> {
  const asked = request({ port, agent, path: `/events/${event}/news`, headers: { host: `localhost:${port}` } }).end()
  const [reply] = (await once(asked, 'response')) as [IncomingMessage]
  if (reply.statusCode !== 200) throw new Error(`A phone may not listen: ${reply.statusCode}.`)
  reply.setEncoding('utf8').on('data', (piece: string) => heard.hear(piece))
  reply.on('error', () => {})
}

async function say({ port }: Product, event: string, cookie: string, text: string): Promise<void> {
  const origin = `http://localhost:${port}`
  const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ text }).toString()
  const reply = await fetch(`${origin}/events/${event}/announcements`, { method: 'POST', headers, body, redirect: 'manual' })
  if (reply.status !== 303) throw new Error(`It could not be said: ${reply.status}.`)
}
