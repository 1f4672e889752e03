/** The thread in which the embedded database lives: takes one statement at a time and answers with its rows. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { Reply, Request } from './embedded.ts'
import { PARSERS } from './types.ts'

const { data, snapshot } = workerData as { data?: string; snapshot?: Blob }
const opening = PGlite.create({ ...(data ? { dataDir: data } : {}), ...(snapshot ? { loadDataDir: snapshot } : {}), parsers: PARSERS })

parentPort?.on('message', async (request: Request) => parentPort?.postMessage(await answer(request)))

async function answer(request: Request): Promise<Reply> {
  try {
    const engine = await opening
    if ('close' in request) {
      await engine.close()
      return { id: request.id }
    }
    const done = await engine.query(request.sql, [...request.parameters])
    return { id: request.id, rows: done.rows, affected: done.affectedRows ?? 0 }
  } catch (fault) {
    const { message, code, constraint } = fault as Error & { code?: string; constraint?: string }
    return { id: request.id, fault: { message, ...(code ? { code } : {}), ...(constraint ? { constraint } : {}) } }
  }
}
