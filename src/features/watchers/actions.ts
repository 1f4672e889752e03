/** Beginning to watch a project, and stopping. What those who watch are told is the later features' to say. */
import type { Answer } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { addWatcher, dropWatcher } from './store.ts'
import { type Watchable, type WatchRefusal, watchProject } from './watcher.ts'

/** For later features that read. */
export { countWatchers, listFollowers, listWatchersWithoutOffer } from './store.ts'

/** For later features in which somebody chooses to follow a project; again changes nothing. */
export async function watch(tx: Tx, project: string, person: string, at: Moment): Promise<void> {
  if (await addWatcher(tx, project, person, at.now)) await record(tx, { at: at.now, who: person, did: 'watching begun', about: project })
}

export async function startWatching(db: Db, project: Watchable, viewer: Viewer, at: Moment): Promise<Answer<true, WatchRefusal>> {
  const answer = watchProject(project, viewer)
  if (answer.yes) await together(db, (tx) => watch(tx, project.id, viewer.person, at))
  return answer
}

export async function stopWatching(db: Db, id: string, viewer: Viewer, { now }: Moment): Promise<void> {
  await together(db, async (tx) => {
    if (await dropWatcher(tx, id, viewer.person)) await record(tx, { at: now, who: viewer.person, did: 'watching ended', about: id })
  })
}
