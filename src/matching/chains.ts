/** From nearly right to right: chains of swaps that give every bidder the best, one shortest chain after the other. */

import { EventQueue } from './event-queue.ts'
import type { Market } from './market.ts'
import { sortNear } from './near-arcs.ts'
import { makeNumbers, type Numbers } from './whole-weights.ts'

const NOBODY = -1

/**
 * A bidder without a lot who still has a profit asks for one. The lot's bidder gives way and asks for another, and so on, until the
 * chain ends at a lot that nobody had, or at a bidder without any profit, who may as well go without. How much profit a chain
 * costs is its length, so the search for the cheapest is Dijkstra's, on `profit + price - worth`, which is never negative.
 */
export class Chains {
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
  readonly #arc: Int32Array

  constructor(market: Market) {
    const { n, isWide } = market.arcs
    this.#market = market
    this.#queue = new EventQueue(isWide)
    this.#distance = makeNumbers(isWide, n)
    this.#reachedIn = new Int32Array(n)
    this.#settledIn = new Int32Array(n)
    this.#before = new Int32Array(n)
    this.#settled = new Int32Array(n)
    this.#arc = new Int32Array(n)
  }

  /** Those who ask: bidders without a lot, with a profit to lose. */
  askers(): Int32Array {
    const { arcs, lot, profit } = this.#market
    let many = 0
    for (let i = 0; i < arcs.n; i++) if (lot[i]! < 0 && profit[i]! > 0) many++
    const askers = new Int32Array(many)
    for (let i = arcs.n - 1; many > 0; i--) if (lot[i]! < 0 && profit[i]! > 0) askers[--many] = i
    return askers
  }

  /** Finds the cheapest chain of one asker and swaps along it. */
  serve(asker: number): void {
    this.#explore([asker])
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

  /** All askers pay as much as the cheapest chain of any costs. Afterwards at least one chain costs nothing. */
  payTogether(askers: Int32Array): void {
    this.#explore(askers)
    this.#pay()
  }

  #explore(askers: ArrayLike<number>): void {
    const { arcs, profit } = this.#market
    const { start, near, far, n } = arcs
    const [queue, distance] = [this.#queue, this.#distance]
    queue.clear()
    this.#many = 0
    this.#search++
    this.#length = Number.POSITIVE_INFINITY
    for (let at = 0; at < askers.length; at++) {
      const asker = askers[at]!
      distance[asker] = 0
      this.#reachedIn[asker] = this.#search
      this.#end(profit[asker]!, asker, NOBODY)
      queue.put(0, asker, 0)
    }
    while (queue.take() && queue.now < this.#length) {
      if (queue.one >= n) {
        const i = queue.one - n
        sortNear(arcs, i, this.#market.price)
        this.#relax(i, start[i]!, start[i + 1]!)
        continue
      }
      const i = queue.one
      if (this.#settledIn[i] === this.#search || distance[i] !== queue.now) continue
      this.#settledIn[i] = this.#search
      this.#settled[this.#many++] = i
      const sofar = queue.now + profit[i]!
      this.#end(sofar, i, NOBODY)
      if (far[i] === Number.POSITIVE_INFINITY) sortNear(arcs, i, this.#market.price)
      // What is far costs at least this much; until then it need not be looked at.
      if (sofar - far[i]! < this.#length) queue.put(Math.max(queue.now, sofar - far[i]!), n + i, 0)
      this.#relax(i, start[i]!, near[i]!)
    }
  }

  #relax(i: number, begin: number, end: number): void {
    const { arcs, profit, price, bidder } = this.#market
    const { to, weight } = arcs
    const [distance, reachedIn, search] = [this.#distance, this.#reachedIn, this.#search]
    const sofar = distance[i]! + profit[i]!
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

  /** Swaps along chains that cost nothing and touch no bidder twice, as many as a search in depth comes upon. */
  serveFree(askers: Int32Array): number {
    const { lot, bidder } = this.#market
    const path = this.#settled
    let served = 0
    this.#search++
    for (const asker of askers) {
      if (this.#reachedIn[asker] === this.#search) continue
      let depth = 0
      this.#enter(path, depth++, asker)
      let taken = this.#freeEnd(asker)
      while (taken === undefined && depth > 0) {
        const next = this.#freeStep(path[depth - 1]!)
        if (next === NOBODY) depth--
        else {
          this.#enter(path, depth++, next)
          taken = this.#freeEnd(next)
        }
      }
      if (taken === undefined) continue
      served++
      while (depth > 0) {
        const i = path[--depth]!
        const given = lot[i]!
        lot[i] = taken
        if (taken >= 0) bidder[taken] = i
        taken = given
      }
    }
    return served
  }

  #enter(path: Int32Array, depth: number, i: number): void {
    path[depth] = i
    this.#reachedIn[i] = this.#search
    this.#arc[i] = this.#market.arcs.start[i]!
    if (this.#market.profit[i]! <= this.#market.arcs.far[i]!) sortNear(this.#market.arcs, i, this.#market.price)
  }

  /** A lot of nobody's that costs nothing, or nobody's at all for a bidder without profit; undefined when the chain cannot end here. */
  #freeEnd(i: number): number | undefined {
    const { arcs, profit, price, bidder } = this.#market
    const worth = profit[i]!
    if (worth === 0) return NOBODY
    const end = this.#freeArcsEnd(i)
    for (let arc = arcs.start[i]!; arc < end; arc++) {
      const lot = arcs.to[arc]!
      if (bidder[lot]! < 0 && arcs.weight[arc]! - price[lot]! === worth) return lot
    }
    return undefined
  }

  #freeStep(i: number): number {
    const { arcs, profit, price, bidder } = this.#market
    const worth = profit[i]!
    const end = this.#freeArcsEnd(i)
    for (let arc = this.#arc[i]!; arc < end; arc++) {
      const lot = arcs.to[arc]!
      if (arcs.weight[arc]! - price[lot]! !== worth || this.#reachedIn[bidder[lot]!] === this.#search) continue
      this.#arc[i] = arc + 1
      return bidder[lot]!
    }
    this.#arc[i] = end
    return NOBODY
  }

  #freeArcsEnd(i: number): number {
    const { near, far, start } = this.#market.arcs
    return far[i]! < this.#market.profit[i]! ? near[i]! : start[i + 1]!
  }
}
