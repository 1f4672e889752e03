/** Which card somebody scores next: the least-dealt first; later one near the cut, where one more score decides most. */
import { BEFORE_ANY_SCORE } from './before-any-score.ts'
import { drawOf } from './draw.ts'

/** How things stand with every card at this moment, as one person sees them; all four are as long as there are cards. */
export type Pile = {
  /** How many people have scored the card or hold it now. Whoever left with it in their hands does not count. */
  dealt: Int32Array
  /** How many have scored it, and how many points they gave it together. */
  scored: Int32Array
  points: Int32Array
  /** 1 for what this person must not get: their own card, their team's, and whatever they have had already. */
  barred: Uint8Array
}

export type DealRules = {
  /** So often every card is dealt before any is dealt for being near the cut; Infinity to deal evenly to the end. */
  even: number
  /** How many cards will be chosen. */
  places: number
}

export const NO_CARD = -1

/**
 * The card that somebody scores next, or -1 where none is left for them.
 *
 * At first all are dealt evenly, within one of each other. Then most are clear: one more score of a card far above the cut, or far below,
 * changes nothing. So the rest goes where it does most, to the cards of which nobody could yet say on which side they belong.
 *
 * @param seed decides between cards that are equal; another one for each deal, so that two people at once seldom get the same.
 * @example dealCard({ dealt: Int32Array.of(1, 0), scored: Int32Array.of(1, 0), points: Int32Array.of(4, 0), barred: Uint8Array.of(0, 0) }, { even: 5, places: 1 }, 1)
 */
export function dealCard(pile: Pile, { even, places }: DealRules, seed: number): number {
  const { dealt, barred } = pile
  const least = drawnBest(dealt.length, seed, (card) => (barred[card] ? undefined : -dealt[card]!))
  if (least === NO_CARD || dealt[least]! < even) return least
  const levels = levelsOf(pile)
  const cut = cutOf(levels, places)
  return drawnBest(dealt.length, seed, (card) => (barred[card] ? undefined : worthOfOneMore(levels[card]! - cut, dealt[card]!)))
}

/**
 * How often every card is dealt before nearness to the cut counts, where `people` are expected to score `each` cards.
 * A quarter of all scores tells what is clear; measured, anything from a seventh to a half does nearly as well.
 */
export const evenRounds = (people: number, each: number, cards: number): number =>
  Math.max(1, Math.floor((EVEN_SHARE * people * each) / Math.max(1, cards)))
const EVEN_SHARE = 1 / 4

function drawnBest(cards: number, seed: number, worth: (card: number) => number | undefined): number {
  let best = NO_CARD
  let most = Number.NEGATIVE_INFINITY
  for (let card = 0; card < cards; card++) {
    const value = worth(card)
    if (value === undefined || value < most) continue
    if (value === most && best !== NO_CARD && drawOf(seed, card) >= drawOf(seed, best)) continue
    most = value
    best = card
  }
  return best
}

/** Points of one score, with what is known of cards before anybody has scored them: few scores count for little. */
function levelsOf({ scored, points }: Pile): Float64Array {
  const all = scored.reduce((sum, each) => sum + each, 0)
  const mean = points.reduce((sum, each) => sum + each, 0) / Math.max(1, all)
  return Float64Array.from(scored, (many, card) => (points[card]! + RESERVE * mean) / (many + RESERVE))
}

/** Halfway between the last card that is in and the first that is out. */
function cutOf(levels: Float64Array, places: number): number {
  const sorted = levels.slice().sort().reverse()
  const last = Math.min(Math.max(places, 1), sorted.length) - 1
  return (sorted[last]! + sorted[Math.min(last + 1, sorted.length - 1)]!) / 2
}

/**
 * By how much one more score lowers the loss that is to be expected from choosing the wrong side, up to a constant, as a logarithm.
 * The loss is s (phi(z) - z Phi(-z)), with s the standard error and z the distance from the cut in standard errors; its slope is phi(z) s / 2n.
 */
function worthOfOneMore(distance: number, dealt: number): number {
  const known = dealt + RESERVE
  return -(known * distance ** 2) / (2 * BEFORE_ANY_SCORE.chance) - 1.5 * Math.log(known)
}
const RESERVE = BEFORE_ANY_SCORE.chance / BEFORE_ANY_SCORE.card
