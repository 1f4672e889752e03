/** Remembers to which sessions somebody goes. The only file that writes the table session_choices. */
import { type Db, sql, type Tx } from '../../storage/db.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    session_choices: { session: string; attendee: string }
  }
}

/** What somebody starred, and where they go, in one question. */
export async function findMine(db: Db, attendee: string): Promise<{ stars: string[]; goesTo: string[] }> {
  const { rows } = await sql<{ stars: string[]; goesTo: string[] }>`select
    array(select pitch from stars where attendee = ${attendee} order by pitch) as stars,
    array(select session from session_choices where attendee = ${attendee} order by session) as "goesTo"`.execute(db)
  return rows[0] ?? { stars: [], goesTo: [] }
}

export async function addChoices(tx: Tx, attendee: string, sessions: readonly string[]): Promise<void> {
  if (sessions.length === 0) return
  await tx
    .insertInto('session_choices')
    .values(sessions.map((session) => ({ session, attendee })))
    .onConflict((same) => same.doNothing())
    .execute()
}

export async function removeChoices(tx: Tx, attendee: string, session?: string): Promise<void> {
  const all = tx.deleteFrom('session_choices').where('attendee', '=', attendee)
  await (session === undefined ? all : all.where('session', '=', session)).execute()
}
