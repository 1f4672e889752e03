/** The thread in which the embedded database lives: takes one statement at a time and answers with its rows. */
import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { Reply, Request } from './embedded.ts'
import { PreparedStatements } from './prepared.ts'
import { PARSERS } from './types.ts'

/** `data` is the folder; with `made`, a database is made from nothing, and written to that file at the end. */
const { data, made } = workerData as { data?: string; made?: string }
/** A database with every table, made once when the program is built: to copy it takes a tenth of the time that it takes to make one. */
const NEW = new URL('./new-database.tar', import.meta.url)

const opening = open().then((engine) => ({ engine, statements: new PreparedStatements(engine) }))
let before: Promise<unknown> = opening.catch(() => undefined)
parentPort?.on('message', (request: Request) => {
  before = before.then(async () => parentPort?.postMessage(await answer(request)))
})

async function open(): Promise<PGlite> {
  if (made !== undefined) return PGlite.create({ parsers: PARSERS })
  if (data === undefined) return PGlite.create({ loadDataDir: await newDatabase(), parsers: PARSERS })
  if (!existsSync(data)) await begin(data)
  return PGlite.create({ dataDir: data, parsers: PARSERS })
}

/** A new database is copied aside and renamed, so that a crash meanwhile leaves none rather than half of one. */
async function begin(folder: string): Promise<void> {
  const aside = `${folder}.new`
  await rm(aside, { recursive: true, force: true })
  const fresh = await PGlite.create({ dataDir: aside, loadDataDir: await newDatabase() })
  await fresh.close()
  await rename(aside, folder)
}

async function newDatabase(): Promise<Blob> {
  return new Blob([await readFile(NEW)])
}

async function writeTo(file: string, engine: PGlite): Promise<void> {
  // Else every copy would first do again what was done here.
  await engine.query('vacuum freeze')
  await engine.query('checkpoint')
  const dump = await engine.dumpDataDir('none')
  await writeFile(`${file}.part`, Buffer.from(await dump.arrayBuffer()))
  await rename(`${file}.part`, file)
}

async function answer(request: Request): Promise<Reply> {
  try {
    const { engine, statements } = await opening
    if ('close' in request) {
      if (made !== undefined) await writeTo(made, engine)
      await engine.close()
      return { id: request.id }
    }
    return { id: request.id, ...(await statements.ask(request.sql, request.parameters)) }
  } catch (fault) {
    const { message, code, constraint } = fault as Error & { code?: string; constraint?: string }
    return { id: request.id, fault: { message, ...(code ? { code } : {}), ...(constraint ? { constraint } : {}) } }
  }
}
