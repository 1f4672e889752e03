/** Brings the best few arcs of a person to the front, so that hardly anybody ever looks at all of them. */
import type { Arcs } from './arcs.ts'
import type { Numbers } from './whole-weights.ts'

/** So many arcs fit side by side into a line or two of the processor's memory. */
const FEW = 8
const best = new Float64Array(FEW)

/**
 * Sorts the arcs of `v` by what they are worth less the price at their other end: the best few, and all that are worth just as much
 * as the last of these, stand before `near[v]`, and none behind it is worth more than `far[v]`. As prices only rise, what is far
 * only gets worse, and `far[v]` stays true.
 */
export function sortNear({ start, to, weight, near, far }: Arcs, v: number, price: Numbers): void {
  const begin = start[v]!
  const end = start[v + 1]!
  best.fill(Number.NEGATIVE_INFINITY)
  let least = Number.NEGATIVE_INFINITY
  for (let arc = begin; arc < end; arc++) {
    const worth = weight[arc]! - price[to[arc]!]!
    if (worth <= least) continue
    let place = FEW - 1
    for (; place > 0 && best[place - 1]! < worth; place--) best[place] = best[place - 1]!
    best[place] = worth
    least = best[FEW - 1]!
  }
  let front = begin
  let next = Number.NEGATIVE_INFINITY
  for (let arc = begin; arc < end; arc++) {
    const head = to[arc]!
    const heavy = weight[arc]!
    const worth = heavy - price[head]!
    if (worth < least) {
      if (worth > next) next = worth
      continue
    }
    to[arc] = to[front]!
    weight[arc] = weight[front]!
    to[front] = head
    weight[front] = heavy
    front++
  }
  near[v] = front
  far[v] = next
}
