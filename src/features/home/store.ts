/** Reads what waits for a person. Writes nothing. */
import { type Day, dayIn } from '../../basics/day.ts'
import { type Db, sql } from '../../storage/db.ts'
import { lastDayToChoose, startBy } from '../projects/project.ts'
import { dayOf, type Waiting } from './waiting.ts'

/** The last day of the work on a project (p): of its last role, and not before everybody has met. */
const LAST_DAY = sql<Day>`greatest(p.first_date, (select max(r.until_day) from roles r where r.project = p.id))`

export async function countWaiting(db: Db, person: string, today: Day): Promise<number> {
  const found = await sql<{ waiting: number }>`
    select (select count(*) from pledges pl join projects p on p.id = pl.project where p.owner = ${person} and pl.state = 'offered' and p.state <> 'ended')
         + (select count(*) from projects p where p.owner = ${person} and (p.state = 'ready' or (p.state = 'open' and p.open_until < ${today}) or (p.state = 'running' and ${LAST_DAY} < ${today}))) as waiting`.execute(
    db,
  )
  return found.rows[0]?.waiting ?? 0
}

/** The one that must be answered first comes first. */
export async function listWaiting(db: Db, person: string, today: Day, zone: string): Promise<Waiting[]> {
  const offers = await db
    .selectFrom('pledges as pl')
    .innerJoin('projects as p', 'p.id', 'pl.project')
    .innerJoin('roles as r', 'r.id', 'pl.role')
    .innerJoin('people as w', 'w.id', 'pl.person')
    .innerJoin('organisations as g', 'g.id', 'pl.organisation')
    .select([
      'pl.id',
      'pl.person',
      'pl.hours_a_week',
      'pl.answer_by',
      'r.skill',
      'p.title',
      'w.name',
      'w.job',
      'g.name as organisation_name',
    ])
    .where('p.owner', '=', person)
    .where('pl.state', '=', 'offered')
    .where('p.state', '!=', 'ended')
    .execute()
  const projects = await db
    .selectFrom('projects as p')
    .select(['p.id', 'p.title', 'p.state', 'p.open_until', 'p.choose_by', 'p.ready_at', LAST_DAY.as('last_day')])
    .where('p.owner', '=', person)
    .where((where) =>
      where.or([
        where('p.state', '=', 'ready'),
        where.and([where('p.state', '=', 'open'), where('p.open_until', '<', today)]),
        where.and([where('p.state', '=', 'running'), where(LAST_DAY, '<', today)]),
      ]),
    )
    .execute()
  const waiting = [
    ...offers.map((row): Waiting => {
      const who = { id: row.person, name: row.name ?? '', job: row.job ?? '', organisationName: row.organisation_name }
      return { is: 'pledge', pledge: row.id, skill: row.skill, title: row.title, who, hoursAWeek: row.hours_a_week, by: row.answer_by }
    }),
    ...projects.map((row): Waiting => {
      const about = { project: row.id, title: row.title }
      if (row.state === 'open')
        return {
          is: 'choice',
          ...about,
          by: lastDayToChoose({ openUntil: row.open_until, ...(row.choose_by ? { chooseBy: row.choose_by } : {}) }),
        }
      if (row.state === 'running') return { is: 'ending', ...about, since: row.last_day }
      return { is: 'start', ...about, by: startBy(row.ready_at ? { readyOn: dayIn(zone, row.ready_at) } : {}, today) }
    }),
  ]
  return waiting.sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || idOf(a).localeCompare(idOf(b)))
}

const idOf = (waiting: Waiting): string => (waiting.is === 'pledge' ? waiting.pledge : waiting.project)
