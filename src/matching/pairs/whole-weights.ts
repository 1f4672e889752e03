/** Turns weights into whole numbers, so that everything after it adds and subtracts without rounding. */
import type { PairGraph, Spread } from './pair-graph.ts'

export type Numbers = Int32Array | Float64Array

/** A weight becomes `ceil(weight * shift / divisor) * finer + lift`. */
export type WholeWeights = {
  shift: number
  divisor: number
  finer: number
  /** Added to every pair (it may be below 0), so that one pair more always counts more than any weights; 0 unless most are asked for. */
  lift: number
  /** A pair counts only when its weight is greater than this. */
  floor: number
  /** From the least a pair can be worth to the greatest, in whole numbers. */
  range: number
  /** The caller's weight of one. */
  unit: number
  /** Whether numbers are too large for 32 bits, so that columns are made of doubles. */
  isWide: boolean
}

/** Dual values, times and their sums reach sixteen times the largest weight. */
const MOST_NARROW = 2 ** 26
const MOST_WIDE = 2 ** 48
/** Every whole number up to this is a number of its own. */
const MOST_EXACT = 2 ** 53
/** Prices move in whole numbers: with fewer steps than this between the least and the greatest, far too many bids would be equal. */
const FEWEST_STEPS = 128

export const makeNumbers = (isWide: boolean, length: number): Numbers => (isWide ? new Float64Array(length) : new Int32Array(length))

/** Later than every time that is reached, and small enough for a column. */
export const never = (isWide: boolean): number => (isWide ? Number.MAX_SAFE_INTEGER : 2 ** 31 - 1)

/**
 * Weights that are no multiples of a power of two within reach (0.1, say) are rounded up, by less than a 2^47th of the greatest;
 * up, so that what bounds the rounded weights bounds the true ones too. With `isMost` the lift takes most of that room.
 */
export function makeWhole({ n, weight }: PairGraph, spread: Spread, isMost: boolean, fewestSteps = FEWEST_STEPS): WholeWeights {
  // Where nobody has to be matched, being alone is worth 0, and nothing below that counts.
  const least = isMost ? spread.least : 0
  const greatest = isMost ? spread.greatest : Math.max(0, spread.greatest)
  const largest = Math.max(-least, greatest)
  const pairs = n >> 1
  // Of as many pairs only the differences between weights count.
  const reach = isMost ? greatest - least : largest
  const room = isMost ? MOST_WIDE / (2 * pairs + 2) : MOST_WIDE
  const isPlain = spread.isWhole && largest <= MOST_NARROW && reach <= room
  const shift = isPlain ? 1 : wholeShift(weight, (by) => reach * by <= room && largest * by <= MOST_EXACT)
  const divisor = isPlain ? commonDivisor(weight) : 1
  const steps = ((greatest - least) * shift) / divisor
  let finer = 1
  while (steps > 0 && steps * finer < fewestSteps) finer *= 2
  const toWhole = (worth: number): number => Math.ceil((worth * shift) / divisor) * finer
  const range = toWhole(greatest) - toWhole(least)
  // Of two matchings the one with a pair more wins, were all its pairs the lightest and all of the other's the heaviest.
  const lift = isMost ? pairs * range - toWhole(least) + finer : 0
  const floor = isMost ? Number.NEGATIVE_INFINITY : 0
  const isWide = toWhole(greatest) + lift > MOST_NARROW
  return { shift, divisor, finer, lift, floor, range: Math.max(1, range), unit: divisor / shift / finer, isWide }
}

/** The least power of two that makes every weight whole, or else the greatest for which there is room. */
function wholeShift(weight: PairGraph['weight'], hasRoom: (shift: number) => boolean): number {
  let shift = 1
  for (let pair = 0; pair < weight.length; pair++) while ((weight[pair]! * shift) % 1 !== 0 && hasRoom(shift * 2)) shift *= 2
  while (!hasRoom(shift)) shift /= 2
  return shift
}

function commonDivisor(weight: PairGraph['weight']): number {
  let divisor = 0
  for (let pair = 0; pair < weight.length && divisor !== 1; pair++) {
    let greater = divisor
    let less = Math.abs(weight[pair]!) | 0
    while (less !== 0) {
      const rest = greater % less
      greater = less
      less = rest
    }
    divisor = greater
  }
  return Math.max(1, divisor)
}
