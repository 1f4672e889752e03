/** Saying what happens in a project. The project stands still meanwhile, so that two presses at once write one update. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { dayIn, type Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import { isSpeaker } from '../people/actions.ts'
import { lockProject } from '../projects/actions.ts'
import type { Project } from '../projects/project.ts'
import { listFollowers } from '../watchers/actions.ts'
import { addUpdate, dropUpdate, findSentUpdate, findUpdate, listUntold, saveEdited, saveTold } from './store.ts'
import { type EditRefusal, mayEditUpdate, removeUpdate, tellingTime, type Update, type UpdateRefusal, writeUpdate } from './update.ts'

type Missing = 'not found'
export const TELLING = 'tell of updates'

/** The owner, and a colleague who speaks for the organisation. */
export async function mayWriteUpdates(db: Db, project: Project, { person, organisation }: Viewer): Promise<Answer<true, UpdateRefusal>> {
  const isColleague = person !== project.owner.id && organisation === project.organisation
  return writeUpdate(project, person, isColleague && (await isSpeaker(db, person, project.organisation)))
}

/** `form` is the page's own mark: the same words sent twice from one page are one update, other words are another. */
export async function postUpdate(
  db: Db,
  project: string,
  viewer: Viewer,
  { form, said }: { form: string; said: string },
  at: Moment,
): Promise<Answer<string, UpdateRefusal | Missing>> {
  return together(db, async (tx) => {
    const about = await lockProject(tx, project, at.zone)
    if (!about) return no('not found')
    const answer = await mayWriteUpdates(tx, about, viewer)
    if (!answer.yes) return answer
    const sent = await findSentUpdate(tx, viewer.person, form)
    if (sent?.said === said) return yes(sent.id)
    const id = newId(at.now)
    // What waits to be told keeps its morning: planned anew every day, it would never be told.
    if ((await listUntold(tx, project)).length === 0) await plan(tx, { kind: TELLING, about: project, at: tellingTime(at) })
    await addUpdate(tx, { id, project, person: viewer.person, form: sent ? id : form, said }, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'update written', about: id })
    return yes(id)
  })
}

export async function editUpdate(
  db: Db,
  id: string,
  viewer: Viewer,
  said: string,
  at: Moment,
): Promise<Answer<Update, EditRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, update) => {
    const { yes: writes } = await mayWriteUpdates(tx, project, viewer)
    const answer = mayEditUpdate(update, project.owner.id, { by: viewer.person, writes }, at)
    if (!answer.yes) return answer
    if (update.said === said) return yes(update)
    await saveEdited(tx, id, said, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'update edited', about: id })
    return yes(update)
  })
}

export async function takeBackUpdate(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Update, EditRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, update) => {
    const answer = removeUpdate(update, project.owner.id, viewer.person)
    if (!answer.yes) return answer
    await dropUpdate(tx, id)
    await record(tx, { at: at.now, who: viewer.person, did: 'update removed', about: id })
    return yes(update)
  })
}

/** The clock's part: everybody who pledged, gives, watches or owns hears once, of all that is new, whoever wrote it. */
export async function tellOfUpdates(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await lockProject(tx, id, at.zone)
  const untold = await listUntold(tx, id)
  if (!project || untold.length === 0) return
  await saveTold(tx, id, at.now)
  const updates = untold.map(({ said, saidAt }) => ({ said, on: dayIn(at.zone, saidAt) }))
  const writers = new Set(untold.map(({ writer }) => writer))
  const people = new Set([
    project.owner.id,
    ...project.roles.flatMap((role) => role.pledgers.map((pledger) => pledger.id)),
    ...(await listFollowers(tx, id)),
  ])
  for (const person of people)
    if (!writers.has(person))
      await tell(tx, person, 'project update', { project: id, title: project.title, updates, today: at.today }, at.now)
}

/** Locks the project, then reads the update: in this order everywhere. */
function withLocked<T, W extends string>(
  db: Db,
  id: string,
  at: Moment,
  work: (tx: Tx, project: Project, update: Update) => Promise<Answer<T, W>>,
): Promise<Answer<T, W | Missing>> {
  return together(db, async (tx) => {
    const seen = await findUpdate(tx, id)
    const project = seen && (await lockProject(tx, seen.project, at.zone))
    const update = project && (await findUpdate(tx, id))
    return project && update ? work(tx, project, update) : no('not found')
  })
}
