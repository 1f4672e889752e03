/** The doors to watching. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import { goTo, post, type Route } from '../../web/visit.ts'
import { startWatching, stopWatching } from './actions.ts'
import type { Watchable } from './watcher.ts'
import { WATCH_REFUSALS } from './words.ts'

/** What has an id, when it can be watched; app.ts hands it in. */
export type FindWatchable = (id: string, zone: string) => Promise<Watchable | undefined>

export const watcherRoutes = (db: Db, find: FindWatchable): Route[] => [
  post('/projects/:id/watchers', async (visit) => {
    const viewer = somebody(visit)
    const project = found(await find(visit.param('id'), visit.zone))
    const answer = await startWatching(db, project, viewer, visit)
    if (answer.yes) return goTo(`/projects/${project.id}#watch`)
    throw new Forbidden(WATCH_REFUSALS[answer.why])
  }),

  post('/projects/:id/watchers/removal', async (visit) => {
    const viewer = somebody(visit)
    const id = visit.param('id')
    if (!isId(id)) throw new Missing()
    await stopWatching(db, id, viewer, visit)
    return goTo(`/projects/${id}#watch`)
  }),
]
