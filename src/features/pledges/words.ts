/** Every sentence people read about pledges. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { MANAGER_REFUSALS } from '../managers/words.ts'
import { sayNotYet } from '../members/words.ts'
import { sayWho } from '../people/person.ts'
import { HOURS_FAULTS, NO_SUCH_DAY } from '../projects/form-words.ts'
import type { Role } from '../projects/project.ts'
import { PLEDGING_REFUSALS, sayFirstDate } from '../projects/words.ts'
import {
  type AnswerRefusal,
  isHeld,
  MOST_LINE,
  type NotHeld,
  type OfferRefusal,
  type OverRefusal,
  type Pledge,
  type PledgeState,
  type PromiseRefusal,
  type Reader,
  type ReopenRefusal,
  type TermFault,
  type WithdrawRefusal,
} from './pledge.ts'

export const PROMISE_REFUSALS: Record<PromiseRefusal, string> = {
  ...PLEDGING_REFUSALS,
  'no organisation': sayNotYet('pledge.'),
  'own project': 'This is your own project. What you give yourself stands under "Have".',
  'suppliers not welcome': 'The owner looks for public servants only this time. Projects where suppliers are welcome say so.',
}

export const OFFER_REFUSALS: Record<OfferRefusal, string> = {
  ...PROMISE_REFUSALS,
  ...MANAGER_REFUSALS,
  'role filled': 'Every place of this role is filled. You can join the line: if a place becomes free, the owner sees your offer.',
  'role over': 'The last day of this role has passed.',
  'pledged before': 'You have pledged to this role already.',
}

export const ANSWER_REFUSALS: Record<AnswerRefusal, string> = {
  'not the owner': 'Only the owner of the project can answer a pledge.',
  'not offered yet': 'This pledge is not offered to you yet: their organisation is asked first.',
  'answered before': 'This pledge has been answered already, or was withdrawn.',
  'no place left': 'Every place of this role is filled. The offer is kept in line.',
  'nobody from outside':
    'This is the last free place, and a project needs somebody from another organisation to be ready. Decline the offer kindly, or wait for a pledge from another organisation.',
  'project ended': 'The project has ended.',
}

export const WITHDRAW_REFUSALS: Record<WithdrawRefusal, string> = {
  'not yours': 'Only the person who made a pledge can withdraw it.',
  over: 'This pledge is over already.',
}

export const OVER_REFUSALS: Record<OverRefusal | WithdrawRefusal, string> = {
  ...WITHDRAW_REFUSALS,
  'too far ahead': 'Choose a day from today on, within a year.',
  'above the share':
    'With your other pledges this is more of your week than you can promise without a yes of your manager. Say that it is done and pledge again: then we ask them.',
}

export const NOT_HELD: Record<NotHeld, string> = {
  'not waited for': 'This needs no answer any more: the pledge has been taken back, or the project has ended.',
}

export const REOPEN_REFUSALS: Record<ReopenRefusal, string> = {
  'not the owner': 'Only the owner can take this answer back.',
  'changed meanwhile': 'Something else has happened since, so your answer stands.',
  'ready meanwhile': 'With this pledge the project became ready, and everybody has been told. Write to them instead.',
}

export const TERM_FAULTS: Record<Exclude<TermFault, 'day has passed' | 'after the role'>, string> = {
  empty: 'Write something.',
  ...HOURS_FAULTS,
  'no hours': 'Enter how many hours a week you can give.',
  'no such day': NO_SUCH_DAY,
  'ends before it begins': 'The last day must not be before the first.',
  'too long': `Shorten your line to ${MOST_LINE} characters or fewer.`,
  'unseen characters': 'Type your line again: it has a character that cannot be shown.',
}

/** A speaker promises for the organisation. */
export const sayPledger = (
  viewer: Viewer | undefined,
  { person, isForOrganisation }: Pick<Pledge, 'person' | 'isForOrganisation'>,
): string => (isForOrganisation ? `${person.organisationName}, through ${sayWho(viewer, person)}` : sayWho(viewer, person))

export const sayLine = (until: Day, today: Day): string =>
  `If a place becomes free by ${sayDay(until, today)}, the owner sees your offer and answers within two weeks. If none does, you are freed and told so. You can withdraw at any time.`

/** Under the form. */
export const sayAfterPledging = (needsManager: boolean, by: string): string =>
  needsManager
    ? `Your manager gets a letter at once and answers by ${by}. After their yes the owner gets one too, and has two weeks. If either says nothing, you are freed and told so. You can withdraw at any time.`
    : `The owner gets a letter at once and answers by ${by}. If they say nothing, you are freed. You can withdraw at any time.`

/** What is wrong with a promise, with the day that it must keep to. */
export function sayTermFault(fault: TermFault, role: Pick<Role, 'until'>, today: Day): string {
  if (fault === 'day has passed') return `Enter a date from ${sayDay(today, today)} on.`
  if (fault === 'after the role') return `The role ends on ${sayDay(role.until, today)}. Enter that day or an earlier one.`
  return TERM_FAULTS[fault]
}

const SHORT_STATES: Record<PledgeState, string> = {
  offered: 'You offered',
  waiting: 'You are in line',
  accepted: 'You are in',
  active: 'You are in',
  done: 'You did it',
  declined: 'Declined',
  released: 'Released',
  withdrawn: 'Withdrawn',
}

/** In the role's row on the project's page, for the one who made it. */
export const sayShortState = (pledge: Pledge, today: Day): string =>
  isHeld(pledge) ? 'Waits for your manager' : sayPlainState(pledge, today)

const sayPlainState = (pledge: Pledge, today: Day): string =>
  pledge.state === 'waiting' ? `${SHORT_STATES.waiting} until ${sayDay(pledge.answerBy, today)}` : SHORT_STATES[pledge.state]

/** The state of a pledge, and until when. */
export function sayPledgeState(pledge: Pledge, reader: Reader, today: Day): string {
  const by = sayDay(pledge.answerBy, today)
  if (isHeld(pledge))
    return reader === 'pledger'
      ? `Waits for your manager until ${sayDay(pledge.managerBy ?? today, today)}`
      : 'Not offered yet · their organisation is asked first'
  if (reader === 'pledger') return pledge.state === 'offered' ? `You offered · the owner answers by ${by}` : sayShortState(pledge, today)
  if (pledge.state === 'offered') return `Offered · waits for ${reader === 'owner' ? 'your' : "the owner's"} answer until ${by}`
  return sayShortState(pledge, today).replace('You are', 'They are').replace('You', 'They')
}

/** What happens next with a pledge. */
export function sayPledgeNext(pledge: Pledge, reader: Reader, today: Day): string {
  const { managerBy } = pledge
  if (isHeld(pledge) && managerBy) return sayHeld(reader, managerBy, today)
  return { pledger: nextForPledger, owner: nextForOwner, broker: nextForBroker }[reader](pledge, today)[pledge.state]
}

const sayHeld = (reader: Reader, by: Day, today: Day): string =>
  reader === 'pledger'
    ? `Your manager has a letter about it and answers by ${sayDay(by, today)}. After their yes the owner sees your offer. If they say no, or nothing, you are freed and told what else you can do.`
    : `Their organisation answers by ${sayDay(by, today)}. After that the owner is asked, or they are free of it.`

/** What the pledger's page says after something was done: the address carries the key. */
export function pledgeDoneFor(
  pledge: Pledge,
  reader: Reader,
  key: string | undefined,
  today: Day,
): { title: string; text: string } | undefined {
  if (reader !== 'pledger') return undefined
  if (key === 'pledged' && isHeld(pledge))
    return { title: 'Your manager has been asked', text: sayHeld(reader, pledge.managerBy ?? today, today) }
  if (key === 'pledged' && pledge.state === 'offered') {
    const text = `The owner has a letter about it and answers by ${sayDay(pledge.answerBy, today)}. You hear from us either way.`
    return { title: 'Your pledge has been sent', text }
  }
  if (key === 'pledged' && pledge.state === 'waiting') return { title: 'You are in line', text: sayLine(pledge.answerBy, today) }
  if (key === 'withdrawn' && pledge.state === 'withdrawn') return { title: 'Your pledge is withdrawn', text: 'You are free of it.' }
  return undefined
}

const work = (pledge: Pledge, today: Day): string =>
  `${sayFirstDate(pledge.course, today)} The work goes on until ${sayDay(pledge.until, today)}.`

const nextForPledger = (pledge: Pledge, today: Day): Record<PledgeState, string> => {
  const by = sayDay(pledge.answerBy, today)
  return {
    offered: `The owner answers by ${by}. If not, you are freed and told so.`,
    waiting: `Every place is filled. If one becomes free by ${by}, the owner sees this offer again. If not, you are freed and told so.`,
    accepted: sayFirstDate(pledge.course, today),
    active: work(pledge, today),
    done: 'It is done. Thank you.',
    declined: 'The owner has chosen otherwise this time. Other projects need you.',
    released: 'You are free of it.',
    withdrawn: 'You are free of it.',
  }
}

const nextForOwner = (pledge: Pledge, today: Day): Record<PledgeState, string> => {
  const by = sayDay(pledge.answerBy, today)
  return {
    offered: `Accept, and the place is theirs. Decline, and we tell them kindly. If you say nothing by ${by}, they are freed.`,
    waiting: `Every place is filled. If one becomes free by ${by}, this offer waits for your answer again. If not, they are freed and told so.`,
    accepted: sayFirstDate(pledge.course, today),
    active: work(pledge, today),
    done: 'It is done, and they have been thanked.',
    declined: 'They have been told kindly.',
    released: 'They are free of it.',
    withdrawn: 'They are free of it, and the place can be filled by somebody else.',
  }
}

const nextForBroker = (pledge: Pledge, today: Day): Record<PledgeState, string> => {
  const by = sayDay(pledge.answerBy, today)
  return {
    ...nextForOwner(pledge, today),
    offered: `The owner answers by ${by}. If not, they are freed and told so.`,
    waiting: `Every place is filled. If one becomes free by ${by}, the owner sees this offer again. If not, they are freed and told so.`,
  }
}
