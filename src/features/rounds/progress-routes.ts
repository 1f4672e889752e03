/** The doors to how far the putting together of a round is, and to calling it off. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, post, type Route, type Visit } from '../../web/visit.ts'
import { isUnderWay } from './progress.ts'
import { callOffMatching } from './progress-actions.ts'
import { progressPage } from './progress-pages.ts'
import { findProgress } from './progress-store.ts'
import { looksAfter, type Round } from './round.ts'
import { CALL_OFF_REFUSALS } from './round-words.ts'
import { findRound } from './store.ts'

const TITLE = 'Putting everybody together'
const EVERY_SECONDS = 3

export function progressRoutes(db: Db): Route[] {
  async function known(visit: Visit): Promise<Round> {
    const viewer = somebody(visit)
    const round = isId(visit.param('id')) ? await findRound(db, visit.param('id'), visit.zone) : undefined
    if (!round) throw new Missing()
    if (!looksAfter(round, viewer)) throw new Forbidden(CALL_OFF_REFUSALS['not yours'])
    return round
  }
  /** Where what came of it stands. */
  const after = ({ id, turn, isOver }: Round): string => (turn.state === 'matched' && !isOver ? `/rounds/${id}/preview` : `/rounds/${id}`)

  return [
    get('/rounds/:id/progress', async (visit) => {
      const round = await known(visit)
      const progress = await findProgress(db, round.turn.id, visit.now, visit.zone)
      if (!progress || !isUnderWay(progress)) return goTo(after(round))
      const refreshes = visit.query('still') === undefined
      const body = progressPage(visit, { round, progress, refreshes })
      return page(TITLE, body, { narrow: true, ...(refreshes ? { refresh: EVERY_SECONDS } : {}) })
    }),

    post('/rounds/:id/progress/ending', async (visit) => {
      const round = await known(visit)
      const answer = await callOffMatching(db, round.id, somebody(visit), visit)
      if (!answer.yes && answer.why === 'not found') throw new Missing()
      if (!answer.yes && answer.why === 'not yours') throw new Forbidden(CALL_OFF_REFUSALS[answer.why])
      return goTo(`/rounds/${round.id}?done=${answer.yes ? 'called-off' : 'not-called-off'}`)
    }),
  ]
}
