/** Reads what waits for a person. Writes nothing. */
import { addDays, type Day, dayIn } from '../../basics/day.ts'
import { type Db, sql } from '../../storage/db.ts'
import { lastDayToChoose, START_DAYS } from '../projects/project.ts'
import type { Waiting } from './waiting.ts'

export async function countWaiting(db: Db, person: string, today: Day): Promise<number> {
  const found = await sql<{ waiting: number }>`
    select (select count(*) from pledges pl join projects p on p.id = pl.project where p.owner = ${person} and pl.state = 'offered' and p.state <> 'ended')
         + (select count(*) from projects p where p.owner = ${person} and (p.state = 'ready' or (p.state = 'open' and p.open_until < ${today}))) as waiting`.execute(
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
    .selectFrom('projects')
    .select(['id', 'title', 'state', 'open_until', 'choose_by', 'ready_at'])
    .where('owner', '=', person)
    .where((where) => where.or([where('state', '=', 'ready'), where.and([where('state', '=', 'open'), where('open_until', '<', today)])]))
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
      return { is: 'start', ...about, by: addDays(row.ready_at ? dayIn(zone, row.ready_at) : today, START_DAYS) }
    }),
  ]
  return waiting.sort((a, b) => a.by.localeCompare(b.by) || idOf(a).localeCompare(idOf(b)))
}

const idOf = (waiting: Waiting): string => (waiting.is === 'pledge' ? waiting.pledge : waiting.project)
