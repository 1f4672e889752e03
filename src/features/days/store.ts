/** Remembers what is said to everybody at an event. The only file that writes the table announcements. */
import { type Condition, type Db, sql, type Tx } from '../../storage/db.ts'
import { type Above, type Announcement, MOST_SHOWN } from './announcement.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    announcements: { id: string; event: string; text: string; said_at: Date; taken_back_at: Date | null }
  }
}

export async function addAnnouncement(tx: Tx, event: string, { id, text, saidAt }: Announcement): Promise<void> {
  await tx.insertInto('announcements').values({ id, event, text, said_at: saidAt, taken_back_at: null }).execute()
}

/** Whether it stood there. */
export async function saveTakenBack(tx: Tx, event: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('announcements')
    .set({ taken_back_at: now })
    .where('event', '=', event)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0
}

/** What an address names: an event, one of its sessions, or one of its pitches. */
export type Of = { event: string } | { session: string } | { pitch: string }

const isOf = (of: Of): Condition =>
  'event' in of
    ? sql<boolean>`e.id = ${of.event}`
    : 'session' in of
      ? sql<boolean>`e.id = (select s.event from event_sessions s where s.id = ${of.session})`
      : sql<boolean>`e.id = (select p.event from pitches p where p.id = ${of.pitch})`

type Row = Omit<Above, 'announcements'> & { announcements: readonly { id: string; text: string; ms: number }[] }

/** The newest first. */
export async function findAbove(db: Db, of: Of): Promise<Above | undefined> {
  const { rows } = await sql<Row>`
    select e.id, e.title, e.step, e.first_day as "firstDay", e.last_day as "lastDay",
      coalesce((select json_agg(json_build_object('id', a.id, 'text', a.text, 'ms', extract(epoch from a.said_at) * 1000) order by a.id desc)
        from (select * from announcements where event = e.id and taken_back_at is null order by id desc limit ${MOST_SHOWN}) a), '[]'::json) as announcements
    from events e where ${isOf(of)}`.execute(db)
  return rows[0] && { ...rows[0], announcements: rows[0].announcements.map(({ id, text, ms }) => ({ id, text, saidAt: new Date(ms) })) }
}
