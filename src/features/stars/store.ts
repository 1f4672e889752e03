/** Remembers who starred what. The only file that writes the table stars. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Stars } from './star.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    stars: { event: string; attendee: string; pitch: string; is_must: boolean }
  }
}

export async function findStars(db: Db, attendee: string): Promise<Stars> {
  const rows = await db.selectFrom('stars').select(['pitch', 'is_must']).where('attendee', '=', attendee).orderBy('pitch').execute()
  return { stars: rows.map(({ pitch }) => pitch), mustSees: rows.filter(({ is_must }) => is_must).map(({ pitch }) => pitch) }
}

/** Everybody's who is in, without saying whose: for the timetable alone. */
export async function listStars(db: Db, event: string): Promise<Stars[]> {
  const { rows } = await sql<Stars>`
    select array_agg(s.pitch order by s.pitch) as stars,
        coalesce(array_agg(s.pitch order by s.pitch) filter (where s.is_must), '{}') as "mustSees"
      from stars s join attendees at on at.id = s.attendee
      where s.event = ${event} and at.state = 'in' group by s.attendee order by s.attendee`.execute(db)
  return rows
}

export async function saveStars(tx: Tx, event: string, attendee: string, { stars, mustSees }: Stars): Promise<void> {
  await tx.deleteFrom('stars').where('attendee', '=', attendee).execute()
  if (stars.length === 0) return
  const musts = new Set(mustSees)
  await tx
    .insertInto('stars')
    .values(stars.map((pitch) => ({ event, attendee, pitch, is_must: musts.has(pitch) })))
    .execute()
}
