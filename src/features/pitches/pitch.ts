/** A pitch: what somebody would talk about at an event, in one line. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import { type Event, isOrganiser } from '../events/event.ts'

/** Typed in on a screen; from a card of paper; or wished for, for somebody else to host. */
export const SOURCES = ['screen', 'paper', 'for another'] as const
export type Source = (typeof SOURCES)[number]
export const isSource = (text: string): text is Source => SOURCES.some((source) => source === text)

export type Host = { attendee: string; name: string; team: string; person?: string }
export type Pitch = {
  id: string
  event: string
  title: string
  /** The attendee who said it. */
  by: string
  hosts: readonly Host[]
  source: Source
  /** How many would come; who they are nobody sees. */
  supporters: number
  mergedInto?: string
  /** Its words are not those in which it was first said. */
  isReworded?: true
}

export const [MOST_TITLE, MOST_BY_ONE] = [140, 20] as const

export const isOpenToPitches = ({ step }: Pick<Event, 'step'>): boolean => step === 'pitching'

export const isHost = ({ hosts }: Pick<Pitch, 'hosts'>, me: Attendee | undefined): boolean =>
  hosts.some(({ attendee }) => attendee === me?.id)

export type JoinRefusal = 'not in' | 'not pitching'

/** To support it, to host it, and to change one's mind. */
export function mayTakePart(event: Pick<Event, 'step'>, me: Attendee | undefined): Answer<Attendee, JoinRefusal> {
  if (!isOpenToPitches(event)) return no('not pitching')
  return isIn(me) ? yes(me) : no('not in')
}

export type PitchRefusal = JoinRefusal | 'too many'

/** `said`: how many they have said here already. */
export function mayPitch(event: Pick<Event, 'step'>, me: Attendee | undefined, said: number): Answer<Attendee, PitchRefusal> {
  const may = mayTakePart(event, me)
  return may.yes && said >= MOST_BY_ONE ? no('too many') : may
}

/** To take it back, or say it in other words: whoever said it, its hosts, and the organiser. */
export function mayTakeBack(
  event: Event,
  pitch: Pitch,
  viewer: Viewer | undefined,
  me: Attendee | undefined,
): Answer<true, 'not yours' | 'not pitching'> {
  const isTheirs = isOrganiser(event, viewer) || isHost(pitch, me) || (me !== undefined && pitch.by === me.id && pitch.hosts.length === 0)
  if (!isTheirs) return no('not yours')
  return isOpenToPitches(event) ? yes(true) : no('not pitching')
}
