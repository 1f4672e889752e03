/** What comes of a manager's answer, and of none: the pledge goes on to the owner, or its pledger is free of it and told what else they can do. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { settleAsk, termOf } from '../asks/actions.ts'
import { tell } from '../letters/actions.ts'
import { leaveAlone, noteAgreed } from '../managers/actions.ts'
import type { NoYes } from '../managers/manager.ts'
import { freeHours } from '../managers/share.ts'
import { isFilled } from '../projects/project.ts'
import { isHeld, keptUntil, type NotHeld, type Pledge } from './pledge.ts'
import { shareOfOffer } from './share-actions.ts'
import { saveOver, saveTurn } from './store.ts'
import { askOwner, forgetClock, type Missing, planLine, withLocked } from './turn-actions.ts'

export async function managerAgrees(tx: Tx, id: string, at: Moment): Promise<Answer<Pledge, NotHeld | Missing>> {
  return withLocked(tx, id, at, async (_, project, pledge) => {
    if (!isHeld(pledge)) return no('not waited for')
    await settleAsk(tx, 'manager agrees', id, { answer: 'yes', line: '' }, at)
    await noteAgreed(tx, id, at.now)
    const role = project.roles.find((each) => each.id === pledge.role)
    const term = await termOf(tx, at)
    const isInLine = role !== undefined && isFilled(role)
    const by = isInLine ? keptUntil(role, at.today) : term.answerBy
    await saveTurn(tx, id, isInLine ? 'waiting' : 'offered', by)
    if (isInLine) await planLine(tx, id, by, at)
    else await askOwner(tx, pledge, term, at)
    await record(tx, { at: at.now, did: `pledge ${isInLine ? 'waiting' : 'offered'}`, about: id })
    const { title, skill, person } = pledge
    await tell(tx, person.id, 'manager agreed', { pledge: id, title, skill, by, isInLine, today: at.today }, at.now)
    return yes(pledge)
  })
}

/** The pledge is withdrawn without a word of blame. The owner never heard of it. */
export async function goWithoutYes(tx: Tx, id: string, why: NoYes, at: Moment): Promise<Answer<Pledge, NotHeld | Missing>> {
  return withLocked(tx, id, at, async (_, __, pledge) => {
    if (!isHeld(pledge)) return no('not waited for')
    if (why === 'declined') await settleAsk(tx, 'manager agrees', id, { answer: 'no', line: '' }, at)
    await saveOver(tx, id, 'withdrawn', at.now)
    await forgetClock(tx, id, at)
    await record(tx, { at: at.now, did: `manager ${why}`, about: id })
    const { person, role, title, skill, hoursAWeek: hours } = pledge
    const shared = await shareOfOffer(tx, { person: person.id }, pledge, { besides: id })
    const free = shared ? freeHours(shared.share.others, shared.sharing) : hours
    await tell(tx, person.id, 'manager refused', { role, title, skill, hours, why, free }, at.now)
    return yes(pledge)
  })
}

/** One word from a manager, and no question reaches them any more. */
export async function leaveManagerAlone(tx: Tx, id: string, address: string, at: Moment): Promise<void> {
  await leaveAlone(tx, address, id, at.now)
  await goWithoutYes(tx, id, 'asked no more', at)
}
