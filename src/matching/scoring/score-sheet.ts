/** What people thought of cards: one to five points each, and each of them counted once. */

/** From one point, for "not for me", to five, for "we must talk about this". */
export const [FEWEST_POINTS, MOST_POINTS] = [1, 5] as const
/** A total is what five people would give together: out of 25. */
export const SCORES_IN_TOTAL = 5
export const OUT_OF = SCORES_IN_TOTAL * MOST_POINTS

/**
 * Cards are the whole numbers from 0 to `cards - 1`, people any whole numbers from 0. Score k is by `rater[k]`, of `card[k]`, and gives it
 * `points[k]`, from 1 to 5. Of two scores of one card by one person the first counts, so that what was sent twice changes nothing.
 */
export type ScoreSheet = { cards: number; rater: Int32Array; card: Int32Array; points: Int32Array }

/** The scores make no sense; the message is a sentence for whoever wrote them. */
export class WrongScores extends Error {}

/** @throws WrongScores when the scores make no sense. */
export function checkSheet({ cards, rater, card, points }: ScoreSheet): void {
  if (!Number.isInteger(cards) || cards < 0) throw new WrongScores(`There cannot be ${cards} cards: it must be a whole number from 0.`)
  if (rater.length !== points.length || card.length !== points.length)
    throw new WrongScores(
      `${points.length} scores are by ${rater.length} people and of ${card.length} cards: there must be as many of each.`,
    )
  for (const [at, given] of points.entries()) {
    if (!(card[at]! >= 0 && card[at]! < cards)) throw new WrongScores(`Score ${at} is of card ${card[at]}, which is not there.`)
    if (rater[at]! < 0) throw new WrongScores(`Score ${at} is by person ${rater[at]}: people are whole numbers from 0.`)
    if (given < FEWEST_POINTS || given > MOST_POINTS)
      throw new WrongScores(`Score ${at} gives ${given} points: it must be a whole number from ${FEWEST_POINTS} to ${MOST_POINTS}.`)
  }
}

/** The same sheet with the first score of each person and card alone, in an order that does not depend on when they came. */
export function withoutRepeats({ cards, rater, card, points }: ScoreSheet): ScoreSheet {
  const first = new Map<number, number>()
  for (const at of points.keys()) {
    const key = rater[at]! * cards + card[at]!
    if (!first.has(key)) first.set(key, at)
  }
  const kept = Int32Array.from([...first].sort(([a], [b]) => a - b).map(([, at]) => at))
  return { cards, rater: kept.map((at) => rater[at]!), card: kept.map((at) => card[at]!), points: kept.map((at) => points[at]!) }
}
