/** The forest of the search: who has been reached from whom, in which tree, and what everybody's dual value is at any time. */
import type { Arcs } from './arcs.ts'
import { EventQueue } from './event-queue.ts'
import { Nest } from './nest.ts'
import { makeNumbers, type Numbers, never } from './whole-weights.ts'

/** No tree has reached it. */
export const FREE = 0
/** In a tree, an even number of steps from the root: could do with a new mate. */
export const EVEN = 1
/** In a tree, an odd number of steps from the root: mate of an even one. */
export const ODD = 2
/** In a blossom, which has a label of its own. */
export const INSIDE = 3

/** The second number of an event, where it is not a vertex. */
export const REACH = -1
export const OPEN = -2
export const ALONE = -3
const NONE = -1

/**
 * From everybody who is left over a tree grows, all at the same speed. As the time of `queue` runs, dual values of even nodes fall
 * with it, those of odd nodes rise, and those of free nodes stand still. So nobody counts them down one by one: for an even vertex
 * `dual` is the value it would have had at time 0; for the others it is the value when they were last touched, to which `lift` of
 * their slot is added, and for odd ones the time since `since`. Blossoms gain and lose twice as much, in `thickness`.
 *
 * Each node at the top has a slot, and each vertex knows the slot it is in. When nodes become one or a blossom opens, only the
 * smaller ones change their slot.
 */
export class Forest {
  readonly arcs: Arcs
  readonly nest: Nest
  readonly queue: EventQueue
  readonly never: number
  readonly dual: Numbers
  readonly thickness: Numbers

  /** Of vertices: whether their node is even; asked so often that it is worth a small column of its own. */
  readonly isEven: Uint8Array
  readonly slotOf: Int32Array
  readonly topIn: Int32Array
  readonly lift: Numbers
  readonly slotAt: Int32Array

  /** Of nodes at the top: label, when they got it, in which tree. */
  readonly label: Uint8Array
  readonly since: Numbers
  readonly tree: Int32Array
  /** The pair by which an odd node was reached: the even vertex outside, and its own vertex. */
  readonly reachedFrom: Int32Array
  readonly reachedAt: Int32Array

  /** Each tree's nodes, those too that have since gone into others. */
  readonly grown: number[][] = []
  /** When an even vertex of the tree has a dual value of 0 and may be left alone; later events do not concern the tree. */
  readonly ends: Numbers
  readonly endsAt: Int32Array
  treesLeft: number

  /** Of a free node: when a tree reaches it, as far as it is known, and at which vertex. */
  readonly reachTime: Numbers
  readonly reachVertex: Int32Array
  /** Of a vertex that is not even: the even vertex that pulls it soonest, how strongly, and that one's dual value then. */
  readonly pull: Numbers
  readonly pulledBy: Int32Array
  readonly pullerDual: Numbers

  /** Vertices that have become even and have not yet looked around. */
  readonly fresh: Int32Array
  freshMany = 0
  readonly marks: Int32Array
  #mark = 0
  readonly #idleSlots: Int32Array
  #idleMany = 0

  constructor(arcs: Arcs, mate: Int32Array, dual: Numbers, roots: readonly number[]) {
    const { n, isWide } = arcs
    this.arcs = arcs
    this.nest = new Nest(mate)
    this.queue = new EventQueue(isWide)
    this.never = never(isWide)
    const nodes = this.nest.parent.length
    this.dual = dual
    this.thickness = makeNumbers(isWide, nodes)
    this.isEven = new Uint8Array(n)
    this.slotOf = new Int32Array(n)
    this.topIn = new Int32Array(n)
    this.lift = makeNumbers(isWide, n)
    this.slotAt = new Int32Array(nodes)
    for (let v = 0; v < n; v++) this.slotOf[v] = this.topIn[v] = this.slotAt[v] = v
    this.label = new Uint8Array(nodes)
    this.since = makeNumbers(isWide, nodes)
    this.tree = new Int32Array(nodes).fill(NONE)
    this.reachedFrom = new Int32Array(nodes)
    this.reachedAt = new Int32Array(nodes)
    this.ends = makeNumbers(isWide, roots.length).fill(this.never)
    this.endsAt = new Int32Array(roots.length)
    this.treesLeft = roots.length
    for (let tree = 0; tree < roots.length; tree++) this.grown.push([])
    this.reachTime = makeNumbers(isWide, nodes).fill(this.never)
    this.reachVertex = new Int32Array(nodes)
    this.pull = makeNumbers(isWide, n).fill(this.never)
    this.pulledBy = new Int32Array(n).fill(NONE)
    this.pullerDual = makeNumbers(isWide, n)
    this.fresh = new Int32Array(n)
    this.marks = new Int32Array(nodes)
    this.#idleSlots = new Int32Array(n)
  }

  topOf(vertex: number): number {
    return this.topIn[this.slotOf[vertex]!]!
  }

  /** The even node two steps nearer to the root, or -1 for the root. */
  above(even: number): number {
    const mate = this.nest.mate[this.nest.base[even]!]!
    return mate < 0 ? NONE : this.topOf(this.reachedFrom[this.topOf(mate)]!)
  }

  /** A mark that nothing bears yet. */
  newMark(): number {
    return ++this.#mark
  }

  /** Puts a node that was free, or has just come out of a blossom, into a tree as an odd one. */
  makeOdd(node: number, tree: number, from: number, at: number): void {
    const { now } = this.queue
    this.label[node] = ODD
    this.tree[node] = tree
    this.since[node] = now
    this.grown[tree]!.push(node)
    this.reachedFrom[node] = from
    this.reachedAt[node] = at
    if (node < this.arcs.n) return
    const opens = now + this.thickness[node]! / 2
    if (opens < this.ends[tree]!) this.queue.put(opens, node, OPEN)
  }

  makeEven(node: number, tree: number): void {
    this.label[node] = EVEN
    this.tree[node] = tree
    this.since[node] = this.queue.now
    this.grown[tree]!.push(node)
    this.wake(node, tree)
  }

  /** Makes every vertex of a node even: from now on they look around. */
  wake(node: number, tree: number): void {
    const slot = this.slotAt[node]!
    const rise = this.lift[slot]! + this.queue.now
    const { dual, fresh, isEven } = this
    const { head, tail, after } = this.nest
    let soonest = this.ends[tree]!
    for (let v = head[node]!; ; v = after[v]!) {
      dual[v]! += rise
      isEven[v] = 1
      fresh[this.freshMany++] = v
      if (dual[v]! < soonest) {
        soonest = dual[v]!
        this.endsAt[tree] = v
      }
      if (v === tail[node]) break
    }
    this.lift[slot] = 0
    if (soonest === this.ends[tree]) return
    this.ends[tree] = soonest
    this.queue.put(soonest, tree, ALONE)
  }

  /** No vertex of the node is even any more. */
  rest(node: number): void {
    const { head, tail, after } = this.nest
    for (let v = head[node]!; ; v = after[v]!) {
      this.isEven[v] = 0
      if (v === tail[node]) return
    }
  }

  /** Makes the children of a node the top, in slots of their own; the largest keeps the slot of all. */
  split(blossom: number): number[] {
    const children = this.nest.childrenOf(blossom)
    const slot = this.slotAt[blossom]!
    const largest = this.#largest(children)
    for (const child of children) {
      this.nest.parent[child] = NONE
      this.label[child] = FREE
      this.tree[child] = NONE
      this.reachTime[child] = this.never
      if (child === largest) this.#place(child, slot)
      else {
        const own = this.#idleSlots[--this.#idleMany]!
        this.lift[own] = this.lift[slot]!
        this.#move(child, own)
        this.#place(child, own)
      }
    }
    this.label[blossom] = FREE
    this.tree[blossom] = NONE
    this.nest.forget(blossom)
    return children
  }

  /** Makes a blossom the top of its children, in the slot of the largest. */
  unite(blossom: number, children: readonly number[]): void {
    const largest = this.#largest(children)
    const slot = this.slotAt[largest]!
    for (const child of children) {
      if (child === largest) continue
      this.#idleSlots[this.#idleMany++] = this.slotAt[child]!
      this.#move(child, slot)
    }
    this.#place(blossom, slot)
  }

  #largest(children: readonly number[]): number {
    const { size } = this.nest
    return children.reduce((largest, child) => (size[child]! > size[largest]! ? child : largest))
  }

  #move(node: number, slot: number): void {
    const { head, tail, after } = this.nest
    const last = tail[node]!
    for (let v = head[node]!; ; v = after[v]!) {
      this.slotOf[v] = slot
      if (v === last) return
    }
  }

  #place(node: number, slot: number): void {
    this.slotAt[node] = slot
    this.topIn[slot] = node
  }
}
