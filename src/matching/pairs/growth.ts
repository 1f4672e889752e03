/** The search: takes one event after the other, until every tree has ended and with it everybody has a mate or may be alone. */
import { open, shrink } from './blossoms.ts'
import { swapToRoot, takeDown } from './ends.ts'
import { ALONE, EVEN, type Forest, FREE, ODD, OPEN, REACH } from './forest.ts'
import { isPulled, lookAround, planReachAfresh } from './looking.ts'

/** Called after each tree, with how many are left. May throw, to end the search. */
export type Listen = (treesLeft: number) => void

export function grow(forest: Forest, roots: readonly number[], listen: Listen): void {
  roots.forEach((root, tree) => {
    forest.makeEven(root, tree)
  })
  const { queue } = forest
  while (forest.treesLeft > 0) {
    lookAround(forest)
    if (!queue.take()) throw new Error('A tree ended nowhere.')
    const before = forest.treesLeft
    happen(forest, queue.one, queue.other)
    if (forest.treesLeft < before) listen(forest.treesLeft)
  }
}

function happen(forest: Forest, one: number, other: number): void {
  const { now } = forest.queue
  if (other === REACH) {
    if (forest.label[one] === FREE && forest.reachTime[one] === now) reach(forest, one)
  } else if (other === OPEN) {
    if (forest.label[one] === ODD && forest.since[one]! + forest.thickness[one]! / 2 === now) open(forest, one)
  } else if (other === ALONE) {
    if (forest.ends[one] === now) leaveAlone(forest, one)
  } else meet(forest, one, other)
}

/** A tree reaches a free node: it becomes odd, and its mate even. */
function reach(forest: Forest, node: number): void {
  const { nest, queue } = forest
  const at = forest.reachVertex[node]!
  const time = forest.pull[at]! + forest.dual[at]! + forest.lift[forest.slotAt[node]!]!
  if (time !== queue.now || !isPulled(forest, at)) {
    planReachAfresh(forest, node, false)
    return
  }
  const from = forest.pulledBy[at]!
  const tree = forest.tree[forest.topOf(from)]!
  const mate = nest.mate[nest.base[node]!]!
  if (mate >= 0) {
    forest.makeOdd(node, tree, from, at)
    forest.makeEven(forest.topOf(mate), tree)
    return
  }
  nest.rebase(node, at)
  nest.mate[at] = from
  swapToRoot(forest, from, at)
  takeDown(forest, [tree], [node])
}

/** Two even vertices have come so close that they can be mates: of one tree they close a ring, of two they end both. */
function meet(forest: Forest, one: number, other: number): void {
  const [top, otherTop] = [forest.topOf(one), forest.topOf(other)]
  if (top === otherTop || forest.label[top] !== EVEN || forest.label[otherTop] !== EVEN) return
  const slack = forest.dual[one]! + forest.dual[other]! - 4 * forest.arcs.between(one, other)
  if (slack !== 2 * forest.queue.now) return
  const [tree, otherTree] = [forest.tree[top]!, forest.tree[otherTop]!]
  if (tree === otherTree) {
    shrink(forest, one, other)
    return
  }
  swapToRoot(forest, one, other)
  swapToRoot(forest, other, one)
  takeDown(forest, [tree, otherTree], [])
}

/** An even vertex has nothing more to lose: it takes the place of the root, and stays alone. */
function leaveAlone(forest: Forest, tree: number): void {
  swapToRoot(forest, forest.endsAt[tree]!, -1)
  takeDown(forest, [tree], [])
}
