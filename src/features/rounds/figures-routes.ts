/** The doors to the figures of a round, for whoever looks after it. */
import { csvOf } from '../../basics/csv.ts'
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { file, get, page, type Route, type Visit } from '../../web/visit.ts'
import type { Figures } from './figures.ts'
import { figuresPage, figuresRows } from './figures-pages.ts'
import { listSectorPairs, listTurnFigures } from './figures-store.ts'
import { countJoined } from './guest-store.ts'
import { looksAfter, type Round } from './round.ts'
import { SHAPE_REFUSALS } from './round-words.ts'
import { findRound } from './store.ts'

export function figuresRoutes(db: Db): Route[] {
  async function known(visit: Visit): Promise<{ round: Round; figures: Figures }> {
    const viewer = somebody(visit)
    const round = isId(visit.param('id')) ? await findRound(db, visit.param('id'), visit.zone) : undefined
    if (!round) throw new Missing()
    if (!looksAfter(round, viewer)) throw new Forbidden(SHAPE_REFUSALS['not yours'])
    const [joined, turns, pairs] = [
      await countJoined(db, viewer, round.id),
      await listTurnFigures(db, round.id, visit.zone),
      await listSectorPairs(db, round.id),
    ]
    return { round, figures: { joined, turns, pairs } }
  }

  return [
    get('/rounds/:id/figures', async (visit) => {
      const { round, figures } = await known(visit)
      return page('What came of it', figuresPage(visit, round, figures), { narrow: true })
    }),
    get('/rounds/:id/figures.csv', async (visit) => {
      const { figures } = await known(visit)
      return file('text/csv; charset=utf-8', csvOf(figuresRows(figures)), { name: 'round.csv' })
    }),
  ]
}
