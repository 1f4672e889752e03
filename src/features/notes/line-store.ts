/** Remembers the lines of notes, and what somebody made of them. The only file that writes the tables note_lines and note_becomings. */
import type { Day } from '../../basics/day.ts'
import type { Db, Tx } from '../../storage/db.ts'
import type { BecomingKind, CameOfIt, LineKind, NewLine, Outcome } from './note.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    note_lines: {
      id: string
      session: string
      kind: LineKind
      what: string
      on_day: Day | null
      by: string | null
      taken_by: string | null
      outcome: Outcome | null
      outcome_line: string
      said_at: Date
      removed_at: Date | null
    }
    note_becomings: { line: string; kind: BecomingKind; person: string; thing: string; made_at: Date }
  }
}

export async function addLine(
  tx: Tx,
  { id, session, kind, what, on, by }: NewLine & { id: string; session: string; by: string | undefined },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('note_lines')
    .values({
      ...{ id, session, kind, what, on_day: on ?? null, by: by ?? null },
      ...{ taken_by: null, outcome: null, outcome_line: '', said_at: now, removed_at: null },
    })
    .execute()
}

/** Whoever changes a line waits here for whoever changes it at the same time. */
export async function lockLine(tx: Tx, id: string): Promise<string | undefined> {
  const line = tx.selectFrom('note_lines').select('session').where('id', '=', id).where('removed_at', 'is', null)
  return (await line.forUpdate().executeTakeFirst())?.session
}

export async function findSessionOfLine(db: Db, id: string): Promise<string | undefined> {
  return (await db.selectFrom('note_lines').select('session').where('id', '=', id).executeTakeFirst())?.session
}

export async function saveRemoved(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('note_lines').set({ removed_at: now }).where('id', '=', id).execute()
}

export async function saveTaker(tx: Tx, id: string, attendee: string | undefined): Promise<void> {
  await tx
    .updateTable('note_lines')
    .set({ taken_by: attendee ?? null })
    .where('id', '=', id)
    .execute()
}

export async function saveCameOfLine(tx: Tx, id: string, { outcome, outcomeLine }: CameOfIt): Promise<void> {
  await tx
    .updateTable('note_lines')
    .set({ outcome: outcome ?? null, outcome_line: outcomeLine })
    .where('id', '=', id)
    .execute()
}

/** What was over before makes room for what is made now. */
export async function saveBecoming(
  tx: Tx,
  { line, as, person, thing }: { line: string; as: BecomingKind; person: string; thing: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('note_becomings')
    .values({ line, kind: as, person, thing, made_at: now })
    .onConflict((same) => same.columns(['line', 'kind', 'person']).doUpdateSet({ thing, made_at: now }))
    .execute()
}
