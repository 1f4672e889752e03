/** The doors to what hangs in the venue, and to what a phone keeps: the wall, sheets for the doors, and all sessions on one page. */
import type { Db } from '../../storage/db.ts'
import { get, goTo, page, type Route } from '../../web/visit.ts'
import { findAgenda, listSessions, readerOf, seesSessions } from '../agendas/actions.ts'
import { findTimetable } from '../events/actions.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { helps } from './actions.ts'
import { listCounts } from './count-store.ts'
import { doorsPage } from './door-pages.ts'
import { nowAndNext } from './now-and-next.ts'
import { programmePage } from './programme-pages.ts'
import { findKnown, helpedEvent } from './routes.ts'
import { findAbove } from './store.ts'
import { wallPage } from './wall-pages.ts'

/** Without a script a wall is loaded again so often. */
const WALL_SECONDS = 30

export const wallRoutes = (db: Db): Route[] => [
  get('/events/:id/wall', async (visit) => {
    const event = await findKnown(db, visit)
    const agenda = await findAgenda(db, event.id)
    const published = agenda?.publishedAt ? agenda : undefined
    const { slots } = await findTimetable(db, event.id)
    const wall = {
      announcements: (await findAbove(db, { event: event.id }))?.announcements ?? [],
      ...(published ? nowAndNext(slots, published.sessions, visit) : {}),
      counts: await listCounts(db, event.id),
      hasAgenda: published !== undefined,
      code: event.step !== 'over' && (await helps(db, event, visit)) ? event.code : undefined,
    }
    return page(`Wall of ${event.title}`, wallPage(visit, event, wall), { onWall: WALL_SECONDS, unlisted: true })
  }),

  get('/events/:id/doors', async (visit) => {
    const event = await helpedEvent(db, visit)
    const { rooms } = await findTimetable(db, event.id)
    const sessions = (await seesSessions(db, event, visit.viewer)) ? await listSessions(db, event.id) : []
    return page('Sheets for the doors', doorsPage(visit, event, rooms, sessions))
  }),

  get('/events/:id/programme', async (visit) => {
    const event = await findKnown(db, visit)
    const me = await attendeeOf(db, event.id, visit)
    const reader = readerOf(visit, event, me)
    const agenda = await findAgenda(db, event.id, reader)
    if (!agenda?.publishedAt) return goTo(`/events/${event.id}/agenda`)
    const counts = await listCounts(db, event.id)
    return page('All sessions', programmePage(visit, event, { sessions: agenda.sessions, counts, seesNames: reader !== undefined }), {
      narrow: true,
    })
  }),
]
