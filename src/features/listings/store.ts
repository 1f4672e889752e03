/** Remembers what people have and need. The only file that writes the table listings. */
import { type Day, dayIn, type Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Listing, ListingKind } from './listing.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    listings: {
      id: string
      person: string
      kind: ListingKind
      what: string
      said_at: Date
      until_day: Day
      session: string | null
      closed_at: Date | null
      changed_at: Date
    }
  }
}

/** Those that nobody has closed, also when their days are over, in the order in which they were first said. */
export async function listUnclosed(db: Db, person: string, zone: string): Promise<Listing[]> {
  const rows = await db
    .selectFrom('listings as l')
    .leftJoin('event_sessions as s', 's.id', 'l.session')
    .leftJoin('pitches as p', 'p.id', 's.pitch')
    .leftJoin('events as e', 'e.id', 's.event')
    .select(['l.id', 'l.person', 'l.kind', 'l.what', 'l.said_at', 'l.until_day', 'l.session', 'p.title', 'e.title as event'])
    .where('l.person', '=', person)
    .where('l.closed_at', 'is', null)
    .orderBy('l.id')
    .execute()
  return rows.map(({ id, kind, what, said_at, until_day, session, title, event }) => ({
    ...{ id, person, is: kind, what, saidOn: dayIn(zone, said_at), until: until_day },
    ...(session && title && event ? { from: { session, title, event } } : {}),
  }))
}

export async function addListings(
  tx: Tx,
  person: string,
  kind: ListingKind,
  whats: readonly string[],
  until: Day,
  { now }: Moment,
  session?: string,
): Promise<void> {
  if (whats.length === 0) return
  const times = { said_at: now, until_day: until, closed_at: null, changed_at: now, session: session ?? null }
  await tx
    .insertInto('listings')
    .values(whats.map((what) => ({ id: newId(now), person, kind, what, ...times })))
    .execute()
}

export async function saveSaidAgain(tx: Tx, again: readonly Pick<Listing, 'id' | 'what'>[], until: Day, now: Date): Promise<void> {
  if (again.length === 0) return
  await sql`update listings l set what = a.what, said_at = ${now}, until_day = ${until}, changed_at = ${now}
    from json_to_recordset(${JSON.stringify(again)}::json) as a (id text, what text) where l.id = a.id`.execute(tx)
}

/** Says whether there was such an open listing of this person. */
export async function saveClosed(tx: Tx, id: string, person: string, now: Date): Promise<boolean> {
  const closed = await tx
    .updateTable('listings')
    .set({ closed_at: now, changed_at: now })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return closed !== undefined
}

export async function saveAllClosed(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.updateTable('listings').set({ closed_at: now, changed_at: now }).where('id', 'in', ids).execute()
}

export async function hasListing(db: Db, id: string, person: string): Promise<boolean> {
  return (await db.selectFrom('listings').select('id').where('id', '=', id).where('person', '=', person).executeTakeFirst()) !== undefined
}
