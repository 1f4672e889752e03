/** A start near the end: everybody bids for somebody, and prices rise until nearly all are content. */
import type { Market } from './market.ts'
import { sortNear } from './near-arcs.ts'

/**
 * Bertsekas's auction: a bidder without a lot takes the one that leaves most, and raises its price to where the second best would
 * do as well, and by `step` more. Prices end within `step` of the best for everybody who still bids; `mostBids` ends a war of
 * bidders who are too many for their lots. A price never rises above the bidder's worth, so being alone stays as good.
 */
export function holdAuction({ arcs, price, lot, bidder }: Market, order: Int32Array, step: number, mostBids: number): void {
  const { start, near, far, to, weight } = arcs
  const waiting = order.slice().reverse()
  let left = waiting.length
  for (let bids = 0; left > 0 && bids < mostBids; bids++) {
    const i = waiting[--left]!
    let first: number
    let second: number
    let wanted: number
    for (;;) {
      first = 0
      second = 0
      wanted = -1
      const end = near[i]!
      for (let arc = start[i]!; arc < end; arc++) {
        const worth = weight[arc]! - price[to[arc]!]!
        if (worth <= second) continue
        if (worth > first) {
          second = first
          first = worth
          wanted = to[arc]!
        } else second = worth
      }
      if (second >= far[i]!) break
      sortNear(arcs, i, price)
    }
    if (wanted < 0) continue
    price[wanted]! += Math.min(first, first - second + step)
    const outbid = bidder[wanted]!
    if (outbid >= 0) {
      lot[outbid] = -1
      waiting[left++] = outbid
    }
    bidder[wanted] = i
    lot[i] = wanted
  }
}

/** Gives every bidder the profit that the prices leave, and takes away every lot that leaves its bidder less. */
export function settleProfits({ arcs, profit, price, lot, bidder }: Market, bidders: Int32Array): void {
  const { start, near, far, to, weight } = arcs
  for (const i of bidders) {
    let most = 0
    let owned = -1
    for (;;) {
      for (let arc = start[i]!; arc < near[i]!; arc++) {
        const worth = weight[arc]! - price[to[arc]!]!
        if (worth > most) most = worth
        if (to[arc] === lot[i] && worth > owned) owned = worth
      }
      if (most >= far[i]!) break
      sortNear(arcs, i, price)
    }
    profit[i] = most
    if (lot[i]! >= 0 && owned < most) {
      bidder[lot[i]!] = -1
      lot[i] = -1
    }
  }
}
