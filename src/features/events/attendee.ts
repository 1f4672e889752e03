/** Somebody who comes to an event: with an account, or only by the event's code. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Event, mayRun, type RunRefusal } from './event.ts'

export type AttendeeState = 'in' | 'waiting' | 'left'
export type Attendee = {
  id: string
  event: string
  /** Nobody when they came by the code alone. */
  person?: string
  name: string
  team: string
  state: AttendeeState
  /** What they have said that they need to be there. */
  accessNeeds: string
  /** By the organiser. They have left, and cannot sign up again until they are let back in. */
  isTakenOut?: true
}
/** As others see them; what they need stands there for the organiser alone. */
export type AttendeeLine = Pick<Attendee, 'id' | 'name' | 'team' | 'state'> & { isOrganiser: boolean; accessNeeds?: string }

/** As much of a visit as says who comes. */
export type Comer = { viewer: Viewer | undefined; cookie(name: string): string | undefined }
/** Whoever answers by letter brings no cookie. */
export const byAccount = (viewer: Viewer): Comer => ({ viewer, cookie: () => undefined })

/** Whom the journal names: nobody who came by the code alone. */
export const whoOf = ({ viewer }: Pick<Comer, 'viewer'>): { who?: string } => (viewer ? { who: viewer.person } : {})

/** Under this name a browser keeps what stands for an account at one event. */
export const cookieFor = (event: string): string => `event-${event}`
/** It outlives the event, for its notes. */
export const COOKIE_DAYS = 180

export const [MOST_TEAM, MOST_NEEDS] = [80, 500] as const
const CODE_LENGTH = 6

/** The last signs of an id are chance. */
export const codeFrom = (id: string): string => id.slice(-CODE_LENGTH).toUpperCase()

/** As people copy it: small or large, with O for 0 and I or L for 1, and with what stands around it. */
export const readEventCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

export type AttendRefusal = 'over' | 'wrong code' | 'too many wrong codes' | 'taken out'

/** Within an hour from one source, which may be a whole hall of people who mistype. There are a thousand million codes. */
const MOST_GUESSES = 300
export const mayGuess = (lastHour: number): Answer<true, 'too many wrong codes'> =>
  lastHour < MOST_GUESSES ? yes(true) : no('too many wrong codes')

/** Names are for those who come, so whoever belongs to no organisation that we know shows the code, with an account or without. */
export function mayAttend(
  event: Pick<Event, 'step' | 'lastDay' | 'code'>,
  comer: { isMember: boolean; code: string; isTakenOut?: boolean | undefined },
  today: Day,
): Answer<true, Exclude<AttendRefusal, 'too many wrong codes'>> {
  if (event.step === 'over' || event.lastDay < today) return no('over')
  if (comer.isTakenOut) return no('taken out')
  return comer.isMember || readEventCode(comer.code) === event.code ? yes(true) : no('wrong code')
}

/** Where every place is taken, one waits. */
export const stateFor = ({ taken, places }: Pick<Event, 'taken' | 'places'>): AttendeeState => (taken < places ? 'in' : 'waiting')

export const isIn = (attendee: Attendee | undefined): attendee is Attendee => attendee?.state === 'in'

export type RemoveRefusal = RunRefusal | 'the organiser' | 'not in it'

export function mayRemove(event: Event, viewer: Viewer, attendee: Attendee): Answer<true, RemoveRefusal> {
  const run = mayRun(event, viewer)
  if (!run.yes) return run
  if (attendee.person === event.organiser.id) return no('the organiser')
  return attendee.state === 'left' ? no('not in it') : yes(true)
}
