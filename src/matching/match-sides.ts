/** The best pairs across two sides, each with as many as they have room for: exact, with a proof. */
import { Cancelled, type PairOptions } from './match-pairs.ts'
import { SideArcs } from './side-arcs.ts'
import { boundOfSides, type SideCertificate } from './side-certificate.ts'
import { SideChains } from './side-chains.ts'
import { checkSides, type SideGraph } from './side-graph.ts'
import { makeWhole } from './whole-weights.ts'

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

/**
 * Maximum weight matching of a bipartite graph in which people have capacities (a b-matching), by successive shortest augmenting paths: each
 * on the left asks, as often as they have room, for the cheapest chain of swaps that gives them one more (Dijkstra's search on reduced
 * costs; Edmonds and Karp, 1972, Tomizawa, 1971). Prices of the right side only rise from 0, and those and the profits of the left
 * side prove the result.
 *
 * @throws WrongGraph when the graph makes no sense, Cancelled when `isCancelled` says so.
 * @example matchSides({ left: 2, right: 1, from: Int32Array.of(0, 1), to: Int32Array.of(0, 0), weight: Int32Array.of(5, 7) }).pairs // [[1, 0]]
 */
export function matchSides(graph: SideGraph, options: SideOptions = {}): SideResult {
  const spread = checkSides(graph)
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
  const certificate = {
    lift: whole.lift * whole.unit,
    left: Float64Array.from(chains.profit, (value) => value * whole.unit),
    // Whoever has no room at all covers every pair, and it costs nothing.
    right: Float64Array.from(chains.price, (value, j) =>
      arcs.mostRight[j] === 0 ? Math.max(0, spread.greatest) + whole.lift * whole.unit : value * whole.unit,
    ),
  }
  const bound = Math.max(worth, boundOfSides(graph, pairs, certificate))
  if (bound - worth > ROUNDING * Math.max(1, bound, most * (spread.greatest - spread.least)))
    throw new Error(`Two sides were matched for ${worth}, which ${bound} does not prove.`)
  return { pairs, weight: worth, bound, exact: true, certificate }
}
