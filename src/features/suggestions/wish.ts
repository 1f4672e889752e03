/** What somebody says of a suggested person: not now, never, or more like this. Pure. */
import { addDays, type Day } from '../../basics/day.ts'
import type { Somebody } from '../people/person.ts'
import type { Suggestion } from './suggestion.ts'
import type { Why } from './why.ts'

export const WISHES = ['not now', 'never', 'more'] as const
export type Wish = (typeof WISHES)[number]
export const isWish = (text: string): text is Wish => (WISHES as readonly string[]).includes(text)

const NOT_NOW_WEEKS = 12

/** The last day on which they are not suggested again; nothing when that is never. */
export const awayUntil = (wish: 'not now' | 'never', today: Day): Day | undefined =>
  wish === 'never' ? undefined : addDays(today, NOT_NOW_WEEKS * 7)

/** Which of somebody's own things a suggestion meets: "need web design". */
export type Met = string
export const metBy = ({ is, mine }: { is: Suggestion['is']; mine: string }): Met => `${MEETS[is]} ${mine.toLowerCase()}`

const MEETS: Record<Why['is'] | 'brief', string> = {
  brief: 'have',
  has: 'need',
  teaches: 'need',
  needs: 'have',
  learns: 'have',
  shares: 'topic',
  near: 'place',
  sectors: 'sector',
  organisations: 'organisation',
}

/** By all of its reasons that are about something somebody said. */
export const metByAny = (suggestion: Suggestion): Met[] => [
  metBy(suggestion),
  ...(suggestion.is === 'brief' ? [] : (suggestion.also ?? []).filter(({ is }) => is !== 'near' && is !== 'sectors').map(metBy)),
]

/** So much more what meets a thing of which somebody wants more counts, and so many such may stand beside each other. */
export const MORE = 2

/** Somebody whom one does not want suggested, until a day or for good. */
export type Away = { who: Somebody; until?: Day }
