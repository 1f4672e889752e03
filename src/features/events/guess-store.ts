/** Remembers wrong codes of events for a day. The only file that writes the table event_guesses. */
import { A_DAY } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    event_guesses: { id: string; source: string; typed_at: Date }
  }
}

export async function countGuesses(db: Db, source: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('event_guesses')
    .select(sql<number>`count(*)`.as('count'))
    .where('source', '=', source)
    .where('typed_at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

export async function addGuess(tx: Tx, source: string, now: Date): Promise<void> {
  await tx
    .deleteFrom('event_guesses')
    .where('typed_at', '<', new Date(now.getTime() - A_DAY))
    .execute()
  await tx
    .insertInto('event_guesses')
    .values({ id: newId(now), source, typed_at: now })
    .execute()
}
