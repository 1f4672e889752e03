/** Where and when an event takes place: its rooms, and the times of a day. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, daysBetween, readDay } from '../../basics/day.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Event, mayRun, type RunRefusal } from './event.ts'

export type NewRoom = { name: string; seats: number; features: readonly string[]; stepFree: boolean }
export type Room = NewRoom & { id: string }
/** Times are minutes after midnight. */
export type NewSlot = { day: Day; starts: number; ends: number; name: string; isBreak: boolean }
export type Slot = NewSlot & { id: string }
export type Timetable = { rooms: readonly Room[]; slots: readonly Slot[] }

export const FEATURES = ['screen', 'sound system', 'hearing loop', 'video call', 'whiteboard', 'quiet'] as const
export const [MOST_ROOM_NAME, MOST_SLOT_NAME, MOST_SEATS, MOST_ROOMS, MOST_SLOTS] = [60, 60, 5000, 60, 60] as const
const A_DAY = 24 * 60

/** "9:30", "09.30" and "0930" are 570. */
export function readTime(typed: string): number | undefined {
  const read = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed.trim())
  const [hours, minutes] = [Number(read?.[1]), Number(read?.[2])]
  return read && hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined
}

/** "09:30" */
export const sayClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** "09:30 to 10:10" */
export const sayTimes = ({ starts, ends }: Pick<Slot, 'starts' | 'ends'>): string => `${sayClock(starts)} to ${sayClock(ends)}`

export type Pattern = { firstDay: Day; lastDay: Day; begins: number; slots: number; minutes: number; gap: number }

/** The same times on every day, with a gap between two to change rooms. */
export function slotsFor({ firstDay, lastDay, begins, slots, minutes, gap }: Pattern): NewSlot[] {
  const days = Array.from({ length: daysBetween(firstDay, lastDay) + 1 }, (_, at) => addDays(firstDay, at))
  return days.flatMap((day) =>
    Array.from({ length: slots }, (_, at) => {
      const starts = begins + at * (minutes + gap)
      return { day, starts, ends: starts + minutes, name: `Session ${at + 1}`, isBreak: false }
    }),
  )
}

/** The last minute of the last slot lies on the same day. */
export const fitsIntoADay = ({ begins, slots, minutes, gap }: Pick<Pattern, 'begins' | 'slots' | 'minutes' | 'gap'>): boolean =>
  begins + slots * minutes + (slots - 1) * gap <= A_DAY

/** The same rooms and times, so many days later. */
export const movedBy = (days: number, slots: readonly Slot[]): NewSlot[] =>
  slots.map(({ day, starts, ends, name, isBreak }) => ({ day: addDays(day, days), starts, ends, name, isBreak }))

export type TimetableRefusal = RunRefusal | 'agenda made' | 'too many' | 'the only one'

/** Once the agenda is made, it says itself what becomes of a room that is lost. `isUsed`: a session is put there already. */
export function mayTakeOut(event: Event, viewer: Viewer, left: number, isUsed: boolean): Answer<true, TimetableRefusal> {
  const run = mayRun(event, viewer)
  if (!run.yes) return run
  if (event.step === 'scheduled' || isUsed) return no('agenda made')
  return left > 1 ? yes(true) : no('the only one')
}

export function mayAdd(event: Event, viewer: Viewer, there: number, most: number): Answer<true, TimetableRefusal> {
  const run = mayRun(event, viewer)
  if (!run.yes) return run
  return there < most ? yes(true) : no('too many')
}

export type TypedRoom = { name: string; seats: string; features: readonly string[]; stepFree: boolean }
export type RoomFaults = { name?: TextFault | 'the same'; seats?: 'no number' }
type Read<T, F> = { yes: true; value: T } | { yes: false; faults: F }

export function readRoom(typed: TypedRoom, rooms: readonly NewRoom[]): Read<NewRoom, RoomFaults> {
  const name = readText(typed.name, { most: MOST_ROOM_NAME })
  const seats = Number(typed.seats.trim() || Number.NaN)
  const isSame = name.yes && rooms.some((room) => room.name.toLowerCase() === name.value.toLowerCase())
  const isNumber = Number.isInteger(seats) && seats >= 1 && seats <= MOST_SEATS
  if (name.yes && !isSame && isNumber) {
    const features = FEATURES.filter((feature) => typed.features.includes(feature))
    return { yes: true, value: { name: name.value, seats, features, stepFree: typed.stepFree } }
  }
  return {
    yes: false,
    faults: { ...(name.yes ? (isSame ? { name: 'the same' } : {}) : { name: name.why }), ...(isNumber ? {} : { seats: 'no number' }) },
  }
}

export type TypedSlot = { day: string; starts: string; ends: string; name: string; isBreak: boolean }
export type SlotFaults = {
  day?: 'no such day' | 'not a day of it'
  starts?: 'no such time'
  ends?: 'no such time' | 'before it begins' | 'at the same time'
  name?: TextFault
}

export function readSlot(
  typed: TypedSlot,
  { firstDay, lastDay }: Pick<Event, 'firstDay' | 'lastDay'>,
  slots: readonly NewSlot[],
): Read<NewSlot, SlotFaults> {
  const [day, starts, ends] = [readDay(typed.day), readTime(typed.starts), readTime(typed.ends)]
  const name = readText(typed.name, { most: MOST_SLOT_NAME })
  const isOnADay = day !== undefined && day >= firstDay && day <= lastDay
  const isClash = slots.some((slot) => slot.day === day && slot.starts < (ends ?? 0) && slot.ends > (starts ?? A_DAY))
  const isForward = starts !== undefined && ends !== undefined && ends > starts
  if (isOnADay && isForward && name.yes && !isClash)
    return { yes: true, value: { day, starts, ends, name: name.value, isBreak: typed.isBreak } }
  return {
    yes: false,
    faults: {
      ...(day === undefined ? { day: 'no such day' as const } : isOnADay ? {} : { day: 'not a day of it' as const }),
      ...(starts === undefined ? { starts: 'no such time' as const } : {}),
      ...(ends === undefined
        ? { ends: 'no such time' as const }
        : starts !== undefined && !isForward
          ? { ends: 'before it begins' as const }
          : isClash
            ? { ends: 'at the same time' as const }
            : {}),
      ...(name.yes ? {} : { name: name.why }),
    },
  }
}
