/** How a market is settled: bids come nearly there, and chains of swaps do the rest. */
import { holdAuction, settleProfits } from './auction.ts'
import { serveAll } from './chains.ts'
import { type Market, turned } from './market.ts'
import type { Tell } from './match-pairs.ts'

/** A step of this share of the range makes a cheap auction, and leaves little to the chains. */
const STEPS = 1000
const BIDS_EACH = 40

/** Gives each of the bidders, in this order, the lot that is best for all together. No when chains are so long that trees are faster. */
export function settle(market: Market, bidders: Int32Array, range: number, tell: Tell): boolean {
  tell('bids', 0)
  holdAuction(market, bidders, Math.max(1, Math.round(range / STEPS)), BIDS_EACH * bidders.length + 1000)
  settleProfits(market, bidders)
  tell('chains', 0)
  // First nobody who has no lot may have a profit; then no lot that nobody has may have a price.
  return serveAll(market, (done) => tell('chains', done / 2)) && serveAll(turned(market), (done) => tell('chains', (1 + done) / 2))
}
