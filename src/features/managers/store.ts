/** Remembers whose manager was named, and who wants to be asked no more. The only file that writes the tables managers and left_alone. */
import type { Db, Tx } from '../../storage/db.ts'
import type { Manager } from './manager.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    managers: { pledge: string; address: string; ask: string | null; agreed_at: Date | null }
    left_alone: { mark: string; since: Date }
  }
}

export async function addManager(tx: Tx, pledge: string, address: string): Promise<void> {
  await tx.insertInto('managers').values({ pledge, address, ask: null, agreed_at: null }).execute()
}

export async function findManager(db: Db, pledge: string): Promise<Manager | undefined> {
  const row = await db.selectFrom('managers').selectAll().where('pledge', '=', pledge).executeTakeFirst()
  return row && { address: row.address, hasAgreed: row.agreed_at !== null, ...(row.ask ? { ask: row.ask } : {}) }
}

export async function saveAsked(tx: Tx, pledge: string, ask: string): Promise<void> {
  await tx.updateTable('managers').set({ ask }).where('pledge', '=', pledge).execute()
}

export async function saveAgreed(tx: Tx, pledge: string, now: Date): Promise<void> {
  await tx.updateTable('managers').set({ agreed_at: now }).where('pledge', '=', pledge).execute()
}

export async function isMarked(db: Db, mark: string): Promise<boolean> {
  return (await db.selectFrom('left_alone').select('mark').where('mark', '=', mark).executeTakeFirst()) !== undefined
}

/** Said twice, it counts once. */
export async function addMark(tx: Tx, mark: string, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('left_alone')
    .values({ mark, since: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('mark')
    .executeTakeFirst()
  return added !== undefined
}
