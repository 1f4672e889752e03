/** What somebody promises, as a share of their working week. Types and pure rules. */
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import type { Sharing } from '../chapters/chapter.ts'

/** Some hours in every week from one day until another. */
export type Promised = { hoursAWeek: number; from: Day; until: Day }

/** Heavy: they are warned. Above: their manager must agree. */
export type Weight = 'light' | 'heavy' | 'above'
export type Share = {
  hours: number
  week: number
  percent: number
  weight: Weight
  /** Of `hours`, what was promised elsewhere. */
  others: number
}

/** As pages show it: `hours` is the promise itself. */
export type Shared = { hours: number; share: Share; sharing: Sharing }

const A_WEEK = 7

/** Weeks begin on Monday. */
const mondayOf = (day: Day): Day => addDays(day, -((WEEKDAYS.indexOf(weekdayOf(day)) + A_WEEK - 1) % A_WEEK))

/** The most hours that fall into one week of those that lie between two days, the weeks of both included. */
export function mostHours(promised: readonly Promised[], from: Day, until: Day): number {
  // Hours only grow in a week in which something begins, so no other can be the fullest.
  const first = mondayOf(from)
  const begins = promised.map((each) => mondayOf(each.from)).filter((monday) => monday > first && monday <= until)
  const hoursIn = (monday: Day): number =>
    promised.reduce((hours, each) => (mondayOf(each.from) <= monday && each.until >= monday ? hours + each.hoursAWeek : hours), 0)
  return Math.max(...[first, ...begins].map(hoursIn))
}

/** Of a promise, with what else was promised for the fullest of its weeks. */
export const shareWith = (promise: Promised, others: readonly Promised[], sharing: Sharing): Share => {
  const beside = mostHours(others, promise.from, promise.until)
  return shareOf(promise.hoursAWeek + beside, beside, sharing)
}

function shareOf(hours: number, others: number, { week, warn, yes }: Sharing): Share {
  const weight = hours * 100 > yes * week ? 'above' : hours * 100 >= warn * week ? 'heavy' : 'light'
  return { hours, week, percent: Math.round((hours * 100) / week), weight, others }
}

/** So many hours a week, in halves, can be promised beside others without a manager's yes. */
export const freeHours = (others: number, { week, yes }: Sharing): number => Math.max(0, Math.floor((yes * week) / 50 - others * 2) / 2)

/** "6 of 37 hours, 16 % of a week". */
export const sayShare = ({ hours, week, percent }: Pick<Share, 'hours' | 'week' | 'percent'>): string =>
  `${hours} of ${count(week, 'hour')}, ${percent} % of a week`
