/** A day on which the chapter does not work, besides its weekends. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { type Day, weekdayOf } from '../../basics/day.ts'
import { type Calendar, type Holiday, isWorkingDay } from '../../basics/working-day.ts'

export type HolidayRefusal = 'no name' | 'always free' | 'works already' | 'no chapter'

export const mayBeHoliday = (holiday: Holiday): Answer<Holiday, HolidayRefusal> =>
  holiday.name.trim() === '' ? no('no name') : yes({ day: holiday.day, name: holiday.name.trim() })

/** Only a holiday can be worked on after all. */
export function mayWorkOn(day: Day, calendar: Calendar): Answer<Day, HolidayRefusal> {
  if (isWorkingDay(day, calendar)) return no('works already')
  return calendar.weekend.includes(weekdayOf(day)) ? no('always free') : yes(day)
}
