/** An event in a small town with an agenda for tomorrow: the nurse hosts the first session, a guest without an account the second. */
import { newId } from '../src/basics/id.ts'
import { findTimetable, moveEvent } from '../src/features/events/actions.ts'
import { joinEvent } from '../src/features/events/attendee-actions.ts'
import type { Event, Step } from '../src/features/events/event.ts'
import { slotsFor } from '../src/features/events/timetable.ts'
import { sayPitch } from '../src/features/pitches/actions.ts'
import { type Db, sql } from '../src/storage/db.ts'
import { MONDAY } from './cast.ts'
import { anEvent, type Comers, comersOf, theEvent } from './event-place.ts'
import type { Town } from './town.ts'

export const DAY = '2026-11-24'
export type Held = Comers & { event: Event; first: string; second: string }

export async function aHeldEvent(db: Db, town: Town): Promise<Held> {
  const slots = slotsFor({ firstDay: DAY, lastDay: DAY, begins: 600, slots: 2, minutes: 40, gap: 10 })
  const opened = await anEvent(db, town, { firstDay: DAY, lastDay: DAY, slots })
  const comers = await comersOf(db, town, opened)
  await joinEvent(db, opened.id, town.owner, MONDAY)
  const move = async (to: Step) => {
    const answer = await moveEvent(db, opened.id, town.owner, { to, until: DAY }, MONDAY)
    if (!answer.yes) throw new Error(`Not moved to ${to}: ${answer.why}`)
  }
  await move('pitching')
  const { rooms, slots: times } = await findTimetable(db, opened.id)
  const sessions: string[] = []
  for (const [turn, by] of [comers.nurse, comers.guest].entries()) {
    const pitch = await sayPitch(db, opened.id, by, { title: `Session ${turn + 1}`, source: 'screen' }, MONDAY)
    if (!pitch.yes) throw new Error(`Not said: ${pitch.why}`)
    const id = newId(MONDAY.now)
    await sql`insert into event_sessions (id, event, pitch, slot, room) values (${id}, ${opened.id}, ${pitch.value}, ${times[turn]?.id}, ${rooms[0]?.id})`.execute(
      db,
    )
    sessions.push(id)
  }
  await sql`insert into agendas (event, aim, spreads_top, seed, evaluations, people, covered, bound, must_people, must_seen, must_bound, instance, stars, stars_at, made_at, published_at)
    values (${opened.id}, 'coverage', true, 1, 1, 1, 1, 1, 0, 0, 0, '{}', '[]', ${MONDAY.now}, ${MONDAY.now}, ${MONDAY.now})`.execute(db)
  for (const to of ['scoring', 'starring', 'scheduled'] as const) await move(to)
  const [first = '', second = ''] = sessions
  return { ...comers, event: await theEvent(db, opened.id), first, second }
}
