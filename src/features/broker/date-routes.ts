/** The door to the projects that have no next date. */
import { readDay } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { get, page, type Route } from '../../web/visit.ts'
import { datesPage } from './date-pages.ts'
import { listUndated } from './date-store.ts'
import { brokerOf } from './routes.ts'
import { DATES } from './words.ts'

const A_PAGE = 25

/** "2026-11-03 01kb...": a day and an id. */
function readAfter(typed: string | undefined): { since: string; id: string } | undefined {
  const [day = '', id = ''] = (typed ?? '').split(' ')
  const since = readDay(day)
  return since && isId(id) ? { since, id } : undefined
}

export const dateRoutes = (db: Db): Route[] => [
  get('/broker/dates', async (visit) => {
    brokerOf(visit)
    const found = await listUndated(db, { after: readAfter(visit.query('after')), most: A_PAGE + 1 }, visit)
    const shown = found.slice(0, A_PAGE)
    const last = found.length > A_PAGE ? shown.at(-1) : undefined
    return page(DATES, datesPage(visit, shown, last && `/broker/dates?after=${encodeURIComponent(`${last.since} ${last.id}`)}`))
  }),
]
