/** What proves that pairs across two sides are the best: dual values of everybody. */
import type { SideGraph } from './side-graph.ts'

/**
 * Let everybody have a value of 0 or more. Then no pairs are worth more than everybody's value as often as they have room, and what each
 * pair is worth above the values of its two: each pair counts once, and what it is worth is covered (linear programming duality).
 */
export type SideCertificate = {
  /** What every pair counts for on top of its weight, so that more pairs are always better; 0 unless most pairs are asked for. */
  lift: number
  left: Float64Array
  right: Float64Array
}

/** Computed from what was asked and the values alone: nothing here knows how they were found. Of as many pairs as these. */
export function boundOfSides(
  graph: SideGraph,
  pairs: readonly (readonly [number, number])[],
  { lift, left, right }: SideCertificate,
): number {
  const { from, to, weight, capacityLeft, capacityRight } = graph
  const known = new Map<number, number>()
  for (let pair = 0; pair < from.length; pair++) {
    const key = from[pair]! * graph.right + to[pair]!
    const before = known.get(key)
    if (before === undefined || weight[pair]! > before) known.set(key, weight[pair]!)
  }
  const [spareLeft, spareRight] = [new Float64Array(graph.left), new Float64Array(graph.right)]
  for (const [key, worth] of known) {
    // A pair that is worth nothing can be left out of whatever is best.
    if (worth + lift <= 0) continue
    spareLeft[Math.floor(key / graph.right)]!++
    spareRight[key % graph.right]!++
  }
  limit(spareLeft, capacityLeft)
  limit(spareRight, capacityRight)
  let bound = 0
  // The lift can be much greater than all weights, so it is taken off pair by pair, before anything is added up.
  for (const [i, j] of pairs) {
    const key = i * graph.right + j
    bound += Math.max(known.get(key) ?? Number.NaN, left[i]! + right[j]! - lift)
    known.delete(key)
    spareLeft[i]!--
    spareRight[j]!--
  }
  if (spareLeft.some((spare) => spare < 0) || spareRight.some((spare) => spare < 0)) return Number.NaN
  for (let i = 0; i < graph.left; i++) if (spareLeft[i]! > 0) bound += spareLeft[i]! * left[i]!
  for (let j = 0; j < graph.right; j++) if (spareRight[j]! > 0) bound += spareRight[j]! * right[j]!
  for (const [key, worth] of known) {
    const above = worth + lift - left[Math.floor(key / graph.right)]! - right[key % graph.right]!
    if (above > 0) bound += above
  }
  return bound
}

/** Nobody meets more than they have room for, and nobody more than they could meet. */
function limit(spare: Float64Array, capacities: Int32Array | undefined): void {
  for (let at = 0; at < spare.length; at++) spare[at] = Math.min(spare[at]!, capacities ? capacities[at]! : 1)
}
