/** Remembers drafts. The only file that writes the table drafts. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { completed, type Draft, MOST_KEPT, type TypedBrief } from './brief.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    drafts: { id: string; person: string; typed: string; started_at: Date; saved_at: Date }
  }
}

export async function findDraft(db: Db, id: string): Promise<Draft | undefined> {
  const row = await db.selectFrom('drafts').select(['id', 'person', 'typed', 'saved_at']).where('id', '=', id).executeTakeFirst()
  return row && { id: row.id, person: row.person, typed: completed(JSON.parse(row.typed) as Partial<TypedBrief>), savedAt: row.saved_at }
}

export async function findDraftForUpdate(tx: Tx, id: string): Promise<Draft | undefined> {
  await tx.selectFrom('drafts').select('id').where('id', '=', id).forUpdate().execute()
  return findDraft(tx, id)
}

/** Of two first saves by one person, the second waits until this transaction ends. */
export async function countDrafts(tx: Tx, person: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`drafts ${person}`}))`.execute(tx)
  const row = await tx
    .selectFrom('drafts')
    .select(sql<number>`count(*)`.as('drafts'))
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  return row.drafts
}

export async function listDrafts(db: Db, person: string): Promise<Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .select(['id', 'person', 'typed', 'saved_at'])
    .where('person', '=', person)
    .orderBy('id', 'desc')
    .limit(MOST_KEPT.drafts)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    typed: completed(JSON.parse(row.typed) as Partial<TypedBrief>),
    savedAt: row.saved_at,
  }))
}

/** A first save makes the draft; a later one changes it if it is this person's, and says whether it was. */
export async function putDraft(tx: Tx, id: string, person: string, typed: TypedBrief, now: Date): Promise<boolean> {
  const text = JSON.stringify(typed)
  const saved = await tx
    .insertInto('drafts')
    .values({ id, person, typed: text, started_at: now, saved_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ typed: text, saved_at: now }).where('drafts.person', '=', person))
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function removeDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('drafts').where('id', '=', id).execute()
}
