/** Every sentence people read about a chapter's numbers and days off. */
import type { AskingRefusal, SharingRefusal } from './chapter.ts'
import type { HolidayRefusal } from './holiday.ts'

export const ASKING_REFUSALS: Record<AskingRefusal, string> = {
  'not a whole number of days': 'Reminders and the end of an ask are whole numbers of days from 1 to 60.',
  'not in order': 'Reminders come one after the other: say the earliest first, and each day once.',
  'too many': 'An ask is reminded of five times at most.',
  'after the end': 'Every reminder comes before the ask ends.',
}

export const SHARING_REFUSALS: Record<SharingRefusal, string> = {
  'no such week': 'A working week has 10 to 60 hours, in halves.',
  'no such share': 'A share is a whole number of per cent from 1 to 999.',
  'warns too late': 'The warning comes before the question to the manager, or with it.',
}

export const HOLIDAY_REFUSALS: Record<HolidayRefusal, string> = {
  'no name': 'A holiday needs a name.',
  'always free': 'This day is on a weekend, and the chapter never works then.',
  'works already': 'This day is a working day already.',
  'no chapter': 'There is no chapter here yet.',
}
