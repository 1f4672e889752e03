/** Reads the next dates of what somebody takes part in. Writes nothing. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql } from '../../storage/db.ts'
import type { NextDate } from './next-date.ts'

const SHOWN = sql`p.id, p.title, p.state, p.open_until, p.first_date, p.go_live, p.phase`

/** The soonest first, from today on: of the projects that a person looks after, and of those that they have pledged to. */
export async function listNextDates(db: Db, person: string, today: Day, most: number): Promise<NextDate[]> {
  const { rows } = await sql<NextDate>`
    with mine as (
      select ${SHOWN} from projects p where p.owner = ${person} and p.state <> 'ended'
      union
      select ${SHOWN} from pledges pl join projects p on p.id = pl.project
        where pl.person = ${person} and pl.state in ('accepted', 'active') and p.state <> 'ended'
    )
    select * from (
      select 'deadline' as "is", m.id as project, m.title, '' as what, m.open_until as on from mine m where m.state = 'open'
      union all
      select 'first date', m.id, m.title, '', m.first_date from mine m where m.state = 'running'
      union all
      select 'go-live', m.id, m.title, '', m.go_live from mine m where m.state = 'running' and m.phase <> 'live'
      union all
      select case when pl.manager_by is null then 'answer' else 'manager' end, pl.project, p.title, r.skill, coalesce(pl.manager_by, pl.answer_by)
        from pledges pl join projects p on p.id = pl.project join roles r on r.id = pl.role where pl.person = ${person} and pl.state = 'offered'
      union all
      select 'last day', pl.project, p.title, r.skill, pl.until_day
        from pledges pl join projects p on p.id = pl.project join roles r on r.id = pl.role where pl.person = ${person} and pl.state = 'active'
    ) dates
    where dates.on >= ${today} order by dates.on, dates.project limit ${most}`.execute(db)
  return rows
}
