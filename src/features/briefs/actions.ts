/** Writing a brief: drafts are kept as they are typed, and one without faults is published. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { lockProject, openProject } from '../projects/actions.ts'
import { type Fault, type PublishRefusal, readBrief, type TypedBrief } from './brief.ts'
import { findDraftForUpdate, putDraft, removeDraft } from './store.ts'

/** For later features that read. */
export { listDrafts } from './store.ts'

/** False when the draft is somebody else's, or is a project already: a late save from another window makes no second draft of it. */
export async function saveDraft(db: Db, id: string, viewer: Viewer, typed: TypedBrief, { now, zone }: Moment): Promise<boolean> {
  return together(db, async (tx) => {
    if (!(await putDraft(tx, id, viewer.person, typed, now))) return false
    if ((await lockProject(tx, id, zone)) === undefined) return true
    await removeDraft(tx, id)
    return false
  })
}

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
