/** Rings close to blossoms while trees grow, and blossoms that have become thin open again. */
import { EVEN, type Forest, INSIDE } from './forest.ts'
import { planReach } from './looking.ts'

/** Two even vertices of one tree can be mates: the way from one, over the nearest common ancestor, to the other becomes a blossom. */
export function shrink(forest: Forest, one: number, other: number): void {
  const { nest, queue, label, since, thickness } = forest
  const [top, otherTop] = [forest.topOf(one), forest.topOf(other)]
  const ancestor = commonAncestor(forest, top, otherTop)
  const tree = forest.tree[ancestor]!
  const ring = [ancestor, ...linkWay(forest, top, ancestor, false), ...linkWay(forest, otherTop, ancestor, true)]
  nest.join(top, otherTop, one, other)
  const blossom = nest.make(ancestor)
  for (const child of ring) {
    const age = queue.now - since[child]!
    const isEven = label[child] === EVEN
    if (nest.isBlossom(child)) thickness[child]! += isEven ? 2 * age : -2 * age
    if (!isEven) {
      forest.lift[forest.slotAt[child]!]! += age
      forest.wake(child, tree)
    }
    label[child] = INSIDE
    forest.tree[child] = -1
    nest.adopt(blossom, child)
  }
  forest.unite(blossom, ring)
  label[blossom] = EVEN
  since[blossom] = queue.now
  thickness[blossom] = 0
  forest.tree[blossom] = tree
  forest.grown[tree]!.push(blossom)
}

/** Climbs from both by turns, so that it takes no longer than twice the nearer way. */
function commonAncestor(forest: Forest, top: number, otherTop: number): number {
  const mark = forest.newMark()
  let [climber, waiting] = [top, otherTop]
  for (;;) {
    if (climber >= 0) {
      if (forest.marks[climber] === mark) return climber
      forest.marks[climber] = mark
      climber = forest.above(climber)
    }
    ;[climber, waiting] = [waiting, climber]
  }
}

/** Links the nodes from an even one up to, not including, its ancestor, upwards or downwards, and lists them. */
function linkWay(forest: Forest, from: number, ancestor: number, isUp: boolean): number[] {
  const { nest, reachedFrom, reachedAt } = forest
  const way: number[] = []
  for (let even = from; even !== ancestor; ) {
    const base = nest.base[even]!
    const mate = nest.mate[base]!
    const odd = forest.topOf(mate)
    const above = forest.topOf(reachedFrom[odd]!)
    if (isUp) {
      nest.join(even, odd, base, mate)
      nest.join(odd, above, reachedAt[odd]!, reachedFrom[odd]!)
    } else {
      nest.join(odd, even, mate, base)
      nest.join(above, odd, reachedFrom[odd]!, reachedAt[odd]!)
    }
    way.push(even, odd)
    even = above
  }
  return way
}

/**
 * An odd blossom has lost all its thickness. The way of even length from the child at which it was reached to the child that has
 * the base stays in the tree, odd and even by turns; the other children, which are mates of each other, are free again.
 */
export function open(forest: Forest, blossom: number): void {
  const { nest } = forest
  const tree = forest.tree[blossom]!
  const last = nest.first[blossom]!
  let [from, at] = [forest.reachedFrom[blossom]!, forest.reachedAt[blossom]!]
  forest.lift[forest.slotAt[blossom]!]! += forest.queue.now - forest.since[blossom]!
  const children = forest.split(blossom)
  let odd = forest.topOf(at)
  const isAhead = nest.isEvenAhead(odd, last)
  for (;;) {
    forest.makeOdd(odd, tree, from, at)
    if (odd === last) break
    const even = isAhead ? nest.next[odd]! : nest.previous[odd]!
    forest.makeEven(even, tree)
    odd = isAhead ? nest.next[even]! : nest.previous[even]!
    ;[from, at] = isAhead ? [nest.leaves[even]!, nest.enters[even]!] : [nest.enters[odd]!, nest.leaves[odd]!]
  }
  for (const child of children) if (forest.tree[child] !== tree) planReach(forest, child)
}
