/** What proves that pairs across two sides are the best: dual values of everybody. */
import { listsOf, type SideGraph } from './side-graph.ts'

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

/**
 * Computed from what was asked and the values alone: nothing here knows how they were found. Of as many pairs as these; no number when they are
 * no pairs, or somebody has more than they have room for.
 */
export function boundOfSides(
  graph: SideGraph,
  pairs: readonly (readonly [number, number])[],
  { lift, left, right }: SideCertificate,
): number {
  const { start, to, worth } = listsOf(graph)
  const mates = listsOf({ ...graph, from: column(pairs, 0), to: column(pairs, 1), weight: new Int32Array(pairs.length) })
  /** Of each on the right: who on the left met them last, of those that were looked at. */
  const metBy = new Int32Array(graph.right).fill(-1)
  const spareLeft = new Int32Array(graph.left)
  const spareRight = new Int32Array(graph.right)
  let bound = 0
  let met = 0
  for (let i = 0; i < graph.left; i++) {
    for (let at = mates.start[i]!; at < mates.start[i + 1]!; at++) metBy[mates.to[at]!] = i
    for (let pair = start[i]!; pair < start[i + 1]!; pair++) {
      const j = to[pair]!
      const cover = left[i]! + right[j]! - lift
      // A pair that is worth nothing can be left out of whatever is best.
      if (worth[pair]! + lift > 0) {
        spareLeft[i]!++
        spareRight[j]!++
      }
      if (metBy[j] === i) {
        met++
        // The lift can be much greater than all weights, so it is taken off pair by pair, before anything is added up.
        bound += Math.max(worth[pair]!, cover)
      } else if (worth[pair]! > cover) bound += worth[pair]! - cover
    }
  }
  limit(spareLeft, graph.capacityLeft)
  limit(spareRight, graph.capacityRight)
  for (const [i, j] of pairs) {
    spareLeft[i]!--
    spareRight[j]!--
  }
  if (met !== pairs.length || [spareLeft, spareRight].some((spare) => spare.some((each) => each < 0))) return Number.NaN
  for (let i = 0; i < graph.left; i++) if (spareLeft[i]! > 0) bound += spareLeft[i]! * left[i]!
  for (let j = 0; j < graph.right; j++) if (spareRight[j]! > 0) bound += spareRight[j]! * right[j]!
  return bound
}

const column = (pairs: readonly (readonly [number, number])[], side: 0 | 1): Int32Array => {
  const all = new Int32Array(pairs.length)
  for (let at = 0; at < all.length; at++) all[at] = pairs[at]![side]
  return all
}

/** Nobody meets more than they have room for, and nobody more than they could meet. */
function limit(spare: Int32Array, capacities: Int32Array | undefined): void {
  for (let at = 0; at < spare.length; at++) spare[at] = Math.min(spare[at]!, capacities ? capacities[at]! : 1)
}
