/** How a tree ends: everybody on one way changes mates, and the tree is taken down. */
import { EVEN, type Forest, FREE } from './forest.ts'
import { planReachAfresh } from './looking.ts'

/** Gives an even vertex a new mate (or none), its old mate another, and so on up to the root. */
export function swapToRoot(forest: Forest, from: number, to: number): void {
  const { nest, reachedFrom, reachedAt } = forest
  for (let [vertex, mate] = [from, to]; ; ) {
    const even = forest.topOf(vertex)
    const left = nest.mate[nest.base[even]!]!
    nest.rebase(even, vertex)
    nest.mate[vertex] = mate
    if (left < 0) return
    const odd = forest.topOf(left)
    mate = reachedAt[odd]!
    vertex = reachedFrom[odd]!
    nest.rebase(odd, mate)
    nest.mate[mate] = vertex
  }
}

/** Sets everybody in the trees free, opens what has no thickness, and lets the trees that are left know; `alsoFree` hears of them as well. */
export function takeDown(forest: Forest, trees: readonly number[], alsoFree: readonly number[]): void {
  const loose: number[] = []
  for (const tree of trees) letGo(forest, tree, loose)
  const free: number[] = [...alsoFree]
  for (let node = loose.pop(); node !== undefined; node = loose.pop())
    if (forest.nest.isBlossom(node) && forest.thickness[node] === 0) loose.push(...forest.split(node))
    else free.push(node)
  if (forest.treesLeft > 0) for (const node of free) planReachAfresh(forest, node, true)
}

function letGo(forest: Forest, tree: number, loose: number[]): void {
  const { nest, queue, label, since, thickness, lift, slotAt } = forest
  for (const node of forest.grown[tree]!) {
    if (forest.tree[node] !== tree) continue
    const age = queue.now - since[node]!
    const isEven = label[node] === EVEN
    if (nest.isBlossom(node)) thickness[node]! += isEven ? 2 * age : -2 * age
    lift[slotAt[node]!]! += isEven ? -queue.now : age
    if (isEven) forest.rest(node)
    label[node] = FREE
    forest.tree[node] = -1
    forest.reachTime[node] = forest.never
    loose.push(node)
  }
  forest.grown[tree] = []
  forest.ends[tree] = -1
  forest.treesLeft--
}
