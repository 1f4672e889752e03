/** What every action on a pledge shares: the locks, whom the pledge stands before, and whose turn it is when a place is taken or free. */
import { type Answer, no } from '../../basics/answer.ts'
import type { Day, Moment } from '../../basics/day.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { ask, dropAsks, termOf } from '../asks/actions.ts'
import type { Term } from '../asks/ask.ts'
import { type Telling, tell } from '../letters/actions.ts'
import { askManager, findManager } from '../managers/actions.ts'
import { lockProject } from '../projects/actions.ts'
import type { Project } from '../projects/project.ts'
import { isHeld, keptUntil, type Pledge, turnOfOthers } from './pledge.ts'
import { shareOfOffer } from './share-actions.ts'
import { findPledge, listPledgesOfRole, saveHeld, saveTurn } from './store.ts'

export type Missing = 'not found'

/** The project with what has just been saved. */
export const readAgain = async (tx: Tx, project: Project, at: Moment): Promise<Project> =>
  (await lockProject(tx, project.id, at.zone)) ?? project

/** Others who offered to fill the role wait while it is full, and stand before the owner again when a place is free. */
export async function turnOthers(tx: Tx, project: Project, pledge: Pledge, at: Moment, telling: Telling = {}): Promise<number> {
  const role = project.roles.find((each) => each.id === pledge.role)
  if (!role || project.state === 'ended') return 0
  const { from, to } = turnOfOthers(role)
  // Those whose manager is asked first are before no owner yet.
  const others = (await listPledgesOfRole(tx, role.id, from, at.zone)).filter((each) => !isHeld(each))
  const term = await termOf(tx, at)
  const by = to === 'offered' ? term.answerBy : keptUntil(role, at.today)
  let asked = 0
  for (const other of others) {
    await saveTurn(tx, other.id, to, by)
    await forgetClock(tx, other.id, at)
    await record(tx, { at: at.now, did: `pledge ${to}`, about: other.id })
    if (to === 'offered') asked += Number(await putForward(tx, { ...other, owner: project.owner.id }, term, at, true))
    else {
      await planLine(tx, other.id, by, at)
      await tell(tx, other.person.id, 'place taken', { ...aboutOf(other), by, today: at.today }, at.now, telling)
    }
  }
  return asked
}

/** Locks the project, then reads the pledge: in this order everywhere, so that nobody waits in a circle. */
async function lockPledge(tx: Tx, id: string, at: Moment): Promise<{ project: Project; pledge: Pledge } | undefined> {
  const seen = await findPledge(tx, id, at.zone)
  const project = seen && (await lockProject(tx, seen.project, at.zone))
  const pledge = project && (await findPledge(tx, id, at.zone))
  return project && pledge ? { project, pledge } : undefined
}

export function withLocked<T, W extends string>(
  db: Db,
  id: string,
  at: Moment,
  work: (tx: Tx, project: Project, pledge: Pledge) => Promise<Answer<T, W>>,
): Promise<Answer<T, W | Missing>> {
  return together(db, async (tx) => {
    const locked = await lockPledge(tx, id, at)
    return locked ? work(tx, locked.project, locked.pledge) : no('not found')
  })
}

/** Before the owner, or first before a manager who must agree and has not yet. Answers whether the owner is asked. */
export async function putForward(tx: Tx, pledge: Pledge, term: Term, at: Moment, isTold = false): Promise<boolean> {
  const manager = await findManager(tx, pledge.id)
  if (!manager || manager.hasAgreed) {
    await askOwner(tx, pledge, term, at, isTold)
    return true
  }
  const shared = await shareOfOffer(tx, { person: pledge.person.id }, pledge, { besides: pledge.id })
  if (shared?.share.weight !== 'above') {
    await askOwner(tx, pledge, term, at, isTold)
    return true
  }
  await saveHeld(tx, pledge.id, term.answerBy)
  const { hours: all, percent, week } = shared.share
  const { person: who, hoursAWeek: hours, from, until } = pledge
  const facts = { ...aboutOf(pledge), who, hours, from, until, all, percent, week, limit: shared.sharing.yes }
  await askManager(tx, { address: manager.address, asker: who.id, facts, term }, at)
  return false
}

export async function askOwner(tx: Tx, pledge: Pledge, term: Term, at: Moment, isTold = false): Promise<void> {
  const { id, owner, person, hoursAWeek: hours, line } = pledge
  const facts = { ...aboutOf(pledge), who: person, hours, line }
  await ask(tx, { kind: 'pledge offered', about: id, person: owner, asker: person.id, facts, term, isTold }, at)
}

export const planLine = (tx: Tx, id: string, until: Day, at: Moment): Promise<void> =>
  planAfter(tx, { kind: 'waiting too long', about: id }, until, at.zone)

/** Nobody is asked about it any more, and it is in no line. */
export async function forgetClock(tx: Tx, id: string, at: Moment): Promise<void> {
  await dropAsks(tx, id, at)
  await forget(tx, 'waiting too long', id)
}

export const aboutOf = (pledge: Pledge) => ({ pledge: pledge.id, project: pledge.project, title: pledge.title, skill: pledge.skill })
