/**
 * How often somebody is on the lists of others, so that popularity starves nobody. Letters count whom they list, week by week; nobody is
 * on more than three times as many lists as people are on average. Pages change nothing, so they count nothing: they leave out whoever
 * is on as many lists as that already, unless it was this reader's letter that listed them. Pure.
 */
import { addDays, type Day, daysBetween } from '../../basics/day.ts'

const TIMES_THE_AVERAGE = 3
/** While hardly anybody is listed nobody is popular, so that many lists are always fine. */
export const ALWAYS_FINE = 3

/** On so many lists somebody may be, when so many people are on so many lists in all. */
export const capOf = (lists: number, people: number): number =>
  Math.max(ALWAYS_FINE, Math.floor((TIMES_THE_AVERAGE * lists) / Math.max(1, people)))

const FIRST_MONDAY: Day = '2000-01-03'
export const weekNumber = (today: Day): number => Math.floor(daysBetween(FIRST_MONDAY, today) / 7)
/** The first day of its week. */
export const mondayOf = (today: Day): Day => addDays(FIRST_MONDAY, weekNumber(today) * 7)
