/** Every sentence people read about what they typed of a partnership. */
import type { TextFault } from '../../basics/text.ts'
import { MOST_CAME, MOST_WHAT, type TermFault } from './partnership.ts'

export const WHAT_FAULTS: Record<TextFault, string> = {
  empty: 'Say what the partnership is for.',
  'too long': `Shorten what it is for to ${MOST_WHAT} characters or fewer.`,
  'unseen characters': 'Take out characters that cannot be seen. Type the line again instead of pasting it.',
}
export const CAME_FAULTS: Record<TextFault, string> = {
  empty: 'Say in a line what came of it.',
  'too long': `Shorten your line to ${MOST_CAME} characters or fewer.`,
  'unseen characters': WHAT_FAULTS['unseen characters'],
}
export const FROM_FAULTS: Record<TermFault, string> = {
  'no such day': 'Enter the first day as a date, such as 5 January 2027.',
  'has passed': 'The first day must not lie before today.',
  'too short': 'A partnership lasts eight weeks or longer.',
  'too long': 'The first day lies too far ahead.',
}
export const UNTIL_FAULTS: Record<TermFault, string> = {
  'no such day': 'Enter the last day as a date, such as 30 June 2027.',
  'has passed': 'The last day must lie after today.',
  'too short': 'A partnership lasts eight weeks or longer. Choose a later last day.',
  'too long': 'A partnership lasts three years at most; after that the two can go on. Choose an earlier last day.',
}
