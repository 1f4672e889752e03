/** Every sentence people read about suggestions. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { TextFault } from '../../basics/text.ts'
import { sayHours } from '../projects/hours.ts'
import { type LookoutRefusal, MOST_ADVICE } from './lookout.ts'
import type { Suggestion } from './suggestion.ts'
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

/** One sentence that is true of both. */
export function sayWhy(suggestion: Pick<Suggestion, 'is' | 'mine' | 'theirs'>): string {
  const { mine, theirs } = suggestion
  const isSame = mine.toLowerCase() === theirs.toLowerCase()
  if (suggestion.is === 'brief') return isSame ? `You have what it needs: ${theirs}.` : `You have ${mine}, and it needs ${theirs}.`
  if (suggestion.is === 'has') return isSame ? `They have what you need: ${theirs}.` : `You need ${mine}, and they have ${theirs}.`
  return isSame ? `They need what you have: ${theirs}.` : `You have ${mine}, and they need ${theirs}.`
}

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
  never: { title: 'Never again', text: 'They are not suggested to you any more. They are not told.' },
  more: {
    title: 'More like this',
    text: 'What meets the same need or have of yours counts double from now on, here and in the weekly letter.',
  },
}
