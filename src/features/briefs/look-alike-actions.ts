/** Joining somebody else's project instead of building the same again, and what is shown of projects that are alike. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import { findPerson } from '../people/actions.ts'
import { somebodyOf } from '../people/person.ts'
import { listProjects, lockProject } from '../projects/actions.ts'
import { writePost } from '../threads/actions.ts'
import type { Fault } from './brief.ts'
import { broughtBy, type Found, isLikeEnough, type JoinRefusal, join, type LookAlike, MOST_LOOK_ALIKES, postOf } from './look-alike.ts'
import { addJoining, findDraftForUpdate, listLearntAndWatched } from './store.ts'

/** Projects with their state, their reason and their lesson, in the order in which they were found; without those that are not like enough. */
export async function showLookAlikes(
  db: Db,
  knowledge: Knowledge,
  { title, found, person, zone }: { title: string; found: readonly Found[]; person: string; zone: string },
): Promise<readonly LookAlike[]> {
  if (found.length === 0) return []
  const projects = await listProjects(db, { ids: found.map(({ key }) => key), most: found.length, zone })
  const alike = found
    .flatMap((each) => projects.filter(({ id }) => id === each.key).map((project) => ({ ...each, project })))
    .filter((each) => isLikeEnough(each, title, each.project.title))
    .slice(0, MOST_LOOK_ALIKES)
  const known = await listLearntAndWatched(
    db,
    alike.map(({ key }) => key),
    person,
  )
  return alike.map(({ project, tags, words }) => {
    const { learnt = '', isWatched = false } = known.get(project.id) ?? {}
    return { project, tags: knowledge.tagsCalled(tags), words, ...(learnt ? { lesson: learnt } : {}), isWatched }
  })
}

type Joined = Answer<true, JoinRefusal | 'not found'> & { faults?: readonly Fault[] }

/** What was written goes to the owner; the draft stays until its writer throws it away. Pressing twice joins once. */
export async function joinTheirs(db: Db, draft: string, project: string, viewer: Viewer, at: Moment): Promise<Joined> {
  return together(db, async (tx): Promise<Joined> => {
    const mine = await findDraftForUpdate(tx, draft)
    const theirs = await lockProject(tx, project, at.zone)
    if (mine?.person !== viewer.person || !theirs) return no('not found')
    const read = broughtBy(mine.typed, at.today)
    const answer = join(theirs, viewer, read)
    if (!answer.yes) return { ...answer, faults: read.faults }
    const who = await findPerson(tx, viewer.person)
    if (!who?.organisation) return no('not a member')
    // The same words under the same mark are one post, however often this is tried.
    const written = await writePost(tx, project, viewer, { form: `${draft}-${project}`, said: postOf(answer.value) }, at)
    if (!written.yes) return written
    if (!(await addJoining(tx, draft, project, at.now))) return yes(true)
    await record(tx, { at: at.now, who: viewer.person, did: 'project joined', about: project })
    const somebody = somebodyOf({ ...who, organisation_name: who.organisation.name, sector: who.organisation.sector })
    await tell(tx, theirs.owner.id, 'somebody joins', { project, title: theirs.title, who: somebody, brought: answer.value }, at.now)
    return yes(true)
  })
}
