/** The doors to watching. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { goTo, post, type Route, type Visit } from '../../web/visit.ts'
import { startWatching, stopWatching } from './watch-actions.ts'
import { WATCH_REFUSALS } from './watch-words.ts'

export function watchRoutes(db: Db): Route[] {
  function known(visit: Visit): string {
    if (!isId(visit.param('id'))) throw new Missing()
    return visit.param('id')
  }

  return [
    post('/projects/:id/watchers', async (visit) => {
      const viewer = somebody(visit)
      const answer = await startWatching(db, known(visit), viewer, visit)
      if (answer.yes) return goTo(`/projects/${visit.param('id')}#watch`)
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(WATCH_REFUSALS[answer.why])
    }),

    post('/projects/:id/watchers/removal', async (visit) => {
      const viewer = somebody(visit)
      await stopWatching(db, known(visit), viewer, visit)
      return goTo(`/projects/${visit.param('id')}#watch`)
    }),
  ]
}
