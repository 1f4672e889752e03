/** Nearly the best pairs, for rounds so large that time matters more than the last thousandth: with a bound that proves how near. */
import { shuffledOrder } from '../shuffled-order.ts'
import { Arcs } from './arcs.ts'
import { holdAuction } from './auction.ts'
import { openMarket } from './market.ts'
import { type PairOptions, type PairResult, ROUNDING, teller, weightOf } from './match-pairs.ts'
import { lowerValues, valuesAfter } from './near-values.ts'
import { checkGraph, type PairGraph } from './pair-graph.ts'
import { pairNearly } from './rings.ts'
import { takeShortWays } from './short-ways.ts'
import { makeWhole, type Numbers } from './whole-weights.ts'

export type NearOptions = Pick<PairOptions, 'seed' | 'onProgress' | 'isCancelled'>

export type NearResult = Omit<PairResult, 'certificate'> & {
  /** Of each person, 0 or more: those of any two who could meet come to what that is worth at least, so all together are `bound`. */
  values: Float64Array
}

/** A step of this share of the range makes a cheap auction that leaves little to improve. */
const STEPS = 300
const BIDS_EACH = 40
/** Within this share of what is proven to be the most, nothing more is looked for. */
const ENOUGH = 3e-4

/**
 * A matching that is worth all but a few ten-thousandths of the best, in a fraction of the time.
 *
 * 1. As for the best pairs, everybody bids for somebody, until nearly all are content (`holdAuction`).
 * 2. Of the chains and rings of who gets whom, every best choice of pairs is taken (`pairNearly`).
 * 3. What the prices say of everybody, lowered as far as it goes, bounds the best there could be (`lowerValues`).
 * 4. Unless that is near enough, whoever is left over looks for a short way of swaps that is worth more than it costs (`takeShortWays`).
 *
 * @throws WrongGraph when the graph makes no sense, Cancelled when `isCancelled` says so.
 * @example matchNearly({ n: 3, from: Int32Array.of(0, 1), to: Int32Array.of(1, 2), weight: Int32Array.of(5, 7) }).mate // [-1, 2, 1]
 */
export function matchNearly(graph: PairGraph, options: NearOptions = {}): NearResult {
  const tell = teller(options)
  const whole = makeWhole(graph, checkGraph(graph), false, STEPS / 2)
  const arcs = new Arcs(graph, whole)
  arcs.makeAllNear()
  tell('bids', 0)
  const market = openMarket(arcs)
  const order = shuffledOrder(graph.n, options.seed)
  holdAuction(market, order, Math.max(1, Math.round(whole.range / STEPS)), BIDS_EACH * graph.n + 1000)
  tell('chains', 0)
  const { value, lotWorth } = valuesAfter(market)
  const { mate, worth } = pairNearly(market, lotWorth)
  lowerValues(arcs, value)
  const most = sum(value) / 2
  if (most - worth > ENOUGH * most) takeShortWays(arcs, mate, value, (done) => tell('chains', done))
  const values = Float64Array.from(value, (each) => (each * whole.unit) / 2)
  const weight = weightOf(graph, mate)
  const bound = Math.max(weight, sum(values))
  return { mate, weight, bound, exact: bound - weight <= ROUNDING * bound, values }
}

function sum(values: Numbers): number {
  let all = 0
  for (let at = 0; at < values.length; at++) all += values[at]!
  return all
}
