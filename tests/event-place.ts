/** An event in a small town that is open for pitches: two people come, and a third without an account. */
import { listSessions } from '../src/features/agendas/actions.ts'
import type { Session } from '../src/features/agendas/agenda.ts'
import { USUAL } from '../src/features/agendas/making.ts'
import { makeAgenda, orderAgenda } from '../src/features/agendas/making-actions.ts'
import { publishAgenda } from '../src/features/agendas/publishing-actions.ts'
import { inProcess } from '../src/features/agendas/work.ts'
import { findEvent, moveEvent, openEvent } from '../src/features/events/actions.ts'
import type { Attendee } from '../src/features/events/attendee.ts'
import { joinByCode, joinEvent } from '../src/features/events/attendee-actions.ts'
import type { Event } from '../src/features/events/event.ts'
import type { NewEvent } from '../src/features/events/event-form.ts'
import { slotsFor } from '../src/features/events/timetable.ts'
import { sayPitch } from '../src/features/pitches/actions.ts'
import { closeScoring } from '../src/features/scores/closing-actions.ts'
import type { Db } from '../src/storage/db.ts'
import { MONDAY } from './cast.ts'
import type { Town } from './town.ts'

const DAYS = { firstDay: '2027-01-15', lastDay: '2027-01-15' }
export const aNewEvent = (more: Partial<NewEvent> = {}): NewEvent => ({
  ...{
    title: 'Unconference',
    whatFor: 'To talk',
    venue: 'Town hall',
    address: '1 Market Square',
    places: 60,
    conduct: 'Be kind.',
    sponsors: '',
  },
  ...DAYS,
  rooms: [{ name: 'Main hall', seats: 60, features: ['screen'], stepFree: true }],
  slots: slotsFor({ ...DAYS, begins: 600, slots: 5, minutes: 40, gap: 10 }),
  ...more,
})

/** Opened by the owner, who speaks for their council. */
export async function anEvent(db: Db, { owner }: Town, more: Partial<NewEvent> = {}): Promise<Event> {
  const answer = await openEvent(db, owner, aNewEvent(more), MONDAY)
  return theEvent(db, answer.yes ? answer.value : answer.why)
}

export async function theEvent(db: Db, id: string): Promise<Event> {
  const event = await findEvent(db, id)
  if (!event) throw new Error(`There is no such event: ${id}.`)
  return event
}

export async function openForPitches(db: Db, { owner }: Town, { id }: Event): Promise<void> {
  const answer = await moveEvent(db, id, owner, { to: 'pitching', until: '2026-12-14' }, MONDAY)
  if (!answer.yes) throw new Error(`Not moved: ${answer.why}`)
}

export type Comers = { nurse: Attendee; officer: Attendee; guest: Attendee; token: string }
export async function comersOf(db: Db, { nurse, officer }: Town, { id, code }: Event): Promise<Comers> {
  const answers = [await joinEvent(db, id, nurse, MONDAY), await joinEvent(db, id, officer, MONDAY)]
  answers.push(await joinByCode(db, id, { name: 'Guest', team: 'Quillsey', code }, MONDAY))
  const [first, second, third] = answers.map((answer) => (answer.yes ? answer.value : undefined))
  if (!first || !second || !third) throw new Error('Somebody could not sign up.')
  return { nurse: first.attendee, officer: second.attendee, guest: third.attendee, token: third.token ?? '' }
}

/** With an agenda that everybody has; by the name of what is in an address. */
export async function someEvents(db: Db, town: Town): Promise<Readonly<Record<string, string>>> {
  const open = await pitchedEvent(db, town)
  const { event, nurse, pitch } = await pitchedEvent(db, town)
  const [session] = await publishedAgenda(db, town, event)
  return {
    ...{ events: event.id, pitches: pitch, sessions: session?.id ?? '', attendees: nurse.id },
    ...{ '/events/:id/pitches/new': open.event.id, '/pitches/:id/revision': open.pitch },
  }
}

async function pitchedEvent(db: Db, town: Town): Promise<{ event: Event; nurse: Attendee; pitch: string }> {
  const event = await anEvent(db, town)
  const { nurse } = await comersOf(db, town, event)
  await openForPitches(db, town, event)
  const pitch = await sayPitch(db, event.id, nurse, { title: 'Letters that people understand', source: 'screen' }, MONDAY)
  if (!pitch.yes) throw new Error(`Not said: ${pitch.why}`)
  return { event, nurse, pitch: pitch.value }
}

/** From the pitches on: scored, starred by nobody, made and published. */
export async function publishedAgenda(db: Db, town: Town, { id }: Event): Promise<Session[]> {
  await madeAgenda(db, town, id)
  const answer = await publishAgenda(db, id, town.owner, MONDAY)
  if (!answer.yes) throw new Error(`Not published: ${answer.why}`)
  return listSessions(db, id)
}

export async function closedScoring(db: Db, { owner }: Town, id: string): Promise<void> {
  const moved = await moveEvent(db, id, owner, { to: 'scoring', until: '2026-12-20' }, MONDAY)
  const closed = moved.yes ? await closeScoring(db, id, owner, '2026-12-22', MONDAY) : moved
  if (!closed.yes) throw new Error(`Not closed: ${closed.why}`)
}

export async function madeAgenda(db: Db, town: Town, id: string): Promise<void> {
  await closedScoring(db, town, id)
  const ordered = await orderAgenda(db, id, town.owner, USUAL, MONDAY)
  if (!ordered.yes) throw new Error(`Not ordered: ${ordered.why}`)
  await makeAgenda(db, inProcess(5000), id, MONDAY.zone, MONDAY.now)
}
