/** How many people are in a room. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import type { Session } from '../agendas/agenda.ts'
import type { Event } from '../events/event.ts'
import { MOST_SEATS } from '../events/timetable.ts'

/** `people` is missing when somebody only said that it is full. */
export type Counted = { session: string; room: string; people?: number; isFull: boolean }
export type SaidCount = { people?: number; isFull: boolean }
export type Fill = 'full' | 'still places'

/** Whoever said that a room is full said it of that room: in another one the people are counted against its seats. */
export function fillOf(count: Counted | undefined, room: Pick<Session['room'], 'id' | 'seats'>): Fill | undefined {
  if (!count) return undefined
  const { people = 0, isFull } = count
  if ((isFull && count.room === room.id) || people >= room.seats) return 'full'
  return count.people === undefined ? undefined : 'still places'
}

/** More people than seats: they are counted, or stand in a full room. */
export const isCrowded = (count: Counted | undefined, { room }: Pick<Session, 'room'>): boolean =>
  count !== undefined && ((count.people ?? 0) > room.seats || (count.isFull && count.room === room.id))

/** "12", or nothing with the button that says full. */
export function readCount(typed: string, isFull: boolean): SaidCount | undefined {
  const text = typed.trim()
  if (text === '') return isFull ? { isFull } : undefined
  const people = Number(text)
  return Number.isInteger(people) && people >= 0 && people <= MOST_SEATS ? { people, isFull } : undefined
}

export type CountRefusal = 'not a host' | 'over' | 'another day' | 'not held' | 'no number'

export function mayCount(
  { step }: Pick<Event, 'step'>,
  { slot, isOff }: Pick<Session, 'slot' | 'isOff'>,
  mayTell: boolean,
  today: Day,
): Answer<true, CountRefusal> {
  if (!mayTell) return no('not a host')
  if (step === 'over') return no('over')
  if (isOff) return no('not held')
  return slot.day === today ? yes(true) : no('another day')
}
