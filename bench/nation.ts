/** npm run bench nation: how fast every page is for a nation of 100,000 people, what that takes, and how it compares. Markdown on stdout. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { castOf } from './nation/cast.ts'
import { compare } from './nation/compare.ts'
import { readList } from './nation/list.ts'
import { Load } from './nation/load.ts'
import { measurePages, type Pace, waitUntilQuiet } from './nation/measure.ts'
import { type Page, pagesOf } from './nation/pages.ts'
import { type Engine, openPlace, type Place, readNation, settle } from './nation/places.ts'
import { startProduct } from './nation/product.ts'
import { sayCompared, sayReport } from './nation/report.ts'
import { QUICK, type Size, WHOLE } from './nation/size.ts'

const HELP = `npm run bench nation -- [--quick] [--short] [--engine server|embedded|both] [--keep DIR]
  --quick    a nation of 2,000 people, and short rounds
  --short    short rounds, for a nation of any size
  --engine   PostgreSQL, the embedded database, or both (both)
  --keep     a folder in which the seeded databases stay for the next run of the same day`
const PACES: Record<'whole' | 'short', Pace> = {
  whole: { rounds: 3, requests: 100, seconds: 1 },
  short: { rounds: 1, requests: 40, seconds: 0.5 },
}
const COMPARING = { whole: { rounds: 7, seconds: 2 }, short: { rounds: 3, seconds: 1 } }

const undo: (() => Promise<void>)[] = []
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => undoAll().finally(() => process.exit(1)))

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    short: { type: 'boolean' },
    engine: { type: 'string' },
    keep: { type: 'string' },
    help: { type: 'boolean' },
  },
})
const engines: readonly Engine[] =
  values.engine === 'server' ? ['server'] : values.engine === 'embedded' ? ['embedded'] : ['server', 'embedded']
if (values.help || !['server', 'embedded', 'both', undefined].includes(values.engine)) console.log(HELP)
else for (const engine of engines) await bench(engine, values.quick ? QUICK : WHOLE, values.quick || values.short ? 'short' : 'whole')

async function bench(engine: Engine, size: Size, length: 'whole' | 'short'): Promise<void> {
  const place = await openPlace(engine, values.keep)
  undo.push(place.close)
  const load = new Load()
  undo.push(async () => load.close())
  try {
    await measure(place, load, size, length)
  } finally {
    await undoAll()
  }
}

async function measure(place: Place, load: Load, size: Size, length: 'whole' | 'short'): Promise<void> {
  const { engine, folder, databaseUrl, databasePid } = place
  const { seeded, seconds } = await settle(place, size)
  const storage = await place.open()
  const cast = await castOf(storage.db, new Date())
  const list = await readList(storage.db, databaseUrl, await readNation())
  await storage.close()
  const product = await startProduct(place.env, join(folder, 'product.log'))
  undo.push(product.stop)
  const start = product.megabytes()
  const pids = [product.pid, ...(databasePid === undefined ? [] : [databasePid])]
  const asked = pagesOf(cast, product.port)
  const reading = await waitUntilQuiet(load, product, asked[0] as Page)
  const pages = await measurePages(load, product, pids, asked, PACES[length])
  const megabytes = { start, load: product.megabytes() }
  console.log(sayReport({ engine, seeded, seedSeconds: seconds, startMs: product.ms, reading, megabytes, pages }))
  if (engine === 'server') console.log(sayCompared(await compare(load, { folder, list, product, databaseUrl }, COMPARING[length])))
}

/** What was started ends in turn, the last first, also when somebody interrupts. */
async function undoAll(): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop()) await step()
}
