/** Takes scores apart into what the card is, how harsh its rater is, and chance. */
import { BEFORE_ANY_SCORE } from './before-any-score.ts'
import type { ScoreSheet } from './score-sheet.ts'
import { inverseOf } from './symmetric-inverse.ts'

/** How much single scores differ, and by what (variances). */
export type Spread = { card: number; harshness: number; chance: number }

export type Parts = {
  /** What a rater who is neither harsh nor kind would give each card, and how far that may be out (a standard deviation). */
  level: Float64Array
  doubt: Float64Array
  spread: Spread
}

/** Each round comes nearer; after so many what is left does not change the order of cards. */
const ROUNDS = 12
/** What was known before weighs as much as so many cards, or raters. */
const WEIGHT_BEFORE = 20
/** Whole points alone hide so much: the variance of rounding. */
const LEAST_CHANCE = 1 / 12
const LEAST_SHARE = 0.01

/**
 * Each score is taken to be mean + card + harshness of the rater + chance. Cards and raters are pulled towards the middle, the more the
 * fewer scores they have (ridge regression, which is the best linear prediction of random effects: Henderson, 1975), so that a card with two
 * lucky fives is not the best, and two people who always give one point harm nobody.
 *
 * Solved exactly, not by turns: raters are eliminated, which leaves one equation a card, and the inverse of these also says how far each
 * level may be out. How strongly to pull is found from the scores themselves (expectation and maximisation, Dempster and others, 1977).
 * Takes about (cards ^ 3) * ROUNDS steps: a tenth of a second for 150 cards.
 *
 * @param sheet without repeats, and with one score at least.
 */
export function takeApart(sheet: ScoreSheet): Parts {
  const raters = ratersOf(sheet)
  let spread: Spread = BEFORE_ANY_SCORE
  let solved = solve(sheet, raters, spread)
  for (let round = 1; round < ROUNDS; round++) {
    spread = spreadOf(sheet, raters, solved, spread)
    solved = solve(sheet, raters, spread)
  }
  const { effects, inverse } = solved
  const [{ cards }, size] = [sheet, effects.length]
  const mean = effects[cards]!
  const doubtOf = (card: number): number =>
    inverse[card * size + card]! + 2 * inverse[card * size + cards]! + inverse[cards * size + cards]!
  return {
    level: effects.subarray(0, cards).map((effect) => mean + effect),
    doubt: Float64Array.from({ length: cards }, (_, card) => Math.sqrt(spread.chance * doubtOf(card))),
    spread,
  }
}

/** The scores of one rater. */
type Rater = { cards: number[]; points: number[]; sum: number }

function ratersOf({ rater, card, points }: ScoreSheet): Rater[] {
  const raters = new Map<number, Rater>()
  for (const [at, who] of rater.entries()) {
    const own = raters.get(who) ?? { cards: [], points: [], sum: 0 }
    own.cards.push(card[at]!)
    own.points.push(points[at]!)
    own.sum += points[at]!
    raters.set(who, own)
  }
  return [...raters.values()]
}

/** Effects of all cards, and at the end the mean; with the inverse of the equations that they solve. */
type Solved = { effects: Float64Array; inverse: Float64Array; harshness: Float64Array }

/**
 * The normal equations. Every score adds its card and the mean; every rater takes away what their harshness explains of these:
 * (their row) (their row)' / (their scores + pull), where their row counts each card once, and the mean once a score.
 */
function solve({ cards, card, points }: ScoreSheet, raters: readonly Rater[], spread: Spread): Solved {
  const size = cards + 1
  const left = new Float64Array(size * size)
  const right = new Float64Array(size)
  const add = (row: number, column: number, value: number): void => {
    left[row * size + column]! += value
    if (row !== column) left[column * size + row]! += value
  }
  for (let each = 0; each < cards; each++) add(each, each, spread.chance / spread.card)
  for (const [at, each] of card.entries()) {
    add(each, each, 1)
    add(each, cards, 1)
    right[each]! += points[at]!
    right[cards]! += points[at]!
  }
  add(cards, cards, card.length)
  for (const rater of raters) {
    const many = rater.cards.length
    const weight = weightOf(rater, spread)
    for (const [at, one] of rater.cards.entries()) {
      for (const other of rater.cards.slice(at)) add(one, other, -1 / weight)
      add(one, cards, -many / weight)
      right[one]! -= rater.sum / weight
    }
    add(cards, cards, -(many ** 2) / weight)
    right[cards]! -= (many * rater.sum) / weight
  }
  const inverse = inverseOf(left, size)
  const effects = right.map((_, row) => right.reduce((sum, value, column) => sum + inverse[row * size + column]! * value, 0))
  return { effects, inverse, harshness: Float64Array.from(raters, (rater) => harshnessOf(rater, effects, spread)) }
}

const weightOf = ({ cards }: Rater, { chance, harshness }: Spread): number => cards.length + chance / harshness

/** How many points more than others they give. */
function harshnessOf(rater: Rater, effects: Float64Array, spread: Spread): number {
  const expected = rater.cards.reduce((sum, card) => sum + effects[card]!, rater.cards.length * effects.at(-1)!)
  return (rater.sum - expected) / weightOf(rater, spread)
}

/** What the effects just found, and how far they may be out, say of how much scores differ and by what. */
function spreadOf(sheet: ScoreSheet, raters: readonly Rater[], solved: Solved, spread: Spread): Spread {
  const { cards, rater } = sheet
  const { effects, inverse, harshness } = solved
  const size = cards + 1
  let [ofCards, ofRaters] = [0, 0]
  for (let card = 0; card < cards; card++) ofCards += effects[card]! ** 2 + spread.chance * inverse[card * size + card]!
  for (const [at, rater] of raters.entries()) {
    const weight = weightOf(rater, spread)
    ofRaters += harshness[at]! ** 2 + spread.chance * (1 / weight + doubleSum(inverse, size, rater) / weight ** 2)
  }
  const chance = Math.max(LEAST_CHANCE, leftOver(raters, solved) / Math.max(1, rater.length - 1))
  const least = LEAST_SHARE * chance
  const mixed = (sum: number, many: number, before: number): number =>
    Math.max(least, (sum + WEIGHT_BEFORE * before) / (many + WEIGHT_BEFORE))
  return {
    card: mixed(ofCards, cards, BEFORE_ANY_SCORE.card),
    harshness: mixed(ofRaters, raters.length, BEFORE_ANY_SCORE.harshness),
    chance,
  }
}

/** The inverse between all that a rater has scored: each card once, the mean once a score. */
function doubleSum(inverse: Float64Array, size: number, { cards }: Rater): number {
  const many = cards.length
  const mean = size - 1
  let sum = many ** 2 * inverse[mean * size + mean]!
  for (const one of cards) {
    sum += 2 * many * inverse[one * size + mean]!
    for (const other of cards) sum += inverse[one * size + other]!
  }
  return sum
}

/** Scores times what the effects leave unexplained of them, which is what is expected of chance, free of what fitting takes away. */
function leftOver(raters: readonly Rater[], { effects, harshness }: Solved): number {
  let sum = 0
  for (const [at, { cards, points }] of raters.entries())
    for (const [which, given] of points.entries())
      sum += (given - MIDDLE) * (given - effects[cards[which]!]! - effects.at(-1)! - harshness[at]!)
  return sum
}
// Any number would do, as what is left over adds up to nothing; one that is near keeps rounding small.
const MIDDLE = 3
