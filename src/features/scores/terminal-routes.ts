/** The doors of the terminal, at which somebody scores for people without a phone. */
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import type { Event } from '../events/event.ts'
import { scoreCard } from './actions.ts'
import { listAtTerminal } from './helper-store.ts'
import { findKnown, readSaid } from './routes.ts'
import { isAtTerminal, mayHelp, sitDown } from './run-actions.ts'
import { isOpen } from './scoring.ts'
import { findHand, findScoring } from './store.ts'
import { noTerminal, terminalPage } from './terminal-pages.ts'
import { SCORE_REFUSALS, TERMINAL_REFUSALS } from './words.ts'

const TITLE = 'Score for people without a phone'
const NARROW = { narrow: true } as const
const MOST_OTHERS = 20

export function terminalRoutes(db: Db): Route[] {
  async function helped(visit: Visit): Promise<Event> {
    const event = await findKnown(db, visit)
    if (!(await mayHelp(db, event, visit.viewer, await attendeeOf(db, event.id, visit))))
      throw new Forbidden('Only the organiser of this event and those whom they name can do this.')
    return event
  }

  /** Whoever has come to a terminal of this event. */
  async function sittingIn(event: Event, rater: string) {
    if (!(await isAtTerminal(db, event.id, rater))) throw new Missing()
    return { rater, ...(await findHand(db, event.id, rater)) }
  }

  async function show(
    visit: Visit,
    event: Event,
    { rater, name = '', fault }: { rater?: string | undefined; name?: string; fault?: string },
  ) {
    const scoring = found(await findScoring(db, event.id))
    const open = isOpen(scoring)
    if (!open.yes) return noTerminal(event, SCORE_REFUSALS[open.why])
    const sitting = rater === undefined ? undefined : await sittingIn(event, rater)
    const others = sitting?.card ? [] : await listAtTerminal(db, event.id, MOST_OTHERS)
    return terminalPage(visit, { event, scoring, sitting, others, name, fault })
  }

  return [
    get('/events/:id/terminal', async (visit) => {
      const event = await helped(visit)
      return page(TITLE, await show(visit, event, { rater: visit.query('rater') }), NARROW)
    }),

    post('/events/:id/terminal', async (visit) => {
      const event = await helped(visit)
      const name = visit.form.text('name').trim()
      const answer = await sitDown(db, event.id, name, visit)
      if (answer.yes) return goTo(`/events/${event.id}/terminal?rater=${answer.value}`)
      if (answer.why === 'not found') throw new Missing()
      const fault = TERMINAL_REFUSALS[answer.why]
      return pageWithMistakes(TITLE, await show(visit, event, { name, fault }), NARROW)
    }),

    post('/events/:id/terminal/:rater/scores', async (visit) => {
      const event = await helped(visit)
      const rater = visit.param('rater')
      const said = readSaid(visit)
      await sittingIn(event, rater)
      if (!said) return pageWithMistakes(TITLE, await show(visit, event, { rater, fault: SCORE_REFUSALS['no such points'] }), NARROW)
      const answer = await scoreCard(db, event.id, { id: rater }, said, visit)
      if (!answer.yes && answer.why === 'not found') throw new Missing()
      return goTo(`/events/${event.id}/terminal?rater=${rater}`)
    }),
  ]
}
