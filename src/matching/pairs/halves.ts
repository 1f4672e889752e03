/** Makes pairs of what the market left, which is nearly a matching, and says who is left over. */
import type { Market } from './market.ts'
import { makeNumbers, type Numbers } from './whole-weights.ts'

export type Halves = {
  mate: Int32Array
  /** Dual values, four to each of weight: `dual[u] + dual[v] >= 4 * weight`, and equal for every pair of mates. */
  dual: Numbers
  /** Who has no mate and something to lose by it: left over for the search in forest.ts. */
  over: number[]
}

/**
 * Who bids for whom forms chains and rings. In a chain and in an even ring every second meeting is chosen. A left-over end of a
 * chain has no price and no profit, so it may stay alone. In an odd ring one must stay over: the one with the least to lose.
 *
 * Turned around (bidders as lots) the market is as good, so half of each, the sum of price and profit, is as good as well.
 */
export function pairUp(market: Market): Halves {
  const { arcs, lot, bidder } = market
  const { n } = arcs
  const mate = new Int32Array(n).fill(-1)
  const dual = dualOf(market)
  const isSeen = new Uint8Array(n)
  const marry = (one: number, other: number): void => {
    mate[one] = other
    mate[other] = one
  }
  for (let end = 0; end < n; end++) {
    if (bidder[end]! >= 0) continue
    for (let v = end; v >= 0; ) {
      isSeen[v] = 1
      const next = lot[v]!
      if (next >= 0) {
        isSeen[next] = 1
        marry(v, next)
      }
      v = next >= 0 ? lot[next]! : -1
    }
  }
  const over: number[] = []
  for (let begin = 0; begin < n; begin++) {
    if (isSeen[begin]) continue
    let size = 0
    let least = begin
    for (let v = begin; !isSeen[v]; v = lot[v]!) {
      isSeen[v] = 1
      size++
      if (dual[v]! < dual[least]!) least = v
    }
    if (size % 2 === 1 && dual[least]! > 0) over.push(least)
    for (let v = size % 2 === 1 ? lot[least]! : least, paired = 1; paired < size; paired += 2) {
      const next = lot[v]!
      marry(v, next)
      v = lot[next]!
    }
  }
  return { mate, dual, over }
}

const dualOf = ({ arcs, profit, price }: Market): Numbers => {
  const dual = makeNumbers(arcs.isWide, arcs.n)
  for (let v = 0; v < dual.length; v++) dual[v] = 2 * (profit[v]! + price[v]!)
  return dual
}

/**
 * For a market that was left before it was settled: its dual values are still high enough for every pair. Everybody's is lowered as
 * far as the others' allow, and whoever then finds somebody without a mate at no cost takes them.
 */
export function pairWhoCan(market: Market): Halves {
  const { n, start, to, weight } = market.arcs
  const mate = new Int32Array(n).fill(-1)
  const dual = dualOf(market)
  for (let v = 0; v < n; v++) {
    let most = 0
    let free = -1
    for (let arc = start[v]!; arc < start[v + 1]!; arc++) {
      const asked = 4 * weight[arc]! - dual[to[arc]!]!
      if (asked > most) free = -1
      most = Math.max(most, asked)
      if (asked === most && mate[to[arc]!]! < 0) free = to[arc]!
    }
    dual[v] = most
    if (mate[v]! >= 0 || free < 0) continue
    mate[v] = free
    mate[free] = v
  }
  const over: number[] = []
  for (let v = 0; v < n; v++) if (mate[v]! < 0 && dual[v]! > 0) over.push(v)
  return { mate, dual, over }
}
