/** npx appstarter match sides */

import { type PairGraph, WrongGraph } from '../matching/pairs/pair-graph.ts'
import { matchSides } from '../matching/sides/match-sides.ts'
import type { SideGraph } from '../matching/sides/side-graph.ts'
import { type Given, Refused } from './command.ts'
import { readEdgeList } from './edge-list.ts'
import { matchOnce, readCardinality } from './match-pairs.ts'

export const sidesHelp = `sides FILE reads the same list for two sides: the first half of all people are on the left, the others on the right, and pairs are
across. --json, --cardinality and --progress are as with pairs.`

export async function runSides({ places, is, text, say, print }: Given): Promise<void> {
  const cardinality = readCardinality(text('cardinality'))
  matchOnce()
  const list = await readEdgeList(places[1] ?? '')
  try {
    const graph = acrossOf(list)
    const before = process.cpuUsage()
    const onProgress = (done: number): void => say(`Swapping: ${Math.floor(100 * done)} %`)
    const { pairs, weight, bound, exact } = matchSides(graph, { cardinality, ...(is('progress') ? { onProgress } : {}) })
    const { user, system } = process.cpuUsage(before)
    const mates = pairs.map(([one, other]): [number, number] => [one, graph.left + other])
    if (!is('json')) {
      print(mates.map((pair) => pair.join(' ')).join('\n'))
      return
    }
    const mate = new Array<number>(list.n).fill(-1)
    for (const [one, other] of mates) [mate[one], mate[other]] = [other, one]
    print(JSON.stringify({ mate, weight, bound, exact, seconds: (user + system) / 1e6 }))
  } catch (fault) {
    throw fault instanceof WrongGraph ? new Refused(fault.message) : fault
  }
}

/** Whichever of the two is named first in a line. */
function acrossOf({ n, from, to, weight }: PairGraph): SideGraph {
  const left = n >> 1
  const one = from.map((each, pair) => Math.min(each, to[pair] ?? each))
  const other = to.map((each, pair) => Math.max(each, from[pair] ?? each))
  const wrong = one.findIndex((each, pair) => each < 0 || each >= left || (other[pair] ?? 0) < left || (other[pair] ?? 0) >= n)
  if (wrong >= 0)
    throw new WrongGraph(
      `Pair ${wrong} is between ${from[wrong]} and ${to[wrong]}, but one must be on the left (0 to ${left - 1}) and the other on the right (${left} to ${n - 1}).`,
    )
  return { left, right: n - left, from: one, to: other.map((each) => each - left), weight }
}
