/** npx appstarter match pairs */
import { setFlagsFromString } from 'node:v8'
import { matchPairs, type PairOptions, type PairStep } from '../matching/pairs/match-pairs.ts'
import { matchNearly } from '../matching/pairs/near-pairs.ts'
import { WrongGraph } from '../matching/pairs/pair-graph.ts'
import { type Given, Refused, WrongUse } from './command.ts'
import { readEdgeList } from './edge-list.ts'

export const pairsHelp = `pairs FILE reads "n m" and then m lines "u v weight": people are numbered from 0 to n - 1. It finds the pairs that are worth most together, and
prints "u v" for each of them.

  --json               prints one line instead: {"mate", "weight", "bound", "exact", "seconds"}; mate has -1 for whoever stays alone, nothing
                       can be worth more than bound, and seconds is the processor time of the search alone
  --cardinality most   makes as many pairs as possible, and of all ways to do so the one that is worth most
  --near               finds pairs that are nearly worth most, in less time; bound says how near
  --seed NUMBER        where several ways are as good, another number may find another one
  --progress           says what is being done`

export const pairsOptions = {
  json: { type: 'boolean' },
  cardinality: { type: 'string' },
  near: { type: 'boolean' },
  seed: { type: 'string' },
  progress: { type: 'boolean' },
} as const

const DOING: Record<PairStep, string> = { bids: 'Bidding', chains: 'Swapping', trees: 'Settling what is odd' }

export async function runPairs({ places, is, text, say, print }: Given): Promise<void> {
  const cardinality = readCardinality(text('cardinality'))
  if (is('near') && cardinality === 'most') throw new WrongUse('--near cannot be said together with --cardinality most.')
  const options: PairOptions = { cardinality, ...readSeed(text('seed')) }
  if (is('progress')) options.onProgress = (step, done) => say(`${DOING[step]}: ${Math.floor(100 * done)} %`)
  matchOnce()
  const graph = await readEdgeList(places[1] ?? '')
  const before = process.cpuUsage()
  try {
    const { mate, weight, bound, exact } = is('near') ? matchNearly(graph, options) : matchPairs(graph, options)
    const { user, system } = process.cpuUsage(before)
    if (is('json')) print(JSON.stringify({ mate: [...mate], weight, bound, exact, seconds: (user + system) / 1e6 }))
    else print([...mate].flatMap((other, one) => (other > one ? [`${one} ${other}`] : [])).join('\n'))
  } catch (fault) {
    throw fault instanceof WrongGraph ? new Refused(fault.message) : fault
  }
}

/** This process matches once and ends: copying functions into each other takes longer than what it saves. */
export const matchOnce = (): void => setFlagsFromString('--max-inlined-bytecode-size=60')

export function readCardinality(said = 'any'): 'any' | 'most' {
  if (said !== 'any' && said !== 'most') throw new WrongUse(`--cardinality must be any or most, not "${said}".`)
  return said
}

export function readSeed(said: string | undefined): Pick<PairOptions, 'seed'> {
  if (said === undefined) return {}
  if (!/^\d{1,9}$/.test(said)) throw new WrongUse(`--seed must be a whole number of up to nine digits, not "${said}".`)
  return { seed: Number(said) }
}
