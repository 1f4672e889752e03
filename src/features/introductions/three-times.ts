/** Three times at which two can talk: on their next working days, between nine and five where each of them is. Pure. */
import { addDays, type Day, dayIn, instantAt, sayTime, WEEKDAYS, weekdayOf } from '../../basics/day.ts'
import { type Calendar, isWorkingDay } from '../../basics/working-day.ts'

/** `hours` are those of the week in which somebody has said that they can meet, from 0 (Monday, midnight) to 167, where they are. */
export type Diary = { zone: string; hours?: readonly number[] }

export const TALK_MINUTES = 30
const A_MINUTE = 60_000
const [OPENS, CLOSES] = [9 * 60, 17 * 60]
/** Nobody is asked to come tomorrow. */
const DAYS_BEFORE = 2
/** Two who have no hour in common within these days find one by writing. */
const LOOKED_THROUGH = 21
const TIMES = 3
/** A morning, an afternoon and a noon, so that one of them suits. */
const WISHED = [10 * 60, 14 * 60, 11 * 60 + 30]

/** Fewer where there are not three days with an hour that suits both. */
export function threeTimes(today: Day, zone: string, calendar: Calendar, diaries: readonly Diary[]): Date[] {
  const found: Date[] = []
  for (let on = DAYS_BEFORE; on <= LOOKED_THROUGH && found.length < TIMES; on++) {
    const day = addDays(today, on)
    const wished = WISHED[found.length] ?? OPENS
    const best = isWorkingDay(day, calendar) ? bestOn(day, zone, wished, calendar, diaries) : undefined
    if (best) found.push(best)
  }
  return found
}

/** Every half hour of the day, where the chapter is; of those that suit both the one closest to what is wished. Ties go to the earlier. */
function bestOn(day: Day, zone: string, wished: number, calendar: Calendar, diaries: readonly Diary[]): Date | undefined {
  const all = Array.from({ length: 48 }, (_, half) => ({ minutes: half * 30, at: instantAt(zone, day, half * 30) }))
  const suiting = all.filter(({ at }) => diaries.every((diary) => suits(diary, at, calendar)))
  return suiting.sort((a, b) => Math.abs(a.minutes - wished) - Math.abs(b.minutes - wished) || a.minutes - b.minutes)[0]?.at
}

function suits({ zone, hours }: Diary, at: Date, calendar: Calendar): boolean {
  const day = dayIn(zone, at)
  const minutes = minutesOf(zone, at)
  const isAtWork = isWorkingDay(day, calendar) && minutes >= OPENS && minutes + TALK_MINUTES <= CLOSES
  return isAtWork && (hours === undefined || hours.length === 0 || hours.includes(hourOfWeek(day, minutes)))
}

const hourOfWeek = (day: Day, minutes: number): number =>
  ((WEEKDAYS.indexOf(weekdayOf(day)) + WEEKDAYS.length - 1) % WEEKDAYS.length) * 24 + Math.floor(minutes / 60)

function minutesOf(zone: string, at: Date): number {
  const [hours = 0, minutes = 0] = sayTime(zone, at).split(':').map(Number)
  return hours * 60 + minutes
}

export const endOfTalk = (from: Date): Date => new Date(from.getTime() + TALK_MINUTES * A_MINUTE)
