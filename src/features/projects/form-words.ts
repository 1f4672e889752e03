/** What is wrong with hours, days and reasons, said the same in every form that asks for them. */
import type { TextFault } from '../../basics/text.ts'
import { type HoursFault, MOST_HOURS } from './hours.ts'
import { MOST_REASON } from './reason.ts'

export const NO_SUCH_DAY = 'Enter a real date, such as 8 December 2026.'

export const HOURS_FAULTS: Record<Exclude<HoursFault, 'no hours'>, string> = {
  'not hours': 'Enter the hours a week as a number, such as 3 or 2.5.',
  'too many hours': `Nobody can give more than ${MOST_HOURS} hours a week.`,
}

export const REASON_FAULTS: Record<TextFault, string> = {
  empty: 'Say why, in a sentence or two.',
  'too long': `Shorten the reason to ${MOST_REASON} characters or fewer.`,
  'unseen characters': 'Type the reason again: it has a character that cannot be shown.',
}
