/** Remembers who says that they were at a session. The only file that writes the table note_people. */
import type { Tx } from '../../storage/db.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    note_people: { session: string; attendee: string; since: Date }
  }
}

export async function addHere(tx: Tx, session: string, attendee: string, now: Date): Promise<void> {
  await tx
    .insertInto('note_people')
    .values({ session, attendee, since: now })
    .onConflict((same) => same.doNothing())
    .execute()
}

export async function removeHere(tx: Tx, session: string, attendee: string): Promise<void> {
  await tx.deleteFrom('note_people').where('session', '=', session).where('attendee', '=', attendee).execute()
}
