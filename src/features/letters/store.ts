/** The outbox and everything that has left it. The only file that writes the table letters. */
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Letter } from './letter.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    letters: {
      id: string
      kind: string
      person: string | null
      recipient: string
      facts: string
      subject: string | null
      body: string | null
      written_at: Date
      sent_at: Date | null
    }
  }
}

type NewLetter = { kind: string; person: string | null; recipient: string; facts: string }

export async function addLetter(tx: Tx, letter: NewLetter, now: Date): Promise<string> {
  const id = newId(now)
  await tx
    .insertInto('letters')
    .values({ id, ...letter, subject: null, body: null, written_at: now, sent_at: null })
    .execute()
  return id
}

export async function findUnsent(db: Db, id: string) {
  return db
    .selectFrom('letters')
    .select(['id', 'kind', 'recipient', 'facts', 'written_at'])
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .executeTakeFirst()
}

export async function saveSent(db: Db, id: string, text: { subject: string; body: string }, now: Date): Promise<void> {
  await db
    .updateTable('letters')
    .set({ ...text, sent_at: now })
    .where('id', '=', id)
    .execute()
}

/** Sent, with what opens a door taken out. */
export async function saveSentWithoutWords(db: Db, id: string, subject: string, now: Date): Promise<void> {
  await db.updateTable('letters').set({ subject, body: '', facts: '{}', sent_at: now }).where('id', '=', id).execute()
}

/** Never sent, and what opens a door taken out. */
export async function saveUnsentWithoutWords(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('letters').set({ facts: '{}' }).where('id', '=', id).execute()
}

/** Newest first, those before an id, to one person or to all. */
export async function listLetters(
  db: Db,
  page: { person?: string | undefined; before?: string | undefined; most: number },
): Promise<Letter[]> {
  const rows = await letters(db)
    .$if(page.person !== undefined, (query) => query.where('l.person', '=', page.person as string))
    .$if(page.before !== undefined, (query) => query.where('l.id', '<', page.before as string))
    .orderBy('l.id', 'desc')
    .limit(page.most)
    .execute()
  return rows.map(toLetter)
}

export async function findLetter(db: Db, id: string): Promise<Letter | undefined> {
  const row = await letters(db).where('l.id', '=', id).executeTakeFirst()
  return row && toLetter(row)
}

const letters = (db: Db) =>
  db
    .selectFrom('letters as l')
    .leftJoin('people as p', 'p.id', 'l.person')
    .select([
      'l.id',
      'l.kind',
      'l.recipient',
      'l.written_at',
      'l.sent_at',
      'p.name',
      sql<string>`coalesce(l.subject, '')`.as('subject'),
      sql<string>`coalesce(l.body, '')`.as('body'),
    ])
    .where('l.subject', 'is not', null)

type Row = {
  id: string
  kind: string
  recipient: string
  subject: string
  body: string
  written_at: Date
  sent_at: Date | null
  name: string | null
}

const toLetter = (row: Row): Letter => ({
  id: row.id,
  kind: row.kind,
  recipient: row.recipient,
  subject: row.subject,
  body: row.body,
  writtenAt: row.written_at,
  ...(row.sent_at ? { sentAt: row.sent_at } : {}),
  ...(row.name ? { recipientName: row.name } : {}),
})
