/** Writing a brief: drafts are kept as they are typed, and one without faults is published. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { type Db, together } from '../../storage/db.ts'
import { readRoles } from '../finding/actions.ts'
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
import { isSame } from './look-alike.ts'
import { countDrafts, findDraftForUpdate, listDrafts, listLiving, lockPublishing, putDraft, removeDraft, saveDraftAgain } from './store.ts'

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
    // Nearly every save is one of many: it changes what is there, and asks nothing before.
    if (!(await saveDraftAgain(tx, id, viewer.person, typed, now))) {
      const isFirst = (await findDraftForUpdate(tx, id)) === undefined
      if (isFirst && !mayBeginAs(id, now)) return no('not found')
      if (isFirst && (await countDrafts(tx, viewer.person)) >= MOST_KEPT.drafts) return no('too many drafts')
      if (!(await putDraft(tx, id, viewer.person, typed, now))) return no('not found')
    }
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

/** What its writer has answered to what was shown before publishing. With knowledge, its roles are found by their skills at once. */
export type LastLook = { noneFits?: string; hasLookAlikes?: boolean; isNotTheSame?: boolean; knowledge?: Knowledge }
type Published = Answer<string, PublishRefusal> & { faults?: readonly Fault[]; same?: { id: string; title: string } }

/** The draft becomes the project, and keeps its id: pressing twice publishes once. */
export async function publish(db: Db, id: string, viewer: Viewer, at: Moment, look: LastLook = {}): Promise<Published> {
  return together(db, async (tx) => {
    // The draft first: a second press waits here until the first has made it a project.
    const draft = await findDraftForUpdate(tx, id)
    if ((await lockProject(tx, id, at.zone))?.owner.id === viewer.person) return yes(id)
    if (draft?.person !== viewer.person) return no('not found')
    const { person, organisation } = viewer
    if (organisation === undefined) return no('no organisation')
    const typed = { ...draft.typed, noneFits: look.noneFits ?? draft.typed.noneFits }
    if (typed.noneFits !== draft.typed.noneFits) await putDraft(tx, id, person, typed, at.now)
    const { brief, faults } = readBrief(typed, at.today)
    if (faults.length > 0) return { ...no('faults'), faults }
    if (look.hasLookAlikes && brief.noneFits === '') return no('no reason')
    await lockPublishing(tx, organisation)
    const same = look.isNotTheSame ? undefined : (await listLiving(tx, { person, organisation })).find((each) => isSame(each, brief))
    if (same) return { ...no('same'), same }
    await openProject(tx, id, brief, { person, organisation }, at)
    // Without knowledge, the clock reads later what its roles ask for.
    if (look.knowledge) await readRoles(tx, look.knowledge, id)
    await removeDraft(tx, id)
    return yes(id)
  })
}

/** A living project of a person or their colleagues that says what this brief says. */
export const findSame = async (
  db: Db,
  viewer: Viewer,
  words: { title: string; problem: string },
): Promise<{ id: string; title: string } | undefined> =>
  (await listLiving(db, { person: viewer.person, organisation: viewer.organisation })).find((each) => isSame(each, words))

/** Another draft of the same writer that says the same. */
export async function findTwin(db: Db, id: string, viewer: Viewer, typed: TypedBrief): Promise<{ id: string; title: string } | undefined> {
  if (!isSame(typed, typed)) return undefined
  const twin = (await listDrafts(db, viewer.person)).find((each) => each.id !== id && isSame(each.typed, typed))
  return twin && { id: twin.id, title: twin.typed.title }
}
