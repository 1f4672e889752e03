/** Looking around: which pairs will matter next, seen from an even vertex and seen from a free node. */
import { EVEN, type Forest, FREE, REACH } from './forest.ts'

/** Lets every vertex that has become even tell its neighbours, and plans what will come of it. */
export function lookAround(forest: Forest): void {
  for (let at = 0; at < forest.freshMany; at++) lookFrom(forest, forest.fresh[at]!)
  forest.freshMany = 0
}

function lookFrom(forest: Forest, v: number): void {
  const { arcs, queue, dual, lift, slotOf, topIn, label, tree, ends, reachTime, pull } = forest
  const { start, to, weight, n } = arcs
  const own = forest.topOf(v)
  const dualHere = dual[v]!
  const end = ends[tree[own]!]!
  for (let arc = start[v]!; arc < start[v + 1]!; arc++) {
    const x = to[arc]!
    const slot = slotOf[x]!
    const top = topIn[slot]!
    if (top === own) continue
    const strength = dualHere - 4 * weight[arc]!
    if (label[top] === EVEN) {
      const time = (strength + dual[x]!) / 2
      if (time < end && time < ends[tree[top]!]!) queue.put(time, v, x)
    } else if (label[top] === FREE) {
      if (strength < pull[x]!) bePulled(forest, x, v, strength)
      const time = strength + dual[x]! + lift[slot]!
      if (time >= end || time >= reachTime[top]!) continue
      reachTime[top] = time
      forest.reachVertex[top] = x
      queue.put(time, top, REACH)
    } else if (top >= n && strength < pull[x]!) bePulled(forest, x, v, strength)
  }
}

function bePulled(forest: Forest, x: number, v: number, strength: number): void {
  forest.pull[x] = strength
  forest.pulledBy[x] = v
  forest.pullerDual[x] = forest.dual[v]!
}

/** Whether the one that pulls x is still even, and has been all the time. */
export function isPulled(forest: Forest, x: number): boolean {
  const v = forest.pulledBy[x]!
  return v >= 0 && forest.dual[v] === forest.pullerDual[x] && forest.label[forest.topOf(v)] === EVEN
}

/** Finds anew who pulls a vertex soonest, among all its neighbours. */
export function lookBack(forest: Forest, x: number): void {
  const { arcs, dual, label, slotOf, topIn } = forest
  const { start, to, weight } = arcs
  let strongest = forest.never
  let by = -1
  for (let arc = start[x]!; arc < start[x + 1]!; arc++) {
    const v = to[arc]!
    if (label[topIn[slotOf[v]!]!] !== EVEN) continue
    const strength = dual[v]! - 4 * weight[arc]!
    if (strength >= strongest) continue
    strongest = strength
    by = v
  }
  forest.pull[x] = strongest
  forest.pulledBy[x] = by
  if (by >= 0) forest.pullerDual[x] = dual[by]!
}

/** Plans when a free node is reached. What its vertices believe may be out of date, but never too late. */
export function planReach(forest: Forest, node: number): void {
  const { nest, dual, pull, lift, slotAt } = forest
  const rise = lift[slotAt[node]!]!
  const { head, tail, after } = nest
  let soonest = forest.never
  for (let x = head[node]!; ; x = after[x]!) {
    // Whom nobody pulls is never reached; that time cannot be added to.
    const time = pull[x] === forest.never ? soonest : pull[x]! + dual[x]! + rise
    if (time < soonest) {
      soonest = time
      forest.reachVertex[node] = x
    }
    if (x === tail[node]) break
  }
  forest.reachTime[node] = soonest
  if (soonest < forest.never) forest.queue.put(Math.max(soonest, forest.queue.now), node, REACH)
}

/** The same, after every vertex of the node has found out who still pulls it. */
export function planReachAfresh(forest: Forest, node: number, isAll: boolean): void {
  const { head, tail, after } = forest.nest
  for (let x = head[node]!; ; x = after[x]!) {
    if (isAll || (forest.pulledBy[x]! >= 0 && !isPulled(forest, x))) lookBack(forest, x)
    if (x === tail[node]) break
  }
  planReach(forest, node)
}
