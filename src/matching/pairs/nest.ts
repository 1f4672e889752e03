/** Blossoms: odd rings of people, and of smaller blossoms, that act as one person. */

const NONE = -1

/**
 * A node is a vertex (below n) or a blossom (from n on). The children of a blossom form a ring of odd length; `next` leads around
 * it, and the pair that joins a child to the next one is `leaves` (a vertex in the child) and `enters` (a vertex in the next).
 * Inside, everybody has a mate but one, the `base`; it lies in the child `first`. Whoever in a blossom finds a mate outside can be
 * made its base, because an odd ring without one of its members can be paired along the ring.
 */
export class Nest {
  readonly n: number
  readonly mate: Int32Array
  readonly parent: Int32Array
  readonly base: Int32Array
  readonly size: Int32Array
  readonly first: Int32Array
  readonly next: Int32Array
  readonly previous: Int32Array
  readonly leaves: Int32Array
  readonly enters: Int32Array
  /** The vertices of a node: from `head` on, each followed by the one `after` it, as far as `tail`. */
  readonly head: Int32Array
  readonly tail: Int32Array
  readonly after: Int32Array
  readonly #idle: number[] = []
  #made: number
  readonly #walk: number[] = []
  readonly #line: number[] = []

  constructor(mate: Int32Array) {
    const n = mate.length
    // At any time there are fewer than half as many blossoms as vertices, as each takes in three or more.
    const nodes = n + (n >> 1) + 1
    this.n = n
    this.mate = mate
    this.parent = new Int32Array(nodes).fill(NONE)
    this.base = new Int32Array(nodes)
    this.size = new Int32Array(nodes).fill(1)
    this.first = new Int32Array(nodes).fill(NONE)
    this.next = new Int32Array(nodes)
    this.previous = new Int32Array(nodes)
    this.leaves = new Int32Array(nodes)
    this.enters = new Int32Array(nodes)
    this.#made = n
    this.head = new Int32Array(nodes)
    this.tail = new Int32Array(nodes)
    this.after = new Int32Array(n)
    for (let v = 0; v < n; v++) {
      this.base[v] = v
      this.head[v] = v
      this.tail[v] = v
    }
  }

  /** Nodes that are, or were, in use. */
  get nodes(): number {
    return this.#made
  }

  isBlossom(node: number): boolean {
    return node >= this.n && this.first[node] !== NONE
  }

  /** A blossom without children yet; its base will be that of the first. */
  make(first: number): number {
    const blossom = this.#idle.pop() ?? this.#made++
    this.first[blossom] = first
    this.base[blossom] = this.base[first]!
    this.parent[blossom] = NONE
    this.size[blossom] = 0
    return blossom
  }

  /** Puts a child into the ring, behind the one before it, joined to that by a pair of vertices. */
  join(before: number, child: number, leaves: number, enters: number): void {
    this.next[before] = child
    this.previous[child] = before
    this.leaves[before] = leaves
    this.enters[before] = enters
  }

  /** The vertices of children follow each other, so a child that comes out again finds its own still side by side. */
  adopt(blossom: number, child: number): void {
    if (this.size[blossom] === 0) this.head[blossom] = this.head[child]!
    else this.after[this.tail[blossom]!] = this.head[child]!
    this.tail[blossom] = this.tail[child]!
    this.parent[child] = blossom
    this.size[blossom]! += this.size[child]!
  }

  /** Forgets a blossom whose children have been let go. */
  forget(blossom: number): void {
    this.first[blossom] = NONE
    this.#idle.push(blossom)
  }

  childrenOf(blossom: number): number[] {
    const first = this.first[blossom]!
    const children = [first]
    for (let child = this.next[first]!; child !== first; child = this.next[child]!) children.push(child)
    return children
  }

  /** Whether an even number of steps forward leads from one child to another. */
  isEvenAhead(child: number, other: number): boolean {
    let isEven = true
    for (let each = child; each !== other; each = this.next[each]!) isEven = !isEven
    return isEven
  }

  /** Pairs the inside of a node anew, so that `vertex` is its base. */
  rebase(node: number, vertex: number): void {
    const walk = this.#walk
    walk.push(node, vertex)
    while (walk.length > 0) {
      const base = walk.pop()!
      this.#turn(walk.pop()!, base)
    }
  }

  #turn(node: number, vertex: number): void {
    const line = this.#line
    line.length = 0
    for (let each = vertex; each !== node; each = this.parent[each]!) line.push(each)
    let blossom = node
    while (line.length > 0 && this.base[blossom] !== vertex) {
      const child = line.pop()!
      const old = this.first[blossom]!
      this.base[blossom] = vertex
      this.first[blossom] = child
      if (child !== old) this.#pairAlong(child, old)
      blossom = child
    }
  }

  /** From the child that now has the base to the one that had it, the way of even length: its pairs move on by one. */
  #pairAlong(child: number, old: number): void {
    const isAhead = this.isEvenAhead(child, old)
    for (let each = child; each !== old; ) {
      const one = isAhead ? this.next[each]! : this.previous[this.previous[each]!]!
      const other = this.next[one]!
      const [leaves, enters] = [this.leaves[one]!, this.enters[one]!]
      this.mate[leaves] = enters
      this.mate[enters] = leaves
      this.#walk.push(one, leaves, other, enters)
      each = isAhead ? other : one
    }
  }
}
