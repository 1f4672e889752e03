/** Every sentence people read about pledges. */
import { type Day, sayDay } from '../../basics/day.ts'
import { PLEDGING_REFUSALS } from '../projects/words.ts'
import {
  type AnswerRefusal,
  MOST_LINE,
  type OfferRefusal,
  type Pledge,
  type PledgeState,
  type TermFault,
  type WithdrawRefusal,
} from './pledge.ts'

export const OFFER_REFUSALS: Record<OfferRefusal, string> = {
  ...PLEDGING_REFUSALS,
  'no organisation':
    'We do not know your organisation by your address yet, so you cannot pledge. Ask the person who runs this chapter to add your organisation.',
  'own project': 'This is your own project. What you give yourself stands under "Have".',
  'role filled': 'Somebody else has just filled the last place of this role.',
  'pledged before': 'You have pledged to this role already.',
}

export const ANSWER_REFUSALS: Record<AnswerRefusal, string> = {
  'not the owner': 'Only the owner of the project can answer a pledge.',
  'answered before': 'This pledge has been answered already, or was withdrawn.',
  'no place left': 'Every place of this role is filled. The offer is kept in line.',
  'project ended': 'The project has ended.',
}

export const WITHDRAW_REFUSALS: Record<WithdrawRefusal, string> = {
  'not yours': 'Only the person who made a pledge can withdraw it.',
  over: 'This pledge is over already.',
}

export const TERM_FAULTS: Record<TermFault, string> = {
  empty: 'Write something.',
  'no hours': 'Enter how many hours a week you can give.',
  'not hours': 'Enter the hours a week as a number, such as 3 or 2.5.',
  'too many hours': 'Nobody can give more than 40 hours a week.',
  'no such day': 'Enter a real date, such as 8 December 2026.',
  'day has passed': 'Enter a date that is today or later.',
  'ends before it begins': 'The last day must not be before the first.',
  'too long': `Shorten your line to ${MOST_LINE} characters or fewer.`,
  'unseen characters': 'Type your line again: it has a character that cannot be shown.',
}

/** In the role's row on the project's page. */
export const SHORT_STATES: Record<PledgeState, string> = {
  offered: 'You offered',
  waiting: 'You are in line',
  accepted: 'You are in',
  active: 'You are in',
  done: 'You did it',
  declined: 'Declined',
  released: 'Released',
  withdrawn: 'Withdrawn',
}

/** The state of a pledge, for the one who made it, and until when. */
export const sayPledgeState = (pledge: Pledge, today: Day): string =>
  pledge.state === 'offered' ? `You offered · the owner answers by ${sayDay(pledge.answerBy, today)}` : SHORT_STATES[pledge.state]

/** The same for the owner of the project. */
export const sayPledgeStateToOwner = (pledge: Pledge, today: Day): string =>
  pledge.state === 'offered'
    ? `Offered · waits for your answer until ${sayDay(pledge.answerBy, today)}`
    : SHORT_STATES[pledge.state].replace('You are', 'They are').replace('You', 'They')

/** What happens next with a pledge, for the owner of the project. */
export function sayPledgeNextToOwner(pledge: Pledge, today: Day): string {
  const next: Record<PledgeState, string> = {
    offered: `Accept, and the place is theirs. Decline, and we tell them kindly. If you say nothing by ${sayDay(pledge.answerBy, today)}, they are freed.`,
    waiting: 'Every place is filled. If one becomes free, this offer waits for your answer again.',
    accepted: 'They hear from us when the project is ready and has a first date.',
    active: `The work goes on until ${sayDay(pledge.until, today)}.`,
    done: 'It is done, and they have been thanked.',
    declined: 'They have been told kindly.',
    released: 'They are free of it.',
    withdrawn: 'They are free of it, and the place can be filled by somebody else.',
  }
  return next[pledge.state]
}

/** What happens next with a pledge. */
export function sayPledgeNext(pledge: Pledge, today: Day): string {
  const next: Record<PledgeState, string> = {
    offered: `The owner answers by ${sayDay(pledge.answerBy, today)}. If not, you are freed and told so.`,
    waiting: 'Every place is filled. If one becomes free, the owner sees this offer again.',
    accepted: 'You hear from us when the project is ready and has a first date.',
    active: `The work goes on until ${sayDay(pledge.until, today)}.`,
    done: 'It is done. Thank you.',
    declined: 'The owner has chosen otherwise this time. Other projects need you.',
    released: 'You are free of it.',
    withdrawn: 'You are free of it. The owner has been told.',
  }
  return next[pledge.state]
}
