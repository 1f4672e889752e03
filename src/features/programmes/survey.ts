/** The closing survey of a programme: three questions of one word each, and which of its figures may be shown. */
import { FEWEST } from './programme.ts'

export type SurveyRefusal = 'not over yet' | 'no partner'

export const WORTHS = ['worth it', 'partly', 'not worth it'] as const
export type Worth = (typeof WORTHS)[number]
export const TWOS = ['yes', 'no'] as const
export type YesOrNo = (typeof TWOS)[number]
/** The closing survey: three questions of one word each, and a line. */
export type Survey = { worth: Worth; again?: YesOrNo; inTouch?: YesOrNo; line: string }
export const isWorth = (text: string): text is Worth => WORTHS.some((each) => each === text)
export const isYesOrNo = (text: string): text is YesOrNo => TWOS.some((each) => each === text)
export const MOST_SURVEY_LINE = 300

/** Groups that are too small to be shown are told as such, and so is one that could be worked out from the others. */
export function shownCounts<K extends string>(counts: Readonly<Record<K, number>>): Partial<Record<K, number>> {
  const entries = Object.entries(counts) as [K, number][]
  const hidden = entries.filter(([, count]) => count > 0 && count < FEWEST)
  const shown = entries.filter(([, count]) => count >= FEWEST).sort(([, a], [, b]) => a - b)
  // One hidden group alone would be the total less the others.
  const kept = hidden.length === 1 ? shown.slice(1) : shown
  return Object.fromEntries(kept) as Partial<Record<K, number>>
}
