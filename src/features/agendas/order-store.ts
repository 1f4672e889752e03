/** Remembers agendas that are being worked out. The only file that writes the table agenda_orders. */
import type { Db, Tx } from '../../storage/db.ts'
import type { Aim } from './agenda.ts'
import type { Fault } from './fault.ts'
import { type Order, orderOf } from './making.ts'
import type { Settings } from './work.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    agenda_orders: {
      event: string
      aim: Aim
      spreads_top: boolean
      seed: number
      state: 'waiting' | 'impossible'
      done: number
      fault: string | null
      ordered_at: Date
    }
  }
}

export async function putOrder(tx: Tx, event: string, { aim, spreadsTop, seed }: Settings, now: Date): Promise<void> {
  const row = { aim, spreads_top: spreadsTop, seed, state: 'waiting' as const, done: 0, fault: null, ordered_at: now }
  await tx
    .insertInto('agenda_orders')
    .values({ event, ...row })
    .onConflict((same) => same.column('event').doUpdateSet(row))
    .execute()
}

export async function findOrder(db: Db, event: string): Promise<Order | undefined> {
  const row = await db.selectFrom('agenda_orders').selectAll().where('event', '=', event).executeTakeFirst()
  return row && orderOf(row)
}

/** False when it has been taken back, or another has taken its place. */
export async function saveDone(db: Db, event: string, orderedAt: Date, done: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agenda_orders')
    .set({ done })
    .where('event', '=', event)
    .where('ordered_at', '=', orderedAt)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function saveFault(tx: Tx, event: string, fault: Fault): Promise<void> {
  await tx
    .updateTable('agenda_orders')
    .set({ state: 'impossible', fault: JSON.stringify(fault) })
    .where('event', '=', event)
    .execute()
}

export async function removeOrder(tx: Tx, event: string): Promise<void> {
  await tx.deleteFrom('agenda_orders').where('event', '=', event).execute()
}
