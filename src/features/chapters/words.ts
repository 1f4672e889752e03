/** Every sentence people read about a chapter's numbers and days off. */
import type { AskingRefusal } from './chapter.ts'
import type { HolidayRefusal } from './holiday.ts'

export const ASKING_REFUSALS: Record<AskingRefusal, string> = {
  'not a whole number of days': 'Reminders and the end of an ask are whole numbers of days from 1 to 60.',
  'not in order': 'Reminders come one after the other: say the earliest first, and each day once.',
  'too many': 'An ask is reminded of five times at most.',
  'after the end': 'Every reminder comes before the ask ends.',
}

export const HOLIDAY_REFUSALS: Record<HolidayRefusal, string> = {
  'no name': 'A holiday needs a name.',
  'always free': 'This day is on a weekend, and the chapter never works then.',
  'works already': 'This day is a working day already.',
  'no chapter': 'There is no chapter here yet.',
}
