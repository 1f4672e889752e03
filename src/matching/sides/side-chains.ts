/** Chains of swaps across two sides: each gives one on the left one more on the right, at the least cost to everybody. */
import { EventQueue } from '../pairs/event-queue.ts'
import { makeNumbers, type Numbers } from '../pairs/whole-weights.ts'
import type { SideArcs } from './side-arcs.ts'

const NONE = -1

/**
 * Profits (left) and prices (right) are dual values. For every pair that does not meet, profit and price come to its weight at least; for one that
 * does, to its weight at most. Whoever on the left has room and has been served has no profit, and whoever on the right has room has
 * no price: so nothing is left to be won.
 */
export class SideChains {
  readonly profit: Numbers
  readonly price: Numbers
  readonly #arcs: SideArcs
  readonly #left: number
  readonly #queue: EventQueue
  /** Of the left, and after them of the right: how far from who asks, by which arc, and in which search that was found and settled. */
  readonly #distance: Numbers
  readonly #by: Int32Array
  readonly #reachedIn: Int32Array
  readonly #settledIn: Int32Array
  readonly #settled: Int32Array
  #many = 0
  #search = 0
  /** The cheapest end that is known: an arc to somebody who has room, or else somebody on the left who gives up one; and its length. */
  #lastArc = NONE
  #last = NONE
  #length = 0

  constructor(arcs: SideArcs) {
    const [left, right] = [arcs.mostLeft.length, arcs.mostRight.length]
    this.#arcs = arcs
    this.#left = left
    this.profit = makeNumbers(arcs.isWide, left)
    this.price = makeNumbers(arcs.isWide, right)
    for (let arc = 0; arc < arcs.length; arc++) {
      const i = arcs.tail[arc]!
      if (arcs.mostRight[arcs.to[arc]!]! > 0 && arcs.weight[arc]! > this.profit[i]!) this.profit[i] = arcs.weight[arc]!
    }
    this.#queue = new EventQueue(arcs.isWide)
    this.#distance = makeNumbers(arcs.isWide, left + right)
    this.#by = new Int32Array(left + right)
    this.#reachedIn = new Int32Array(left + right)
    this.#settledIn = new Int32Array(left + right)
    this.#settled = new Int32Array(left + right)
  }

  /** Gives one on the left one more; or takes their profit, when that is cheaper. */
  serve(asker: number): void {
    this.#explore(asker)
    this.#pay()
    const arcs = this.#arcs
    let i = this.#last
    if (this.#lastArc !== NONE) {
      i = arcs.tail[this.#lastArc]!
      this.#swap(i, asker, this.#lastArc)
    } else if (i !== asker) this.#swap(i, asker, NONE)
  }

  /** Back along the chain: each takes the next one's place, having left their own to the one before. */
  #swap(from: number, asker: number, last: number): void {
    const arcs = this.#arcs
    let taken = last
    for (let i = from; ; ) {
      // Leave first, so that nobody ever has more than they have room for.
      const left = i === asker ? NONE : this.#by[i]!
      if (left !== NONE) arcs.leave(left)
      if (taken !== NONE) arcs.take(taken)
      if (left === NONE) return
      taken = this.#by[this.#left + arcs.to[left]!]!
      i = arcs.tail[taken]!
    }
  }

  #explore(asker: number): void {
    const queue = this.#queue
    queue.clear()
    this.#many = 0
    this.#search++
    this.#length = this.profit[asker]!
    this.#last = asker
    this.#lastArc = NONE
    this.#distance[asker] = 0
    this.#reachedIn[asker] = this.#search
    this.#settle(asker, 0)
    while (queue.take() && queue.now < this.#length) {
      const node = queue.one
      if (this.#settledIn[node] !== this.#search && this.#distance[node] === queue.now) this.#settle(node, queue.now)
    }
  }

  #settle(node: number, distance: number): void {
    this.#settledIn[node] = this.#search
    this.#settled[this.#many++] = node
    if (node < this.#left) this.#ask(node, distance)
    else this.#giveWay(node - this.#left, distance)
  }

  /** One on the left asks everybody whom they do not meet, or goes without. */
  #ask(i: number, distance: number): void {
    const { start, to, weight, place, usedRight, mostRight } = this.#arcs
    const sofar = distance + this.profit[i]!
    if (sofar < this.#length) {
      this.#length = sofar
      this.#last = i
      this.#lastArc = NONE
    }
    const end = start[i + 1]!
    for (let arc = start[i]!; arc < end; arc++) {
      const j = to[arc]!
      const length = sofar + this.price[j]! - weight[arc]!
      if (length >= this.#length || place[arc]! >= 0) continue
      if (usedRight[j]! < mostRight[j]!) {
        this.#length = length
        this.#lastArc = arc
      } else if (mostRight[j]! > 0) this.#reach(this.#left + j, length, arc)
    }
  }

  /** Everybody who meets number j on the right may give way. */
  #giveWay(j: number, distance: number): void {
    const { base, usedRight, held, tail, weight } = this.#arcs
    const sofar = distance - this.price[j]!
    for (let at = base[j]!; at < base[j]! + usedRight[j]!; at++) {
      const arc = held[at]!
      const i = tail[arc]!
      const length = sofar + weight[arc]! - this.profit[i]!
      if (length < this.#length) this.#reach(i, length, arc)
    }
  }

  #reach(node: number, length: number, arc: number): void {
    if (this.#reachedIn[node] === this.#search && length >= this.#distance[node]!) return
    this.#reachedIn[node] = this.#search
    this.#distance[node] = length
    this.#by[node] = arc
    this.#queue.put(length, node, 0)
  }

  /** Moves profits and prices so that the chain costs nothing, and nothing else becomes cheaper than nothing. */
  #pay(): void {
    for (let at = 0; at < this.#many; at++) {
      const node = this.#settled[at]!
      const paid = this.#length - this.#distance[node]!
      if (paid <= 0) continue
      if (node < this.#left) this.profit[node]! -= paid
      else this.price[node - this.#left]! += paid
    }
  }
}
