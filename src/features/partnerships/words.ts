/** Every sentence people read about partnerships of organisations. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { Partnership, PartnershipRefusal, PartnershipState, ProposeRefusal } from './partnership.ts'

export const PROPOSE_REFUSALS: Record<ProposeRefusal, string> = {
  'not a speaker': 'Only somebody who speaks for an organisation can propose a partnership for it.',
  supplier: 'Suppliers answer when they are asked. They do not propose partnerships.',
  'own organisation': 'This is your own organisation. Choose another one.',
  'nobody speaks': 'Nobody speaks for this organisation yet, so nobody could answer. Its next member does, or a broker names somebody.',
  'under way': 'Your two organisations have a partnership already, or one is proposed.',
  'host of another': 'Choose a host who belongs to your organisation.',
}

export const PARTNERSHIP_REFUSALS: Record<PartnershipRefusal, string> = {
  'may not': 'Only those who speak for one of the two organisations, or are its host, can do this.',
  over: 'This partnership is not open any more.',
  'host of another': 'Choose a host who belongs to your organisation.',
  'said before': 'Somebody has said already what came of it.',
}

export const STATES: Record<PartnershipState, (partnership: Pick<Partnership, 'answerBy' | 'until' | 'endedOn'>, today: Day) => string> = {
  proposed: ({ answerBy }, today) => `Proposed, to be answered by ${sayDay(answerBy, today)}`,
  agreed: ({ until }, today) => `Partners until ${sayDay(until, today)}`,
  'not agreed': () => 'It did not come about',
  withdrawn: () => 'Taken back',
  ended: ({ endedOn, until }, today) => `Ended on ${sayDay(endedOn ?? until, today)}`,
}

export const sayTerm = ({ from, until }: Pick<Partnership, 'from' | 'until'>, today: Day): string =>
  `From ${sayDay(from, today)} until ${sayDay(until, today)}`

export const WHAT_IT_DOES =
  'While it lasts, people of the two organisations are suggested to each other first, and either can open a programme for both.'

/** What the page says after something was done: the address carries the key. */
export const DONE: Readonly<Record<string, { title: string; text: string }>> = {
  proposed: { title: 'Proposed', text: 'Those who speak for the other organisation have a letter now.' },
  host: { title: 'Done', text: 'The new host is named here from now on, and gets a letter.' },
  ended: { title: 'Ended', text: 'Thank you. Both hosts are told, and what you wrote stands here.' },
  withdrawn: { title: 'Taken back', text: 'Nobody needs to answer any more.' },
}
