/** Checks that a matching is the best, by its certificate alone: nothing here knows how it was found. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { PairResult } from './match-pairs.ts'
import type { PairGraph } from './pair-graph.ts'

export type CertificateFault =
  | 'sizes differ'
  | 'mates disagree'
  | 'mates without a pair'
  | 'wrong weight'
  | 'wrong bound'
  | 'negative value'
  | 'blossoms not nested'
  | 'even blossom'
  | 'pair not covered'
  | 'lift too small'
  | 'gap'

/** Real numbers are added up in another order here than there. */
const ROUNDING = 1e-9

/** How far weight and bound are apart, or what is wrong. */
export function checkCertificate(graph: PairGraph, result: PairResult): Answer<{ gap: number }, CertificateFault> {
  const { n, from, to, weight } = graph
  const { mate, certificate } = result
  const { people, blossoms, inside, lift } = certificate
  if (mate.length !== n || people.length !== n || inside.length !== n + blossoms.length) return no('sizes differ')
  for (let v = 0; v < n; v++) if (mate[v] !== -1 && (mate[mate[v]!] !== v || mate[v] === v)) return no('mates disagree')

  const matched = new Float64Array(n).fill(Number.NEGATIVE_INFINITY)
  for (let pair = 0; pair < from.length; pair++)
    if (mate[from[pair]!] === to[pair]) matched[from[pair]!] = matched[to[pair]!] = Math.max(matched[from[pair]!]!, weight[pair]!)
  let total = 0
  let pairs = 0
  for (let v = 0; v < n; v++) {
    if (mate[v]! <= v) continue
    if (matched[v] === Number.NEGATIVE_INFINITY) return no('mates without a pair')
    total += matched[v]!
    pairs++
  }
  const [least, greatest] = extremes(weight)
  const scale = Math.max(-least, greatest)
  const slip = isWhole(weight) && (scale + Math.abs(lift)) * n < Number.MAX_SAFE_INTEGER / 8 ? 0 : (scale + Math.abs(lift)) * ROUNDING
  if (Math.abs(total - result.weight) > slip * n) return no('wrong weight')

  if (people.some((value) => !(value >= 0)) || blossoms.some((value) => !(value >= 0))) return no('negative value')
  const nest = readNest(n, inside)
  if (!nest) return no('blossoms not nested')
  if (nest.size.some((size, node) => node >= n && size % 2 === 0)) return no('even blossom')

  // What all blossoms around a node come to, the outermost first.
  const around = new Float64Array(inside.length)
  for (const node of nest.outermostFirst)
    around[node] = (node < n ? 0 : blossoms[node - n]!) + (inside[node]! < 0 ? 0 : around[inside[node]!]!)
  for (let pair = 0; pair < from.length; pair++) {
    const [one, other] = [from[pair]!, to[pair]!]
    let cover = people[one]! + people[other]! - weight[pair]! - lift
    if (cover < 0) cover += around[smallestAroundBoth(inside, nest.depth, one, other)] ?? 0
    if (cover < -slip) return no('pair not covered')
  }
  // Were all pairs of this matching the heaviest and all of one with a pair more the lightest, the other must still be worth more.
  if (lift !== 0 && (pairs + 1) * (least + lift) <= pairs * (greatest + lift) - slip) return no('lift too small')

  let bound = -lift * pairs
  for (let v = 0; v < n; v++) bound += people[v]!
  for (let b = 0; b < blossoms.length; b++) bound += blossoms[b]! * ((nest.size[n + b]! - 1) / 2)
  if (Math.abs(bound - result.bound) > slip * n) return no('wrong bound')
  const gap = bound - total
  return Math.abs(gap) <= slip * n ? yes({ gap }) : no('gap')
}

const isWhole = (weight: PairGraph['weight']): boolean => weight.every((worth) => Number.isInteger(worth))

function extremes(weight: PairGraph['weight']): [least: number, greatest: number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let pair = 0; pair < weight.length; pair++) {
    least = Math.min(least, weight[pair]!)
    greatest = Math.max(greatest, weight[pair]!)
  }
  return weight.length === 0 ? [0, 0] : [least, greatest]
}

type Nesting = { size: Int32Array; depth: Int32Array; outermostFirst: Int32Array }

/** Of each node how many people it holds and how deep it lies; undefined when blossoms lie in each other in a circle, or in people. */
function readNest(n: number, inside: Int32Array): Nesting | undefined {
  const nodes = inside.length
  const unread = new Int32Array(nodes)
  for (let node = 0; node < nodes; node++) {
    const outer = inside[node]!
    if (outer === -1) continue
    if (!(outer >= n && outer < nodes)) return undefined
    unread[outer]!++
  }
  const size = new Int32Array(nodes).fill(1, 0, n)
  const innermostFirst: number[] = []
  for (let node = 0; node < nodes; node++) if (unread[node] === 0) innermostFirst.push(node)
  for (let at = 0; at < innermostFirst.length; at++) {
    const node = innermostFirst[at]!
    const outer = inside[node]!
    if (outer < 0) continue
    size[outer]! += size[node]!
    if (--unread[outer]! === 0) innermostFirst.push(outer)
  }
  if (innermostFirst.length < nodes) return undefined
  const outermostFirst = Int32Array.from(innermostFirst).reverse()
  const depth = new Int32Array(nodes)
  for (const node of outermostFirst) depth[node] = inside[node]! < 0 ? 0 : depth[inside[node]!]! + 1
  return { size, depth, outermostFirst }
}

function smallestAroundBoth(inside: Int32Array, depth: Int32Array, one: number, other: number): number {
  let [here, there] = [one, other]
  while (here !== there) {
    if (here < 0 || there < 0) return -1
    if (depth[here]! >= depth[there]!) here = inside[here]!
    else there = inside[there]!
  }
  return here
}
