/** Reads of many people at once what a round asks of each. Writes nothing. */
import type { Day } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, sql } from '../../storage/db.ts'
import { among, mayFind, shownName } from '../../storage/pieces.ts'
import type { Diary } from '../introductions/three-times.ts'
import { type HalfDay, hoursOfWeek } from '../profiles/details.ts'

/** When each can talk, and their zone, by their id. One query. */
export async function listDiaries(db: Db, people: readonly string[], zone: string, today: Day): Promise<ReadonlyMap<string, Diary>> {
  const { rows } = await sql<{ id: string; zone: string | null; half_days: HalfDay[] | null }>`
    select p.id, c.zone, d.half_days from people p left join letter_choices c on c.person = p.id left join profiles d on d.person = p.id
      where p.id in ${among(people)}`.execute(db)
  return new Map(rows.map((row) => [row.id, { zone: row.zone ?? zone, hours: hoursOfWeek(row.half_days ?? [], 'UTC', today) }]))
}

/** Those of some people who take a break on this day, or have paused their letters. */
export async function listPaused(db: Db, people: readonly string[], today: Day): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.id from people p left join boundaries b on b.person = p.id left join letter_choices c on c.person = p.id
      where p.id in ${among(people)} and (b.paused_until >= ${today} or c.paused_until >= ${today})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Those of some people whose name this reader learns before anybody has met. */
export async function listNamedTo(db: Db, viewer: Viewer, people: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select a.id from people a where a.id in ${among(people)} and ${shownName} is not null
      and ${mayFind(sql`${viewer.person}`, sql`${viewer.organisation ?? null}`)}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** How many have joined whom this reader may come upon: whoever hides from colleagues is in none of their numbers. */
export async function countJoined(db: Db, viewer: Viewer, round: string): Promise<number> {
  const { rows } = await sql<{ joined: number }>`
    select count(*) as joined from round_joinings j join people a on a.id = j.person where j.round = ${round} and j.left_at is null
      and ${mayFind(sql`${viewer.person}`, sql`${viewer.organisation ?? null}`)}`.execute(db)
  return rows[0]?.joined ?? 0
}

/** Whether a question to join waits for their answer. */
export async function isAsked(db: Db, round: string, person: string): Promise<boolean> {
  const open = db
    .selectFrom('asks')
    .select('id')
    .where('about', '=', round)
    .where('person', '=', person)
    .where('kind', '=', 'will you join')
  return (await open.where('state', '=', 'open').executeTakeFirst()) !== undefined
}

/** What waits for an answer of this person about a meeting. */
export async function findOpenAbout(db: Db, about: string, person: string): Promise<string | undefined> {
  const open = db.selectFrom('asks').select('id').where('about', '=', about).where('person', '=', person)
  return (await open.where('state', '=', 'open').executeTakeFirst())?.id
}
