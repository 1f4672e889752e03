/** Which stars count: those of an agenda and of its board, so that nobody learns from a number what one person starred. Pure. */
import type { Event } from '../events/event.ts'
import { isOpenToStars, type Stars } from '../stars/star.ts'

/** Without saying whose, in the order of ids; `asOf`: when they were so. */
export type Counted = { stars: readonly Stars[]; asOf: Date }

/** From what fewer people starred, or starred anew, one could tell who starred it. */
export const FEWEST_ON_RECORD = 5

/** `before` are those that counted last: later ones count only together. Where none have counted, few do once stars are closed. */
export function starsToCount(event: Pick<Event, 'step'>, before: Counted | undefined, present: Counted): Counted {
  const known = before ?? { stars: [], asOf: present.asOf }
  if (known.stars.length === 0 && !isOpenToStars(event)) return present
  return howManyChanged(known.stars, present.stars) < FEWEST_ON_RECORD ? known : present
}

/** So many people at least. Nobody has changed anything for the others when two have the stars of each other. */
function howManyChanged(before: readonly Stars[], present: readonly Stars[]): number {
  const left = before.map(keyOf)
  for (const each of present) {
    const at = left.indexOf(keyOf(each))
    if (at >= 0) left.splice(at, 1)
  }
  const same = before.length - left.length
  return Math.max(before.length, present.length) - same
}

const keyOf = ({ stars, mustSees }: Stars): string => JSON.stringify([stars, mustSees])
