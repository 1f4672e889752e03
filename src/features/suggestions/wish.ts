/** What somebody says of a suggested person: not now, never, or more like this. Pure. */
import { addDays, type Day } from '../../basics/day.ts'
import type { Suggestion } from './suggestion.ts'

export const WISHES = ['not now', 'never', 'more'] as const
export type Wish = (typeof WISHES)[number]
export const isWish = (text: string): text is Wish => (WISHES as readonly string[]).includes(text)

const NOT_NOW_WEEKS = 12

/** The last day on which they are not suggested again; nothing when that is never. */
export const awayUntil = (wish: 'not now' | 'never', today: Day): Day | undefined =>
  wish === 'never' ? undefined : addDays(today, NOT_NOW_WEEKS * 7)

/** Which of somebody's own things a suggestion meets: "need web design". */
export type Met = string
export const metBy = ({ is, mine }: Pick<Suggestion, 'is' | 'mine'>): Met => `${is === 'has' ? 'need' : 'have'} ${mine.toLowerCase()}`

/** So much more what meets a thing of which somebody wants more counts, and so many such may stand beside each other. */
export const MORE = 2
