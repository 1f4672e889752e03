/** Which cards are chosen: by a model that takes out luck, or the classic paper way; ties at the cut by a lottery from a published seed. */
import { drawnOrder } from './draw.ts'
import { takeApart } from './harshness.ts'
import {
  checkSheet,
  FEWEST_POINTS,
  MOST_POINTS,
  OUT_OF,
  SCORES_IN_TOTAL,
  type ScoreSheet,
  WrongScores,
  withoutRepeats,
} from './score-sheet.ts'

export type Ranking = {
  /** All cards, the best first; those that are equal in the order of the lottery. */
  order: Int32Array
  /** What each card is shown with: out of 25, in tenths. */
  total: Float64Array
  /** Nine times of ten the card's true total is within so much of the one shown. Nobody can say so of the paper way. */
  giveOrTake?: Float64Array
  /** How many have scored each card. */
  scored: Int32Array
  /** Each card's number in the lottery, from 0: of equal ones the smaller number goes first. */
  lottery: Int32Array
  /** Cards with the same total of which some are in and some are out, the winners of the lottery first; none where the cut falls between two totals. */
  tied: Int32Array
}

export type Cut = {
  /** How many cards are chosen. */
  places: number
  /** Of the lottery: fixed and told to all before anybody scores. */
  seed: number
}

/** Nine of ten values of a normal distribution lie within so many standard deviations. */
const NINE_OF_TEN = 1.645

/**
 * Ranks cards by what a reader who is neither harsh nor kind would give them, five times over, so that 25 is the most. See `takeApart` for
 * how. A card without any score stands in the middle, with much to give or take.
 *
 * @throws WrongScores when the scores make no sense.
 * @example rankCards({ cards: 2, rater: Int32Array.of(0, 1), card: Int32Array.of(0, 1), points: Int32Array.of(4, 2) }, { places: 1, seed: 1 }).order
 */
export function rankCards(sheet: ScoreSheet, cut: Cut): Ranking {
  checkSheet(sheet)
  const once = withoutRepeats(sheet)
  const { level, doubt } = once.points.length > 0 ? takeApart(once) : nothingKnown(sheet.cards)
  const total = level.map((points) => inTenths(SCORES_IN_TOTAL * Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, points))))
  const giveOrTake = doubt.map((each) => inTenths(Math.min(OUT_OF, SCORES_IN_TOTAL * NINE_OF_TEN * each)))
  return { ...ordered(once, total, cut), giveOrTake }
}

/**
 * The classic paper way: the sum of the first five scores of each card. Seven in ten of those that it chooses are the right ones: five
 * people are too few to be sure of a card, and one that happens to get harsh raters has lost.
 *
 * @throws WrongScores when the scores make no sense.
 */
export function rankOnPaper(sheet: ScoreSheet, cut: Cut): Ranking {
  checkSheet(sheet)
  const once = withoutRepeats(sheet)
  const total = new Float64Array(sheet.cards)
  const counted = new Int32Array(sheet.cards)
  for (const [at, card] of once.card.entries()) if (counted[card]!++ < SCORES_IN_TOTAL) total[card]! += once.points[at]!
  return ordered(once, total, cut)
}

/** Whether the card is one of those chosen. */
export const isChosen = ({ order }: Pick<Ranking, 'order'>, { places }: Pick<Cut, 'places'>, card: number): boolean =>
  order.subarray(0, places).includes(card)

function ordered({ cards, card }: ScoreSheet, total: Float64Array, { places, seed }: Cut): Ranking {
  if (!Number.isInteger(places) || places < 0) throw new WrongScores(`${places} cards cannot be chosen: it must be a whole number from 0.`)
  const lottery = new Int32Array(cards)
  for (const [number, each] of drawnOrder(cards, seed).entries()) lottery[each] = number
  const order = Int32Array.from(total.keys()).sort((a, b) => total[b]! - total[a]! || lottery[a]! - lottery[b]!)
  const scored = new Int32Array(cards)
  for (const each of card) scored[each]!++
  const [lastIn, firstOut] = [order[places - 1], order[places]]
  const isTied = lastIn !== undefined && firstOut !== undefined && total[lastIn] === total[firstOut]
  return { order, total, scored, lottery, tied: isTied ? order.filter((each) => total[each] === total[lastIn]) : new Int32Array(0) }
}

const inTenths = (number: number): number => Math.round(10 * number) / 10

function nothingKnown(cards: number): { level: Float64Array; doubt: Float64Array } {
  const middle = (FEWEST_POINTS + MOST_POINTS) / 2
  return { level: new Float64Array(cards).fill(middle), doubt: new Float64Array(cards).fill(MOST_POINTS) }
}
