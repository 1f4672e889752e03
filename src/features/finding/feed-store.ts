/** Reads open briefs for those who follow them from elsewhere. Writes nothing. */
import type { Day } from '../../basics/day.ts'
import { type Db, listed } from '../../storage/db.ts'
import { HAS_A_FREE_PLACE } from '../../storage/pieces.ts'
import type { FeedBrief } from './feed.ts'

/** Newest first. */
export async function listFeedBriefs(db: Db, today: Day, most: number): Promise<FeedBrief[]> {
  const rows = await db
    .selectFrom('projects as p')
    .innerJoin('organisations as g', 'g.id', 'p.organisation')
    .select(['p.id', 'p.title', 'p.problem', 'p.open_until', 'p.published_at', 'p.extended_at', 'g.name as organisation_name'])
    .select((of) => [
      listed(of.selectFrom('project_tags as t').select('t.tag').whereRef('t.project', '=', 'p.id').orderBy('t.tag')).as('tags'),
      listed(of.selectFrom('roles as r').select('r.skill').whereRef('r.project', '=', 'p.id').where(HAS_A_FREE_PLACE).orderBy('r.id')).as(
        'needs',
      ),
    ])
    .where('p.state', '=', 'open')
    .where('p.open_until', '>=', today)
    .orderBy('p.id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    problem: row.problem,
    organisationName: row.organisation_name,
    openUntil: row.open_until,
    publishedAt: row.published_at,
    changedAt: row.extended_at ?? row.published_at,
    tags: row.tags.map(({ tag }) => tag),
    needs: row.needs.map(({ skill }) => skill),
  }))
}
