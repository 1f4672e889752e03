/** Sessions as they stand in somebody's calendar. Pure. */
import { instantAt, type Moment } from '../../basics/day.ts'
import type { Event } from '../events/event.ts'
import type { Meeting } from '../introductions/calendar-file.ts'
import type { Session } from './agenda.ts'

/** `origin` is our address: "https://appstarter.example". */
export const meetingOf = (
  { id, title, slot, room, isEncore }: Session,
  event: Pick<Event, 'title' | 'venue' | 'address' | 'calledOff'>,
  { origin, zone, now }: Moment & { origin: string },
): Meeting => ({
  uid: `${id}@${new URL(origin).host}`,
  writtenAt: now,
  from: instantAt(zone, slot.day, slot.starts),
  until: instantAt(zone, slot.day, slot.ends),
  title,
  about: `${event.title}${isEncore ? ', held once more' : ''}`,
  where: [room.name, event.venue, event.address].filter(Boolean).join(', '),
  url: `${origin}/sessions/${id}`,
  isCalledOff: event.calledOff !== undefined,
})
