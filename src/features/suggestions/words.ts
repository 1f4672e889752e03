/** Every sentence people read about suggestions. */
import { type Day, sayDay } from '../../basics/day.ts'
import { isSector } from '../../basics/sector.ts'
import type { TextFault } from '../../basics/text.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import { sayHours } from '../projects/hours.ts'
import { type LookoutRefusal, MOST_ADVICE } from './lookout.ts'
import type { Suggestion } from './suggestion.ts'
import type { Why } from './why.ts'
import type { Wish } from './wish.ts'

export const LOOKOUT_REFUSALS: Record<LookoutRefusal, string> = {
  'not the broker': 'Only brokers can look for somebody.',
  'answered before': 'Somebody has answered this already.',
}

export const ADVICE_FAULTS: Record<TextFault, string> = {
  empty: 'Write a line, even if it says that you found nobody yet.',
  'too long': `Shorten what you write to ${MOST_ADVICE} characters or fewer.`,
  'unseen characters': 'Type it again: it has a character that cannot be shown.',
}

const sayIn = (sector: string): string => (isSector(sector) ? SECTOR_NAMES[sector].toLowerCase() : 'another sector')

type Sides = Pick<Why, 'mine' | 'theirs'> & { isSame: boolean }
const WHY: Record<Suggestion['is'], (sides: Sides) => string> = {
  brief: ({ isSame, mine, theirs }) => (isSame ? `You have what it needs: ${theirs}.` : `You have ${mine}, and it needs ${theirs}.`),
  has: ({ isSame, mine, theirs }) => (isSame ? `They have what you need: ${theirs}.` : `You need ${mine}, and they have ${theirs}.`),
  needs: ({ isSame, mine, theirs }) => (isSame ? `They need what you have: ${theirs}.` : `You have ${mine}, and they need ${theirs}.`),
  teaches: ({ isSame, mine, theirs }) =>
    isSame ? `They have what you would like to learn: ${theirs}.` : `You would like to learn ${mine}, and they have ${theirs}.`,
  learns: ({ isSame, mine, theirs }) =>
    isSame ? `They would like to learn what you have: ${theirs}.` : `You have ${mine}, and they would like to learn ${theirs}.`,
  shares: ({ theirs }) => `You both care about ${theirs}.`,
  near: ({ theirs }) => (theirs === '0' ? 'They are in the same place as you.' : `They are about ${theirs} km from you.`),
  sectors: ({ mine, theirs }) => `You work in different sectors: ${sayIn(mine)}, and ${sayIn(theirs)}.`,
  organisations: () => 'You work for different organisations.',
}

/** One sentence that is true of both. */
export const sayWhy = ({ is, mine, theirs }: { is: Suggestion['is']; mine: string; theirs: string }): string =>
  WHY[is]({ mine, theirs, isSame: mine.toLowerCase() === theirs.toLowerCase() })

/** All that speaks for it. */
export const sayReasons = (suggestion: Suggestion): string =>
  [suggestion, ...(suggestion.is === 'brief' ? [] : (suggestion.also ?? []))].map(sayWhy).join(' ')

/** What it would take, and until when. */
export function sayTerms(suggestion: Extract<Suggestion, { is: 'brief' }>, today: Day): string {
  const { hoursAWeek, until, isOpen, openUntil } = suggestion.role
  const work = `${sayHours(hoursAWeek)} ${until === undefined ? 'for as long as it is live' : `until ${sayDay(until, today)}`}`
  return isOpen ? `${work}. Open for pledges until ${sayDay(openUntil, today)}.` : `${work}. The work is under way.`
}

export const WISH_WORDS: Record<Wish, string> = { 'not now': 'Not now', never: 'Never', more: 'More like this' }

/** What the page says after something was said of a suggested person. */
export const WISHED: Record<Wish, { title: string; text: string }> = {
  'not now': { title: 'Not now', text: 'They are not suggested to you for twelve weeks. They are not told.' },
  never: {
    title: 'Never again',
    text: 'They are not suggested to you any more. They are not told. You can take it back on the page of those whom you put off.',
  },
  more: {
    title: 'More like this',
    text: 'What meets the same need or have of yours counts double from now on, here and in the weekly letter.',
  },
}

export const PUT_OFF = 'Whom you put off'

/** Until when somebody is not suggested. */
export const sayAway = (until: Day | undefined, today: Day): string =>
  until === undefined ? 'Never suggested to you' : `Not suggested to you until ${sayDay(until, today)}`

export const TAKEN_BACK = { title: 'Taken back', text: 'They can be suggested to you again, from now on. They are not told.' }
