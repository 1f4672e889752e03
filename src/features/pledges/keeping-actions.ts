/** What becomes of a pledge that is being kept: it goes on, it is done, or its place is freed. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day, Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import { findManager, tellAgreed } from '../managers/actions.ts'
import { settleAfterPledges } from '../projects/actions.ts'
import { isFilled } from '../projects/project.ts'
import { isKept, type OverRefusal, type Pledge, renew } from './pledge.ts'
import { shareOfOffer } from './share-actions.ts'
import { saveOver, saveRenewed } from './store.ts'
import { aboutOf, forgetClock, type Missing, readAgain, turnOthers, withLocked } from './turn-actions.ts'

/** A broker hears of a place that nobody keeps. */
export const RELEASED = 'pledge released'

/** Nobody said whether it is still kept: the place is free, and whoever had it is thanked for what they gave. */
export async function releasePledge(tx: Tx, id: string, delivered: number, at: Moment): Promise<void> {
  await leavePlace(tx, id, 'released', delivered, at)
}

/** It is done: whoever kept it is thanked. What is looked after needs somebody again. */
export const endPledge = (tx: Tx, id: string, delivered: number, at: Moment): Promise<Answer<Pledge, OverRefusal | Missing>> =>
  leavePlace(tx, id, 'done', delivered, at)

export async function renewPledge(tx: Tx, id: string, until: Day, at: Moment): Promise<Answer<Pledge, OverRefusal | Missing>> {
  return withLocked(tx, id, at, async (_, __, pledge) => {
    const answer = renew(pledge, until, at.today)
    if (!answer.yes) return answer
    const { project, title, skill, person: who, hoursAWeek: hours } = pledge
    const by = { person: who.id, ...(who.isSupplier ? { sector: 'supplier' as const } : {}) }
    const shared = await shareOfOffer(tx, by, { ...pledge, from: at.today, until: answer.value }, { besides: id })
    // A manager's yes goes on with the same hours; who had none yet must have it first.
    if (shared?.share.weight === 'above' && !(await findManager(tx, id))?.hasAgreed) return no('above the share')
    await saveRenewed(tx, id, answer.value)
    await record(tx, { at: at.now, who: who.id, did: 'pledge renewed', about: id })
    await tellAgreed(tx, id, { project, title, who, hours, skill, until: answer.value, today: at.today }, at.now)
    return yes(pledge)
  })
}

async function leavePlace(
  tx: Tx,
  id: string,
  state: 'released' | 'done',
  delivered: number,
  at: Moment,
): Promise<Answer<Pledge, OverRefusal | Missing>> {
  return withLocked(tx, id, at, async (_, project, pledge) => {
    if (!isKept(pledge)) return no('over')
    await saveOver(tx, id, state, at.now)
    await forgetClock(tx, id, at)
    await record(tx, { at: at.now, did: `pledge ${state}`, about: id, ...(state === 'released' ? { callsFor: [RELEASED] } : {}) })
    const after = await readAgain(tx, project, at)
    const role = after.roles.find((each) => each.id === pledge.role)
    const isFree = role !== undefined && !isFilled(role)
    const waiting = isFree ? await turnOthers(tx, after, pledge, at) : 0
    await tell(tx, pledge.person.id, state === 'done' ? 'pledge done' : 'pledge released', { ...aboutOf(pledge), delivered }, at.now)
    await tell(tx, project.owner.id, 'place left', { ...aboutOf(pledge), isDone: state === 'done', isFree, waiting }, at.now)
    await settleAfterPledges(tx, after, at)
    return yes(pledge)
  })
}
