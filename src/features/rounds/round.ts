/** A round: people join, and at a date they are put together to meet. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'

/** Who may join. */
export type Audience =
  | { is: 'everybody' }
  | { is: 'organisation'; id: string; name: string }
  | { is: 'sectors'; sectors: readonly Sector[] }
export const AUDIENCES = ['everybody', 'organisation', 'sectors'] as const

/** What two who are put together must not have in common. */
export const ACROSS = ['sector', 'organisation', 'profession'] as const
export type Across = (typeof ACROSS)[number]
/** Online, or in person and at most so far apart; without it as each pair likes. */
export type Meets = 'online' | { kilometres: number }
export const SIZES = [2, 3, 4, 5] as const
export type Size = (typeof SIZES)[number]

/** Open: people join. Matched: its organiser looks at it. Sending: it leaves now. Sent: people meet. Over: nobody was put together. */
export type TurnState = 'open' | 'matched' | 'sending' | 'sent' | 'over'
/** `value` of all meetings, of at most `bound`; pairs that have met before, and meetings across what the rules say. */
export type Quality = { value: number; bound: number; repeats: number; across: number }
export type Turn = {
  id: string
  number: number
  state: TurnState
  /** The last day to join. */
  closesOn: Day
  /** Until when its organiser may change who meets whom. */
  lookBy?: Day
  sentOn?: Day
  meetBy?: Day
  quality?: Quality
}
export type Round = {
  id: string
  organiser: Somebody
  title: string
  line: string
  audience: Audience
  size: Size
  across: readonly Across[]
  meets?: Meets | undefined
  /** How long people have to meet. */
  meetDays: number
  turns: number
  everyWeeks: number
  invites: boolean
  isOver: boolean
  /** The newest. */
  turn: Turn
}

export type OrganiseRefusal = 'may not organise'

/** Brokers, and those who speak for their organisation. */
export const mayOrganise = (viewer: Viewer, isSpeaker: boolean): Answer<true, OrganiseRefusal> =>
  viewer.broker || (isMember(viewer) && isSpeaker) ? yes(true) : no('may not organise')

/** A broker stands in for an organiser who is away, or belongs to no organisation any more. */
export const looksAfter = ({ organiser }: Pick<Round, 'organiser'>, viewer: Viewer): boolean =>
  (organiser.id === viewer.person && isMember(viewer)) || viewer.broker

export const isOpen = ({ turn, isOver }: Pick<Round, 'turn' | 'isOver'>, today: Day): boolean =>
  !isOver && turn.state === 'open' && turn.closesOn >= today

/** Suppliers are never among everybody: they come where they are asked. */
export function isFor(audience: Audience, { organisation, sector }: Pick<Viewer, 'organisation' | 'sector'>): boolean {
  if (organisation === undefined) return false
  if (audience.is === 'organisation') return audience.id === organisation
  if (audience.is === 'sectors') return sector !== undefined && audience.sectors.includes(sector)
  return sector !== 'supplier'
}

export type JoinRefusal = 'not a member' | 'not for you' | 'paused yourself' | 'closed' | 'over'

/** `isAsked`: its organiser has asked them although it has closed, and nobody has been told yet whom they meet. */
export type Joining = { isPaused: boolean; isAsked: boolean }

export function mayJoin(round: Round, viewer: Viewer, { isPaused, isAsked }: Joining, today: Day): Answer<true, JoinRefusal> {
  if (!isMember(viewer)) return no('not a member')
  if (!isFor(round.audience, viewer)) return no('not for you')
  if (round.isOver) return no('over')
  if (isPaused) return no('paused yourself')
  return isOpen(round, today) || (isAsked && round.turn.state === 'matched') ? yes(true) : no('closed')
}

export type LeaveRefusal = 'not in it' | 'over'

/** Until people are told whom they meet; after that they say so on the page of their meeting. */
export function mayLeave({ isOver }: Pick<Round, 'isOver'>, isIn: boolean): Answer<true, LeaveRefusal> {
  if (isOver) return no('over')
  return isIn ? yes(true) : no('not in it')
}

export type ShapeRefusal = 'not yours' | 'not now'

/** Changing who meets whom, and sending it. */
export function mayShape(round: Round, viewer: Viewer): Answer<true, ShapeRefusal> {
  if (!looksAfter(round, viewer)) return no('not yours')
  return !round.isOver && round.turn.state === 'matched' ? yes(true) : no('not now')
}

export type EndRefusal = 'not yours' | 'over'

export function mayEnd(round: Round, viewer: Viewer): Answer<true, EndRefusal> {
  if (!looksAfter(round, viewer)) return no('not yours')
  return round.isOver ? no('over') : yes(true)
}

/** Whether there is another turn after this one. */
export const comesAgain = ({ turn, turns, isOver }: Pick<Round, 'turn' | 'turns' | 'isOver'>): boolean => !isOver && turn.number < turns
