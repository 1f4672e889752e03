/** The agenda of an event: which session is held when and in which room. Types and pure rules. */
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
export type Agenda = { event: string; publishedAt?: Date; sessions: readonly Session[] }

export const AIMS = ['coverage', 'must-sees'] as const
export type Aim = (typeof AIMS)[number]
export const isAim = (text: string): text is Aim => AIMS.some((aim) => aim === text)
