/** The best pairs, against every matching there is on small graphs, and against their own certificates on larger ones. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../../../bench/chance.ts'
import { makeGraph, NEST_KINDS, ROUND_KINDS } from '../../../bench/matching/graphs.ts'
import { aGraph, bestOfAll, SHAPES, someGraph, WEIGHTS } from '../../../tests/small-graphs.ts'
import { checkCertificate } from './check-certificate.ts'
import { Cancelled, matchPairs, type PairOptions } from './match-pairs.ts'
import { type PairGraph, WrongGraph } from './pair-graph.ts'

const pairsOf = (mate: Int32Array): number => mate.filter((other) => other >= 0).length / 2

function provenPairs(graph: PairGraph, options: PairOptions = {}) {
  const result = matchPairs(graph, options)
  const checked = checkCertificate(graph, result)
  assert.ok(checked.yes && result.exact, JSON.stringify({ checked, graph, options }))
  return result
}

describe('the best pairs', () => {
  for (const shape of SHAPES)
    it(`are as good as the best of all matchings, on ${shape} graphs with weights of every kind`, () => {
      const chance = new Chance(61)
      for (let turn = 0; turn < 40; turn++)
        for (const weigh of WEIGHTS) {
          const graph = someGraph(shape, chance.whole(0, 9), chance, weigh)
          for (const cardinality of ['any', 'most'] as const) {
            const { mate, weight } = provenPairs(graph, { cardinality })
            const best = bestOfAll(graph, cardinality)
            const slip = 1e-9 * Math.abs(best.weight)
            assert.ok(Math.abs(weight - best.weight) <= slip, JSON.stringify({ graph, cardinality, weight, best }))
            if (cardinality === 'most') assert.equal(pairsOf(mate), best.pairs)
          }
        }
    })

  for (const kind of [...ROUND_KINDS, ...NEST_KINDS])
    it(`prove themselves among 1,500 people (${kind})`, () => {
      const graph = makeGraph(kind, 1500, 7)
      const any = provenPairs(graph)
      const most = provenPairs(graph, { cardinality: 'most' })
      assert.ok(most.weight <= any.weight && pairsOf(most.mate) >= pairsOf(any.mate))
    })

  it('are the same for the same seed', () => {
    const graph = makeGraph('ties', 300, 1)
    const [one, again, other] = [5, 5, 6].map((seed) => matchPairs(graph, { seed }))
    assert.deepEqual(one?.mate, again?.mate)
    assert.notDeepEqual(one?.mate, other?.mate)
    assert.equal(one?.weight, other?.weight)
  })

  it('of pairs that are listed twice, count the greater weight once', () => {
    const { weight } = provenPairs(aGraph(2, [0, 1, 4], [1, 0, 7], [0, 1, 5]))
    assert.equal(weight, 7)
  })

  it('leave somebody alone rather than make a pair that is worth nothing, unless most pairs are asked for', () => {
    const graph = aGraph(4, [0, 1, -3], [2, 3, 0])
    assert.deepEqual([...matchPairs(graph).mate], [-1, -1, -1, -1])
    assert.deepEqual([...matchPairs(graph, { cardinality: 'most' }).mate], [1, 0, 3, 2])
  })

  it('are exact for weights beyond 32 bits', () => {
    const high = 2 ** 40
    assert.equal(provenPairs(aGraph(4, [0, 1, high + 1], [1, 2, 2 * high + 3], [2, 3, high + 3])).weight, 2 * high + 4)
  })

  it('are exact where large weights differ by little, also when most pairs are asked for', () => {
    const graph = makeGraph('ties', 300, 2)
    const high = { ...graph, weight: Float64Array.from(graph.weight, (worth) => 2 ** 40 + worth) }
    const [low, lifted] = [graph, high].map((each) => provenPairs(each, { cardinality: 'most' }))
    assert.equal((lifted?.weight ?? 0) - (low?.weight ?? 0), 2 ** 40 * pairsOf(low?.mate ?? new Int32Array()))
    assert.equal(lifted?.bound, lifted?.weight)
  })

  it('tell what is being done, and stop when they are told to', () => {
    const graph = makeGraph('mix', 300, 1)
    const steps = new Set<string>()
    matchPairs(graph, { onProgress: (step, done) => void (done >= 0 && done <= 1 && steps.add(step)) })
    assert.deepEqual([...steps], ['bids', 'chains', 'trees'])
    let asked = 0
    assert.throws(() => matchPairs(graph, { isCancelled: () => ++asked === 3 }), Cancelled)
  })

  for (const [why, graph, sentence] of [
    ['a person who is not there', aGraph(2, [0, 2, 1]), /numbered from 0 to 1/],
    ['somebody meeting themselves', aGraph(2, [1, 1, 1]), /between 1 and themselves/],
    ['a weight that is no number', aGraph(2, [0, 1, Number.NaN]), /weight NaN/],
    ['a weight without end', aGraph(2, [0, 1, Number.POSITIVE_INFINITY]), /weight Infinity/],
    ['a weight that no whole number holds', aGraph(2, [0, 1, 2 ** 60]), /within 9007199254740991 of 0/],
    ['lists of different lengths', { ...aGraph(2, [0, 1, 1]), to: new Int32Array(2) }, /the three lists must be as long/],
    ['half a person', aGraph(1.5), /cannot be 1.5 people/],
  ] as const)
    it(`are refused for ${why}`, () => {
      assert.throws(
        () => matchPairs(graph),
        (fault) => fault instanceof WrongGraph && sentence.test(fault.message),
      )
    })
})
