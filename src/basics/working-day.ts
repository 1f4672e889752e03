/** Days on which a chapter works, so that nothing is due on a Sunday or at Christmas. */
import { addDays, type Day, type Weekday, weekdayOf } from './day.ts'

export type Holiday = { day: Day; name: string }

/** Which days are free. */
export type Calendar = { weekend: readonly Weekday[]; holidays: ReadonlySet<Day> }

export const WEEKEND: readonly Weekday[] = ['Saturday', 'Sunday']

export const isWorkingDay = (day: Day, { weekend, holidays }: Calendar): boolean => !weekend.includes(weekdayOf(day)) && !holidays.has(day)

/** The same day, or the next on which the chapter works. Throws when a whole year is free: such a calendar is a mistake. */
export function workingDayFrom(day: Day, calendar: Calendar): Day {
  for (let on = 0; on <= A_YEAR; on++) if (isWorkingDay(addDays(day, on), calendar)) return addDays(day, on)
  throw new RangeError(`No working day within a year of ${day}`)
}

/** So many working days later. */
export const workingDaysAfter = (day: Day, days: number, calendar: Calendar): Day =>
  days === 0 ? day : workingDaysAfter(workingDayFrom(addDays(day, 1), calendar), days - 1, calendar)

/** The last day from which so many working days have passed by today. */
export function workingDaysBefore(today: Day, days: number, calendar: Calendar): Day {
  let day = today
  while (workingDaysAfter(day, days, calendar) > today) day = addDays(day, -1)
  return day
}

const A_YEAR = 366
