/** The embedded database: PGlite in a worker thread, so that a heavy query never blocks a page. One connection, so transactions queue. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Storage, Tables } from './db.ts'
import { holdFolder } from './folder-lock.ts'
import { countQuery } from './in-flight.ts'

export type Request = { id: number; sql: string; parameters: readonly unknown[] } | { id: number; close: true }
export type Reply = { id: number; rows?: unknown[]; affected?: number; fault?: { message: string; code?: string; constraint?: string } }

/** A transaction that asks the outer database waits for itself; better a fault after a while than silence for ever. */
const PATIENCE = 60_000

/**
 * `folder` keeps the data; without one everything is in memory. `worker` is the built embedded-worker.js.
 * With `made` it begins without tables, and is written to that file when it is closed.
 */
export async function openEmbedded(
  folder: string | undefined,
  worker: URL,
  { patience = PATIENCE, made }: { patience?: number; made?: string } = {},
): Promise<Storage> {
  const release = folder === undefined ? async () => {} : await holdFolder(folder)
  const data = folder === undefined ? undefined : join(folder, 'database')
  const engine = new Engine(new Worker(worker, { workerData: { data, made } }))
  try {
    await engine.query('select 1', [])
  } catch (fault) {
    // A thread that goes on listening would keep the whole program from ending.
    await engine.end()
    await release()
    throw fault
  }
  const dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new EmbeddedDriver(engine, patience),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  const db = new Kysely<Tables>({ dialect, log: countQuery })
  // Kysely destroys only a driver that it has used, so the engine is closed here.
  const close = () =>
    db
      .destroy()
      .then(() => engine.close())
      .finally(release)
  return { db, engine: 'embedded', close }
}

/** Questions to the worker thread and their answers. */
class Engine {
  #worker: Worker
  #last = 0
  #ended: Error | undefined
  #waiting = new Map<number, { resolve: (reply: Reply) => void; reject: (fault: Error) => void }>()

  constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (reply: Reply) => this.#settle(reply))
    worker.on('error', (fault) => this.#abandon(fault as Error))
    worker.on('exit', () => this.#abandon(new Error('The embedded database has stopped.')))
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<Reply> {
    const id = ++this.#last
    return this.#ask({ id, sql, parameters })
  }

  async close(): Promise<void> {
    try {
      await this.#ask({ id: ++this.#last, close: true })
    } finally {
      await this.end()
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #ask(request: Request): Promise<Reply> {
    // A thread that is gone would never answer.
    if (this.#ended) return Promise.reject(this.#ended)
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject })
      this.#worker.postMessage(request)
    })
  }

  #settle(reply: Reply): void {
    const asked = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (reply.fault) asked?.reject(Object.assign(new Error(reply.fault.message), reply.fault))
    else asked?.resolve(reply)
  }

  #abandon(fault: Error): void {
    this.#ended ??= fault
    for (const asked of this.#waiting.values()) asked.reject(fault)
    this.#waiting.clear()
  }
}

class EmbeddedDriver implements Driver {
  #engine: Engine
  #patience: number
  #queue: Promise<void> = Promise.resolve()

  constructor(engine: Engine, patience: number) {
    this.#engine = engine
    this.#patience = patience
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<HeldConnection> {
    const before = this.#queue
    let release = () => {}
    this.#queue = new Promise((resolve) => {
      release = resolve
    })
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The embedded database was busy for too long.')), this.#patience)
    })
    try {
      await Promise.race([before, tooLong])
    } catch (fault) {
      before.then(release)
      throw fault
    } finally {
      clearTimeout(timer)
    }
    return new HeldConnection(this.#engine, release)
  }

  beginTransaction = (connection: DatabaseConnection): Promise<void> => say(connection, 'begin')
  commitTransaction = (connection: DatabaseConnection): Promise<void> => say(connection, 'commit')
  rollbackTransaction = (connection: DatabaseConnection): Promise<void> => say(connection, 'rollback')
  releaseConnection = async (connection: HeldConnection): Promise<void> => connection.release()
  destroy = async (): Promise<void> => {}
}

const say = async (connection: DatabaseConnection, sql: string): Promise<void> =>
  void (await connection.executeQuery(CompiledQuery.raw(sql)))

class HeldConnection implements DatabaseConnection {
  #engine: Engine
  release: () => void

  constructor(engine: Engine, release: () => void) {
    this.#engine = engine
    this.release = release
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const reply = await this.#engine.query(query.sql, query.parameters)
    return { rows: (reply.rows ?? []) as Row[], numAffectedRows: BigInt(reply.affected ?? 0) }
  }

  // biome-ignore lint/correctness/useYield: the embedded engine answers in one piece
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('The embedded database does not stream.')
  }
}
