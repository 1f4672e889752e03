/** The one way to talk to the database. Queries stand in store.ts files and in the storage room itself; actions and jobs open transactions with it. */
import type { Kysely, RawBuilder, Transaction } from 'kysely'

export { sql } from 'kysely'
/** A piece of a query. */
export type Piece = RawBuilder<unknown>
/** A piece that is true or false of each row. */
export type Condition = RawBuilder<boolean>
/** A query inside another, its rows as one list. */
export { jsonArrayFrom as listed } from 'kysely/helpers/postgres'

/** Every store adds the tables that it writes: `declare module '../../storage/db.ts' { interface Tables { ... } }`. */
// biome-ignore lint/suspicious/noEmptyInterface: the stores fill it
export interface Tables {}

export type Tx = Transaction<Tables>
/** Reads may run on the database or inside a transaction; writes ask for a transaction. */
export type Db = Kysely<Tables>

export type Storage = { db: Db; engine: 'embedded' | 'server'; close(): Promise<void> }

const SERIALISATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const TRIES = 4

/**
 * One transaction; inside one already, that one. Everything inside uses `tx`, never the outer `db`.
 * Runs again when the database asks for it, so `work` must not touch the outside.
 */
export async function together<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isTransaction(db)) return work(db)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (fault) {
      const code = (fault as { code?: string }).code
      if (attempt === TRIES || (code !== SERIALISATION_FAILURE && code !== DEADLOCK)) throw fault
    }
  }
}

const isTransaction = (db: Db): db is Tx => db.isTransaction
