/** The door to one's stars at an event, and what stands of them on its page. */
import type { Db } from '../../storage/db.ts'
import { found, Missing } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route } from '../../web/visit.ts'
import { findEvent } from '../events/actions.ts'
import { isIn } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import type { BesideEvent } from '../events/pages.ts'
import { listSessions, starSessions } from './actions.ts'
import { besidePart, starsPage } from './pages.ts'
import { isOpenToStars, MOST_MUST_SEES, NO_STARS } from './star.ts'
import { findStars } from './store.ts'

const TITLE = 'Stars'
const MUSTS = Array.from({ length: MOST_MUST_SEES }, (_, at) => `must-${at + 1}`)

export const starsBeside =
  (db: Db): BesideEvent =>
  async (visit, event, me) =>
    isOpenToStars(event) ? besidePart(visit, event, isIn(me) ? (await findStars(db, me.id)).stars.length : undefined) : ''

export const starRoutes = (db: Db): Route[] => [
  get('/events/:id/stars', async (visit) => {
    const event = found(await findEvent(db, visit.param('id')))
    const me = await attendeeOf(db, event.id, visit)
    const chosen = isIn(me) ? await findStars(db, me.id) : NO_STARS
    return page(TITLE, starsPage(visit, event, { me, sessions: await listSessions(db, event.id), chosen }), { narrow: true })
  }),

  post('/events/:id/stars', async (visit) => {
    const event = found(await findEvent(db, visit.param('id')))
    const me = await attendeeOf(db, event.id, visit)
    const typed = { stars: visit.form.texts('star'), mustSees: MUSTS.map(visit.form.text).filter(Boolean) }
    const answer = await starSessions(db, event.id, me, typed, visit)
    if (answer.yes) return goTo(`/events/${event.id}/stars?done=saved`)
    if (answer.why === 'not found') throw new Missing()
    const sessions = await listSessions(db, event.id)
    return pageWithMistakes(TITLE, starsPage(visit, event, { me, sessions, chosen: typed, refused: answer.why }), { narrow: true })
  }),
]
