/** Reads what somebody watches. Writes nothing. */
import { dayIn } from '../../basics/day.ts'
import { type Db, sql } from '../../storage/db.ts'
import type { Watched } from './watched.ts'

/** The latest first, with the day of its last update. */
export async function listWatched(db: Db, person: string, page: { most: number; zone: string }): Promise<Watched[]> {
  const rows = await db
    .selectFrom('watchers as w')
    .innerJoin('projects as p', 'p.id', 'w.project')
    .leftJoin('endings as e', 'e.project', 'p.id')
    .select(['p.id', 'p.title', 'p.state', 'p.open_until', 'e.how'])
    .select(sql<Date | null>`(select max(u.said_at) from updates u where u.project = p.id)`.as('updated_at'))
    .where('w.person', '=', person)
    .orderBy('w.since', 'desc')
    .orderBy('p.id', 'desc')
    .limit(page.most)
    .execute()
  return rows.map(({ open_until, updated_at, how, ...row }) => ({
    ...row,
    openUntil: open_until,
    ...(how ? { how } : {}),
    ...(updated_at ? { updatedOn: dayIn(page.zone, updated_at) } : {}),
  }))
}
