/** What a page asks of the day it asks once, though several parts of it show something of that. */
import type { Db } from '../../storage/db.ts'
import type { Attendee } from '../events/attendee.ts'
import type { Event } from '../events/event.ts'
import type { Above } from './announcement.ts'
import type { DayNews } from './news.ts'
import { findDay } from './news-store.ts'

/** By the visit. */
const asked = new WeakMap<object, { day: DayNews; above: Above }>()

export async function dayOf(db: Db, visit: object, event: Event, me: Attendee | undefined): Promise<DayNews> {
  const known = asked.get(visit)
  if (known) return known.day
  const day = await findDay(db, event.id, me?.id)
  const { id, title, step, firstDay, lastDay } = event
  asked.set(visit, { day, above: { id, title, step, firstDay, lastDay, announcements: day.announcements } })
  return day
}

/** Nothing more is asked for it. */
export const knownAbove = (visit: object): Above | undefined => asked.get(visit)?.above
