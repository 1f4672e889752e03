/** A pair of a programme: who meets whom, why, how often they have met so far. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, daysBetween } from '../../basics/day.ts'
import type { Why } from '../introductions/why.ts'
import type { Somebody } from '../people/person.ts'
import type { Programme, SideKey } from './programme.ts'

export type PairState = 'proposed' | 'running' | 'ended'
export type Pair = {
  id: string
  left: Somebody
  right: Somebody
  /** As `left` reads it; nothing where all that is known of the two is that both have joined. */
  why?: Why
  state: PairState
  until: Day
  isRenewed: boolean
  goesOn: { left?: boolean; right?: boolean }
  /** How often the clock has asked, and in how many of these turns one of them said that they met. */
  turns: number
  met: number
}
type Of = Pick<Programme, 'firstDay' | 'lastDay' | 'meetings'>

export const NUDGE_DAYS = 14
/** Asked before the next turn comes. */
export const NUDGE_ANSWER_DAYS = 12
export const NUDGE_REMIND_DAYS = 5

export type Said = 'met' | 'not yet'
export const isSaid = (text: string): text is Said => text === 'met' || text === 'not yet'

export const sideIn = ({ left, right }: Pick<Pair, 'left' | 'right'>, person: string): SideKey | undefined =>
  person === left.id ? 'left' : person === right.id ? 'right' : undefined

/** A renewed pair meets as often again. */
export const meetingsOf = ({ isRenewed }: Pick<Pair, 'isRenewed'>, { meetings }: Of): number => meetings * (isRenewed ? 2 : 1)

/** Whether they are asked today, and when it is looked at again; without a day, never. */
export function nudgeOf(pair: Pair, of: Of, today: Day): { turn?: number; again?: Day } {
  if (pair.state !== 'running' || pair.met >= meetingsOf(pair, of)) return {}
  const again = addDays(today, NUDGE_DAYS)
  const next = again <= pair.until ? { again } : {}
  return today > pair.until ? {} : { turn: pair.turns + 1, ...next }
}

/** The same two go on once, for as long as the first time. */
export const renewedUntil = ({ until }: Pick<Pair, 'until'>, { firstDay, lastDay }: Of): Day =>
  addDays(until, daysBetween(firstDay, lastDay))

export type RenewRefusal = 'not yours' | 'over'

export function mayRenew(pair: Pair, person: string): Answer<SideKey, RenewRefusal> {
  const side = sideIn(pair, person)
  if (!side) return no('not yours')
  return pair.state === 'proposed' || pair.isRenewed ? no('over') : yes(side)
}

export type SayRefusal = 'not yours' | 'no such answer'

/** When the two are asked for the first time: two weeks after the first day, or after it was sent if that is later. */
export const nudgeDay = (firstDay: Day, today: Day): Day => addDays(firstDay > today ? firstDay : today, NUDGE_DAYS)
