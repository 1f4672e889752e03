/** The best pairs of all: exact maximum weight matching, with a proof. Read the chapter from here. */

import { shuffledOrder } from '../shuffled-order.ts'
import { Arcs } from './arcs.ts'
import { Forest } from './forest.ts'
import { grow } from './growth.ts'
import { pairUp, pairWhoCan } from './halves.ts'
import { openMarket } from './market.ts'
import { boundOf, certify, type PairCertificate } from './pair-certificate.ts'
import { checkGraph, type PairGraph } from './pair-graph.ts'
import { settle } from './settling.ts'
import { makeWhole } from './whole-weights.ts'

export type PairOptions = {
  /** 'any': the pairs worth most together. 'most': of all ways to have as many pairs as possible, the one worth most. */
  cardinality?: 'any' | 'most'
  /** Where several ways are as good, another seed may find another one; the same seed always finds the same. */
  seed?: number
  /** Hears what is being done, and how much of it is done already, from 0 to 1. */
  onProgress?: (step: PairStep, done: number) => void
  /** Asked now and then; once it says yes, `Cancelled` is thrown. */
  isCancelled?: () => boolean
}
export type PairStep = 'bids' | 'chains' | 'trees'
export type Tell = (step: PairStep, done: number) => void

export type PairResult = {
  /** The mate of each person, or -1. */
  mate: Int32Array
  weight: number
  /** No matching (of as many pairs, if most are asked for) is worth more. */
  bound: number
  /** Whether `weight` is `bound`, up to the rounding of weights that are no multiples of a power of two. */
  exact: boolean
  certificate: PairCertificate
}

/** The search was stopped by whoever began it. */
export class Cancelled extends Error {}

/** The gap that adding up real numbers may leave, as a share of everything that was added. */
export const ROUNDING = 1e-9

/**
 * Exact maximum weight matching on a general graph.
 *
 * 1. `makeWhole`: weights become whole numbers.
 * 2. `openMarket`: everybody bids for somebody; an auction nearly, then chains of swaps fully settle who gets whom, where rings of
 *    three are still allowed (the fractional relaxation; its dual values are a start that hardly needs changing).
 * 3. `pairUp`: chains and even rings become pairs; one of each odd ring is left over. (Should chains be too long to be settled,
 *    `pairWhoCan` makes less of what there is.)
 * 4. `grow`: from those few, trees grow until all are settled (Edmonds's blossoms; a forest from all roots at the same time).
 * 5. `certify`: the dual values prove the result.
 *
 * @throws WrongGraph when the graph makes no sense, Cancelled when `isCancelled` says so.
 * @example matchPairs({ n: 3, from: Int32Array.of(0, 1), to: Int32Array.of(1, 2), weight: Int32Array.of(5, 7) }).mate // [-1, 2, 1]
 */
export function matchPairs(graph: PairGraph, options: PairOptions = {}): PairResult {
  const whole = makeWhole(graph, checkGraph(graph), options.cardinality === 'most')
  const arcs = new Arcs(graph, whole)
  const tell = teller(options)
  const market = openMarket(arcs)
  const isSettled = settle(market, shuffledOrder(graph.n, options.seed), whole.range, tell)
  const { mate, dual, over } = isSettled ? pairUp(market) : pairWhoCan(market)
  arcs.forgetNear()
  const forest = new Forest(arcs, mate, dual, over)
  grow(forest, over, (treesLeft) => tell('trees', 1 - treesLeft / over.length))
  const certificate = certify(forest, whole)
  const weight = weightOf(graph, mate)
  // Real numbers may add up to a little less than what they bound.
  const bound = Math.max(weight, boundOf(forest, certificate, whole))
  return { mate, weight, bound, exact: bound - weight <= ROUNDING * Math.abs(bound), certificate }
}

export const teller =
  ({ onProgress, isCancelled }: Pick<PairOptions, 'onProgress' | 'isCancelled'>): Tell =>
  (step, done) => {
    if (isCancelled?.()) throw new Cancelled('The search for pairs was stopped.')
    onProgress?.(step, done)
  }

export function weightOf({ from, to, weight }: PairGraph, mate: Int32Array): number {
  const best = new Float64Array(mate.length).fill(Number.NEGATIVE_INFINITY)
  for (let pair = 0; pair < from.length; pair++) {
    const one = from[pair]!
    if (mate[one] !== to[pair]) continue
    const first = Math.min(one, to[pair]!)
    if (weight[pair]! > best[first]!) best[first] = weight[pair]!
  }
  let total = 0
  for (let v = 0; v < mate.length; v++) if (mate[v]! > v) total += best[v]!
  return total
}
