/** Merging two projects. Both are locked, in the order of their ids, so that nobody waits in a circle. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { ask, dropAsks, moveAsks, settleAsk, termOf } from '../asks/actions.ts'
import { type Telling, tell } from '../letters/actions.ts'
import { finish, lockProject, planNotReached, saveChooseBy, tellPledgers } from '../projects/actions.ts'
import { afterMerging, chooseAfterRefusal } from '../projects/choice.ts'
import { isPastDeadline, lastDayToChoose, type Project } from '../projects/project.ts'
import {
  type MergeAnswerRefusal,
  type MergeOffer,
  type MergeRefusal,
  type MergeReopenRefusal,
  type MergeState,
  mayAnswerMerge,
  offerMerge,
  reopenMerging,
  withdrawMerge,
} from './merge.ts'
import { addMergeOffer, findMergeOffer, hasMergeOffer, listWaitingMergeOffers, saveMergeAnswer } from './store.ts'

type Missing = 'not found'

/** Whoever owns both needs nobody's answer: it is merged at once. */
export async function offerToMerge(
  db: Db,
  id: string,
  viewer: Viewer,
  to: { into: string; reason: string },
  at: Moment,
): Promise<Answer<{ offer: string; isDone: boolean }, MergeRefusal | Missing>> {
  return together(db, async (tx) => {
    const locked = await lockBoth(tx, id, to.into, at)
    const project = locked.get(id)
    if (!project) return no('not found')
    const answer = offerMerge(project, locked.get(to.into), viewer.person, await hasMergeOffer(tx, id, to.into))
    if (!answer.yes) return answer
    const into = answer.value
    const isDone = into.owner.id === viewer.person
    const offer = newId(at.now)
    const term = await termOf(tx, at)
    const { answerBy } = term
    const state: MergeState = isDone ? 'accepted' : 'waiting'
    await addMergeOffer(tx, { id: offer, project: id, into: into.id, person: viewer.person, reason: to.reason, state, answerBy }, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'merging offered', about: id })
    const said = await findMergeOffer(tx, offer)
    if (isDone) {
      if (said) await merge(tx, project, said, viewer.person, at)
      return yes({ offer, isDone })
    }
    const by = afterMerging(answerBy)
    if (isPastDeadline(project, at.today) && by > lastDayToChoose(project)) await holdChoice(tx, id, by, at)
    const facts = said && { ...aboutOf(said), who: project.owner, reason: to.reason }
    if (facts) await ask(tx, { kind: 'merging offered', about: offer, person: into.owner.id, asker: viewer.person, facts, term }, at)
    return yes({ offer, isDone })
  })
}

export async function acceptMerge(
  db: Db,
  id: string,
  viewer: Viewer,
  at: Moment,
): Promise<Answer<MergeOffer, MergeAnswerRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, offer) => {
    if (offer.state === 'accepted' && viewer.person === offer.into.owner.id) return yes(offer)
    const answer = mayAnswerMerge(offer, viewer.person)
    if (!answer.yes) return answer
    await answered(tx, offer, 'accepted', viewer.person, at)
    await tell(tx, offer.from.owner.id, 'merging accepted', aboutOf(offer), at.now)
    await merge(tx, project, offer, viewer.person, at)
    return yes(offer)
  })
}

export async function declineMerge(
  db: Db,
  id: string,
  viewer: Viewer,
  at: Moment,
): Promise<Answer<MergeOffer, MergeAnswerRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, offer) => {
    if (offer.state === 'declined' && viewer.person === offer.into.owner.id) return yes(offer)
    const answer = mayAnswerMerge(offer, viewer.person)
    if (!answer.yes) return answer
    const telling = await answered(tx, offer, 'declined', viewer.person, at)
    await backToChoice(tx, project, offer, 'declined', at, telling)
    return yes(offer)
  })
}

/** Whoever said no takes it back: the question waits for another answer. */
export async function reopenMerge(
  db: Db,
  id: string,
  viewer: Viewer,
  at: Moment,
): Promise<Answer<MergeOffer, MergeReopenRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, offer) => {
    const answer = reopenMerging(offer, viewer.person, project.merging !== undefined)
    if (!answer.yes) return answer
    await saveMergeAnswer(tx, id, 'waiting', at.now)
    if (isPastDeadline(project, at.today)) await holdChoice(tx, project.id, afterMerging(offer.answerBy), at)
    await record(tx, { at: at.now, who: viewer.person, did: 'merging open again', about: project.id })
    return yes(offer)
  })
}

export async function takeMergeBack(
  db: Db,
  id: string,
  viewer: Viewer,
  at: Moment,
): Promise<Answer<MergeOffer, MergeAnswerRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, offer) => {
    if (offer.state === 'withdrawn' && viewer.person === offer.from.owner.id) return yes(offer)
    const answer = withdrawMerge(offer, viewer.person)
    if (!answer.yes) return answer
    await answered(tx, offer, 'withdrawn', viewer.person, at)
    if (isPastDeadline(project, at.today)) await holdChoice(tx, project.id, chooseAfterRefusal(project, at.today), at)
    await tell(tx, offer.into.owner.id, 'merging withdrawn', aboutOf(offer), at.now)
    return yes(offer)
  })
}

/** The clock's part: the other owner said nothing. */
export async function expireMerge(tx: Tx, id: string, at: Moment): Promise<void> {
  const locked = await lockOffer(tx, id, at)
  if (locked?.offer.state !== 'waiting' || locked.offer.answerBy >= at.today) return
  await answered(tx, locked.offer, 'expired', undefined, at)
  await backToChoice(tx, locked.project, locked.offer, 'unanswered', at)
}

/** One of the two has ended in another way: what waits between them is over. */
export async function closeMergeOffers(tx: Tx, project: string, at: Moment): Promise<void> {
  for (const { id, from } of await listWaitingMergeOffers(tx, project)) {
    const locked = await lockOffer(tx, id, at)
    if (locked?.offer.state !== 'waiting') continue
    await answered(tx, locked.offer, 'over', undefined, at)
    if (from.id === project) await tell(tx, locked.offer.into.owner.id, 'merging withdrawn', aboutOf(locked.offer), at.now)
    else await backToChoice(tx, locked.project, locked.offer, 'ended', at)
  }
}

async function merge(tx: Tx, project: Project, offer: MergeOffer, person: string, at: Moment): Promise<void> {
  const note = { reason: offer.reason, tried: '', learnt: '', again: '' }
  await finish(tx, project, { how: 'merged', note, person, mergedInto: offer.into.id }, at)
  await tellPledgers(tx, project, 'project merged', { ...aboutOf(offer), reason: offer.reason }, at)
}

async function answered(tx: Tx, { id, from }: MergeOffer, state: MergeState, who: string | undefined, at: Moment): Promise<Telling> {
  await saveMergeAnswer(tx, id, state, at.now)
  await record(tx, { at: at.now, ...(who ? { who } : {}), did: `merging ${state}`, about: from.id })
  if (state === 'accepted' || state === 'declined')
    return settleAsk(tx, 'merging offered', id, { answer: state === 'accepted' ? 'yes' : 'no', line: '' }, at)
  await dropAsks(tx, id, at)
  return {}
}

/** It came to nothing: the owner hears it, and has time to choose otherwise. */
async function backToChoice(
  tx: Tx,
  project: Project,
  offer: MergeOffer,
  why: 'declined' | 'unanswered' | 'ended',
  at: Moment,
  telling: Telling = {},
): Promise<void> {
  const by = isPastDeadline(project, at.today) ? chooseAfterRefusal(project, at.today) : undefined
  if (by) await holdChoice(tx, project.id, by, at)
  await tell(tx, project.owner.id, 'merging refused', { ...aboutOf(offer), why, ...(by ? { by } : {}), today: at.today }, at.now, telling)
}

async function holdChoice(tx: Tx, id: string, by: string, at: Moment): Promise<void> {
  await saveChooseBy(tx, id, by)
  await planNotReached(tx, id, by, at)
  await moveAsks(tx, id, by)
}

async function lockBoth(tx: Tx, a: string, b: string, at: Moment): Promise<ReadonlyMap<string, Project>> {
  const locked = new Map<string, Project>()
  for (const id of [...new Set([a, b])].sort()) {
    const project = await lockProject(tx, id, at.zone)
    if (project) locked.set(id, project)
  }
  return locked
}

async function lockOffer(tx: Tx, id: string, at: Moment): Promise<{ project: Project; offer: MergeOffer } | undefined> {
  const seen = await findMergeOffer(tx, id)
  const project = seen && (await lockBoth(tx, seen.from.id, seen.into.id, at)).get(seen.from.id)
  const offer = project && (await findMergeOffer(tx, id))
  return project && offer ? { project, offer } : undefined
}

function withLocked<T, W extends string>(
  db: Db,
  id: string,
  at: Moment,
  work: (tx: Tx, project: Project, offer: MergeOffer) => Promise<Answer<T, W>>,
): Promise<Answer<T, W | Missing>> {
  return together(db, async (tx) => {
    const locked = await lockOffer(tx, id, at)
    return locked ? work(tx, locked.project, locked.offer) : no('not found')
  })
}

const aboutOf = ({ id, from, into }: MergeOffer) => ({
  offer: id,
  project: from.id,
  title: from.title,
  into: into.id,
  intoTitle: into.title,
})
