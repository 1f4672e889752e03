/** Short ways of swaps: whoever was left over finds somebody, or makes room for somebody who has less to lose. */
import type { Arcs } from './arcs.ts'
import { EventQueue } from './event-queue.ts'
import { makeNumbers, type Numbers } from './whole-weights.ts'

const NOBODY = -1
/** So many arcs are looked at for one person before the best way that is known is taken. */
const LOOKS_EACH = 20_000
const MOST_PASSES = 4
/** How many are looked after before somebody is told. */
const TURNS = 256

/** Passes over all who are left over and have something to lose by it, until that helps nobody. */
export function takeShortWays(arcs: Arcs, mate: Int32Array, value: Numbers, listen: (done: number) => void): void {
  const ways = new ShortWays(arcs, mate, value)
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const over: number[] = []
    for (let v = 0; v < arcs.n; v++) if (mate[v]! < 0 && value[v]! > 0) over.push(v)
    let helped = false
    for (const [at, v] of over.entries()) {
      if (mate[v]! < 0 && ways.help(v)) helped = true
      if (at % TURNS === TURNS - 1) listen((pass + at / over.length) / MOST_PASSES)
    }
    if (!helped) return
  }
}

/**
 * From somebody without a mate: they take another's mate, who takes another's, and so on. Values (two to each of weight) say how dear each
 * meeting is, `value + value - 2 * weight`, and the search goes to the least dear first (Dijkstra's). A way ends well with
 * somebody who has no mate either, or with somebody who stays alone instead; what it gains is counted in true weights. Ways that would
 * meet themselves are not followed, so what only a blossom would find is missed.
 */
class ShortWays {
  readonly #arcs: Arcs
  readonly #mate: Int32Array
  readonly #value: Numbers
  /** What each meeting that is made is worth. */
  readonly #worth: Numbers
  readonly #queue: EventQueue
  /** Of somebody who would lose their mate: how dear, what is gained so far, for whom they lost it, and in which search. */
  readonly #distance: Numbers
  readonly #gain: Float64Array
  readonly #from: Int32Array
  readonly #reachedIn: Int32Array
  readonly #settledIn: Int32Array
  #search = 0
  /** The best end that is known: who stays alone there, or whom they take. */
  #last = NOBODY
  #taken = NOBODY
  #most = 0

  constructor(arcs: Arcs, mate: Int32Array, value: Numbers) {
    const { n, isWide } = arcs
    this.#arcs = arcs
    this.#mate = mate
    this.#value = value
    this.#worth = makeNumbers(isWide, n)
    for (let v = 0; v < n; v++) if (mate[v]! > v) this.#worth[v] = this.#worth[mate[v]!] = arcs.between(v, mate[v]!)
    this.#queue = new EventQueue(isWide)
    this.#distance = makeNumbers(isWide, n)
    this.#gain = new Float64Array(n)
    this.#from = new Int32Array(n)
    this.#reachedIn = new Int32Array(n)
    this.#settledIn = new Int32Array(n)
  }

  /** Whether a way was found that is worth something. */
  help(root: number): boolean {
    const queue = this.#queue
    queue.clear()
    this.#search++
    this.#most = 0
    this.#distance[root] = 0
    this.#gain[root] = 0
    this.#from[root] = NOBODY
    this.#reachedIn[root] = this.#search
    queue.put(0, root, 0)
    // Nobody at the end has much more to lose than who asks.
    const reach = 2 * this.#value[root]!
    for (let looks = 0; looks < LOOKS_EACH && queue.take() && queue.now + 2 * this.#most < reach; ) {
      const x = queue.one
      if (this.#settledIn[x] === this.#search || this.#distance[x] !== queue.now) continue
      this.#settledIn[x] = this.#search
      looks += this.#arcs.start[x + 1]! - this.#arcs.start[x]!
      this.#look(x, root)
    }
    if (this.#most <= 0) return false
    this.#swap(root)
    return true
  }

  #look(x: number, root: number): void {
    const { start, to, weight } = this.#arcs
    const mate = this.#mate
    const sofar = this.#distance[x]! + this.#value[x]!
    const gain = this.#gain[x]!
    if (gain > this.#most) this.#end(gain, x, NOBODY)
    const end = start[x + 1]!
    for (let arc = start[x]!; arc < end; arc++) {
      const t = to[arc]!
      const z = mate[t]!
      if (z < 0) {
        if (t !== root && gain + weight[arc]! > this.#most) this.#end(gain + weight[arc]!, x, t)
        continue
      }
      if (z === x || this.#settledIn[z] === this.#search) continue
      const distance = sofar + this.#value[t]! - 2 * weight[arc]!
      if (this.#reachedIn[z] === this.#search && distance >= this.#distance[z]!) continue
      if (this.#settledIn[t] === this.#search && this.#isOnWay(t, x)) continue
      this.#reachedIn[z] = this.#search
      this.#distance[z] = distance
      this.#gain[z] = gain + weight[arc]! - this.#worth[t]!
      this.#from[z] = x
      this.#queue.put(distance, z, 0)
    }
  }

  #isOnWay(vertex: number, end: number): boolean {
    for (let x = end; x !== NOBODY; x = this.#from[x]!) if (x === vertex) return true
    return false
  }

  #end(gain: number, last: number, taken: number): void {
    this.#most = gain
    this.#last = last
    this.#taken = taken
  }

  #swap(root: number): void {
    const mate = this.#mate
    let taken = this.#taken
    for (let x = this.#last; ; ) {
      const left = mate[x]!
      mate[x] = taken
      if (taken !== NOBODY) {
        mate[taken] = x
        this.#worth[x] = this.#worth[taken] = this.#arcs.between(x, taken)
      } else this.#worth[x] = 0
      if (x === root) return
      taken = left
      x = this.#from[x]!
    }
  }
}
