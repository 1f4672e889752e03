/** Two sessions change places, as later features ask for it: by whoever may, they have looked already. */
import { type Answer, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Event } from '../events/event.ts'
import { isPublished, type Session } from './agenda.ts'
import { type MoveRefusal, weigh } from './board.ts'
import { onlyHeld, readInputs } from './input-actions.ts'
import { tellLater } from './moving-actions.ts'
import { findPublished, saveMoves } from './store.ts'

type Pair = readonly [one: Session, other: Session]

/** Rooms at the same time are swapped while people still sit down, so there it may have begun. */
export async function mayChangePlaces(tx: Tx, event: Event, [one, other]: Pair, at: Moment): Promise<Answer<true, MoveRefusal>> {
  const { inputs } = await readInputs(tx, event.id, at)
  const held = onlyHeld(inputs)
  const open = one.slot.id === other.slot.id ? { ...held, begun: new Set<string>() } : held
  const weighed = weigh(open, { session: one.id, slot: other.slot.id, room: other.room.id })
  return weighed.yes ? yes(true) : weighed
}

export async function changePlaces(tx: Tx, event: Event, pair: Pair, at: Moment): Promise<Answer<true, MoveRefusal>> {
  const may = await mayChangePlaces(tx, event, pair, at)
  if (!may.yes) return may
  const [one, other] = pair
  const moves = [
    { session: one.id, slot: other.slot.id, room: other.room.id },
    { session: other.id, slot: one.slot.id, room: one.room.id },
  ]
  const isKnown = isPublished(await findPublished(tx, event.id))
  await saveMoves(tx, moves, isKnown, at.now)
  if (isKnown) await tellLater(tx, [one.id, other.id], at)
  return yes(true)
}
