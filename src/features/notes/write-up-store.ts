/** Remembers what came of which events everybody may read. The only file that writes the table write_ups. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { IS_HELD } from '../../storage/pieces.ts'
import type { Settled } from './write-up.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    write_ups: { event: string; published_at: Date; published_by: string }
  }
}

export async function isPublished(db: Db, event: string): Promise<boolean> {
  return (await db.selectFrom('write_ups').select('event').where('event', '=', event).executeTakeFirst()) !== undefined
}

export async function saveWriteUp(tx: Tx, event: string, by: string | undefined, now: Date): Promise<void> {
  if (by === undefined) await tx.deleteFrom('write_ups').where('event', '=', event).execute()
  else
    await tx
      .insertInto('write_ups')
      .values({ event, published_at: now, published_by: by })
      .onConflict((same) => same.doNothing())
      .execute()
}

/** Of a session (s): somebody has written something, or said that there is nothing to keep. */
const IS_SETTLED = sql<boolean>`(o.none_at is not null or coalesce(o.heard, '') <> '' or exists (select from note_lines n where n.session = s.id and n.removed_at is null))`

/** What the page of the event says in one query. */
export async function countSettled(db: Db, event: string): Promise<Settled> {
  const { rows } = await sql<Settled>`select count(*) as sessions, count(*) filter (where ${IS_SETTLED}) as settled,
      exists (select from write_ups w where w.event = ${event}) as "isPublished"
    from event_sessions s join agendas g on g.event = s.event and g.published_at is not null left join notes o on o.session = s.id
    where s.event = ${event} and ${IS_HELD}`.execute(db)
  return rows[0] ?? { sessions: 0, settled: 0, isPublished: false }
}
