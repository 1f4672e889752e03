/** npm run bench clock: how fast 100,000 works that are due at once are done on PostgreSQL, and how long pages take meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openStorage } from '../src/main.ts'
import { inRoot } from '../src/root.ts'
import { together } from '../src/storage/db.ts'
import { planMany } from '../src/storage/due-work.ts'
import { startPostgres } from '../tests/machines/postgres.mjs'
import { sendVisitors, signIn, textOf } from './clock/visitors.ts'
import { BATCH, KIND, worksAt } from './clock/work.ts'
import { percentile } from './nation/load.ts'
import { startProgram } from './nation/product.ts'

const { values } = parseArgs({ options: { works: { type: 'string' }, visitors: { type: 'string' }, 'one-by-one': { type: 'boolean' } } })
const [works, visitors] = [Number(values.works ?? 100_000), Number(values.visitors ?? 4)]
const [QUIET_SECONDS, AHEAD_SECONDS, CHUNK] = [8, 3, 10_000]

const undo: (() => Promise<unknown>)[] = []
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const sayTimes = (times: readonly number[]) => [0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(1)).join(' / ')

try {
  await bench()
} finally {
  for (const step of undo.reverse()) await step()
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-clock-'))
  undo.push(async () => rmSync(folder, { recursive: true, force: true }))
  const postgres = await startPostgres()
  if ('missing' in postgres) throw new Error(postgres.missing)
  undo.push(postgres.stop)
  const admin = new pg.Client({ connectionString: postgres.url })
  await admin.connect()
  await admin.query('create database clock').finally(() => admin.end())
  const env = { DATABASE_URL: postgres.url.replace(/\/[^/]*$/, '/clock'), APPSTARTER_DATA: folder, PORT: '0' }
  const words = values['one-by-one'] ? ['--one-by-one'] : []
  const product = await startProgram(fileURLToPath(inRoot('build/bench/clock/product-process.js')), words, env, join(folder, 'log'))
  undo.push(product.stop)
  const storage = await openStorage({ data: folder, databaseUrl: env.DATABASE_URL })
  undo.push(storage.close)
  const left = async () => (await storage.db.selectFrom('due_work').select('id').where('kind', '=', KIND).limit(1).execute()).length > 0

  const project = /\/projects\/[0-9a-z]{26}/.exec(await textOf(product.port, '/projects'))?.[0] ?? '/'
  const paths = ['/', '/projects', project, '/mine', '/organisations']
  const cookie = await signIn(product.port)
  const quiet = sendVisitors(product.port, visitors, paths, cookie)
  await pause(QUIET_SECONDS * 1000)
  await quiet.stop()

  const due = new Date(Date.now() + (AHEAD_SECONDS + works / 20_000) * 1000)
  const all = worksAt(due, works)
  const planned = performance.now()
  for (let from = 0; from < works; from += CHUNK) await together(storage.db, (tx) => planMany(tx, all.slice(from, from + CHUNK)))
  const planning = (performance.now() - planned) / 1000
  await pause(due.getTime() - Date.now())
  const busy = sendVisitors(product.port, visitors, paths, cookie)
  while (await left()) await pause(100)
  const seconds = (Date.now() - due.getTime()) / 1000
  await busy.stop()
  const rate = (count: number, took: number) => `${Math.round(count / took).toLocaleString('en-GB')} a second`
  console.log(`${works.toLocaleString('en-GB')} works, ${values['one-by-one'] ? 'one by one' : `in batches of ${BATCH}`}, on PostgreSQL; load average ${loadavg()[0]?.toFixed(1)}
planned in ${planning.toFixed(1)} s, ${rate(works, planning)}; done in ${seconds.toFixed(1)} s, ${rate(works, seconds)}
pages of ${visitors} visitors, ms p50 / p99 / longest: ${sayTimes(quiet.times)} before (${quiet.times.length}), ${sayTimes(busy.times)} meanwhile (${busy.times.length}); ${quiet.failures + busy.failures} failed`)
}
