/** Remembers what people have and need. The only file that writes the table listings. */
import { type Day, dayIn, type Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { IndexedListing, Listing, ListingKind } from './listing.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    listings: {
      id: string
      person: string
      kind: ListingKind
      what: string
      said_at: Date
      until_day: Day
      closed_at: Date | null
      changed_at: Date
    }
  }
}

/** Those that nobody has closed, also when their days are over, in the order in which they were first said. */
export async function listUnclosed(db: Db, person: string, zone: string): Promise<Listing[]> {
  const rows = await db
    .selectFrom('listings')
    .select(['id', 'person', 'kind', 'what', 'said_at', 'until_day'])
    .where('person', '=', person)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, what, said_at, until_day }) => ({
    id,
    person,
    is: kind,
    what,
    saidOn: dayIn(zone, said_at),
    until: until_day,
  }))
}

export async function addListings(
  tx: Tx,
  person: string,
  kind: ListingKind,
  whats: readonly string[],
  until: Day,
  { now }: Moment,
): Promise<void> {
  if (whats.length === 0) return
  const times = { said_at: now, until_day: until, closed_at: null, changed_at: now }
  await tx
    .insertInto('listings')
    .values(whats.map((what) => ({ id: newId(now), person, kind, what, ...times })))
    .execute()
}

export async function saveSaidAgain(tx: Tx, ids: readonly string[], until: Day, now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('listings').set({ said_at: now, until_day: until, changed_at: now }).where('id', 'in', ids).execute()
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

export async function hasListing(db: Db, id: string, person: string): Promise<boolean> {
  return (await db.selectFrom('listings').select('id').where('id', '=', id).where('person', '=', person).executeTakeFirst()) !== undefined
}

/** What was said, said again or closed from a moment on, the oldest change first; after the last one of the page before. */
export async function listChangedListings(
  db: Db,
  page: { since: Date; after?: Pick<IndexedListing, 'changedAt' | 'id'> | undefined; most: number },
): Promise<IndexedListing[]> {
  const { since, after, most } = page
  const rows = await db
    .selectFrom('listings')
    .select(['id', 'person', 'kind', 'what', 'said_at', 'changed_at', 'until_day', 'closed_at'])
    .where('changed_at', '>=', since)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(changed_at, id) > (${after?.changedAt}, ${after?.id})`))
    .orderBy('changed_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    is: row.kind,
    what: row.what,
    saidAt: row.said_at,
    changedAt: row.changed_at,
    until: row.until_day,
    isClosed: row.closed_at !== null,
  }))
}

/** Of these, those that others may be shown today: open, of people who belong to an organisation. */
export async function listShownListings(
  db: Db,
  ids: readonly string[],
  today: Day,
): Promise<Pick<Listing, 'id' | 'person' | 'is' | 'what'>[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('listings as l')
    .innerJoin('people as p', 'p.id', 'l.person')
    .select(['l.id', 'l.person', 'l.kind as is', 'l.what'])
    .where('l.id', 'in', ids)
    .where('l.closed_at', 'is', null)
    .where('l.until_day', '>=', today)
    .where('p.organisation', 'is not', null)
    .orderBy('l.id')
    .execute()
}
