/** Remembers what we heard in sessions as it stood before. The only file that writes the table note_versions. */
import { newId } from '../../basics/id.ts'
import { lengthOf } from '../../basics/text.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { type NoteReader, nameFor } from './store.ts'
import { MOST_VERSIONS, type Stretch, type Version } from './version.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    note_versions: { id: string; session: string; by: string | null; heard: string; longest: number; begun_at: Date; saved_at: Date }
  }
}

/** The last of somebody who writes; `by` is nobody where whoever runs the event does not come. */
export async function findStretch(tx: Tx, session: string, by: string | undefined): Promise<Stretch | undefined> {
  const all = tx.selectFrom('note_versions').select(['id', 'longest', 'begun_at as begunAt']).where('session', '=', session)
  const theirs = by === undefined ? all.where('by', 'is', null) : all.where('by', '=', by)
  return theirs.orderBy('id', 'desc').limit(1).executeTakeFirst()
}

export async function addVersion(tx: Tx, session: string, by: string | undefined, heard: string, now: Date): Promise<void> {
  await tx
    .insertInto('note_versions')
    .values({ id: newId(now), session, by: by ?? null, heard, longest: lengthOf(heard), begun_at: now, saved_at: now })
    .execute()
}

/** It is another text, so it is found by another id, which stands behind all that was saved before. */
export async function replaceVersion(tx: Tx, id: string, heard: string, now: Date): Promise<void> {
  await tx
    .updateTable('note_versions')
    .set((row) => ({ id: newId(now), heard, longest: row.fn('greatest', [row.ref('longest'), row.val(lengthOf(heard))]), saved_at: now }))
    .where('id', '=', id)
    .execute()
}

export async function findVersion(db: Db, session: string, id: string): Promise<Pick<Version, 'heard'> | undefined> {
  return db.selectFrom('note_versions').select('heard').where('session', '=', session).where('id', '=', id).executeTakeFirst()
}

/** The newest first, and whether there are older ones. Each with the name of its writer, as far as the reader sees it. */
export async function listVersions(
  db: Db,
  session: string,
  reader: NoteReader | undefined,
  before: string | undefined,
): Promise<{ versions: Version[]; hasOlder: boolean }> {
  const { rows } = await sql<Version>`
    select v.id, v.heard, v.saved_at as "savedAt", coalesce(${nameFor(reader)}, '') as name
    from note_versions v left join attendees t on t.id = v.by and t.state = 'in' left join people a on a.id = t.person
    where v.session = ${session} ${before === undefined ? sql`` : sql`and v.id < ${before}`} order by v.id desc limit ${MOST_VERSIONS + 1}`.execute(
    db,
  )
  return { versions: rows.slice(0, MOST_VERSIONS), hasOlder: rows.length > MOST_VERSIONS }
}
