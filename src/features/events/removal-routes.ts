/** The doors by which an organiser calls an event off, and takes somebody out of it or lets them back. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { findEvent } from './actions.ts'
import { mayRemove } from './attendee.ts'
import { letBack, takeOut } from './attendee-actions.ts'
import { findAttendeeById } from './attendee-store.ts'
import { callOffEvent } from './cancellation-actions.ts'
import { cancellationPage } from './cancellation-pages.ts'
import { type Event, mayRun } from './event.ts'
import { removalPage } from './removal-pages.ts'
import { findKnown } from './routes.ts'
import { CANCEL_REFUSALS, REMOVE_REFUSALS, RUN_REFUSALS } from './words.ts'

const [CALL_OFF, TAKE_OUT] = ['Call the event off', 'Take somebody out']

export function removalRoutes(db: Db): Route[] {
  function run(visit: Visit, event: Event) {
    const viewer = somebody(visit)
    const may = mayRun(event, viewer)
    if (!may.yes) throw new Forbidden(RUN_REFUSALS[may.why])
    return { viewer, event }
  }

  /** Somebody who comes or came, and their event. */
  async function known(visit: Visit) {
    const id = visit.param('id')
    const attendee = found(isId(id) ? await findAttendeeById(db, id) : undefined)
    return { attendee, ...run(visit, found(await findEvent(db, attendee.event))) }
  }

  return [
    get('/events/:id/cancellation', async (visit) => {
      const { event } = run(visit, await findKnown(db, visit))
      return page(CALL_OFF, cancellationPage(visit, event, { typed: '' }), { narrow: true })
    }),

    post('/events/:id/cancellation', async (visit) => {
      const { event, viewer } = run(visit, await findKnown(db, visit))
      const typed = visit.form.text('reason')
      const answer = await callOffEvent(db, event.id, viewer, typed, visit)
      if (answer.yes) return goTo(`/events/${event.id}?done=called-off`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(CALL_OFF, cancellationPage(visit, event, { typed, fault: CANCEL_REFUSALS[answer.why] }), { narrow: true })
    }),

    get('/attendees/:id/removal', async (visit) => {
      const { event, attendee, viewer } = await known(visit)
      const may = mayRemove(event, viewer, attendee)
      if (!may.yes) throw new Forbidden(REMOVE_REFUSALS[may.why])
      return page(TAKE_OUT, removalPage(event, attendee), { narrow: true })
    }),

    post('/attendees/:id/removal', async (visit) => {
      const { event, attendee, viewer } = await known(visit)
      const answer = await takeOut(db, event.id, viewer, attendee.id, visit)
      if (answer.yes) return goTo(`/events/${event.id}/attendees?done=taken-out`)
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(REMOVE_REFUSALS[answer.why])
    }),

    post('/attendees/:id/return', async (visit) => {
      const { event, attendee, viewer } = await known(visit)
      const answer = await letBack(db, event.id, viewer, attendee.id, visit)
      if (answer.yes) return goTo(`/events/${event.id}/attendees?done=let-back`)
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(RUN_REFUSALS[answer.why])
    }),
  ]
}
