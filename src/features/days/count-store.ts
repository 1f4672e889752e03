/** Remembers how many people are in the rooms. The only file that writes the table room_counts. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Counted } from './count.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    room_counts: { session: string; room: string; people: number | null; is_full: boolean; counted_at: Date }
  }
}

export async function saveCount(tx: Tx, { session, room, people, isFull }: Counted, now: Date): Promise<void> {
  const count = { room, people: people ?? null, is_full: isFull, counted_at: now }
  await tx
    .insertInto('room_counts')
    .values({ session, ...count })
    .onConflict((same) => same.column('session').doUpdateSet(count))
    .execute()
}

type Row = { session: string; room: string; people: number | null; isFull: boolean }

/** By session. */
export async function listCounts(db: Db, event: string): Promise<Map<string, Counted>> {
  const { rows } = await sql<Row>`select c.session, c.room, c.people, c.is_full as "isFull" from room_counts c
    join event_sessions s on s.id = c.session where s.event = ${event}`.execute(db)
  return new Map(rows.map(({ people, ...row }) => [row.session, { ...row, ...(people === null ? {} : { people }) }]))
}
