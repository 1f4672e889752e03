/** The doors of the day: announcing, who helps, news as they come, and all sessions on one page. */
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import type { Live } from '../../web/live.ts'
import { get, getStream, goTo, page, pageWithMistakes, post, type Reply, type Route, stream, type Visit } from '../../web/visit.ts'
import { listSessions } from '../agendas/actions.ts'
import { findEvent } from '../events/actions.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import { dismissHelper, listHelpers, nameHelper } from '../scores/run-actions.ts'
import { NAME_REFUSALS, RUN_REFUSALS } from '../scores/words.ts'
import { announce, helps, takeAnnouncementBack } from './actions.ts'
import { type AnnounceRefusal, MOST_ANNOUNCEMENT } from './announcement.ts'
import { type DayPage, dayPage } from './day-pages.ts'
import { countsOf } from './news.ts'
import { newsText } from './news-pages.ts'
import { findNews } from './news-store.ts'
import { dayOf } from './once-actions.ts'
import { roomSwapsFor } from './swap.ts'
import { waitingSwaps } from './swap-pages.ts'
import { ANNOUNCE_REFUSALS, TEXT_FAULTS } from './words.ts'

const TITLE = 'On the day'
const TOO_MANY: Reply = {
  is: 'text',
  status: 503,
  type: 'text/plain; charset=utf-8',
  text: 'Too many listen here. Load the page again instead.\n',
}

export const findKnown = async (db: Db, visit: Visit): Promise<Event> => found(await findEvent(db, visit.param('id')))

export async function helpedEvent(db: Db, visit: Visit): Promise<Event> {
  const event = await findKnown(db, visit)
  if (!(await helps(db, event, visit))) throw new Forbidden(ANNOUNCE_REFUSALS['not a helper'])
  return event
}

type More = Pick<DayPage, 'typed' | 'faults' | 'refused'>

export const showDay =
  (db: Db) =>
  async (visit: Visit, event: Event, more: More = {}) => {
    const runs = isOrganiser(event, visit.viewer)
    const me = await attendeeOf(db, event.id, visit)
    const day = await dayOf(db, visit, event, me)
    const isAsked = runs || day.swaps.length > 0
    const sessions = isAsked && event.step === 'scheduled' ? await listSessions(db, event.id) : []
    const counts = countsOf(day)
    return dayPage(visit, event, {
      announcements: day.announcements,
      helpers: runs ? await listHelpers(db, event.id) : [],
      swaps: waitingSwaps(visit, day.swaps, sessions, { me, runs }),
      roomSwaps: sessions.flatMap((session) => roomSwapsFor(session, sessions, counts, visit).slice(0, 1)),
      runs,
      ...more,
    })
  }

export function dayRoutes(db: Db, live: Live): Route[] {
  const show = showDay(db)

  function refused(why: AnnounceRefusal | 'not found'): never {
    if (why === 'not found') throw new Missing()
    throw new Forbidden(ANNOUNCE_REFUSALS[why])
  }

  return [
    get('/events/:id/day', async (visit) => page(TITLE, await show(visit, await helpedEvent(db, visit)))),

    post('/events/:id/announcements', async (visit) => {
      const event = await helpedEvent(db, visit)
      const text = visit.form.text('text')
      const read = readText(text, { most: MOST_ANNOUNCEMENT })
      if (!read.yes) return pageWithMistakes(TITLE, await show(visit, event, { typed: { text }, faults: { text: TEXT_FAULTS[read.why] } }))
      const answer = await announce(db, event.id, visit, read.value, visit)
      return answer.yes ? goTo(`/events/${event.id}/day?done=announced`) : refused(answer.why)
    }),

    post('/events/:id/announcements/:announcement/removal', async (visit) => {
      const answer = await takeAnnouncementBack(db, visit.param('id'), visit, visit.param('announcement'), visit)
      return answer.yes ? goTo(`/events/${visit.param('id')}/day?done=taken-back`) : refused(answer.why)
    }),

    post('/events/:id/helpers', async (visit) => {
      const [event, viewer, helper] = [await findKnown(db, visit), somebody(visit), visit.form.text('helper').trim()]
      const answer = await nameHelper(db, event.id, viewer, helper, visit)
      if (answer.yes) return goTo(`/events/${event.id}/day?done=named`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not the organiser' || answer.why === 'over') throw new Forbidden(RUN_REFUSALS[answer.why])
      return pageWithMistakes(TITLE, await show(visit, event, { typed: { helper }, faults: { helper: NAME_REFUSALS[answer.why] } }))
    }),

    post('/events/:id/helpers/removal', async (visit) => {
      const [event, viewer] = [await findKnown(db, visit), somebody(visit)]
      const answer = await dismissHelper(db, event.id, viewer, visit.form.text('helper'), visit)
      if (answer.yes) return goTo(`/events/${event.id}/day?done=dismissed`)
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(RUN_REFUSALS[answer.why])
    }),

    getStream('/events/:id/news', async (visit) => {
      const { id } = await findKnown(db, visit)
      const { source, lastHeard, zone, today } = visit
      const news = live.listen(`news of ${id}`, async () => newsText(await findNews(db, id), { zone, today }), { source, heard: lastHeard })
      return news ? stream(news) : TOO_MANY
    }),
  ]
}
