/** What people do with pledges. Every action locks the project first, so of two people racing for a place one wins. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day, Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { settleAsk, termOf } from '../asks/actions.ts'
import { tell } from '../letters/actions.ts'
import { nameManager, readNamed, tellAgreed } from '../managers/actions.ts'
import { isSpeaker, lockPerson } from '../people/actions.ts'
import { lockProject, settleAfterPledges } from '../projects/actions.ts'
import { type Course, changeAfterPledges, isDone, type Project } from '../projects/project.ts'
import { freeGifts, withdrawGiftsOf } from './gift-actions.ts'
import {
  type AnswerRefusal,
  accept,
  afterEnding,
  fillsPlace,
  hasAccepted,
  hasDeclined,
  hasWithdrawn,
  isHeld,
  keptUntil,
  LIVING,
  mayAnswer,
  type Offer,
  type OfferRefusal,
  offer,
  type Pledge,
  type ReopenRefusal,
  reopen,
  type WithdrawRefusal,
  withdraw,
} from './pledge.ts'
import { shareOfOffer } from './share-actions.ts'
import {
  addPledge,
  findLivingPledge,
  findPledge,
  findProjectOfRole,
  listPledgesOfProject,
  saveAccepted,
  saveOfferedAgain,
  saveOver,
} from './store.ts'
import { aboutOf, forgetClock, type Missing, planLine, putForward, readAgain, turnOthers, withLocked } from './turn-actions.ts'

/** For later features that read. */
export { listGiftsOfPerson } from './gift-actions.ts'
export { findPledge as lookUpPledge, listPledgesOfPerson } from './store.ts'

/** What an accepted pledge calls for. */
const ACCEPTED = 'begin check-ins'

export async function makePledge(
  db: Db,
  role: string,
  viewer: Viewer,
  { takesLine, isForOrganisation = false, manager: typed = '', ...terms }: Offer,
  at: Moment,
): Promise<Answer<string, OfferRefusal | Missing>> {
  return together(db, async (tx) => {
    // Two promises at the same moment are added up as one after the other.
    await lockPerson(tx, viewer.person)
    const id = await findProjectOfRole(tx, role)
    const project = id === undefined ? undefined : await lockProject(tx, id, at.zone)
    const wanted = project?.roles.find((each) => each.id === role)
    if (!project || !wanted) return no('not found')
    const living = await findLivingPledge(tx, role, viewer.person, at.zone)
    const answer = offer(project, wanted, viewer, living !== undefined, at.today, takesLine)
    if (!answer.yes) return answer
    const pledge = newId(at.now)
    const isInLine = answer.value === 'waiting'
    const term = await termOf(tx, at)
    const answerBy = isInLine ? keptUntil(wanted, at.today) : term.answerBy
    const by = { person: viewer.person, organisation: viewer.organisation ?? '' }
    const forIt = isForOrganisation && (await isSpeaker(tx, by.person, by.organisation))
    const shared = await shareOfOffer(tx, viewer, { ...terms, isForOrganisation: forIt })
    const manager = shared?.share.weight === 'above' ? await readNamed(tx, typed, by) : undefined
    if (manager && !manager.yes) return manager
    await addPledge(
      tx,
      { id: pledge, role, project: project.id, ...by, answerBy, state: answer.value, ...terms, isForOrganisation: forIt },
      at.now,
    )
    if (manager) await nameManager(tx, pledge, manager.value)
    if (isInLine) await planLine(tx, pledge, answerBy, at)
    await record(tx, {
      at: at.now,
      who: viewer.person,
      did: `pledge ${answer.value}`,
      about: pledge,
      numbers: { hoursAWeek: terms.hoursAWeek },
    })
    const said = await findPledge(tx, pledge, at.zone)
    if (said && !isInLine) await putForward(tx, said, term, at)
    return yes(pledge)
  })
}

export async function acceptPledge(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Pledge, AnswerRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, pledge) => {
    if (hasAccepted(pledge, viewer.person)) return yes(pledge)
    const answer = accept(project, pledge, viewer.person)
    if (!answer.yes) return answer
    await saveAccepted(tx, id, answer.value, at.now)
    const telling = await settleAsk(tx, 'pledge offered', id, { answer: 'yes', line: '' }, at)
    await forgetClock(tx, id, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'pledge accepted', about: id, callsFor: [ACCEPTED] })
    const after = await readAgain(tx, project, at)
    const course = courseWith(after, at.today)
    await tell(
      tx,
      pledge.person.id,
      'pledge accepted',
      { ...aboutOf(pledge), hours: pledge.hoursAWeek, from: pledge.from, until: pledge.until, course, today: at.today },
      at.now,
      telling,
    )
    await turnOthers(tx, after, pledge, at, telling)
    await settleAfterPledges(tx, after, at)
    return yes(pledge)
  })
}

export async function declinePledge(
  db: Db,
  id: string,
  viewer: Viewer,
  line: string,
  at: Moment,
): Promise<Answer<Pledge, AnswerRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, pledge) => {
    if (hasDeclined(pledge, viewer.person)) return yes(pledge)
    const answer = mayAnswer(project, pledge, viewer.person)
    if (!answer.yes) return answer
    await saveOver(tx, id, 'declined', at.now)
    const telling = await settleAsk(tx, 'pledge offered', id, { answer: 'no', line }, at)
    await forgetClock(tx, id, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'pledge declined', about: id })
    await tell(tx, pledge.person.id, 'pledge declined', { ...aboutOf(pledge), line }, at.now, telling)
    return yes(pledge)
  })
}

/** The owner takes an answer back: the pledge waits for another one. */
export async function reopenPledge(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Pledge, ReopenRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, pledge) => {
    const living = await findLivingPledge(tx, pledge.role, pledge.person.id, at.zone)
    const answer = reopen(project, pledge, viewer.person, living !== undefined && living.id !== id)
    if (!answer.yes) return answer
    await saveOfferedAgain(tx, id)
    await record(tx, { at: at.now, who: viewer.person, did: 'pledge open again', about: id })
    if (fillsPlace(pledge)) await turnOthers(tx, await readAgain(tx, project, at), pledge, at)
    return yes(pledge)
  })
}

export async function withdrawPledge(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Pledge, WithdrawRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, pledge) => {
    if (hasWithdrawn(pledge, viewer.person)) return yes(pledge)
    const answer = withdraw(pledge, viewer.person)
    if (!answer.yes) return answer
    await saveOver(tx, id, 'withdrawn', at.now)
    await forgetClock(tx, id, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'pledge withdrawn', about: id })
    const after = await readAgain(tx, project, at)
    const waiting = fillsPlace(pledge) ? await turnOthers(tx, after, pledge, at) : 0
    const { skill, person: who, hoursAWeek: hours } = pledge
    // Of one that waited for a manager the owner has never heard.
    if (!isHeld(pledge))
      await tell(tx, project.owner.id, 'pledge withdrawn', { ...aboutOf(pledge), who, wasAccepted: fillsPlace(pledge), waiting }, at.now)
    await tellAgreed(tx, id, { project: project.id, title: project.title, who, hours, skill, today: at.today }, at.now)
    if (fillsPlace(pledge)) await settleAfterPledges(tx, after, at)
    return yes(pledge)
  })
}

/** The project has ended: what was promised is done or free, and those who only offered hear it. */
export async function freePledges(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await lockProject(tx, id, at.zone)
  if (project?.state !== 'ended') return
  const isProjectDone = project.ending !== undefined && isDone(project.ending.how)
  for (const pledge of await listPledgesOfProject(tx, id, LIVING, at.zone)) {
    const state = afterEnding(pledge, isProjectDone)
    await saveOver(tx, pledge.id, state, at.now)
    await forgetClock(tx, pledge.id, at)
    await record(tx, { at: at.now, did: `pledge ${state}`, about: pledge.id })
    // Those who filled a place have been thanked with the project's own letter.
    if (!fillsPlace(pledge)) await tell(tx, pledge.person.id, 'offer freed', aboutOf(pledge), at.now)
  }
  await freeGifts(tx, id, isProjectDone, at)
}

/** The project has another owner, whose own promises never count: they are withdrawn with thanks, and it may be ready now, or open again. */
export async function settleWithOwner(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await lockProject(tx, id, at.zone)
  if (!project || project.state === 'ended') return
  for (const pledge of await listPledgesOfProject(tx, id, LIVING, at.zone)) {
    if (pledge.person.id !== project.owner.id) continue
    await saveOver(tx, pledge.id, 'withdrawn', at.now)
    await forgetClock(tx, pledge.id, at)
    await record(tx, { at: at.now, did: 'pledge withdrawn', about: pledge.id })
    await tell(tx, pledge.person.id, 'own pledge over', aboutOf(pledge), at.now)
    if (fillsPlace(pledge)) await turnOthers(tx, await readAgain(tx, project, at), pledge, at)
  }
  await withdrawGiftsOf(tx, id, project.owner.id, at)
  await settleAfterPledges(tx, await readAgain(tx, project, at), at)
}

/** How far the project is with the pledge that was just accepted. */
function courseWith(project: Project, today: Day): Course {
  const { state, openUntil, chooseBy, readyOn, firstDate } = project
  if (changeAfterPledges(project, today)?.state === 'ready') return { state: 'ready', openUntil, readyOn: today }
  return { state, openUntil, ...(chooseBy ? { chooseBy } : {}), ...(readyOn ? { readyOn } : {}), ...(firstDate ? { firstDate } : {}) }
}
