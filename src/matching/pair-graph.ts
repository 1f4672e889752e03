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

export function checkGraph({ n, from, to, weight }: PairGraph): void {
  if (!Number.isInteger(n) || n < 0 || n > MOST) throw new WrongGraph(`There cannot be ${n} people.`)
  const pairs = from.length
  if (to.length !== pairs || weight.length !== pairs)
    throw new WrongGraph(`${pairs} pairs begin, ${to.length} end and ${weight.length} have a weight: the three lists must be as long.`)
  for (let pair = 0; pair < pairs; pair++) {
    const one = from[pair]!
    const other = to[pair]!
    const worth = weight[pair]!
    if (!(one >= 0 && one < n && other >= 0 && other < n))
      throw new WrongGraph(`Pair ${pair} is between ${one} and ${other}, but people are numbered from 0 to ${n - 1}.`)
    if (one === other) throw new WrongGraph(`Pair ${pair} is between ${one} and themselves.`)
    // NaN fails every comparison, so this asks for what is right instead of for what is wrong.
    if (!(Math.abs(worth) <= Number.MAX_SAFE_INTEGER))
      throw new WrongGraph(`Pair ${pair} has the weight ${worth}: it must be a number within ${Number.MAX_SAFE_INTEGER} of 0.`)
  }
}
