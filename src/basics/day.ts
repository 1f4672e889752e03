/** Calendar days as people say them. A day is 'YYYY-MM-DD' in the chapter's time zone; an instant is a Date. */
export type Day = string

/** The outside's time as rules and actions take it. */
export type Moment = { now: Date; today: Day; zone: string }

export const momentAt = (zone: string, now: Date): Moment => ({ now, today: dayIn(zone, now), zone })

const A_MINUTE = 60_000
/** In milliseconds. Where clocks change, two days a year are an hour longer or shorter. */
export const A_DAY = 86_400_000
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The day that it is at this instant in this time zone (IANA name). */
export const dayIn = (zone: string, instant: Date): Day => inDays(zone).format(instant)

/** To make a clock of a zone takes fifty times as long as to read it, and a page reads it for every row. */
function clockOf(locale: string, options: Intl.DateTimeFormatOptions): (zone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (zone) => {
    const clock = made.get(zone) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    made.set(zone, clock)
    return clock
  }
}

const inDays = clockOf('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' })
const inMinutes = clockOf('en-GB', { hour: '2-digit', minute: '2-digit' })
const inSeconds = clockOf('en-GB', {
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

export const addDays = (day: Day, days: number): Day => new Date(utc(day) + days * A_DAY).toISOString().slice(0, 10)

/** Whole days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / A_DAY)

/** The first day of its month. */
export const monthOf = (day: Day): Day => `${day.slice(0, 8)}01`

export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b)

/** The instant at which a day begins in a time zone; right on the two days a year that have 23 or 25 hours. */
export const startOfDay = (zone: string, day: Day): Date => instantAt(zone, day, 0)

/**
 * The instant at which a zone's clocks show so many minutes after midnight. A time that comes twice is its first; one that clocks
 * jump over (Azores at midnight, Apia for a whole day) is the first instant after the jump.
 */
export function instantAt(zone: string, day: Day, minutes: number): Date {
  const shown = utc(day) + minutes * A_MINUTE
  const [before, after] = [offsetAt(zone, shown - A_DAY), offsetAt(zone, shown + A_DAY)]
  const found = [shown - before, shown - after].filter((at) => at + offsetAt(zone, at) === shown)
  return new Date(found.length > 0 ? Math.min(...found) : jumpBetween(zone, shown - after, shown - before))
}

/** The first instant with the later of two offsets, of which one holds at `from` and the other at `to`. */
function jumpBetween(zone: string, from: number, to: number): number {
  const later = offsetAt(zone, to)
  let [early, late] = [from, to]
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (offsetAt(zone, middle) === later) late = middle
    else early = middle
  }
  return late
}

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
export type Weekday = (typeof WEEKDAYS)[number]
export const weekdayOf = (day: Day): Weekday => WEEKDAYS[new Date(utc(day)).getUTCDay()] ?? 'Sunday'

/** "3 December", with the year when it is not the year of `today`. */
export function sayDay(day: Day, today?: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const said = `${Number(date)} ${MONTHS[Number(month) - 1]}`
  return today !== undefined && today.slice(0, 4) === year ? said : `${said} ${year}`
}

/** "20:05" at this instant in this time zone. */
export const sayTime = (zone: string, instant: Date): string => inMinutes(zone).format(instant)

/** "3 December 2026, 20:05". */
export const sayMoment = ({ zone, today, now }: Moment): string => `${sayDay(today)}, ${sayTime(zone, now)}`

/** Reads 2026-12-03, 3/12/2026 and 3 December 2026; anything else, and days that do not exist, are undefined. */
export function readDay(text: string): Day | undefined {
  const typed = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed)
  if (british) return realDay(Number(british[3]), Number(british[2]), Number(british[1]))
  const words = /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/i.exec(typed)
  const month = words ? MONTHS.findIndex((name) => name.toLowerCase().startsWith((words[2] ?? '').toLowerCase())) + 1 : 0
  return words && month > 0 ? realDay(Number(words[3]), month, Number(words[1])) : undefined
}

function realDay(year: number, month: number, date: number): Day | undefined {
  const made = new Date(Date.UTC(year, month - 1, date))
  const real = year >= 2000 && year < 2200 && made.getUTCMonth() === month - 1 && made.getUTCDate() === date
  return real ? made.toISOString().slice(0, 10) : undefined
}

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/** Milliseconds that a zone's clocks are ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  const second = Math.floor(instant / 1000) * 1000
  const offsets = OFFSETS.get(zone) ?? new Map<number, number>()
  OFFSETS.set(zone, offsets)
  if (offsets.size > MOST_OFFSETS) offsets.clear()
  const offset = offsets.get(second) ?? readOffset(zone, second)
  offsets.set(second, offset)
  return offset
}

/** A letter to everybody asks for the same few instants a hundred thousand times, and a clock is slow to read. */
const OFFSETS = new Map<string, Map<number, number>>()
const MOST_OFFSETS = 1000

function readOffset(zone: string, second: number): number {
  const parts = inSeconds(zone).formatToParts(new Date(second))
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second')) - second
}
