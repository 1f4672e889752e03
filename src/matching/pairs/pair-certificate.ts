/** What proves that a matching is the best: dual values of people and of blossoms. */
import type { Forest } from './forest.ts'
import type { WholeWeights } from './whole-weights.ts'

/**
 * Let everybody have a value of 0 or more, and each blossom, an odd number of people, too. If for every pair the values of both and
 * of all blossoms that hold both come to its weight at least, then no matching is worth more than the values of all people plus,
 * for each blossom, its value times the number of pairs that fit into it (Edmonds, 1965). A matching worth that is the best.
 *
 * Blossoms lie in each other, so they are told as a forest: the node v < n is a vertex, the node n + b is blossom b.
 */
export type PairCertificate = {
  /** What every pair counts for on top of its weight, so that more pairs are always better; 0 unless most pairs are asked for. */
  lift: number
  people: Float64Array
  blossoms: Float64Array
  /** Of each node: the node of the smallest blossom around it, or -1. */
  inside: Int32Array
}

export function certify({ nest, dual, lift, slotOf, thickness }: Forest, whole: WholeWeights): PairCertificate {
  const { n } = nest
  const quarter = whole.unit / 4
  const people = new Float64Array(n)
  for (let v = 0; v < n; v++) people[v] = (dual[v]! + lift[slotOf[v]!]!) * quarter
  const place = new Int32Array(nest.nodes)
  let many = 0
  for (let node = n; node < nest.nodes; node++) if (nest.isBlossom(node)) place[node] = n + many++
  for (let v = 0; v < n; v++) place[v] = v
  const blossoms = new Float64Array(many)
  const inside = new Int32Array(n + many).fill(-1)
  for (let node = 0; node < nest.nodes; node++) {
    if (node >= n && !nest.isBlossom(node)) continue
    if (nest.parent[node]! >= 0) inside[place[node]!] = place[nest.parent[node]!]!
    if (node >= n) blossoms[place[node]! - n] = thickness[node]! * quarter
  }
  return { lift: whole.lift * whole.unit, people, blossoms, inside }
}

/** Nothing of as many pairs can be worth more: the values of all, and each blossom's as often as pairs fit into it, less the lifts. */
export function boundOf({ nest, thickness }: Forest, { lift, people }: PairCertificate, { unit }: WholeWeights): number {
  let bound = 0
  for (let v = 0; v < nest.n; v++) {
    const mate = nest.mate[v]!
    // The lift can be much greater than all weights, so it is taken off pair by pair, before anything is added up.
    if (mate < 0) bound += people[v]!
    else if (mate > v) bound += people[v]! + people[mate]! - lift
  }
  for (let node = nest.n; node < nest.nodes; node++)
    if (nest.isBlossom(node)) bound += ((thickness[node]! * unit) / 4) * ((nest.size[node]! - 1) / 2)
  return bound
}
