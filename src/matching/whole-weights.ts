/** Turns weights into whole numbers, so that everything after it adds and subtracts without rounding. */
import type { PairGraph } from './pair-graph.ts'

export type Numbers = Int32Array | Float64Array

export type WholeWeights = {
  /** One for each pair of the graph. A pair that has 0 is never chosen. */
  whole: Numbers
  /** The caller's weight of one: `whole * unit` is the caller's weight plus `lift * unit`. */
  unit: number
  /** What was added to every pair, in whole numbers, so that one pair more always counts more than any weights. */
  lift: number
  /** From the least a pair can be worth to the greatest. */
  range: number
  /** Whether numbers are too large for 32 bits, so that columns are made of doubles. */
  isWide: boolean
}

/** Dual values, times and their sums reach sixteen times the largest weight. */
const MOST_NARROW = 2 ** 26
const MOST_WIDE = 2 ** 48
/** Prices move in whole numbers: with fewer steps than this between the least and the greatest, far too many bids would be equal. */
const FEWEST_STEPS = 128

export const makeNumbers = (isWide: boolean, length: number): Numbers => (isWide ? new Float64Array(length) : new Int32Array(length))

/** Later than every time that is reached, and small enough for a column. */
export const never = (isWide: boolean): number => (isWide ? Number.MAX_SAFE_INTEGER : 2 ** 31 - 1)

/**
 * Weights that are no multiples of a power of two within reach (0.1, say) are rounded up, by less than a 2^47th of the greatest;
 * up, so that what bounds the rounded weights bounds the true ones too. With `isMost` the lift takes most of that room.
 */
export function makeWhole({ n, weight }: PairGraph, isMost: boolean): WholeWeights {
  const [least, greatest] = extremes(weight, isMost)
  const largest = Math.max(-least, greatest)
  const pairs = n >> 1
  const shift = wholeShift(weight, largest, isMost ? MOST_WIDE / (2 * pairs + 2) : MOST_WIDE)
  const divisor = shift === 1 && largest <= MOST_NARROW ? commonDivisor(weight) : 1
  const steps = ((greatest - least) * shift) / divisor
  let finer = 1
  while (steps > 0 && steps * finer < FEWEST_STEPS) finer *= 2
  const toWhole = (worth: number): number => Math.ceil((worth * shift) / divisor) * finer
  const range = toWhole(greatest) - toWhole(least)
  // Of two matchings the one with a pair more wins, were all its pairs the lightest and all of the other's the heaviest.
  const lift = isMost ? pairs * range + Math.max(0, -toWhole(least)) + finer : 0
  const isWide = toWhole(greatest) + lift > MOST_NARROW
  const whole = makeNumbers(isWide, weight.length)
  for (let pair = 0; pair < whole.length; pair++) whole[pair] = Math.max(0, toWhole(weight[pair]!) + lift)
  return { whole, unit: divisor / shift / finer, lift, range: Math.max(1, range), isWide }
}

/** Where nobody has to be matched, being alone is worth 0, and nothing below that counts. */
function extremes(weight: PairGraph['weight'], isMost: boolean): [least: number, greatest: number] {
  let least = isMost ? Number.POSITIVE_INFINITY : 0
  let greatest = isMost ? Number.NEGATIVE_INFINITY : 0
  for (let pair = 0; pair < weight.length; pair++) {
    const worth = weight[pair]!
    if (worth > greatest) greatest = worth
    if (worth < least && isMost) least = worth
  }
  return weight.length === 0 ? [0, 0] : [least, greatest]
}

/** The least power of two that makes every weight whole, or else the greatest for which there is room. */
function wholeShift(weight: PairGraph['weight'], largest: number, room: number): number {
  let shift = 1
  for (let pair = 0; pair < weight.length; pair++)
    while (!Number.isInteger(weight[pair]! * shift) && largest * shift * 2 <= room) shift *= 2
  while (largest * shift > room) shift /= 2
  return shift
}

function commonDivisor(weight: PairGraph['weight']): number {
  let divisor = 0
  for (let pair = 0; pair < weight.length && divisor !== 1; pair++) {
    let [greater, less] = [divisor, Math.abs(weight[pair]!) | 0]
    while (less !== 0) [greater, less] = [less, greater % less]
    divisor = greater
  }
  return Math.max(1, divisor)
}
