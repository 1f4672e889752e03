/** The doors of one session on the day: how full its room is, and changing places with another. */
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import { goTo, pageWithMistakes, post, type Route } from '../../web/visit.ts'
import { findSession, listSessions } from '../agendas/actions.ts'
import type { BesideSession } from '../agendas/session-pages.ts'
import { isOrganiser } from '../events/event.ts'
import { RUN_REFUSALS } from '../events/words.ts'
import { isHost } from '../pitches/pitch.ts'
import { dayOf } from './asked-actions.ts'
import { mayCount, readCount } from './count.ts'
import { countPeople } from './count-actions.ts'
import { findKnown, showDay } from './routes.ts'
import { countForm, mistakePage, placesFor, sessionParts } from './session-pages.ts'
import { roomSwapsFor } from './swap.ts'
import { askToSwap, swapSessions } from './swap-actions.ts'
import { askSwapForm } from './swap-pages.ts'
import { ASK_SWAP_REFUSALS, COUNT_REFUSALS, SWAP_REFUSALS } from './words.ts'

const NARROW = { narrow: true } as const

export const daySession =
  (db: Db): BesideSession =>
  async (visit, event, session, me) => {
    const day = await dayOf(db, visit, event, me)
    const isOn = event.step === 'scheduled' && !session.isOff
    const [hosts, runs] = [isHost(session, me), isOrganiser(event, visit.viewer)]
    const sessions = isOn && (hosts || runs) ? await listSessions(db, event.id) : []
    const counts = new Map(day.sessions.flatMap(({ id, count }) => (count ? [[id, count]] : [])))
    return sessionParts(visit, session, {
      ...{ count: counts.get(session.id), held: day.sessions, sessions, open: day.swaps },
      mayCount: mayCount(event, session, hosts || runs || day.helps, visit.today).yes,
      isHost: hosts && isOn,
      runs: runs && isOn,
      roomSwaps: roomSwapsFor(session, sessions, counts),
    })
  }

export function daySessionRoutes(db: Db): Route[] {
  const showTheDay = showDay(db)

  return [
    post('/sessions/:id/counts', async (visit) => {
      const session = found(await findSession(db, visit.param('id')))
      const typed = visit.form.text('people')
      const answer = await countPeople(db, session.id, visit, readCount(typed, visit.form.has('full')), visit)
      if (answer.yes) return goTo(`/sessions/${session.id}?done=counted`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why !== 'no number') throw new Forbidden(COUNT_REFUSALS[answer.why])
      const error = COUNT_REFUSALS[answer.why]
      return pageWithMistakes(session.title, mistakePage(session, countForm(session, undefined, typed, error), 'people', error), NARROW)
    }),

    post('/sessions/:id/swaps', async (visit) => {
      const session = found(await findSession(db, visit.param('id')))
      const answer = await askToSwap(db, session.event, visit, { one: session.id, other: visit.form.text('other') }, visit)
      if (answer.yes) return goTo(`/sessions/${session.id}?done=swap-asked`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not a host' || answer.why === 'over') throw new Forbidden(ASK_SWAP_REFUSALS[answer.why])
      const error = visit.form.text('other') === '' ? ASK_SWAP_REFUSALS['the same'] : ASK_SWAP_REFUSALS[answer.why]
      const others = placesFor(session, await listSessions(db, session.event), visit)
      return pageWithMistakes(session.title, mistakePage(session, askSwapForm(session, others, error), 'other', error), NARROW)
    }),

    post('/events/:id/swaps', async (visit) => {
      const [event, viewer] = [await findKnown(db, visit), somebody(visit)]
      const { text } = visit.form
      const answer = await swapSessions(db, event.id, viewer, { one: text('one'), other: text('other') }, visit)
      if (answer.yes) return goTo(`/events/${event.id}/day?done=swapped`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not the organiser') throw new Forbidden(RUN_REFUSALS[answer.why])
      return pageWithMistakes('On the day', await showTheDay(visit, event, { refused: SWAP_REFUSALS[answer.why] }))
    }),
  ]
}
