/** Writing a brief: drafts are kept as they are typed, and one without faults is published. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { lockProject, openProject } from '../projects/actions.ts'
import {
  type Fault,
  MOST_KEPT,
  mayBeginAs,
  type PublishRefusal,
  readBrief,
  type SaveRefusal,
  type TypedBrief,
  tooLongToKeep,
} from './brief.ts'
import { countDrafts, findDraftForUpdate, putDraft, removeDraft } from './store.ts'

/** For later features that read. */
export { listDrafts } from './store.ts'

/** Not found when the draft is somebody else's, or is a project already: a late save from another window makes no second draft of it. */
export async function keepDraft(
  db: Db,
  id: string,
  viewer: Viewer,
  typed: TypedBrief,
  { now, zone }: Moment,
): Promise<Answer<string, SaveRefusal>> {
  if (tooLongToKeep(typed).length > 0) return no('too long')
  return together(db, async (tx) => {
    const isFirst = (await findDraftForUpdate(tx, id)) === undefined
    if (isFirst && !mayBeginAs(id, now)) return no('not found')
    if (isFirst && (await countDrafts(tx, viewer.person)) >= MOST_KEPT.drafts) return no('too many drafts')
    if (!(await putDraft(tx, id, viewer.person, typed, now))) return no('not found')
    if ((await lockProject(tx, id, zone)) === undefined) return yes(id)
    await removeDraft(tx, id)
    return no('not found')
  })
}

/** For those who only ask whether it was kept. */
export const saveDraft = async (...draft: Parameters<typeof keepDraft>): Promise<boolean> => (await keepDraft(...draft)).yes

export async function throwDraftAway(db: Db, id: string, viewer: Viewer): Promise<boolean> {
  return together(db, async (tx) => {
    const draft = await findDraftForUpdate(tx, id)
    if (draft?.person !== viewer.person) return false
    await removeDraft(tx, id)
    return true
  })
}

/** The draft becomes the project, and keeps its id: pressing twice publishes once. */
export async function publish(
  db: Db,
  id: string,
  viewer: Viewer,
  at: Moment,
): Promise<Answer<string, PublishRefusal> & { faults?: readonly Fault[] }> {
  return together(db, async (tx) => {
    // The draft first: a second press waits here until the first has made it a project.
    const draft = await findDraftForUpdate(tx, id)
    if ((await lockProject(tx, id, at.zone))?.owner.id === viewer.person) return yes(id)
    if (draft?.person !== viewer.person) return no('not found')
    if (viewer.organisation === undefined) return no('no organisation')
    const { brief, faults } = readBrief(draft.typed, at.today)
    if (faults.length > 0) return { ...no('faults'), faults }
    await openProject(tx, id, brief, { person: viewer.person, organisation: viewer.organisation }, at)
    await removeDraft(tx, id)
    return yes(id)
  })
}
