/** Time that comes again: the next Monday at nine, as the clocks of a zone show it. */
import { addDays, type Day, dayIn, instantAt, type Weekday, weekdayOf } from './day.ts'

/** Without a weekday it comes every day. */
export type Recurring = { weekday?: Weekday; hour: number; minute?: number }

const A_WEEK = 7

/**
 * The next such time that is strictly after an instant; on a day that has no such hour, the first instant after it.
 *
 * Work that comes again plans its next time from *now*, not from when it was due: a server that slept over three Mondays then finds one
 * digest to send, and the next is in the future.
 *
 * @example nextAt('Europe/London', { weekday: 'Monday', hour: 9 }, now)
 */
export function nextAt(zone: string, { weekday, hour, minute = 0 }: Recurring, after: Date): Date {
  const today = dayIn(zone, after)
  const isOn = (day: Day): boolean => weekday === undefined || weekdayOf(day) === weekday
  // One day before today, because a day that clocks jumped over comes when the next one begins.
  for (let on = -1; on <= A_WEEK + 1; on++) {
    const day = addDays(today, on)
    const at = instantAt(zone, day, hour * 60 + minute)
    if (isOn(day) && at > after) return at
  }
  throw new RangeError(`No ${weekday ?? 'day'} has ${hour}:${minute} in ${zone}`)
}
