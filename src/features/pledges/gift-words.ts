/** Every sentence people read about gifts. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { TextFault } from '../../basics/text.ts'
import type { Gift, GiftAnswerRefusal, GiftState, GiveRefusal, TakeBackRefusal } from './gift.ts'
import { MOST_LINE, type Reader } from './pledge.ts'
import { PROMISE_REFUSALS } from './words.ts'

export const GIVE_REFUSALS: Record<GiveRefusal, string> = {
  ...PROMISE_REFUSALS,
  'given before': 'You have offered this already.',
}

export const GIFT_ANSWER_REFUSALS: Record<GiftAnswerRefusal, string> = {
  'not the owner': 'Only the owner of the project can answer an offer.',
  'answered before': 'This offer has been answered already, or was taken back.',
  'project ended': 'The project has ended.',
}

export const TAKE_BACK_REFUSALS: Record<TakeBackRefusal, string> = {
  'not yours': 'Only the person who made an offer can take it back.',
  over: 'This offer is over already.',
}

export const GIFT_LINE_FAULTS: Record<TextFault, string> = {
  empty: 'Say what exactly you can give.',
  'too long': `Shorten what you write to ${MOST_LINE} characters or fewer.`,
  'unseen characters': 'Type it again: it has a character that cannot be shown.',
}

const STATES: Record<GiftState, string> = {
  offered: 'Offered',
  accepted: 'Accepted',
  given: 'Given',
  declined: 'Declined',
  released: 'Released',
  withdrawn: 'Taken back',
}

export const sayGiftState = (gift: Gift, today: Day): string =>
  gift.state === 'offered' ? `Offered · the owner answers by ${sayDay(gift.answerBy, today)}` : STATES[gift.state]

/** What happens next with a gift. */
export function sayGiftNext(gift: Gift, reader: Reader, today: Day): string {
  const by = sayDay(gift.answerBy, today)
  const isGiver = reader === 'pledger'
  const nexts: Record<GiftState, string> = {
    offered: isGiver
      ? `The owner answers by ${by}. If not, you are freed and told so.`
      : `Accept it, or decline kindly. If you say nothing by ${by}, they are freed.`,
    accepted: isGiver
      ? 'The owner gets in touch about how and when. You can take it back at any time.'
      : 'Get in touch with them about how and when.',
    given: 'It has been given. Thank you.',
    declined: 'The owner has chosen otherwise this time.',
    released: isGiver ? 'You are free of it.' : 'They are free of it.',
    withdrawn: isGiver ? 'You are free of it. The owner has been told.' : 'They are free of it.',
  }
  return nexts[gift.state]
}
