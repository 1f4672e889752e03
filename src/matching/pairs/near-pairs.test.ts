/** Pairs that are nearly best: always a matching, never above their bound, and close to what is exact. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../../../bench/chance.ts'
import { makeGraph, NEST_KINDS, ROUND_KINDS } from '../../../bench/matching/graphs.ts'
import { aGraph, bestOfAll, SHAPES, someGraph, WEIGHTS } from '../../../tests/small-graphs.ts'
import { Cancelled, matchPairs } from './match-pairs.ts'
import { matchNearly, type NearResult } from './near-pairs.ts'
import { type PairGraph, WrongGraph } from './pair-graph.ts'

/** From what was asked and the answer alone. */
function assertProven({ n, from, to, weight }: PairGraph, { mate, weight: found, bound, values }: NearResult): void {
  const slip = 1e-9 * Math.max(1, ...weight.map(Math.abs))
  const worth = new Map<number, number>()
  for (let pair = 0; pair < from.length; pair++) {
    const [one, other, w] = [from[pair] ?? 0, to[pair] ?? 0, weight[pair] ?? 0]
    assert.ok((values[one] ?? 0) + (values[other] ?? 0) >= w - slip, `pair ${pair} is worth more than its values`)
    if (mate[one] === other) worth.set(Math.min(one, other), Math.max(worth.get(Math.min(one, other)) ?? w, w))
  }
  for (let v = 0; v < n; v++) if (mate[v] !== -1) assert.ok(mate[mate[v] ?? -1] === v && worth.has(Math.min(v, mate[v] ?? -1)))
  const sum = (all: Iterable<number>): number => [...all].reduce((before, each) => before + each, 0)
  assert.ok(Math.abs(sum(worth.values()) - found) <= slip * n && values.every((value) => value >= 0))
  assert.ok(Math.abs(bound - Math.max(found, sum(values))) <= slip * n)
}

describe('pairs that are nearly best', () => {
  for (const shape of SHAPES)
    it(`lie below the best, which lies below their bound, on ${shape} graphs with weights of every kind`, () => {
      const chance = new Chance(64)
      for (let turn = 0; turn < 25; turn++)
        for (const weigh of WEIGHTS) {
          const graph = someGraph(shape, chance.whole(0, 9), chance, weigh)
          const near = matchNearly(graph, { seed: turn })
          const best = bestOfAll(graph, 'any').weight
          const slip = 1e-9 * Math.max(1, best)
          assertProven(graph, near)
          assert.ok(near.weight <= best + slip && best <= near.bound + slip, JSON.stringify({ graph, near, best }))
          if (near.exact) assert.ok(Math.abs(near.weight - best) <= slip)
        }
    })

  for (const [kind, share, over] of [
    ...ROUND_KINDS.map((kind) => [kind, 0.999, 1.003] as const),
    ...NEST_KINDS.map((kind) => [kind, 0.97, 1.4] as const),
  ])
    it(`are worth ${share} of the best among 3,000 people (${kind})`, () => {
      const graph = makeGraph(kind, 3000, 8)
      const near = matchNearly(graph)
      const { weight } = matchPairs(graph)
      assertProven(graph, near)
      const found = [near.weight / weight, near.bound / weight]
      assert.ok(near.weight >= share * weight && near.bound <= over * weight && near.weight <= weight, `${found}`)
    })

  it('are the same for the same seed, and stop when they are told to', () => {
    const graph = makeGraph('ties', 1000, 1)
    const [one, again, other] = [5, 5, 6].map((seed) => matchNearly(graph, { seed }))
    assert.deepEqual(one?.mate, again?.mate)
    assert.notDeepEqual(one?.mate, other?.mate)
    const heard: number[] = []
    matchNearly(graph, { onProgress: (_, done) => void heard.push(done) })
    assert.ok(heard.length > 1 && heard.every((done) => done >= 0 && done <= 1))
    assert.throws(() => matchNearly(graph, { isCancelled: () => true }), Cancelled)
  })

  it('are refused for somebody meeting themselves', () => assert.throws(() => matchNearly(aGraph(2, [1, 1, 1])), WrongGraph))
})
