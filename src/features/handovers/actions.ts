/** Asking somebody to be the owner of a project, and what they answer. While it waits, nothing changes. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { ask, dropAsks, handOnAsks, settleAsk, termOf } from '../asks/actions.ts'
import { type Telling, tell } from '../letters/actions.ts'
import { findPerson, findPersonWithAddress } from '../people/actions.ts'
import type { Somebody } from '../people/person.ts'
import { lockProject, saveOwner, tellPledgers } from '../projects/actions.ts'
import type { Project } from '../projects/project.ts'
import {
  type AskRefusal,
  askOwner,
  type Handover,
  type HandoverReopenRefusal,
  type HandoverState,
  hasTakenOver,
  mayAnswerHandover,
  reopenHandoverOf,
  type TakeOverRefusal,
  takeOver,
  withdrawHandover,
} from './handover.ts'
import { addHandover, findHandover, saveHandoverAnswer } from './store.ts'

type Missing = 'not found'

/** By choosing among those who take part, or by an address. */
export async function askForOwner(
  db: Db,
  id: string,
  viewer: Viewer,
  whom: { chosen: string } | { email: string },
  at: Moment,
): Promise<Answer<string, AskRefusal | Missing>> {
  return together(db, async (tx) => {
    const project = await lockProject(tx, id, at.zone)
    if (!project) return no('not found')
    const answer = askOwner(project, viewer, 'chosen' in whom ? whom : { member: await findPersonWithAddress(tx, whom.email) })
    if (!answer.yes) return answer
    const handover = newId(at.now)
    const term = await termOf(tx, at)
    const { answerBy } = term
    await addHandover(tx, { id: handover, project: id, ...answer.value, askedBy: viewer.person, answerBy }, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'handover asked', about: id })
    const { person } = answer.value
    const facts = { handover, project: id, title: project.title, who: await nameOf(tx, viewer.person, project) }
    if (person) await ask(tx, { kind: 'owner wanted', about: handover, person, asker: viewer.person, facts, term }, at)
    // Whoever asked hears of silence on the same day, whether the address was known or not.
    else await planAfter(tx, { kind: 'handover unanswered', about: handover }, answerBy, at.zone)
    return yes(handover)
  })
}

/** The project and its organisation change hands. What the new owner had pledged to it is withdrawn with thanks. */
export async function acceptHandover(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Handover, TakeOverRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, handover) => {
    if (hasTakenOver(handover, viewer.person)) return yes(handover)
    const answer = takeOver(project, handover, viewer)
    if (!answer.yes) return answer
    await saveOwner(tx, project.id, viewer.person, answer.value.organisation)
    await answered(tx, handover, 'accepted', viewer.person, at, ['settle with owner'])
    const after = (await lockProject(tx, project.id, at.zone)) ?? project
    const facts = { project: project.id, title: project.title, who: after.owner }
    await tell(tx, project.owner.id, 'project handed on', facts, at.now)
    await tell(tx, viewer.person, 'project is yours', { project: project.id, title: project.title }, at.now)
    await handOnAsks(tx, project.id, viewer.person, at)
    await tellPledgers(tx, project, 'new owner', facts, at, viewer.person)
    return yes(handover)
  })
}

export async function declineHandover(
  db: Db,
  id: string,
  viewer: Viewer,
  at: Moment,
): Promise<Answer<Handover, TakeOverRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, _project, handover) => {
    if (handover.state === 'declined' && handover.person === viewer.person) return yes(handover)
    const answer = mayAnswerHandover(handover, viewer.person)
    if (!answer.yes) return answer
    const telling = await answered(tx, handover, 'declined', viewer.person, at)
    await tellRefused(tx, handover, 'declined', at, telling)
    return yes(handover)
  })
}

/** Whoever said no takes it back: the question waits for another answer. */
export async function reopenHandover(
  db: Db,
  id: string,
  viewer: Viewer,
  at: Moment,
): Promise<Answer<Handover, HandoverReopenRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, handover) => {
    const answer = reopenHandoverOf(project, handover, viewer.person)
    if (!answer.yes) return answer
    await saveHandoverAnswer(tx, id, 'waiting', at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'handover open again', about: project.id })
    return yes(handover)
  })
}

export async function takeHandoverBack(
  db: Db,
  id: string,
  viewer: Viewer,
  at: Moment,
): Promise<Answer<Handover, TakeOverRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, _project, handover) => {
    if (handover.state === 'withdrawn') return yes(handover)
    const answer = withdrawHandover(handover, viewer.person)
    if (!answer.yes) return answer
    await answered(tx, handover, 'withdrawn', viewer.person, at)
    await tellTakenBack(tx, handover, at)
    return yes(handover)
  })
}

/** The clock's part: nobody answered. Whoever asked hears the same, whether the address was known or not. */
export async function expireHandover(tx: Tx, id: string, at: Moment): Promise<void> {
  const locked = await lockHandover(tx, id, at)
  if (locked?.handover.state !== 'waiting' || locked.handover.answerBy >= at.today) return
  await answered(tx, locked.handover, 'expired', undefined, at)
  await tellRefused(tx, locked.handover, 'unanswered', at)
}

/** The project has ended: nobody needs to look after it. */
export async function closeHandover(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await lockProject(tx, id, at.zone)
  const handover = project?.handover && (await findHandover(tx, project.handover.id))
  if (handover?.state !== 'waiting') return
  await answered(tx, handover, 'over', undefined, at)
  await tellTakenBack(tx, handover, at)
}

async function answered(
  tx: Tx,
  { id, project }: Handover,
  state: HandoverState,
  who: string | undefined,
  at: Moment,
  callsFor: readonly string[] = [],
): Promise<Telling> {
  await saveHandoverAnswer(tx, id, state, at.now)
  await forget(tx, 'handover unanswered', id)
  await record(tx, { at: at.now, ...(who ? { who } : {}), did: `handover ${state}`, about: project, callsFor })
  if (state === 'accepted' || state === 'declined')
    return settleAsk(tx, 'owner wanted', id, { answer: state === 'accepted' ? 'yes' : 'no', line: '' }, at)
  await dropAsks(tx, id, at)
  return {}
}

async function tellRefused(tx: Tx, handover: Handover, why: 'declined' | 'unanswered', at: Moment, telling: Telling = {}): Promise<void> {
  const { project, title, askedBy } = handover
  if (askedBy) await tell(tx, askedBy, 'handover refused', { project, title, why }, at.now, telling)
}

async function tellTakenBack(tx: Tx, { person, project, title }: Handover, at: Moment): Promise<void> {
  if (person) await tell(tx, person, 'handover withdrawn', { project, title }, at.now)
}

/** The owner asks, or a broker for an owner who has gone. */
async function nameOf(tx: Tx, person: string, project: Project): Promise<Somebody> {
  if (person === project.owner.id) return project.owner
  const found = await findPerson(tx, person)
  return { id: person, name: found?.name ?? '', job: found?.job ?? '', organisationName: found?.organisation?.name ?? '' }
}

async function lockHandover(tx: Tx, id: string, at: Moment): Promise<{ project: Project; handover: Handover } | undefined> {
  const seen = await findHandover(tx, id)
  const project = seen && (await lockProject(tx, seen.project, at.zone))
  const handover = project && (await findHandover(tx, id))
  return project && handover ? { project, handover } : undefined
}

function withLocked<T, W extends string>(
  db: Db,
  id: string,
  at: Moment,
  work: (tx: Tx, project: Project, handover: Handover) => Promise<Answer<T, W>>,
): Promise<Answer<T, W | Missing>> {
  return together(db, async (tx) => {
    const locked = await lockHandover(tx, id, at)
    return locked ? work(tx, locked.project, locked.handover) : no('not found')
  })
}
