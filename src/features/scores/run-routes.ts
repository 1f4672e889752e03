/** The doors for whoever runs the scoring of an event: how it is done, who helps, and closing it. */
import { readDay } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { type Event, endProposed, isOrganiser } from '../events/event.ts'
import { MOVE_REFUSALS } from '../events/words.ts'
import { closeScoring } from './closing-actions.ts'
import { listHelpers } from './helper-store.ts'
import { findKnown } from './routes.ts'
import { changeScoring, dismissHelper, nameHelper } from './run-actions.ts'
import { type RunPage, runPage } from './run-pages.ts'
import { type RunRefusal, readScoring } from './scoring.ts'
import { findProgress, findScoring } from './store.ts'
import { NAME_REFUSALS, RUN_REFUSALS, sayScoringFaults } from './words.ts'

const TITLE = 'How the scoring goes'

export function scoringRoutes(db: Db): Route[] {
  async function run(visit: Visit): Promise<{ event: Event; viewer: Viewer }> {
    const viewer = somebody(visit)
    const event = await findKnown(db, visit)
    if (!isOrganiser(event, viewer)) throw new Forbidden(RUN_REFUSALS['not the organiser'])
    return { event, viewer }
  }

  async function show(
    visit: Visit,
    event: Event,
    { typed = {}, faults = {} }: { typed?: Partial<RunPage['typed']>; faults?: RunPage['faults'] } = {},
  ) {
    const scoring = found(await findScoring(db, event.id))
    const { way, each, places } = scoring
    const asItIs = { way, each: String(each), places: String(places), helper: '', until: endProposed(event, 'starring', visit.today) }
    const [progress, helpers] = [await findProgress(db, event.id), await listHelpers(db, event.id)]
    return runPage(visit, { event, progress, helpers, typed: { ...asItIs, ...typed }, faults })
  }

  function refused(why: RunRefusal | 'over' | 'not found'): never {
    if (why === 'not found') throw new Missing()
    throw new Forbidden(RUN_REFUSALS[why])
  }

  return [
    get('/events/:id/scoring', async (visit) => {
      const { event } = await run(visit)
      return page(TITLE, await show(visit, event))
    }),

    post('/events/:id/scoring', async (visit) => {
      const { event, viewer } = await run(visit)
      const { text } = visit.form
      const typed = { way: text('way'), each: text('each'), places: text('places') }
      const read = readScoring(typed)
      if (!read.yes) return pageWithMistakes(TITLE, await show(visit, event, { typed, faults: sayScoringFaults(read.faults) }))
      const answer = await changeScoring(db, event.id, viewer, read.value, visit)
      return answer.yes ? goTo(`/events/${event.id}/scoring?done=saved`) : refused(answer.why)
    }),

    post('/events/:id/score-helpers', async (visit) => {
      const { event, viewer } = await run(visit)
      const helper = visit.form.text('helper').trim()
      const answer = await nameHelper(db, event.id, viewer, helper, visit)
      if (answer.yes) return goTo(`/events/${event.id}/scoring?done=named`)
      if (answer.why === 'nobody called so' || answer.why === 'two called so')
        return pageWithMistakes(TITLE, await show(visit, event, { typed: { helper }, faults: { helper: NAME_REFUSALS[answer.why] } }))
      return refused(answer.why)
    }),

    post('/events/:id/score-helpers/removal', async (visit) => {
      const { event, viewer } = await run(visit)
      const answer = await dismissHelper(db, event.id, viewer, visit.form.text('helper'), visit)
      return answer.yes ? goTo(`/events/${event.id}/scoring?done=dismissed`) : refused(answer.why)
    }),

    post('/events/:id/ranking', async (visit) => {
      const { event, viewer } = await run(visit)
      const until = visit.form.text('until')
      const answer = await closeScoring(db, event.id, viewer, readDay(until), visit)
      if (answer.yes) return goTo(`/events/${event.id}/ranking?done=closed`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(TITLE, await show(visit, event, { typed: { until }, faults: { until: MOVE_REFUSALS[answer.why] } }))
    }),
  ]
}
