/** Where a nation lives: an embedded database in a folder, or one on a PostgreSQL; new, or kept from a run earlier the same day. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openStorage } from '../../src/main.ts'
import type { Pack } from '../../src/packs/pack.ts'
import { readPack } from '../../src/packs/read.ts'
import { inRoot } from '../../src/root.ts'
import type { Storage } from '../../src/storage/db.ts'
import { MIGRATIONS } from '../../src/storage/migrations.ts'
import { startPostgres } from '../../tests/machines/postgres.mjs'
import { dayFrom } from './plan.ts'
import { cleanEnvironment } from './product.ts'
import { type Seeded, seedNation } from './seed.ts'
import type { Size } from './size.ts'

export type Engine = 'server' | 'embedded'
export type Place = {
  engine: Engine
  folder: string
  /** What the product's process is given to find its database. */
  env: Record<string, string>
  databaseUrl: string | undefined
  /** The process of the database server, when it runs here. */
  databasePid: number | undefined
  open(): Promise<Storage>
  close(): Promise<void>
}

const PACK = 'uk'
const DATABASE = 'nation'
const BROKER_OF_CHAPTER = 'chapter.broker@nation.example'

/** `keep` is a folder for the databases of all engines; without one everything is thrown away at the end. */
export async function openPlace(engine: Engine, keep: string | undefined): Promise<Place> {
  const folder = keep === undefined ? mkdtempSync(join(tmpdir(), 'appstarter-nation-')) : join(keep, engine)
  mkdirSync(folder, { recursive: true })
  const forget = () => keep === undefined && rmSync(folder, { recursive: true, force: true })
  if (engine === 'embedded') {
    const open = () => openStorage({ data: folder, databaseUrl: undefined })
    return {
      engine,
      folder,
      env: { APPSTARTER_DATA: folder },
      databaseUrl: undefined,
      databasePid: undefined,
      open,
      close: async () => void forget(),
    }
  }
  const postgres = await startPostgres(keep === undefined ? {} : { keep: join(folder, 'appstarter-nation') })
  if ('missing' in postgres) throw new Error(postgres.missing)
  const databaseUrl = postgres.url.replace(/\/[^/]*$/, `/${DATABASE}`)
  const { rowCount } = await onServer(postgres.url, `select from pg_database where datname = '${DATABASE}'`)
  if (rowCount === 0) await onServer(postgres.url, `create database ${DATABASE}`)
  return {
    engine,
    folder,
    env: { APPSTARTER_DATA: folder, DATABASE_URL: databaseUrl },
    databaseUrl,
    databasePid: await pidOf(postgres.url),
    open: () => openStorage({ data: folder, databaseUrl }),
    async close() {
      if (keep === undefined) await onServer(postgres.url, `drop database ${DATABASE} with (force)`)
      await postgres.stop()
      forget()
    },
  }
}

/** The pack of the country of which it is made. */
export const readNation = async (): Promise<Pack> => (await readPack(fileURLToPath(inRoot(`packs/${PACK}`)))).pack

/** Says what was seeded and how long it took; a nation of the same size, day and shape stays as it is. */
export async function settle(place: Place, size: Size): Promise<{ seeded: Seeded; seconds: number }> {
  const today = new Date(dayFrom(new Date(), 0))
  const wanted = JSON.stringify({ size, today, shape: MIGRATIONS.map(({ text }) => text.length) })
  const [marker, counts] = [join(place.folder, 'nation.json'), join(place.folder, 'seeded.json')]
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return JSON.parse(readFileSync(counts, 'utf8'))
  await clear(place, existsSync(marker))
  const began = performance.now()
  foundChapter(place)
  const pack = await readNation()
  const storage = await place.open()
  const seeded = await seedNation(storage, pack, size, today).finally(() => storage.close())
  const done = { seeded, seconds: (performance.now() - began) / 1000 }
  writeFileSync(counts, JSON.stringify(done))
  writeFileSync(marker, wanted)
  return done
}

/** A real chapter, the way people make one: with the organisations of the pack. */
function foundChapter({ folder, env }: Place): void {
  const words = ['new-chapter', folder, '--name', 'Nation', '--broker', BROKER_OF_CHAPTER, '--pack', PACK, '--json']
  execFileSync(process.execPath, [fileURLToPath(inRoot('bin/appstarter.mjs')), ...words], { env: cleanEnvironment(env), stdio: 'pipe' })
}

/** Only what an earlier run made: without its mark nothing is thrown away. */
async function clear({ engine, folder, databaseUrl }: Place, isOurs: boolean): Promise<void> {
  if (!isOurs) return
  for (const name of ['database', 'nation.json', 'seeded.json']) rmSync(join(folder, name), { recursive: true, force: true })
  if (engine === 'server' && databaseUrl) {
    const url = databaseUrl.replace(/\/[^/]*$/, '/postgres')
    await onServer(url, `drop database ${DATABASE}`)
    await onServer(url, `create database ${DATABASE}`)
  }
}

/** From the file that a server keeps in its folder, when that is on this machine and we may read it. */
async function pidOf(url: string): Promise<number | undefined> {
  const [row] = (await onServer(url, 'show data_directory')).rows
  const file = join(String(row?.data_directory), 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

async function onServer(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query(statement).finally(() => client.end())
}
