/** From nearly right to right: chains of swaps that give every bidder the best, one shortest chain after the other. */

import { EventQueue } from './event-queue.ts'
import type { Market } from './market.ts'
import { sortNear } from './near-arcs.ts'
import { makeNumbers, type Numbers } from './whole-weights.ts'

const NOBODY = -1

/** How many are served before somebody is told. */
const TURNS = 256

/** How often each arc may be looked at, on average. Rounds of people need less than ten; in a long thin graph each chain may be as long as all. */
const PATIENCE = 40

/**
 * Serves everybody who asks: bidders without a lot, with a profit to lose. Serving one makes nobody else ask. No when it was given
 * up because chains are so long that trees are faster.
 */
export function serveAll(market: Market, listen: (done: number) => void): boolean {
  const { arcs, lot, profit } = market
  const askers = new Int32Array(arcs.n)
  let many = 0
  for (let i = 0; i < arcs.n; i++) if (lot[i]! < 0 && profit[i]! > 0) askers[many++] = i
  if (many === 0) return true
  const chains = new Chains(market)
  const most = PATIENCE * (arcs.to.length + arcs.n)
  for (let at = 0; at < many; at++) {
    chains.serve(askers[at]!)
    if (chains.looked > most) return false
    if (at % TURNS === TURNS - 1) listen(at / many)
  }
  return true
}

/**
 * A bidder without a lot who still has a profit asks for one. The lot's bidder gives way and asks for another, and so on, until the
 * chain ends at a lot that nobody had, or at a bidder without any profit, who may as well go without. How much profit a chain
 * costs is its length, so the search for the cheapest is Dijkstra's, on `profit + price - worth`, which is never negative.
 */
class Chains {
  /** At so many arcs. */
  looked = 0
  readonly #market: Market
  readonly #queue: EventQueue
  /** How far a bidder is from those who ask, in the search that `reachedIn` numbers. */
  readonly #distance: Numbers
  readonly #reachedIn: Int32Array
  readonly #settledIn: Int32Array
  /** Who took the bidder's lot. */
  readonly #before: Int32Array
  readonly #settled: Int32Array
  #many = 0
  #search = 0
  /** The cheapest end that is known: the last bidder of the chain, the lot they take or nobody's, and the length. */
  #last = NOBODY
  #taken = NOBODY
  #length = 0

  constructor(market: Market) {
    const { n, isWide } = market.arcs
    this.#market = market
    this.#queue = new EventQueue(isWide)
    this.#distance = makeNumbers(isWide, n)
    this.#reachedIn = new Int32Array(n)
    this.#settledIn = new Int32Array(n)
    this.#before = new Int32Array(n)
    this.#settled = new Int32Array(n)
  }

  /** Finds the cheapest chain of one asker and swaps along it. */
  serve(asker: number): void {
    this.#explore(asker)
    this.#pay()
    const { lot, bidder } = this.#market
    let taken = this.#taken
    for (let i = this.#last; ; i = this.#before[i]!) {
      const given = lot[i]!
      lot[i] = taken
      if (taken >= 0) bidder[taken] = i
      if (i === asker) return
      taken = given
    }
  }

  #explore(asker: number): void {
    const { arcs, profit, price } = this.#market
    const { start, near, far, n } = arcs
    const queue = this.#queue
    const distance = this.#distance
    queue.clear()
    this.#many = 0
    this.#search++
    this.#length = profit[asker]!
    this.#last = asker
    this.#taken = NOBODY
    distance[asker] = 0
    this.#reachedIn[asker] = this.#search
    queue.put(0, asker, 0)
    while (queue.take() && queue.now < this.#length) {
      if (queue.one >= n) {
        const i = queue.one - n
        sortNear(arcs, i, price)
        this.#relax(i, start[i]!, start[i + 1]!)
        continue
      }
      const i = queue.one
      if (this.#settledIn[i] === this.#search || distance[i] !== queue.now) continue
      this.#settledIn[i] = this.#search
      this.#settled[this.#many++] = i
      const sofar = queue.now + profit[i]!
      this.#end(sofar, i, NOBODY)
      if (far[i] === Number.POSITIVE_INFINITY) sortNear(arcs, i, price)
      // What is far costs at least this much; until then it need not be looked at.
      if (sofar - far[i]! < this.#length) queue.put(Math.max(queue.now, sofar - far[i]!), n + i, 0)
      this.#relax(i, start[i]!, near[i]!)
    }
  }

  #relax(i: number, begin: number, end: number): void {
    const { arcs, profit, price, bidder } = this.#market
    const { to, weight } = arcs
    const distance = this.#distance
    const reachedIn = this.#reachedIn
    const search = this.#search
    const sofar = distance[i]! + profit[i]!
    this.looked += end - begin
    for (let arc = begin; arc < end; arc++) {
      const lot = to[arc]!
      const length = sofar + price[lot]! - weight[arc]!
      if (length >= this.#length) continue
      const next = bidder[lot]!
      if (next < 0) this.#end(length, i, lot)
      else if (reachedIn[next] !== search || length < distance[next]!) {
        reachedIn[next] = search
        distance[next] = length
        this.#before[next] = i
        this.#queue.put(length, next, 0)
      }
    }
  }

  #end(length: number, last: number, taken: number): void {
    if (length >= this.#length) return
    this.#length = length
    this.#last = last
    this.#taken = taken
  }

  /** Moves prices and profits so that the cheapest chain costs nothing, and nothing else becomes cheaper than nothing. */
  #pay(): void {
    const { profit, price, lot } = this.#market
    for (let at = 0; at < this.#many; at++) {
      const i = this.#settled[at]!
      const paid = this.#length - this.#distance[i]!
      if (paid <= 0) continue
      profit[i]! -= paid
      if (lot[i]! >= 0) price[lot[i]!]! += paid
    }
  }
}
