/** The thread in which the embedded database lives: takes one statement at a time and answers with its rows. */
import { existsSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { Reply, Request } from './embedded.ts'
import { PreparedStatements } from './prepared.ts'
import { PARSERS } from './types.ts'

const { data } = workerData as { data?: string }
/** An empty database, made once when the program is built: to copy it takes a sixth of the time that it takes to make one. */
const EMPTY = new URL('./empty-database.tar', import.meta.url)

const opening = open().then((engine) => ({ engine, statements: new PreparedStatements(engine) }))
let before: Promise<unknown> = opening.catch(() => undefined)
parentPort?.on('message', (request: Request) => {
  before = before.then(async () => parentPort?.postMessage(await answer(request)))
})

async function open(): Promise<PGlite> {
  if (data === undefined) return PGlite.create({ loadDataDir: await emptyDatabase(), parsers: PARSERS })
  if (!existsSync(data)) await begin(data)
  return PGlite.create({ dataDir: data, parsers: PARSERS })
}

/** A new database is copied aside and renamed, so that a crash meanwhile leaves none rather than half of one. */
async function begin(folder: string): Promise<void> {
  const aside = `${folder}.new`
  await rm(aside, { recursive: true, force: true })
  const fresh = await PGlite.create({ dataDir: aside, loadDataDir: await emptyDatabase() })
  await fresh.close()
  await rename(aside, folder)
}

async function emptyDatabase(): Promise<Blob> {
  return new Blob([await readFile(EMPTY)])
}

async function answer(request: Request): Promise<Reply> {
  try {
    const { engine, statements } = await opening
    if ('close' in request) {
      await engine.close()
      return { id: request.id }
    }
    return { id: request.id, ...(await statements.ask(request.sql, request.parameters)) }
  } catch (fault) {
    const { message, code, constraint } = fault as Error & { code?: string; constraint?: string }
    return { id: request.id, fault: { message, ...(code ? { code } : {}), ...(constraint ? { constraint } : {}) } }
  }
}
