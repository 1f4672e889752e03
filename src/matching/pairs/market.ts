/** Everybody on both sides of a market at once: the part of the problem in which rings of three are allowed. */
import type { Arcs } from './arcs.ts'
import { makeNumbers, type Numbers } from './whole-weights.ts'

/**
 * Everybody is a bidder who wants one lot, and a lot that one bidder gets. So nobody has to choose a side, and rings of three (a
 * gets b, b gets c, c gets a) are allowed; halves.ts and forest.ts make pairs of them. What remains is the assignment problem, and
 * for that fast ways are known.
 *
 * Profits and prices are dual values: `profit[i] + price[j]` is never less than what a meeting of i and j is worth, and for the lot
 * that a bidder has it is exactly that. At the end whoever has no lot has no profit, and a lot that nobody has no price.
 */
export type Market = {
  arcs: Arcs
  profit: Numbers
  price: Numbers
  /** The lot of each bidder, and the bidder of each lot; -1 for none. */
  lot: Int32Array
  bidder: Int32Array
}

export const openMarket = (arcs: Arcs): Market => ({
  arcs,
  profit: makeNumbers(arcs.isWide, arcs.n),
  price: makeNumbers(arcs.isWide, arcs.n),
  lot: new Int32Array(arcs.n).fill(-1),
  bidder: new Int32Array(arcs.n).fill(-1),
})

/** The same market, in which lots look for bidders. What was sorted by price must be sorted anew. */
export function turned({ arcs, profit, price, lot, bidder }: Market): Market {
  arcs.forgetNear()
  return { arcs, profit: price, price: profit, lot: bidder, bidder: lot }
}
