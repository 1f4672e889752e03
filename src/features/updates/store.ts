/** Remembers what happens in projects. The only file that writes the table updates. */
import type { Db, Tx } from '../../storage/db.ts'
import type { Update } from './update.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    updates: {
      id: string
      project: string
      person: string
      form: string
      said: string
      said_at: Date
      edited_at: Date | null
      told_at: Date | null
    }
  }
}

export async function findUpdate(db: Db, id: string): Promise<Update | undefined> {
  const row = await updates(db).where('id', '=', id).executeTakeFirst()
  return row && toUpdate(row)
}

/** Newest first, those before an id. */
export async function listUpdates(db: Db, project: string, page: { before?: string | undefined; most: number }): Promise<Update[]> {
  const rows = await updates(db)
    .where('project', '=', project)
    .$if(page.before !== undefined, (query) => query.where('id', '<', page.before ?? ''))
    .orderBy('id', 'desc')
    .limit(page.most)
    .execute()
  return rows.map(toUpdate)
}

/** Of which nobody has been told by letter yet, in the order in which they were written. */
export async function listUntold(db: Db, project: string): Promise<Update[]> {
  return (await updates(db).where('project', '=', project).where('told_at', 'is', null).orderBy('id').execute()).map(toUpdate)
}

/** What became of a form that was sent before. */
export async function findSentUpdate(tx: Tx, person: string, form: string): Promise<Update | undefined> {
  const row = await updates(tx).where('person', '=', person).where('form', '=', form).executeTakeFirst()
  return row && toUpdate(row)
}

type NewUpdate = { id: string; project: string; person: string; form: string; said: string }

export async function addUpdate(tx: Tx, update: NewUpdate, now: Date): Promise<void> {
  await tx
    .insertInto('updates')
    .values({ ...update, said_at: now, edited_at: null, told_at: null })
    .execute()
}

export async function saveEdited(tx: Tx, id: string, said: string, now: Date): Promise<void> {
  await tx.updateTable('updates').set({ said, edited_at: now }).where('id', '=', id).execute()
}

export async function saveTold(tx: Tx, project: string, now: Date): Promise<void> {
  await tx.updateTable('updates').set({ told_at: now }).where('project', '=', project).where('told_at', 'is', null).execute()
}

export async function dropUpdate(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('updates').where('id', '=', id).execute()
}

const updates = (db: Db) => db.selectFrom('updates').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof updates>['executeTakeFirstOrThrow']>>

const toUpdate = ({ id, project, person, said, said_at, edited_at, told_at }: Row): Update => ({
  id,
  project,
  writer: person,
  said,
  saidAt: said_at,
  ...(edited_at ? { editedAt: edited_at } : {}),
  isTold: told_at !== null,
})
