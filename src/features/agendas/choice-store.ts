/** Remembers to which sessions somebody goes. The only file that writes the table session_choices. */
import type { Db, Tx } from '../../storage/db.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    session_choices: { session: string; attendee: string }
  }
}

export async function listChoices(db: Db, attendee: string): Promise<string[]> {
  const rows = await db.selectFrom('session_choices').select('session').where('attendee', '=', attendee).orderBy('session').execute()
  return rows.map(({ session }) => session)
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
