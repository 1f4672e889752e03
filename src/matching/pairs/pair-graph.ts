/** The graph of a round: who could meet whom, and how much each meeting is worth. The first file of the chapter on pairs. */

/**
 * People are the whole numbers from 0 to `n - 1`. Pair number k is between `from[k]` and `to[k]` and is worth `weight[k]`, in any
 * unit. Who must not meet simply has no pair. A pair that is listed twice counts once, at its greater worth.
 */
export type PairGraph = {
  n: number
  from: Int32Array
  to: Int32Array
  weight: Int32Array | Float64Array
}

/** The graph makes no sense; the message is a sentence for whoever wrote it. */
export class WrongGraph extends Error {}

/** Typed arrays of 2^30 places are about what fits into a process. */
const MOST = 2 ** 28

/** What one look at all weights tells. */
export type Spread = { least: number; greatest: number; isWhole: boolean }

export function checkGraph({ n, from, to, weight }: PairGraph): Spread {
  if (!Number.isInteger(n) || n < 0 || n > MOST) throw new WrongGraph(`There cannot be ${n} people.`)
  const pairs = from.length
  if (to.length !== pairs || weight.length !== pairs)
    throw new WrongGraph(`${pairs} pairs begin, ${to.length} end and ${weight.length} have a weight: the three lists must be as long.`)
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  let isWhole = true
  for (let pair = 0; pair < pairs; pair++) {
    const one = from[pair]!
    const other = to[pair]!
    const worth = weight[pair]!
    // NaN fails every comparison, so this asks for what is right instead of for what is wrong.
    const isRight = one >= 0 && one < n && other >= 0 && other < n && one !== other && Math.abs(worth) <= Number.MAX_SAFE_INTEGER
    if (!isRight) throw new WrongGraph(`Pair ${pair} ${whatIsWrong(n, one, other, worth)}`)
    if (worth < least) least = worth
    if (worth > greatest) greatest = worth
    if (Math.floor(worth) !== worth) isWhole = false
  }
  return pairs === 0 ? { least: 0, greatest: 0, isWhole } : { least, greatest, isWhole }
}

function whatIsWrong(n: number, one: number, other: number, worth: number): string {
  if (one === other) return `is between ${one} and themselves.`
  if (Math.min(one, other) >= 0 && Math.max(one, other) < n)
    return `has the weight ${worth}: it must be a number within ${Number.MAX_SAFE_INTEGER} of 0.`
  return `is between ${one} and ${other}, but people are numbered from 0 to ${n - 1}.`
}
