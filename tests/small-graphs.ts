/** Small graphs of every kind for tests of matching, and the best of all their matchings, found by going through every one. */
import type { Chance } from '../bench/chance.ts'
import type { PairGraph } from '../src/matching/pairs/pair-graph.ts'

type Pair = readonly [one: number, other: number, weight: number]
export type Weigh = (chance: Chance) => number

export const aGraph = (n: number, ...pairs: Pair[]): PairGraph => ({
  n,
  from: Int32Array.from(pairs, ([one]) => one),
  to: Int32Array.from(pairs, ([, other]) => other),
  weight: Float64Array.from(pairs, ([, , weight]) => weight),
})

export const WEIGHTS: readonly Weigh[] = [
  () => 1,
  () => 0,
  (chance) => chance.whole(1, 3),
  (chance) => chance.whole(0, 5),
  (chance) => chance.whole(-8, 11),
  (chance) => 100 * chance.whole(1, 5),
  (chance) => chance.whole(60, 99),
  (chance) => chance.whole(1, 1000),
  (chance) => chance.whole(1, 2 ** 27),
  (chance) => chance.whole(2 ** 40, 2 ** 40 + 9),
  (chance) => chance.whole(1, 20) / 10,
  (chance) => chance.number(),
  (chance) => 10 * chance.number() - 3,
]

export const SHAPES = ['dense', 'scattered', 'triangular', 'ringed', 'narrow'] as const
export type Shape = (typeof SHAPES)[number]

/** Scattered ones have pairs that are listed twice, and people without any. */
export function someGraph(shape: Shape, n: number, chance: Chance, weigh: Weigh): PairGraph {
  const pairs: Pair[] = []
  const put = (one: number, other: number): void => void (one !== other && pairs.push([one, other, weigh(chance)]))
  const scatter = (many: number): void => {
    for (let turn = 0; turn < many; turn++) put(chance.whole(0, n - 1), chance.whole(0, n - 1))
  }
  const ring = (begin: number, size: number): void => {
    for (let step = 0; step < size; step++) put(begin + step, begin + ((step + 1) % size))
  }
  if (n === 0) return aGraph(0)
  if (shape === 'dense') {
    const share = chance.number()
    for (let one = 0; one < n; one++) for (let other = one + 1; other < n; other++) if (chance.is(share)) put(one, other)
  }
  if (shape === 'scattered') scatter(chance.whole(0, 3 * n))
  if (shape === 'triangular' || shape === 'ringed') {
    const size = shape === 'triangular' ? 3 : chance.pick([5, 7])
    for (let begin = 0; begin + size <= n; begin += size) ring(begin, size)
    scatter(n / 2)
  }
  if (shape === 'narrow') for (let one = 0; one < n; one++) for (const step of [1, 2, 3]) if (chance.is(0.6)) put(one, (one + step) % n)
  return aGraph(n, ...chance.shuffled(pairs))
}

export function bestOfAll({ n, from, to, weight }: PairGraph, cardinality: 'any' | 'most'): { pairs: number; weight: number } {
  const worth = new Map<string, number>()
  for (let pair = 0; pair < from.length; pair++)
    for (const key of [`${from[pair]} ${to[pair]}`, `${to[pair]} ${from[pair]}`])
      worth.set(key, Math.max(worth.get(key) ?? Number.NEGATIVE_INFINITY, weight[pair] ?? 0))
  type Best = { pairs: number; weight: number }
  const isBetter = (one: Best, other: Best): boolean =>
    cardinality === 'most' && one.pairs !== other.pairs ? one.pairs > other.pairs : one.weight > other.weight
  const best: Best[] = [{ pairs: 0, weight: 0 }]
  // Of each set of people, a number whose bits are its members, from smaller ones: its last member stays alone, or meets another.
  for (let set = 1; set < 1 << n; set++) {
    const last = 31 - Math.clz32(set)
    const others = set ^ (1 << last)
    let most = best[others] as Best
    for (let mate = 0; mate < last; mate++) {
      const more = worth.get(`${mate} ${last}`)
      if (((others >> mate) & 1) === 0 || more === undefined) continue
      const { pairs, weight } = best[others ^ (1 << mate)] as Best
      const candidate = { pairs: pairs + 1, weight: weight + more }
      if (isBetter(candidate, most)) most = candidate
    }
    best[set] = most
  }
  return best.at(-1) as Best
}
