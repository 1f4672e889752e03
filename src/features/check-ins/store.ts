/** Reads what check-ins need of pledges and of the asks about them. Writes nothing: an answer stays with its ask. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql } from '../../storage/db.ts'
import type { Pulse } from './check-in.ts'

export type PledgePulse = Pulse & {
  id: string
  person: string
  owner: string
  project: string
  title: string
  skill: string
  delivered: number
}

type Row = {
  id: string
  person: string
  owner: string
  project: string
  title: string
  skill: string
  purpose: 'creating' | 'looking after'
  state: Pulse['pledge']['state']
  from_day: Day
  until_day: Day
  project_state: Pulse['pledge']['course']['state']
  first_date: Day | null
  paused_until: Day | null
  missed: number
  is_asked: boolean
  delivered: number
}

/** All of many pledges at once. */
export async function listPulses(db: Db, pledges: readonly string[]): Promise<PledgePulse[]> {
  const { rows } = await sql<Row>`
    select pl.id, pl.person, p.owner, pl.project, p.title, r.skill, r.purpose, pl.state, pl.from_day, pl.until_day,
        p.state as project_state, p.first_date, c.paused_until,
        (select count(*) from asks a where a.about = pl.id and a.kind = 'check-in' and a.state = 'expired' and a.id > coalesce(
          (select max(b.id) from asks b where b.about = pl.id and b.state = 'answered' and b.kind in ('check-in', 'pledge kept', 'pledge ends')), '')) as missed,
        exists (select from asks a where a.about = pl.id and a.state = 'open' and a.kind in ('check-in', 'pledge kept', 'pledge ends')) as is_asked,
        ${DELIVERED} as delivered
      from pledges pl join projects p on p.id = pl.project join roles r on r.id = pl.role
        left join letter_choices c on c.person = pl.person
      where pl.id in (select json_array_elements_text(${JSON.stringify(pledges)}::json))`.execute(db)
  return rows.map((row) => ({
    ...{ id: row.id, person: row.person, owner: row.owner, project: row.project, title: row.title, skill: row.skill },
    pledge: {
      ...{ state: row.state, from: row.from_day, until: row.until_day },
      course: { state: row.project_state, ...(row.first_date ? { firstDate: row.first_date } : {}) },
    },
    isLookingAfter: row.purpose === 'looking after',
    missed: row.missed,
    isAsked: row.is_asked,
    ...(row.paused_until ? { pausedUntil: row.paused_until } : {}),
    delivered: row.delivered,
  }))
}

/** Hours that were said to be done for a pledge (pl). */
const DELIVERED = sql<number>`coalesce((select sum(a.hours) from asks a
  where a.about = pl.id and a.kind in ('check-in', 'pledge kept', 'pledge ends') and a.state = 'answered'), 0)::float8`
