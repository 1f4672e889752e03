/** Reads the next dates of projects, and those that have none. Writes nothing. */
import { type Day, dayIn, type Moment, startOfDay } from '../../basics/day.ts'
import { type Db, sql } from '../../storage/db.ts'
import { LAST_DAY } from '../../storage/pieces.ts'
import { CLOCKS } from '../projects/next-date.ts'
import { CHOICE_DAYS, REVIEW_DAYS, START_DAYS } from '../projects/project.ts'
import type { Undated } from './undated.ts'

const REVIEW_BY = sql`coalesce(p.review_by, p.first_date + ${REVIEW_DAYS}::int)`

/** The latest of a project's (p) own dates, as `datesOf` of the noun tells them. */
const latest = (today: Day, zone: string) => sql<Day>`case p.state
  when 'open' then case when p.open_until >= ${today} then p.open_until else coalesce(p.choose_by, p.open_until + ${CHOICE_DAYS}::int) end
  when 'ready' then (p.ready_at at time zone ${zone})::date + ${START_DAYS}::int
  else case when p.phase = 'live' then ${REVIEW_BY} else greatest(p.first_date, p.go_live, ${LAST_DAY}, ${REVIEW_BY}) end end`

type Page = { after?: { since: Day; id: string } | undefined; most: number }

/** Living projects whose dates have all passed and at which nobody will look again, the one that has waited longest first. */
export async function listUndated(db: Db, { after, most }: Page, { today, zone }: Moment): Promise<Undated[]> {
  const kinds = sql.join(CLOCKS)
  const { rows } = await sql<Omit<Undated, 'planned'> & { planned: Date | null }>`
    select x.*, (select min(d.due_at) from due_work d where d.about = x.id and d.kind in (${kinds})) as planned
    from (select p.id, p.title, p.state, o.id as owner, coalesce(o.name, '') as "ownerName", ${latest(today, zone)} as since
      from projects p join people o on o.id = p.owner where p.state <> 'ended') x
    where x.since < ${today}
      and not exists (select from due_work d where d.about = x.id and d.kind in (${kinds}) and d.due_at >= ${startOfDay(zone, today)})
      ${after ? sql`and (x.since, x.id) > (${after.since}, ${after.id})` : sql``}
    order by x.since, x.id limit ${most}`.execute(db)
  return rows.map(({ planned, ...row }) => ({ ...row, ...(planned ? { planned: dayIn(zone, planned) } : {}) }))
}

/** The day for which the clock has planned to look at a project again. */
export async function findPlanned(db: Db, project: string, zone: string): Promise<Day | undefined> {
  const row = await db
    .selectFrom('due_work')
    .select('due_at')
    .where('about', '=', project)
    .where('kind', 'in', CLOCKS)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row && dayIn(zone, row.due_at)
}
