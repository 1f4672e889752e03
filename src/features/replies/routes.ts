/** The doors for brokers to letters that were not understood. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { closeUnclear } from './actions.ts'
import { repliesPage, replyPage } from './pages.ts'
import { MOST_CLOSING, type Waiting } from './received.ts'
import { listUnclear } from './store.ts'
import { CLOSE_REFUSALS, CLOSING_FAULTS, REPLIES, STRANGERS } from './words.ts'

const A_PAGE = 20

export function replyRoutes(db: Db): Route[] {
  function broker(visit: Visit): void {
    if (!somebody(visit).broker) throw new Forbidden(CLOSE_REFUSALS['not a broker'])
  }

  /** Undefined when a broker has closed it meanwhile. */
  async function waiting(visit: Visit): Promise<Waiting | undefined> {
    broker(visit)
    const id = visit.param('id')
    if (!isId(id)) throw new Missing()
    const found = await Promise.all((['unclear', 'stranger'] as const).map((state) => listUnclear(db, { id, state, most: 1 })))
    return found.flat()[0]
  }

  return [
    get('/replies', async (visit) => {
      broker(visit)
      const state = visit.query('from') === 'strangers' ? 'stranger' : 'unclear'
      const found = await listUnclear(db, { after: visit.query('after'), most: A_PAGE + 1, state })
      const shown = found.slice(0, A_PAGE)
      const next = found.length > A_PAGE ? `/replies?${state === 'stranger' ? 'from=strangers&' : ''}after=${shown.at(-1)?.id}` : undefined
      return page(state === 'stranger' ? STRANGERS : REPLIES, repliesPage(visit, shown, state, next))
    }),

    get('/replies/:id', async (visit) => {
      const found = await waiting(visit)
      return found ? page(found.subject || 'A letter', replyPage(visit, found, ''), { narrow: true }) : goTo('/replies')
    }),

    post('/replies/:id/closing', async (visit) => {
      const found = await waiting(visit)
      if (!found) return goTo('/replies')
      const typed = visit.form.text('closing')
      const closing = readText(typed, { most: MOST_CLOSING, lines: 'many' })
      if (!closing.yes)
        return pageWithMistakes(found.subject || 'A letter', replyPage(visit, found, typed, CLOSING_FAULTS[closing.why]), { narrow: true })
      const answer = await closeUnclear(db, found.id, somebody(visit), closing.value, visit)
      return goTo(answer.yes ? '/replies?done=closed' : '/replies')
    }),
  ]
}
