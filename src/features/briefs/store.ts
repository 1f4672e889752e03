/** Remembers drafts and what was joined with them. The only file that writes the tables drafts and joinings. */
import { type Db, listed, sql, type Tx } from '../../storage/db.ts'
import { completed, type Draft, MOST_KEPT, type TypedBrief } from './brief.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    drafts: { id: string; person: string; typed: string; started_at: Date; saved_at: Date }
    joinings: { draft: string; project: string; joined_at: Date }
  }
}

const drafts = (db: Db) =>
  db
    .selectFrom('drafts as d')
    .select(['d.id', 'd.person', 'd.typed', 'd.saved_at'])
    .select((of) =>
      listed(
        of
          .selectFrom('joinings as j')
          .innerJoin('projects as p', 'p.id', 'j.project')
          .select(['p.id', 'p.title'])
          .whereRef('j.draft', '=', 'd.id')
          .orderBy('j.joined_at'),
      ).as('joined'),
    )

type Row = { id: string; person: string; typed: string; saved_at: Date; joined: Draft['joined'] }

const toDraft = ({ id, person, typed, saved_at, joined }: Row): Draft => ({
  id,
  person,
  typed: completed(JSON.parse(typed) as Partial<TypedBrief>),
  savedAt: saved_at,
  joined,
})

export async function findDraft(db: Db, id: string): Promise<Draft | undefined> {
  const row = await drafts(db).where('d.id', '=', id).executeTakeFirst()
  return row && toDraft(row)
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
  const rows = await drafts(db).where('d.person', '=', person).orderBy('d.id', 'desc').limit(MOST_KEPT.drafts).execute()
  return rows.map(toDraft)
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

/** What is there already: whether it is this person's, and so was changed. Whoever publishes it is waited for. */
export async function saveDraftAgain(tx: Tx, id: string, person: string, typed: TypedBrief, now: Date): Promise<boolean> {
  const saved = await tx
    .updateTable('drafts')
    .set({ typed: JSON.stringify(typed), saved_at: now })
    .where('id', '=', id)
    .where('person', '=', person)
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function removeDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('drafts').where('id', '=', id).execute()
}

/** Whether it is new: a second press changes nothing. */
export async function addJoining(tx: Tx, draft: string, project: string, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('joinings')
    .values({ draft, project, joined_at: now })
    .onConflict((conflict) => conflict.columns(['draft', 'project']).doNothing())
    .returning('project')
    .executeTakeFirst()
  return added !== undefined
}

/** Of two colleagues who publish at once, the second waits until this transaction ends. */
export async function lockPublishing(tx: Tx, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`publish ${organisation}`}))`.execute(tx)
}

/** What a person and their colleagues have published and not ended, newest first. */
export const listLiving = (
  db: Db,
  by: { person: string; organisation: string | undefined },
): Promise<{ id: string; title: string; problem: string }[]> =>
  db
    .selectFrom('projects as p')
    .select(['p.id', 'p.title', 'p.problem'])
    .where('p.state', '!=', 'ended')
    .where((where) => where.or([where('p.owner', '=', by.person), where('p.organisation', '=', by.organisation ?? '')]))
    .orderBy('p.id', 'desc')
    .execute()

/** What was learnt from each of these projects, once it has ended, and whether somebody watches it. */
export async function listLearntAndWatched(
  db: Db,
  projects: readonly string[],
  person: string,
): Promise<ReadonlyMap<string, { learnt: string; isWatched: boolean }>> {
  if (projects.length === 0) return new Map()
  const rows = await db
    .selectFrom('projects as p')
    .leftJoin('endings as e', 'e.project', 'p.id')
    .leftJoin('watchers as w', (join) => join.onRef('w.project', '=', 'p.id').on('w.person', '=', person))
    .select(['p.id', 'e.learnt', 'w.person as watcher'])
    .where('p.id', 'in', projects)
    .execute()
  return new Map(rows.map(({ id, learnt, watcher }) => [id, { learnt: learnt ?? '', isWatched: watcher !== null }]))
}
