/** The doors to scoring: one's cards, and what came of them. */
import type { Db } from '../../storage/db.ts'
import { found, Missing } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { findEvent } from '../events/actions.ts'
import { isIn } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import { raterOf, type Said, scoreCard, takeCard } from './actions.ts'
import { scorePage } from './pages.ts'
import { noRankingYet, rankingPage } from './ranking-pages.ts'
import { findRanking, listRanked } from './ranking-store.ts'
import { mayHelp } from './run-actions.ts'
import { isClosed, readPoints, type ScoreRefusal } from './scoring.ts'
import { findHand, findScoring } from './store.ts'
import { SCORE_REFUSALS } from './words.ts'

const [TITLE, RANKING] = ['Score the pitches', 'What came of the scoring']
const NARROW = { narrow: true } as const
const A_PAGE = 200

export const findKnown = async (db: Db, visit: Visit): Promise<Event> => found(await findEvent(db, visit.param('id')))

/** What was pressed; nothing when it was none of the buttons. */
export function readSaid(visit: Visit): Said | undefined {
  const [deal, pressed] = [visit.form.text('deal'), visit.form.text('points')]
  const points = pressed === 'pass' ? 'pass' : readPoints(pressed)
  return points === undefined ? undefined : { deal, points }
}

export function scoreRoutes(db: Db): Route[] {
  async function show(visit: Visit, event: Event, { fault, isEmpty = false }: { fault?: string; isEmpty?: boolean } = {}) {
    const scoring = found(await findScoring(db, event.id))
    const attendee = await attendeeOf(db, event.id, visit)
    const hand = isIn(attendee) ? await findHand(db, event.id, attendee.id) : undefined
    const runs = isOrganiser(event, visit.viewer)
    const helps = runs || (await mayHelp(db, event, visit.viewer, attendee))
    return scorePage(visit, { event, scoring, hand, isEmpty, mayHelp: helps, runs, ...(fault === undefined ? {} : { fault }) })
  }

  async function refused(visit: Visit, event: Event, why: ScoreRefusal | 'not found') {
    if (why === 'not found') throw new Missing()
    if (why === 'no card left') return goTo(`/events/${event.id}/score?left=none`)
    return pageWithMistakes(TITLE, await show(visit, event, { fault: SCORE_REFUSALS[why] }), NARROW)
  }

  return [
    get('/events/:id/score', async (visit) => {
      const event = await findKnown(db, visit)
      if (isClosed(event.step)) return goTo(`/events/${event.id}/ranking`)
      return page(TITLE, await show(visit, event, { isEmpty: visit.query('left') === 'none' }), NARROW)
    }),

    post('/events/:id/deals', async (visit) => {
      const event = await findKnown(db, visit)
      const answer = await takeCard(db, event.id, await attendeeOf(db, event.id, visit), visit)
      return answer.yes || answer.why === 'all done' ? goTo(`/events/${event.id}/score`) : refused(visit, event, answer.why)
    }),

    post('/events/:id/scores', async (visit) => {
      const id = visit.param('id')
      const said = readSaid(visit)
      const attendee = await attendeeOf(db, id, visit)
      if (!said || !isIn(attendee)) return refused(visit, await findKnown(db, visit), said ? 'not in' : 'no such points')
      const answer = await scoreCard(db, id, raterOf(attendee), said, visit)
      return answer.yes ? goTo(`/events/${id}/score`) : refused(visit, await findKnown(db, visit), answer.why)
    }),

    get('/events/:id/ranking', async (visit) => {
      const event = await findKnown(db, visit)
      const ranking = await findRanking(db, event.id)
      if (!ranking) return page(RANKING, noRankingYet(visit, event))
      const after = /^\d{1,6}$/.test(visit.query('after') ?? '') ? Number(visit.query('after')) : 0
      const ranked = await listRanked(db, event.id, { after, most: A_PAGE + 1 })
      const pitches = ranked.slice(0, A_PAGE)
      const next = ranked.length > A_PAGE ? `/events/${event.id}/ranking?after=${pitches.at(-1)?.place ?? 0}` : undefined
      return page(RANKING, rankingPage(visit, { event, ranking, pitches, next }))
    }),
  ]
}
