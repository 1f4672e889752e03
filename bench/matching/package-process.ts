/** An npm package on a file of pairs, from the folder where it is installed: prints its weight and its seconds. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readEdgeList } from '../../src/cli/edge-list.ts'

type Edge = [one: number, other: number, weight: number]
type Blossom = (edges: Edge[], isMost: boolean) => number[]
type Munkres = (costs: number[][]) => [row: number, column: number][]

const [, , name = '', file = '', folder = ''] = process.argv
const require = createRequire(join(folder, 'here.js'))
const { n, from, to, weight } = await readEdgeList(file)
const edges = Array.from(from, (one, pair): Edge => [one, to[pair] ?? 0, weight[pair] ?? 0])
const { total, seconds } = name === 'munkres-js' ? matchSides(require(name) as Munkres) : matchPairs(require(name) as Blossom)
console.log(JSON.stringify({ weight: total, seconds }))

function matchPairs(blossom: Blossom): { total: number; seconds: number } {
  const { value: mate, seconds } = timed(() => blossom(edges, false))
  return { total: edges.reduce((sum, [one, other, worth]) => sum + (mate[one] === other ? worth : 0), 0), seconds }
}

/** It makes whatever costs least of a full square; who could not meet costs as much as a meeting that is worth nothing. */
function matchSides(munkres: Munkres): { total: number; seconds: number } {
  const left = n >> 1
  const most = edges.reduce((max, [, , worth]) => Math.max(max, worth), 0)
  const costs = Array.from({ length: left }, () => new Array<number>(n - left).fill(most))
  for (const [one, other, worth] of edges) costs[Math.min(one, other)]?.splice(Math.max(one, other) - left, 1, most - worth)
  const { value: pairs, seconds } = timed(() => munkres(costs.map((row) => [...row])))
  return { total: pairs.reduce((sum, [row, column]) => sum + most - (costs[row]?.[column] ?? most), 0), seconds }
}

function timed<T>(work: () => T): { value: T; seconds: number } {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return { value, seconds: (user + system) / 1e6 }
}
