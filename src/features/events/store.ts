/** Remembers events. The only file that writes the table events. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { somebodyOf } from '../people/person.ts'
import type { Ends, Event, Step } from './event.ts'
import type { EventDetails } from './event-form.ts'
import type { EventLine } from './event-line.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    events: {
      id: string
      title: string
      what_for: string
      organiser: string
      organisation: string
      venue: string
      address: string
      first_day: Day
      last_day: Day
      code: string
      places: number
      step: Step
      planned_until: Day
      pitching_until: Day
      scoring_until: Day
      starring_until: Day
      conduct: string
      sponsors: string
      cloned_from: string | null
      opened_at: Date
      moved_at: Date
    }
  }
}

const columnsOf = ({ title, whatFor, venue, address, firstDay, lastDay, places, conduct, sponsors }: EventDetails) => ({
  ...{ title, what_for: whatFor, venue, address, first_day: firstDay, last_day: lastDay, places, conduct, sponsors },
})
const endsAt = ({ planned, pitching, scoring, starring }: Ends) => ({
  ...{ planned_until: planned, pitching_until: pitching, scoring_until: scoring, starring_until: starring },
})

export type Opened = { id: string; code: string; organiser: string; organisation: string; ends: Ends; clonedFrom?: string }

export async function addEvent(tx: Tx, opened: Opened, event: EventDetails, now: Date): Promise<void> {
  const { id, code, organiser, organisation, ends, clonedFrom = null } = opened
  await tx
    .insertInto('events')
    .values({
      ...{ id, code, organiser, organisation, step: 'planned', cloned_from: clonedFrom, opened_at: now, moved_at: now },
      ...columnsOf(event),
      ...endsAt(ends),
    })
    .execute()
}

export async function saveDetails(tx: Tx, id: string, event: EventDetails): Promise<void> {
  await tx.updateTable('events').set(columnsOf(event)).where('id', '=', id).execute()
}

export async function saveStep(tx: Tx, id: string, step: Step, ends: Ends, now: Date): Promise<void> {
  await tx
    .updateTable('events')
    .set((row) => ({
      ...{ step, ...endsAt(ends) },
      moved_at: row.case().when('step', '=', step).then(row.ref('moved_at')).else(now).end(),
    }))
    .where('id', '=', id)
    .execute()
}

export async function lockEvent(tx: Tx, id: string): Promise<Event | undefined> {
  await tx.selectFrom('events').select('id').where('id', '=', id).forUpdate().execute()
  return findEvent(tx, id)
}

const counted = (state: 'in' | 'waiting') => sql<number>`(select count(*) from attendees t where t.event = e.id and t.state = ${state})`

export async function findEvent(db: Db, id: string): Promise<Event | undefined> {
  const row = await db
    .selectFrom('events as e')
    .innerJoin('people as p', 'p.id', 'e.organiser')
    .leftJoin('organisations as g', 'g.id', 'p.organisation')
    .innerJoin('organisations as o', 'o.id', 'e.organisation')
    .leftJoin('event_cancellations as c', 'c.event', 'e.id')
    .selectAll('e')
    .select(['p.name', 'p.job', 'g.name as organisation_name', 'g.sector', 'o.name as of_name', 'c.reason', 'c.called_off_on'])
    .select([counted('in').as('taken'), counted('waiting').as('waiting')])
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { title, venue, address, code, places, taken, waiting, step, conduct, sponsors } = row
  return {
    ...{ id, title, whatFor: row.what_for, venue, address, firstDay: row.first_day, lastDay: row.last_day },
    ...{ code, places, taken, waiting, step, conduct, sponsors },
    organiser: somebodyOf({
      id: row.organiser,
      name: row.name,
      job: row.job,
      organisation_name: row.organisation_name,
      sector: row.sector,
    }),
    organisation: { id: row.organisation, name: row.of_name },
    ends: { planned: row.planned_until, pitching: row.pitching_until, scoring: row.scoring_until, starring: row.starring_until },
    ...(row.called_off_on === null ? {} : { calledOff: { reason: row.reason ?? '', on: row.called_off_on } }),
  }
}

export async function findEventWithCode(db: Db, code: string): Promise<string | undefined> {
  return (await db.selectFrom('events').select('id').where('code', '=', code).executeTakeFirst())?.id
}

const line = (
  who: string,
) => sql`e.id, e.title, e.venue, e.first_day as "firstDay", e.last_day as "lastDay", e.step, e.organiser = ${who} as "isMine",
  exists (select from event_cancellations c where c.event = e.id) as "isCalledOff",
  (select t.state from attendees t where t.event = e.id and t.person = ${who}) as state`

/** One that is called off stands among those that come until its last day has passed, so that whoever would have come reads it. */
const isComing = (today: Day) =>
  sql`e.last_day >= ${today} and (e.step <> 'over' or exists (select from event_cancellations c where c.event = e.id))`

/** The next first. */
export async function listComing(db: Db, { today, most, person }: { today: Day; most: number; person: string }): Promise<EventLine[]> {
  const { rows } = await sql<EventLine>`select ${line(person)} from events e
    where ${isComing(today)} order by e.first_day, e.id limit ${most}`.execute(db)
  return rows
}

/** The newest first. */
export async function listPast(
  db: Db,
  { today, before, most, person }: { today: Day; before?: string | undefined; most: number; person: string },
): Promise<EventLine[]> {
  const { rows } = await sql<EventLine>`select ${line(person)} from events e
    where not (${isComing(today)}) ${before === undefined ? sql`` : sql`and e.id < ${before}`} order by e.id desc limit ${most}`.execute(db)
  return rows
}
