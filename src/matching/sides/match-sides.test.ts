/** The best pairs across two sides, against every way there is on small graphs, and against their own proof on larger ones. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../../../bench/chance.ts'
import { makeGraph } from '../../../bench/matching/graphs.ts'
import { WEIGHTS, type Weigh } from '../../../tests/small-graphs.ts'
import { matchPairs } from '../pairs/match-pairs.ts'
import { WrongGraph } from '../pairs/pair-graph.ts'
import { matchSides } from './match-sides.ts'
import { boundOfSides } from './side-certificate.ts'
import { besideEachOther, type SideGraph } from './side-graph.ts'

type Best = { pairs: number; weight: number }

/** Goes through every set of pairs that everybody has room for. */
function bestOfAll({ left, right, from, to, weight, capacityLeft, capacityRight }: SideGraph, cardinality: 'any' | 'most'): Best {
  const worth = new Map<string, [number, number, number]>()
  for (let pair = 0; pair < from.length; pair++) {
    const [i, j, w] = [from[pair] ?? 0, to[pair] ?? 0, weight[pair] ?? 0]
    if ((worth.get(`${i} ${j}`)?.[2] ?? Number.NEGATIVE_INFINITY) < w) worth.set(`${i} ${j}`, [i, j, w])
  }
  const pairs = [...worth.values()]
  const rooms = [capacityLeft ?? new Int32Array(left).fill(1), capacityRight ?? new Int32Array(right).fill(1)].map((each) => [...each])
  let best: Best = { pairs: 0, weight: 0 }
  const go = (at: number, now: Best): void => {
    if (cardinality === 'most' && now.pairs !== best.pairs ? now.pairs > best.pairs : now.weight > best.weight) best = now
    const next = pairs[at]
    if (!next) return
    go(at + 1, now)
    const [i, j, w] = next
    const [one, other] = rooms as [number[], number[]]
    if (!one[i] || !other[j]) return
    one[i]!--
    other[j]!--
    go(at + 1, { pairs: now.pairs + 1, weight: now.weight + w })
    one[i]!++
    other[j]!++
  }
  go(0, best)
  return best
}

function someSides(chance: Chance, most: number, weigh: Weigh): SideGraph {
  const [left, right] = [chance.whole(0, most), chance.whole(0, most)]
  const many = left * right === 0 ? 0 : chance.whole(0, 11)
  const numbers = (below: number): Int32Array => Int32Array.from({ length: many }, () => chance.whole(0, below - 1))
  const rooms = (people: number): Int32Array => Int32Array.from({ length: people }, () => chance.whole(0, 3))
  return {
    left,
    right,
    from: numbers(left),
    to: numbers(right),
    weight: Float64Array.from({ length: many }, () => weigh(chance)),
    ...(chance.is(0.6) ? { capacityLeft: rooms(left) } : {}),
    ...(chance.is(0.6) ? { capacityRight: rooms(right) } : {}),
  }
}

describe('the best pairs across two sides', () => {
  it('are as good as the best of all ways, with room for none to three, and weights of every kind', () => {
    const chance = new Chance(71)
    for (let turn = 0; turn < 60; turn++)
      for (const weigh of WEIGHTS) {
        const graph = someSides(chance, 5, weigh)
        for (const cardinality of ['any', 'most'] as const) {
          const { pairs, weight, bound } = matchSides(graph, { cardinality })
          const best = bestOfAll(graph, cardinality)
          const slip = 1e-9 * Math.max(1, Math.abs(best.weight))
          assert.ok(Math.abs(weight - best.weight) <= slip && bound - weight <= slip, JSON.stringify({ graph, cardinality, weight, best }))
          if (cardinality === 'most') assert.equal(pairs.length, best.pairs)
          assert.equal(new Set(pairs.map(String)).size, pairs.length)
        }
      }
  })

  it('are worth as much as the best pairs of a graph, where everybody has room for one', () => {
    const chance = new Chance(72)
    const many = 6000
    const graph: SideGraph = {
      left: 400,
      right: 300,
      from: Int32Array.from({ length: many }, () => chance.whole(0, 399)),
      to: Int32Array.from({ length: many }, () => chance.whole(0, 299)),
      weight: Int32Array.from({ length: many }, () => chance.whole(1, 1000)),
    }
    // With more room for one who could meet nobody, it is found in the other way.
    const roomier: SideGraph = { ...graph, left: 401, capacityLeft: new Int32Array(401).fill(1, 0, 400).fill(2, 400) }
    for (const cardinality of ['any', 'most'] as const) {
      const { weight } = matchPairs(besideEachOther(graph), { cardinality })
      assert.deepEqual([matchSides(graph, { cardinality }).weight, matchSides(roomier, { cardinality }).weight], [weight, weight])
    }
  })

  it('are found where chains of swaps would go through nearly everybody', () => {
    const { n, from, to, weight } = makeGraph('nests', 4000, 1)
    const bothWays = (column: ArrayLike<number>, back: ArrayLike<number>): Int32Array =>
      Int32Array.from({ length: 2 * column.length }, (_, at) => (at % 2 === 0 ? column : back)[at >> 1] ?? 0)
    const ways = { from: bothWays(from, to), to: bothWays(to, from), weight: bothWays(weight, weight) }
    const { weight: worth, bound } = matchSides({ left: n, right: n, ...ways })
    // Whoever is on both sides may as well go by a matching and back again.
    assert.ok(worth === bound && worth >= 2 * matchPairs({ n, from, to, weight }).weight)
  })

  it('are not proven by values that are too small, nor where somebody has more than they have room for', () => {
    const graph: SideGraph = { left: 2, right: 1, from: Int32Array.of(0, 1), to: Int32Array.of(0, 0), weight: Int32Array.of(5, 7) }
    const { pairs, certificate } = matchSides(graph)
    assert.deepEqual([pairs, boundOfSides(graph, pairs, certificate)], [[[1, 0]], 7])
    assert.equal(boundOfSides(graph, pairs, { ...certificate, right: Float64Array.of(1) }) > 7, true)
    assert.ok(
      Number.isNaN(
        boundOfSides(
          graph,
          [
            [0, 0],
            [1, 0],
          ],
          certificate,
        ),
      ),
    )
  })

  const plain: SideGraph = { left: 1, right: 1, from: Int32Array.of(0), to: Int32Array.of(0), weight: Float64Array.of(1) }
  for (const [why, graph, sentence] of [
    ['somebody who is not there', { ...plain, to: Int32Array.of(1) }, /ends at 1, but the right side is numbered from 0 to 0/],
    ['a side of half a person', { ...plain, left: 0.5 }, /cannot be 0.5 people on one side/],
    ['room for fewer than none', { ...plain, capacityLeft: Int32Array.of(-1) }, /Number 0 on the left cannot meet -1 people/],
    ['capacities that are not for everybody', { ...plain, capacityRight: new Int32Array(2) }, /2 capacities on the right/],
    ['a weight that is no number', { ...plain, weight: Float64Array.of(Number.NaN) }, /weight NaN/],
  ] as const)
    it(`are refused for ${why}`, () => {
      assert.throws(
        () => matchSides(graph),
        (fault) => fault instanceof WrongGraph && sentence.test(fault.message),
      )
    })
})
