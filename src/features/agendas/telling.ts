/** When the hosts of a session hear that it is elsewhere: a few minutes after its last move, and only what came of all moves. Pure. */
import { instantAt, type Moment } from '../../basics/day.ts'
import type { Place, Session } from './agenda.ts'

export const TOLD_AFTER_MINUTES = 5
const SOON_MINUTES = 60
const A_MINUTE = 60_000

/** Whose hosts hear, and when. */
export type Telling = { title: string; at: Date }

/** `told` is where they last heard that it is: nowhere when they never have, or heard that it is not held. */
export function newsOf({ slot, room, isOff }: Session, told: Place | undefined): 'placed' | 'moved' | 'called off' | undefined {
  if (isOff) return told && 'called off'
  if (!told) return 'placed'
  return told.slot.id === slot.id && told.room.id === room.id ? undefined : 'moved'
}

/** At once where it begins within the hour, as they heard or as it is now. */
export function tellsAt({ slot }: Place, told: Place | undefined, { now, zone }: Pick<Moment, 'now' | 'zone'>): Date {
  const after = (minutes: number): Date => new Date(now.getTime() + minutes * A_MINUTE)
  const isSoon = [slot, ...(told ? [told.slot] : [])].some(({ day, starts }) => instantAt(zone, day, starts) <= after(SOON_MINUTES))
  return isSoon ? now : after(TOLD_AFTER_MINUTES)
}
