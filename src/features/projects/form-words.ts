/** What is wrong with hours and days, said the same in every form that asks for them. */
import { type HoursFault, MOST_HOURS } from './hours.ts'

export const NO_SUCH_DAY = 'Enter a real date, such as 8 December 2026.'

export const HOURS_FAULTS: Record<Exclude<HoursFault, 'no hours'>, string> = {
  'not hours': 'Enter the hours a week as a number, such as 3 or 2.5.',
  'too many hours': `Nobody can give more than ${MOST_HOURS} hours a week.`,
}
