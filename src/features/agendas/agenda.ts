/** The agenda of an event: which session is held when and in which room. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { instantAt, type Moment } from '../../basics/day.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import type { Event } from '../events/event.ts'
import type { Room, Slot } from '../events/timetable.ts'
import type { Host } from '../pitches/pitch.ts'

export type Place = { slot: Slot; room: Room }
export type Session = Place & {
  id: string
  event: string
  pitch: string
  title: string
  /** Their names stand there for those who see them. */
  hosts: readonly Host[]
  isLocked: boolean
  /** Held once more, for those who could not see it the first time. */
  isEncore: boolean
  /** Where it was in the agenda that was published, once it has moved. */
  was?: Place
  /** It is not held any more; its place is where it was. */
  isOff: boolean
}
/** A session by its id, and where it goes. */
export type Moved = { session: string; slot: string; room: string }
export type Agenda = { event: string; publishedAt?: Date; sessions: readonly Session[] }

/** It has been held. */
export const isPast = ({ slot }: Pick<Session, 'slot'>, { now, zone }: Moment): boolean => instantAt(zone, slot.day, slot.ends) <= now
export const hasBegun = ({ slot }: Pick<Session, 'slot'>, { now, zone }: Moment): boolean => instantAt(zone, slot.day, slot.starts) <= now

export const AIMS = ['coverage', 'must-sees'] as const
export type Aim = (typeof AIMS)[number]
export const isAim = (text: string): text is Aim => AIMS.some((aim) => aim === text)

type Published = { publishedAt: Date | null } | undefined
export const isPublished = (agenda: Published): boolean => agenda !== undefined && agenda.publishedAt !== null

export type ChooseRefusal = 'not in' | 'not published' | 'over'

/** Whoever comes chooses where they go, from the published agenda, until the event is over. */
export function mayChoose(event: Pick<Event, 'step'>, agenda: Published, me: Attendee | undefined): Answer<Attendee, ChooseRefusal> {
  if (!isIn(me)) return no('not in')
  if (event.step === 'over') return no('over')
  return isPublished(agenda) ? yes(me) : no('not published')
}
