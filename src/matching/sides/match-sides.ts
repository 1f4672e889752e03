/** The best pairs across two sides, each with as many as they have room for: exact, with a proof. */
import { Arcs } from '../pairs/arcs.ts'
import { openMarket } from '../pairs/market.ts'
import { Cancelled, matchPairs, type PairOptions, type PairStep, teller, weightOf } from '../pairs/match-pairs.ts'
import type { PairGraph, Spread } from '../pairs/pair-graph.ts'
import { settle } from '../pairs/settling.ts'
import { makeWhole, type Numbers } from '../pairs/whole-weights.ts'
import { shuffledOrder } from '../shuffled-order.ts'
import { SideArcs } from './side-arcs.ts'
import { boundOfSides, type SideCertificate } from './side-certificate.ts'
import { SideChains } from './side-chains.ts'
import { besideEachOther, checkSides, type SideGraph } from './side-graph.ts'

export type SideOptions = Pick<PairOptions, 'cardinality' | 'isCancelled'> & {
  /** Hears how much is done already, from 0 to 1. */
  onProgress?: (done: number) => void
}
export type SideResult = {
  /** Left and right. */
  pairs: readonly (readonly [number, number])[]
  weight: number
  /** Nothing (with as many pairs, if most are asked for) is worth more; that it is `weight` is what makes it exact. */
  bound: number
  exact: true
  certificate: SideCertificate
}

/** The gap that adding up real numbers may leave, as a share of everything that was added. */
const ROUNDING = 1e-9
/** How many are served before somebody is told. */
const TURNS = 256

type Found = Pick<SideResult, 'pairs' | 'weight' | 'certificate'>

/**
 * Maximum weight matching of a bipartite graph in which people have capacities (a b-matching).
 *
 * Where everybody has room for one, it is the market with which the best pairs of a graph begin: an auction, and chains of swaps for whoever is
 * left (`settle`). Else each on the left asks, as often as they have room, for the cheapest chain of swaps that gives them one more
 * (successive shortest augmenting paths, Dijkstra's search on reduced costs; Edmonds and Karp, 1972, Tomizawa, 1971). Prices of the right side
 * and profits of the left side prove the result.
 *
 * @throws WrongGraph when the graph makes no sense, Cancelled when `isCancelled` says so.
 * @example matchSides({ left: 2, right: 1, from: Int32Array.of(0, 1), to: Int32Array.of(0, 0), weight: Int32Array.of(5, 7) }).pairs // [[1, 0]]
 */
export function matchSides(graph: SideGraph, options: SideOptions = {}): SideResult {
  const spread = checkSides(graph)
  const { capacityLeft, capacityRight } = graph
  const isForOne = [capacityLeft, capacityRight].every((capacities) => !capacities || capacities.every((room) => room === 1))
  const { pairs, weight, certificate } = isForOne ? matchOnes(graph, spread, options) : matchMany(graph, spread, options)
  const bound = Math.max(weight, boundOfSides(graph, pairs, certificate))
  if (!(bound - weight <= ROUNDING * Math.max(1, bound, pairs.length * (spread.greatest - spread.least))))
    throw new Error(`Two sides were matched for ${weight}, which ${bound} does not prove.`)
  return { pairs, weight, bound, exact: true, certificate }
}

/** Only the left side bids, and the right side is what they bid for: a market without odd rings is settled with pairs. */
function matchOnes(graph: SideGraph, spread: Spread, { cardinality = 'any', isCancelled, onProgress }: SideOptions): Found {
  const both = besideEachOther(graph)
  const heard = {
    ...(isCancelled ? { isCancelled } : {}),
    ...(onProgress ? { onProgress: (step: PairStep, done: number) => step === 'chains' && onProgress(done) } : {}),
  }
  const whole = makeWhole(both, spread, cardinality === 'most')
  const market = openMarket(new Arcs(both, whole))
  const bidders = shuffledOrder(graph.left, undefined)
  if (!settle(market, bidders, whole.range, teller(heard))) return asPairs(graph, both, { cardinality, ...heard })
  const { lot, profit, price } = market
  const valued = (values: Numbers): Float64Array => Float64Array.from(values, (value) => value * whole.unit)
  return {
    ...found(graph, both, lot),
    certificate: {
      lift: whole.lift * whole.unit,
      left: valued(profit.subarray(0, graph.left)),
      right: valued(price.subarray(graph.left)),
    },
  }
}

/** Where chains are too long, by trees: without odd rings there are no blossoms, and the values of people prove the result alone. */
function asPairs(graph: SideGraph, both: PairGraph, options: PairOptions): Found {
  const { mate, certificate } = matchPairs(both, options)
  const { lift, people } = certificate
  return { ...found(graph, both, mate), certificate: { lift, left: people.slice(0, graph.left), right: people.slice(graph.left) } }
}

function found({ left }: SideGraph, both: PairGraph, mate: Int32Array): Pick<Found, 'pairs' | 'weight'> {
  const pairs: [number, number][] = []
  for (let i = 0; i < left; i++) if (mate[i]! >= 0) pairs.push([i, mate[i]! - left])
  return { pairs, weight: weightOf(both, mate) }
}

function matchMany(graph: SideGraph, spread: Spread, options: SideOptions): Found {
  const { left, right, from, to, weight, capacityLeft, capacityRight } = graph
  const sum = (many: number, capacities: Int32Array | undefined): number => capacities?.reduce((all, each) => all + each, 0) ?? many
  const most = Math.min(sum(left, capacityLeft), sum(right, capacityRight), from.length)
  const whole = makeWhole({ n: 2 * most, from, to, weight }, spread, options.cardinality === 'most')
  const arcs = new SideArcs(graph, whole)
  const chains = new SideChains(arcs)
  for (let i = 0; i < left; i++) {
    if (i % TURNS === 0) {
      if (options.isCancelled?.()) throw new Cancelled('The search for pairs was stopped.')
      options.onProgress?.(i / left)
    }
    while (arcs.usedLeft[i]! < arcs.mostLeft[i]! && chains.profit[i]! > 0) chains.serve(i)
  }
  const pairs: [number, number][] = []
  let worth = 0
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.place[arc]! < 0) continue
    pairs.push([arcs.tail[arc]!, arcs.to[arc]!])
    worth += arcs.worth[arc]!
  }
  const lift = whole.lift * whole.unit
  const certificate = {
    lift,
    left: Float64Array.from(chains.profit, (value) => value * whole.unit),
    // Whoever has no room at all covers every pair, and it costs nothing.
    right: Float64Array.from(chains.price, (value, j) =>
      arcs.mostRight[j] === 0 ? Math.max(0, spread.greatest + lift) : value * whole.unit,
    ),
  }
  return { pairs, weight: worth, certificate }
}
