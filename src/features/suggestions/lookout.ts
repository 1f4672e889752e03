/** A lookout: a broker looks for somebody for whom nothing fits yet, and writes to them by a date. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'

export type Lookout = { id: string; person: Somebody; broker: { id: string; name: string }; by: Day; isOver: boolean }

const LOOKOUT_DAYS = 7
export const MOST_ADVICE = 2000

export const lookUntil = (today: Day): Day => addDays(today, LOOKOUT_DAYS)

/** `by`: until when they look for the person of whom one asks. */
export type Broker = { id: string; name: string; lookouts: number; by?: Day }

/** Whoever looks for the fewest others, never the person themselves. Ties go by id, so that the page and the letter name the same broker. */
export const chooseBroker = (brokers: readonly Broker[], person: string): Broker | undefined =>
  brokers
    .filter(({ id, name }) => id !== person && name !== '')
    .sort((a, b) => a.lookouts - b.lookouts || (a.id < b.id ? -1 : 1))
    .at(0)

export type LookoutRefusal = 'not the broker' | 'answered before'

export function answer(lookout: Lookout, by: Viewer): Answer<true, LookoutRefusal> {
  if (!by.broker) return no('not the broker')
  return lookout.isOver ? no('answered before') : yes(true)
}
