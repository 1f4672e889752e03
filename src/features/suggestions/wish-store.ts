/** Remembers what people said of whom they were suggested. The only file that writes the tables suggestion_wishes and suggestion_likes. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { mayFind, shownName } from '../../storage/pieces.ts'
import { somebodyOf } from '../people/person.ts'
import type { Away, Met } from './wish.ts'

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

/** Whom somebody has put off, until when or for good, the last one first; whoever they may not find any more is not named. */
export async function listAway(
  db: Db,
  { person, organisation }: { person: string; organisation?: string },
  today: Day,
  most: number,
): Promise<Away[]> {
  const rows = await db
    .selectFrom('suggestion_wishes as s')
    .innerJoin('people as a', 'a.id', 's.candidate')
    .leftJoin('organisations as g', 'g.id', 'a.organisation')
    .select(['a.id', 'a.job', 'g.name as organisation_name', 'g.sector', 's.until_day', shownName.as('name')])
    .where('s.person', '=', person)
    .where((row) => row.or([row('s.until_day', 'is', null), row('s.until_day', '>=', today)]))
    .where(mayFind(sql`${person}`, sql`${organisation ?? null}`))
    .orderBy('s.said_at', 'desc')
    .orderBy('a.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ who: somebodyOf(row), ...(row.until_day === null ? {} : { until: row.until_day }) }))
}

/** Whether it was so. */
export async function removeAway(tx: Tx, person: string, candidate: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('suggestion_wishes')
    .where('person', '=', person)
    .where('candidate', '=', candidate)
    .returning('candidate')
    .executeTakeFirst()
  return removed !== undefined
}
