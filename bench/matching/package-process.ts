/** The npm package edmonds-blossom on a file of pairs, where somebody has installed it: prints its weight and its seconds, or nothing. */
import { createRequire } from 'node:module'
import { readEdgeList } from '../../src/cli/edge-list.ts'

type Edge = [one: number, other: number, weight: number]
type Blossom = (edges: Edge[], isMost: boolean) => number[]

const require = createRequire(import.meta.url)
try {
  require.resolve('edmonds-blossom')
} catch {
  process.exit()
}
const blossom = require('edmonds-blossom') as Blossom
const { from, to, weight } = await readEdgeList(process.argv[2] ?? '')
const edges = Array.from(from, (one, pair): Edge => [one, to[pair] ?? 0, weight[pair] ?? 0])
const before = process.cpuUsage()
const mate = blossom(edges, false)
const { user, system } = process.cpuUsage(before)
let total = 0
for (const [one, other, worth] of edges) if (mate[one] === other) total += worth
console.log(JSON.stringify({ weight: total, seconds: (user + system) / 1e6 }))
