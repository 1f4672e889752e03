/** An event in a small town that is open for pitches: two people come, and a third without an account. */
import { findEvent, moveEvent, openEvent } from '../src/features/events/actions.ts'
import type { Attendee } from '../src/features/events/attendee.ts'
import { joinByCode, joinEvent } from '../src/features/events/attendee-actions.ts'
import type { Event } from '../src/features/events/event.ts'
import type { NewEvent } from '../src/features/events/event-form.ts'
import { slotsFor } from '../src/features/events/timetable.ts'
import { sayPitch } from '../src/features/pitches/actions.ts'
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

/** By the name of what is in an address. */
export async function someEvents(db: Db, town: Town): Promise<{ events: string; pitches: string; attendees: string }> {
  const event = await anEvent(db, town)
  await openForPitches(db, town, event)
  const { nurse } = await comersOf(db, town, event)
  const pitch = await sayPitch(db, event.id, nurse, { title: 'Letters that people understand', source: 'screen' }, MONDAY)
  if (!pitch.yes) throw new Error(`Not said: ${pitch.why}`)
  return { events: event.id, pitches: pitch.value, attendees: nurse.id }
}
