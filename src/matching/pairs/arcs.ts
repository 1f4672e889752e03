/** Who could meet whom, as each person sees it: one list of arcs, those of one person side by side. */
import type { PairGraph } from './pair-graph.ts'
import { makeNumbers, type Numbers, type WholeWeights } from './whole-weights.ts'

/**
 * The arcs of vertex v are `start[v]` up to, not including, `start[v + 1]`. The best few of them stand in front, up to `near[v]`:
 * see near-arcs.ts.
 */
export class Arcs {
  readonly n: number
  readonly isWide: boolean
  readonly start: Int32Array
  readonly to: Int32Array
  readonly weight: Numbers
  readonly near: Int32Array
  readonly far: Float64Array

  constructor({ n, from, to, weight }: PairGraph, { shift, divisor, finer, lift, floor, isWide }: WholeWeights) {
    this.n = n
    this.isWide = isWide
    const start = new Int32Array(n + 1)
    for (let pair = 0; pair < weight.length; pair++) {
      if (weight[pair]! <= floor) continue
      start[from[pair]!]!++
      start[to[pair]!]!++
    }
    // Each place first ends its person's list; filling it from the back turns it into the beginning.
    for (let v = 0; v < n; v++) start[v + 1]! += start[v]!
    this.start = start
    this.to = new Int32Array(start[n]!)
    this.weight = makeNumbers(isWide, start[n]!)
    const heads = this.to
    const weights = this.weight
    for (let pair = weight.length - 1; pair >= 0; pair--) {
      const worth = weight[pair]!
      if (worth <= floor) continue
      const whole = Math.ceil((worth * shift) / divisor) * finer + lift
      const one = from[pair]!
      const other = to[pair]!
      const there = --start[one]!
      heads[there] = other
      weights[there] = whole
      const back = --start[other]!
      heads[back] = one
      weights[back] = whole
    }
    this.near = new Int32Array(n)
    this.far = new Float64Array(n)
    this.forgetNear()
  }

  /** Makes all arcs far, at any distance, until somebody sorts them. */
  forgetNear(): void {
    this.near.set(this.start.subarray(0, this.n))
    this.far.fill(Number.POSITIVE_INFINITY)
  }

  /** Makes all arcs near: whoever looks only a few times at each person saves the sorting. */
  makeAllNear(): void {
    this.near.set(this.start.subarray(1))
    this.far.fill(Number.NEGATIVE_INFINITY)
  }

  /** What a meeting of two is worth, at its greatest; 0 where there is none. */
  between(one: number, other: number): number {
    const { start, to, weight } = this
    if (start[one + 1]! - start[one]! > start[other + 1]! - start[other]!) return this.between(other, one)
    const end = start[one + 1]!
    let worth = 0
    for (let arc = start[one]!; arc < end; arc++) if (to[arc] === other && weight[arc]! > worth) worth = weight[arc]!
    return worth
  }
}
