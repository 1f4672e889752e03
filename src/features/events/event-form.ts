/** An event as its one form sends it: what is wrong with it, all at once, or what is opened. */
import { addDays, type Day, readDay } from '../../basics/day.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import { fitsIntoADay, MOST_ROOM_NAME, type NewRoom, type NewSlot, readTime, slotsFor } from './timetable.ts'

/** What can be changed later. */
export type TypedDetails = {
  title: string
  what: string
  venue: string
  address: string
  first: string
  last: string
  places: string
  conduct: string
  sponsors: string
}
export type TypedEvent = TypedDetails & { begins: string; slots: string; minutes: string; gap: string; room: string }
export type EventDetails = {
  title: string
  whatFor: string
  venue: string
  address: string
  firstDay: Day
  lastDay: Day
  places: number
  conduct: string
  sponsors: string
}
export type NewEvent = EventDetails & { rooms: readonly NewRoom[]; slots: readonly NewSlot[] }

export const [MOST_TITLE, MOST_WHAT, MOST_VENUE, MOST_ADDRESS, MOST_CONDUCT, MOST_SPONSORS] = [80, 500, 80, 200, 2000, 500] as const
export const [MOST_PLACES, MOST_DAYS, FARTHEST_DAYS] = [5000, 5, 2 * 366] as const
const [MOST_A_DAY, SHORTEST, LONGEST, LONGEST_GAP] = [20, 10, 180, 120] as const

export const CONDUCT = `Be kind, and let others finish.
Whoever comes is the right person. If you neither learn nor help where you are, go to another room.
What somebody tells in confidence stays in the room.
No harassment of any kind. Tell the organiser when something is wrong; they look after it the same day.`

export type DayFault = 'no such day' | 'too early' | 'too late'
export type NumberFault = 'no number'
export type DetailFaults = {
  title?: TextFault
  what?: TextFault
  venue?: TextFault
  address?: TextFault
  first?: DayFault
  last?: DayFault
  places?: NumberFault
  conduct?: TextFault
  sponsors?: TextFault
}
export type EventFaults = DetailFaults & {
  begins?: 'no such time'
  slots?: NumberFault | 'too long a day'
  minutes?: NumberFault
  gap?: NumberFault
  room?: TextFault
}
type Read<T, F> = { yes: true; value: T } | { yes: false; faults: F }

function numberIn(typed: string, least: number, most: number): number | undefined {
  const number = Number(typed.trim() || Number.NaN)
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined
}

function dayIn(typed: string, earliest: Day, latest: Day): { day: Day } | { fault: DayFault } {
  const day = readDay(typed)
  if (day === undefined) return { fault: 'no such day' }
  return day < earliest ? { fault: 'too early' } : day > latest ? { fault: 'too late' } : { day }
}

/** `earliest`: an event that has begun may keep its first day. */
export function readDetails(typed: TypedDetails, today: Day, earliest = today): Read<EventDetails, DetailFaults> {
  const [title, what] = [readText(typed.title, { most: MOST_TITLE }), readText(typed.what, { most: MOST_WHAT, lines: 'many' })]
  const [venue, address] = [readText(typed.venue, { most: MOST_VENUE }), readText(typed.address, { most: MOST_ADDRESS, optional: true })]
  const conduct = readText(typed.conduct, { most: MOST_CONDUCT, lines: 'many', optional: true })
  const sponsors = readText(typed.sponsors, { most: MOST_SPONSORS, lines: 'many', optional: true })
  const first = dayIn(typed.first, earliest, addDays(today, FARTHEST_DAYS))
  const firstDay = 'day' in first ? first.day : today
  const last = typed.last.trim() === '' ? { day: firstDay } : dayIn(typed.last, firstDay, addDays(firstDay, MOST_DAYS - 1))
  const places = numberIn(typed.places, 1, MOST_PLACES)
  const texts = title.yes && what.yes && venue.yes && address.yes && conduct.yes && sponsors.yes
  if (texts && 'day' in first && 'day' in last && places !== undefined)
    return {
      yes: true,
      value: {
        ...{ title: title.value, whatFor: what.value, venue: venue.value, address: address.value },
        ...{ firstDay: first.day, lastDay: last.day, places, conduct: conduct.value, sponsors: sponsors.value },
      },
    }
  return {
    yes: false,
    faults: {
      ...(title.yes ? {} : { title: title.why }),
      ...(what.yes ? {} : { what: what.why }),
      ...(venue.yes ? {} : { venue: venue.why }),
      ...(address.yes ? {} : { address: address.why }),
      ...('fault' in first ? { first: first.fault } : {}),
      ...('fault' in last ? { last: last.fault } : {}),
      ...(places === undefined ? { places: 'no number' } : {}),
      ...(conduct.yes ? {} : { conduct: conduct.why }),
      ...(sponsors.yes ? {} : { sponsors: sponsors.why }),
    },
  }
}

export function readEvent(typed: TypedEvent, today: Day): Read<NewEvent, EventFaults> {
  const details = readDetails(typed, today)
  const [begins, slots] = [readTime(typed.begins), numberIn(typed.slots, 1, MOST_A_DAY)]
  const [minutes, gap] = [numberIn(typed.minutes, SHORTEST, LONGEST), numberIn(typed.gap, 0, LONGEST_GAP)]
  const room = readText(typed.room, { most: MOST_ROOM_NAME })
  const isWhole = begins !== undefined && slots !== undefined && minutes !== undefined && gap !== undefined
  const fits = isWhole && fitsIntoADay({ begins, slots, minutes, gap })
  if (details.yes && isWhole && fits && room.yes) {
    const { firstDay, lastDay, places } = details.value
    const main = { name: room.value, seats: places, features: [], stepFree: false }
    return { yes: true, value: { ...details.value, rooms: [main], slots: slotsFor({ firstDay, lastDay, begins, slots, minutes, gap }) } }
  }
  return {
    yes: false,
    faults: {
      ...(details.yes ? {} : details.faults),
      ...(begins === undefined ? { begins: 'no such time' as const } : {}),
      ...(slots === undefined ? { slots: 'no number' as const } : isWhole && !fits ? { slots: 'too long a day' as const } : {}),
      ...(minutes === undefined ? { minutes: 'no number' as const } : {}),
      ...(gap === undefined ? { gap: 'no number' as const } : {}),
      ...(room.yes ? {} : { room: room.why }),
    },
  }
}
