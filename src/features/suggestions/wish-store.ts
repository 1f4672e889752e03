/** Remembers what people said of whom they were suggested. The only file that writes the tables suggestion_wishes and suggestion_likes. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { among } from '../../storage/pieces.ts'
import type { Met } from './wish.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    suggestion_wishes: { person: string; candidate: string; until_day: Day | null; said_at: Date }
    suggestion_likes: { person: string; met: string; said_at: Date }
  }
}

/** The last word counts. Without a day they are never suggested again. */
export async function saveAway(tx: Tx, person: string, candidate: string, until: Day | undefined, now: Date): Promise<void> {
  const said = { until_day: until ?? null, said_at: now }
  await tx
    .insertInto('suggestion_wishes')
    .values({ person, candidate, ...said })
    .onConflict((conflict) => conflict.columns(['person', 'candidate']).doUpdateSet(said))
    .execute()
}

export async function saveLike(tx: Tx, person: string, met: Met, now: Date): Promise<void> {
  await tx
    .insertInto('suggestion_likes')
    .values({ person, met, said_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Of many people at once, of which of their things each wants more; whoever has said nothing is missing. */
export async function listLikes(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<Met>>> {
  const { rows } = await sql<{ person: string; met: string }>`
    select person, met from suggestion_likes where person in ${among(people)}`.execute(db)
  const found = new Map<string, Set<Met>>()
  for (const { person, met } of rows) found.set(person, (found.get(person) ?? new Set()).add(met))
  return found
}
