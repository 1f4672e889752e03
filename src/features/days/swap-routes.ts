/** The doors through which two sessions change places: the organiser swaps them, a host asks and takes it back, and whoever is asked answers. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import { goTo, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findSession, listSessions } from '../agendas/actions.ts'
import { findEvent } from '../events/actions.ts'
import { isOrganiser } from '../events/event.ts'
import { RUN_REFUSALS } from '../events/words.ts'
import { findKnown, showDay } from './routes.ts'
import { mistakePage, placesFor, refusedPage } from './session-pages.ts'
import type { Swap, SwapState } from './swap.ts'
import { answerSwap, askToSwap, swapSessions, takeSwapBack } from './swap-actions.ts'
import { askSwapForm } from './swap-pages.ts'
import { findSwap } from './swap-store.ts'
import { ANSWER_REFUSALS, ASK_SWAP_REFUSALS, SWAP_REFUSALS, TAKE_BACK_REFUSALS } from './words.ts'

const NARROW = { narrow: true } as const
const DONE_BY: Record<SwapState, string> = { asked: 'swap-agreed', done: 'swapped', refused: 'swap-refused', over: 'swap-back' }

export function swapRoutes(db: Db): Route[] {
  const showTheDay = showDay(db)

  async function known(visit: Visit): Promise<Swap> {
    const id = visit.param('id')
    return found(isId(id) ? await findSwap(db, id) : undefined)
  }

  async function refused(session: string, why: string): Promise<Reply> {
    const about = found(await findSession(db, session))
    return pageWithMistakes(about.title, refusedPage(about, why), NARROW)
  }

  return [
    post('/events/:id/swaps', async (visit) => {
      const [event, viewer] = [await findKnown(db, visit), somebody(visit)]
      const { text } = visit.form
      const answer = await swapSessions(db, event.id, viewer, { one: text('one'), other: text('other') }, visit)
      if (answer.yes) return goTo(`/events/${event.id}/day?done=swapped`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not the organiser') throw new Forbidden(RUN_REFUSALS[answer.why])
      return pageWithMistakes('On the day', await showTheDay(visit, event, { refused: SWAP_REFUSALS[answer.why] }))
    }),

    post('/sessions/:id/swaps', async (visit) => {
      const session = found(await findSession(db, visit.param('id')))
      const answer = await askToSwap(db, session.event, visit, { one: session.id, other: visit.form.text('other') }, visit)
      if (answer.yes) {
        // Where nobody is left to be asked, they have changed places at once.
        const { state } = found(await findSwap(db, answer.value))
        return goTo(`/sessions/${session.id}?done=${state === 'done' ? DONE_BY.done : 'swap-asked'}#day`)
      }
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not a host' || answer.why === 'over') throw new Forbidden(ASK_SWAP_REFUSALS[answer.why])
      const error = visit.form.text('other') === '' ? ASK_SWAP_REFUSALS['the same'] : ASK_SWAP_REFUSALS[answer.why]
      const others = placesFor(session, await listSessions(db, session.event), visit)
      return pageWithMistakes(session.title, mistakePage(session, askSwapForm(session, others, error), 'other', error), NARROW)
    }),

    post('/swaps/:id/answers', async (visit) => {
      const { id, event, other } = await known(visit)
      const said = visit.form.text('answer')
      if (said !== 'yes' && said !== 'no') throw new Missing()
      const answer = await answerSwap(db, id, visit, said === 'yes', visit)
      if (answer.yes) {
        const runs = isOrganiser(found(await findEvent(db, event)), visit.viewer)
        const done = `?done=${DONE_BY[answer.value]}`
        return goTo(runs ? `/events/${event}/day${done}` : `/sessions/${other}${done}#day`)
      }
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not yours') throw new Forbidden(ANSWER_REFUSALS[answer.why])
      return refused(other, ANSWER_REFUSALS[answer.why])
    }),

    post('/swaps/:id/removal', async (visit) => {
      const { id, one } = await known(visit)
      const answer = await takeSwapBack(db, id, visit, visit)
      if (answer.yes) return goTo(`/sessions/${one}?done=${DONE_BY.over}#day`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not a host') throw new Forbidden(TAKE_BACK_REFUSALS[answer.why])
      return refused(one, TAKE_BACK_REFUSALS[answer.why])
    }),
  ]
}
