/** An order of cards that nobody can foresee and everybody can repeat. */
import { tieOf } from '../tie.ts'

/** A card's number in a draw, from the seed and its own. Seeds need not be large, nor far apart. */
export const drawOf = (seed: number, card: number): number => tieOf(seed, 'card', `${card}`)

/** All cards, the smallest number first. */
export function drawnOrder(cards: number, seed: number): Int32Array {
  const drawn = Uint32Array.from({ length: cards }, (_, card) => drawOf(seed, card))
  return Int32Array.from(drawn.keys()).sort((a, b) => drawn[a]! - drawn[b]! || a - b)
}
