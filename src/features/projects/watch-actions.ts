/** Watching a project, and telling those who do. */
import { type Answer, no } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import type { Project } from './project.ts'
import { findProject } from './store.ts'
import { isIn, type News, type WatchRefusal, watchProject } from './watch.ts'
import { addWatcher, dropWatcher, listFollowers, listWatchersWithoutOffer } from './watch-store.ts'

/** For later features that read. */
export { listWatched } from './watch-store.ts'

/** For later features in which somebody chooses to follow a project; again changes nothing. */
export async function watch(tx: Tx, project: string, person: string, at: Moment): Promise<void> {
  if (await addWatcher(tx, project, person, at.now)) await record(tx, { at: at.now, who: person, did: 'watching begun', about: project })
}

export async function startWatching(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<true, WatchRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const project = await findProject(tx, id, at.zone)
    if (!project) return no('not found')
    const answer = watchProject(project, viewer)
    if (answer.yes) await watch(tx, id, viewer.person, at)
    return answer
  })
}

export async function stopWatching(db: Db, id: string, viewer: Viewer, { now }: Moment): Promise<void> {
  await together(db, async (tx) => {
    if (await dropWatcher(tx, id, viewer.person)) await record(tx, { at: now, who: viewer.person, did: 'watching ended', about: id })
  })
}

/** The owner and those who are in it have letters of their own, and so has, at the end, whoever gives or still waits with an offer. */
export async function tellWatchers(tx: Tx, project: Project, news: News, at: Moment): Promise<void> {
  const people = news.is === 'ended' ? await listWatchersWithoutOffer(tx, project.id) : await listFollowers(tx, project.id)
  const facts = { project: project.id, title: project.title, news, today: at.today }
  for (const person of people)
    if (person !== project.owner.id && !isIn(project, person)) await tell(tx, person, 'watched project', facts, at.now)
}
