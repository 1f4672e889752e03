/** Looking around: which pairs will matter next, seen from an even vertex and seen from a free node. */
import { type Forest, FREE, REACH } from './forest.ts'

/** Lets every vertex that has become even tell its neighbours, and plans what will come of it. */
export function lookAround(forest: Forest): void {
  const { arcs, queue, dual, lift, isEven, slotOf, topIn, label, tree, ends, reachTime, pull, pulledBy, pullerDual } = forest
  const { start, to, weight, n } = arcs
  for (let at = 0; at < forest.freshMany; at++) {
    const v = forest.fresh[at]!
    const own = topIn[slotOf[v]!]!
    const end = ends[tree[own]!]!
    const dualHere = dual[v]!
    const last = start[v + 1]!
    for (let arc = start[v]!; arc < last; arc++) {
      const x = to[arc]!
      const strength = dualHere - 4 * weight[arc]!
      const slot = slotOf[x]!
      if (isEven[x] === 1) {
        const time = (strength + dual[x]!) / 2
        if (time >= end) continue
        const top = topIn[slot]!
        if (top !== own && time < ends[tree[top]!]!) queue.put(time, v, x)
        continue
      }
      const top = topIn[slot]!
      if (strength < pull[x]! && (label[top] === FREE || top >= n)) {
        pull[x] = strength
        pulledBy[x] = v
        pullerDual[x] = dualHere
      }
      if (label[top] !== FREE) continue
      const time = strength + dual[x]! + lift[slot]!
      if (time >= end || time >= reachTime[top]!) continue
      reachTime[top] = time
      forest.reachVertex[top] = x
      queue.put(time, top, REACH)
    }
  }
  forest.freshMany = 0
}

/** Whether the one that pulls x is still even, and has been all the time. */
export function isPulled(forest: Forest, x: number): boolean {
  const v = forest.pulledBy[x]!
  return v >= 0 && forest.isEven[v] === 1 && forest.dual[v] === forest.pullerDual[x]
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

/** The same, after its vertices have found out who still pulls them: all of them, or those whose puller has gone. */
export function planReachAfresh(forest: Forest, node: number, isAll: boolean): void {
  const { arcs, dual, isEven, pull, pulledBy, pullerDual, nest } = forest
  const { start, to, weight } = arcs
  const { tail, after } = nest
  const end = tail[node]!
  for (let x = nest.head[node]!; ; x = after[x]!) {
    if (isAll || (pulledBy[x]! >= 0 && !isPulled(forest, x))) {
      let strongest = forest.never
      let by = -1
      const last = start[x + 1]!
      for (let arc = start[x]!; arc < last; arc++) {
        const v = to[arc]!
        if (isEven[v] === 0) continue
        const strength = dual[v]! - 4 * weight[arc]!
        if (strength >= strongest) continue
        strongest = strength
        by = v
      }
      pull[x] = strongest
      pulledBy[x] = by
      if (by >= 0) pullerDual[x] = dual[by]!
    }
    if (x === end) break
  }
  planReach(forest, node)
}
