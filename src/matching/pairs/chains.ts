/** From nearly right to right: chains of swaps that give every bidder the best, one shortest chain after the other. */

import { EventQueue } from './event-queue.ts'
import type { Market } from './market.ts'
import { sortNear } from './near-arcs.ts'
import { makeNumbers, type Numbers } from './whole-weights.ts'

const NOBODY = -1
/** The second number of an event: its first is a lot that has been reached, or a bidder whose far arcs matter now. */
const LOT = 0
const FAR = 1

/** How many are served before somebody is told. */
const TURNS = 256

/**
 * How often each bidder's arc may be looked at, on average: at the beginning, and more by the time all are served. Rounds of people need less than
 * fifteen; in a long thin graph each chain may be as long as all, which shows early.
 */
const [PATIENCE, MORE_PATIENCE] = [6, 34]

/**
 * Serves everybody who asks: bidders without a lot, with a profit to lose. Serving one makes nobody else ask. No when it was given
 * up because chains are so long that trees are faster.
 */
export function serveAll(market: Market, listen: (done: number) => void): boolean {
  const { arcs, lot, profit } = market
  const askers = new Int32Array(arcs.n)
  let many = 0
  let once = 0
  for (let i = 0; i < arcs.n; i++) {
    if (lot[i]! < 0 && profit[i]! <= 0) continue
    once += 1 + arcs.start[i + 1]! - arcs.start[i]!
    if (lot[i]! < 0) askers[many++] = i
  }
  if (many === 0) return true
  const chains = new Chains(market)
  for (let at = 0; at < many; at++) {
    chains.serve(askers[at]!)
    if (chains.looked > (PATIENCE + (MORE_PATIENCE * at) / many) * once) return false
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
  /** Of a lot: how far its bidder is from who asks, who took the lot from them, and in which search that was found and settled. */
  readonly #distance: Numbers
  readonly #taker: Int32Array
  readonly #reachedIn: Int32Array
  readonly #settledIn: Int32Array
  /** The lots of which this search has settled the bidders. */
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
    this.#taker = new Int32Array(n)
    this.#settled = new Int32Array(n)
  }

  /** Finds the cheapest chain of one asker and swaps along it. */
  serve(asker: number): void {
    this.#explore(asker)
    this.#pay(asker)
    const { lot, bidder } = this.#market
    let taken = this.#taken
    for (let i = this.#last; ; ) {
      const given = lot[i]!
      lot[i] = taken
      if (taken >= 0) bidder[taken] = i
      if (i === asker) return
      taken = given
      i = this.#taker[given]!
    }
  }

  #explore(asker: number): void {
    const { bidder, profit } = this.#market
    const queue = this.#queue
    queue.clear()
    this.#many = 0
    this.#search++
    this.#length = profit[asker]!
    this.#last = asker
    this.#taken = NOBODY
    this.#ask(asker, 0)
    while (queue.take() && queue.now < this.#length) {
      if (queue.other === FAR) this.#askFar(queue.one)
      else {
        const lot = queue.one
        if (this.#settledIn[lot] === this.#search || this.#distance[lot] !== queue.now) continue
        this.#settledIn[lot] = this.#search
        this.#settled[this.#many++] = lot
        this.#ask(bidder[lot]!, queue.now)
      }
    }
  }

  /** A bidder who has come so far asks near lots now, and far ones when nothing nearer is left. */
  #ask(i: number, distance: number): void {
    const { arcs, profit, price } = this.#market
    const { start, near, far } = arcs
    const sofar = distance + profit[i]!
    if (sofar < this.#length) this.#end(sofar, i, NOBODY)
    if (far[i] === Number.POSITIVE_INFINITY) sortNear(arcs, i, price)
    const farthest = sofar - far[i]!
    if (farthest < this.#length) this.#queue.put(Math.max(this.#queue.now, farthest), i, FAR)
    this.#relax(i, sofar, start[i]!, near[i]!)
  }

  #askFar(i: number): void {
    const { arcs, profit, price, lot } = this.#market
    const distance = lot[i]! < 0 ? 0 : this.#distance[lot[i]!]!
    sortNear(arcs, i, price)
    this.#relax(i, distance + profit[i]!, arcs.start[i]!, arcs.start[i + 1]!)
  }

  #relax(i: number, sofar: number, begin: number, end: number): void {
    const { arcs, price, bidder } = this.#market
    const { to, weight } = arcs
    const distance = this.#distance
    const reachedIn = this.#reachedIn
    const search = this.#search
    this.looked += end - begin
    for (let arc = begin; arc < end; arc++) {
      const lot = to[arc]!
      const length = sofar + price[lot]! - weight[arc]!
      if (length >= this.#length || (reachedIn[lot] === search && length >= distance[lot]!)) continue
      if (bidder[lot]! < 0) {
        this.#end(length, i, lot)
        continue
      }
      reachedIn[lot] = search
      distance[lot] = length
      this.#taker[lot] = i
      this.#queue.put(length, lot, LOT)
    }
  }

  #end(length: number, last: number, taken: number): void {
    this.#length = length
    this.#last = last
    this.#taken = taken
  }

  /** Moves prices and profits so that the chain costs nothing, and nothing else becomes cheaper than nothing. */
  #pay(asker: number): void {
    const { profit, price, bidder } = this.#market
    profit[asker]! -= this.#length
    for (let at = 0; at < this.#many; at++) {
      const lot = this.#settled[at]!
      const paid = this.#length - this.#distance[lot]!
      if (paid <= 0) continue
      profit[bidder[lot]!]! -= paid
      price[lot]! += paid
    }
  }
}
