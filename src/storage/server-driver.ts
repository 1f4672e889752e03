/** How Kysely talks to PostgreSQL: as its own driver does, but every statement is planned once a connection instead of once a request. */
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely'
import type pg from 'pg'
import { giveWay } from './in-flight.ts'

/** So many different statements are kept prepared, on each connection: lists of many lengths would otherwise fill the server's memory. */
const MOST_PREPARED = 250
/** What is shorter is planned as quickly as it is found. */
const LEAST_PREPARED = 100
/** A newer process has changed the table meanwhile: what was prepared has other columns now. */
const CHANGED_SHAPE = '0A000'

export class ServerDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #names = new Map<string, string>()

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<ServerConnection> {
    return new ServerConnection(await this.#pool.connect(), (text) => this.#nameOf(text))
  }

  beginTransaction = (connection: ServerConnection): Promise<void> => connection.begin()
  commitTransaction = (connection: ServerConnection): Promise<void> => connection.end('commit')
  rollbackTransaction = (connection: ServerConnection): Promise<void> => connection.end('rollback')
  releaseConnection = async (connection: ServerConnection): Promise<void> => connection.release()
  destroy = (): Promise<void> => this.#pool.end()

  #nameOf(text: string): string | undefined {
    if (text.length >= LEAST_PREPARED && !this.#names.has(text) && this.#names.size < MOST_PREPARED)
      this.#names.set(text, `s${this.#names.size}`)
    return this.#names.get(text)
  }
}

class ServerConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #nameOf: (text: string) => string | undefined
  #isWithin = false

  constructor(client: pg.PoolClient, nameOf: (text: string) => string | undefined) {
    this.#client = client
    this.#nameOf = nameOf
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const name = parameters.length > 0 ? this.#nameOf(sql) : undefined
    const query = { text: sql, values: [...parameters] }
    await giveWay()
    const { rows, rowCount } = await this.#client.query(name ? { ...query, name } : query).catch((fault: pg.DatabaseError) => {
      if (!name || this.#isWithin || fault.code !== CHANGED_SHAPE) throw fault
      return this.#client.query(query)
    })
    return { rows, ...(rowCount === null ? {} : { numAffectedRows: BigInt(rowCount) }) }
  }

  async begin(): Promise<void> {
    await this.executeQuery(CompiledQuery.raw('begin'))
    this.#isWithin = true
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    this.#isWithin = false
    await this.executeQuery(CompiledQuery.raw(how))
  }

  // biome-ignore lint/correctness/useYield: nothing here asks for a stream
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('The database does not stream.')
  }

  release(): void {
    this.#client.release()
  }
}
