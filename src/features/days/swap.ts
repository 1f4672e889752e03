/** Two sessions change places: at once by the organiser, or asked for by a host. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day, Moment } from '../../basics/day.ts'
import { hasBegun, isPast, type Session } from '../agendas/agenda.ts'
import type { Attendee } from '../events/attendee.ts'
import type { Event } from '../events/event.ts'
import { isHost } from '../pitches/pitch.ts'
import { type Counted, isCrowded } from './count.ts'

export type SwapState = 'asked' | 'done' | 'refused' | 'over'
/** What a host of the other and the organiser say; undefined as long as they say nothing, or where nobody is to be asked. */
export type Swap = {
  id: string
  event: string
  one: string
  other: string
  state: SwapState
  asksHost: boolean
  answerBy: Day
  hostAgrees?: boolean
  organiserAgrees?: boolean
}

export type PlacesRefusal = 'the same' | 'not held'
export type Pair = readonly [one: Session, other: Session]

/** Both are held, at the same event. Whether rooms and hosts allow it the agenda says. */
export function pairOf(sessions: readonly Session[], { one, other }: { one: string; other: string }): Answer<Pair, PlacesRefusal> {
  const [first, second] = [sessions.find(({ id }) => id === one), sessions.find(({ id }) => id === other)]
  if (!first || !second || first.isOff || second.isOff) return no('not held')
  return first === second ? no('the same') : yes([first, second])
}

export type RoomSwap = { session: Session; people: number | undefined; into: Session; others: number }

/** For a session with more people than seats: others at the same time, in a larger room, whose people fit into its room; the largest room first. */
export function roomSwapsFor(session: Session, all: readonly Session[], counts: ReadonlyMap<string, Counted>, at: Moment): RoomSwap[] {
  const count = counts.get(session.id)
  if (session.isOff || isPast(session, at) || !isCrowded(count, session)) return []
  return all
    .flatMap((into): RoomSwap[] => {
      const others = counts.get(into.id)?.people
      const isThere = into.id !== session.id && !into.isOff && into.slot.id === session.slot.id && into.room.seats > session.room.seats
      return isThere && others !== undefined && others <= session.room.seats ? [{ session, people: count?.people, into, others }] : []
    })
    .sort((a, b) => b.into.room.seats - a.into.room.seats || (a.into.id < b.into.id ? -1 : 1))
}

/** Rooms at the same time are swapped while people still sit down, other times before either begins. */
export const canChange = (one: Session, other: Session, at: Moment): boolean =>
  one.slot.id === other.slot.id ? !isPast(one, at) : !hasBegun(one, at) && !hasBegun(other, at)

export type AskSwapRefusal = 'not a host' | 'over' | 'asked before' | 'has begun'

/** A host asks for the place of another session, before the day of either is over. */
export function mayAskSwap(
  { step }: Pick<Event, 'step'>,
  [one, other]: Pair,
  { isHost, open, today }: { isHost: boolean; open: readonly Swap[]; today: Day },
): Answer<true, AskSwapRefusal> {
  if (!isHost) return no('not a host')
  if (step === 'over') return no('over')
  if (one.slot.day < today || other.slot.day < today) return no('has begun')
  const ids = [one.id, other.id]
  return open.some((swap) => ids.includes(swap.one) || ids.includes(swap.other)) ? no('asked before') : yes(true)
}

/** As whom somebody answers. */
export type Voice = 'host' | 'organiser'
/** Whoever looks: `me` where they come to the event, and whether they run it. */
export type Looker = { me: Attendee | undefined; runs: boolean }

/** Both, where the organiser hosts the other, or all who did have left. Of several hosts the first answers. */
export const voicesOf = ({ asksHost, hostAgrees, organiserAgrees }: Swap, other: Session, { me, runs }: Looker): Voice[] => [
  ...(runs && organiserAgrees === undefined ? ['organiser' as const] : []),
  ...((isHost(other, me) || (runs && other.hosts.length === 0)) && asksHost && hostAgrees === undefined ? ['host' as const] : []),
]

export type AnswerSwapRefusal = 'over' | 'not yours' | 'answered before'

const isOpen = ({ step }: Pick<Event, 'step'>, { state }: Pick<Swap, 'state'>): boolean => state === 'asked' && step !== 'over'

/** `only`: they were asked as that, and answer as nothing else. */
export function mayAnswerSwap(
  event: Pick<Event, 'step'>,
  swap: Swap,
  other: Session | undefined,
  by: Looker,
  only?: 'host',
): Answer<readonly Voice[], AnswerSwapRefusal> {
  if (!isOpen(event, swap)) return no('over')
  const voices = other ? voicesOf(swap, other, by).filter((voice) => voice === (only ?? voice)) : []
  if (voices.length > 0) return yes(voices)
  return other && (isHost(other, by.me) || by.runs) ? no('answered before') : no('not yours')
}

export type TakeBackRefusal = 'not a host' | 'over'

/** Any host of the session for which it was asked. */
export function mayTakeSwapBack(event: Pick<Event, 'step'>, swap: Pick<Swap, 'state'>, isHost: boolean): Answer<true, TakeBackRefusal> {
  if (!isHost) return no('not a host')
  return isOpen(event, swap) ? yes(true) : no('over')
}

/** One no is enough; otherwise all that were asked must agree. */
export function stateAfter({
  asksHost,
  hostAgrees,
  organiserAgrees,
}: Pick<Swap, 'asksHost' | 'hostAgrees' | 'organiserAgrees'>): Exclude<SwapState, 'over'> {
  if (hostAgrees === false || organiserAgrees === false) return 'refused'
  return organiserAgrees === true && (!asksHost || hostAgrees === true) ? 'done' : 'asked'
}

/** Both can still be answered on the day before either begins; today it is today. */
export const answerBy = (one: Session, other: Session, proposed: Day, today: Day): Day => {
  const first = one.slot.day < other.slot.day ? one.slot.day : other.slot.day
  const by = proposed < first ? proposed : first
  return by < today ? today : by
}
