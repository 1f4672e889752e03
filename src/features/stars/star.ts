/** Stars: what somebody who is at an event would like to see of it, and the few sessions that they must see. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import type { Event } from '../events/event.ts'

export const MOST_STARS = 10
export const MOST_MUST_SEES = 3

export type Session = { id: string; title: string }
/** By the ids of sessions. Whatever somebody must see, they also starred. */
export type Stars = { stars: readonly string[]; mustSees: readonly string[] }
export const NO_STARS: Stars = { stars: [], mustSees: [] }

export const isOpenToStars = ({ step }: Pick<Event, 'step'>): boolean => step === 'starring'

export type StarRefusal = 'not in' | 'not now' | 'too many' | 'too many must-sees'

/** `sessions` are those of the event that can be starred: what else was sent is left out, as it has gone meanwhile. */
export function chooseStars(
  typed: Stars,
  { event, me, sessions }: { event: Pick<Event, 'step'>; me: Attendee | undefined; sessions: readonly Session[] },
): Answer<{ by: Attendee; chosen: Stars }, StarRefusal> {
  if (!isIn(me)) return no('not in')
  if (!isOpenToStars(event)) return no('not now')
  const known = new Set(sessions.map(({ id }) => id))
  const mustSees = [...new Set(typed.mustSees)].filter((id) => known.has(id))
  const stars = [...new Set([...typed.stars, ...mustSees])].filter((id) => known.has(id))
  if (mustSees.length > MOST_MUST_SEES) return no('too many must-sees')
  return stars.length > MOST_STARS ? no('too many') : yes({ by: me, chosen: { stars, mustSees } })
}
