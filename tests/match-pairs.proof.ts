/** The best pairs at length: tens of thousands of small graphs against every matching there is, and large ones against their certificates. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../bench/chance.ts'
import { makeGraph, NEST_KINDS, ROUND_KINDS } from '../bench/matching/graphs.ts'
import { checkCertificate } from '../src/matching/pairs/check-certificate.ts'
import { matchPairs } from '../src/matching/pairs/match-pairs.ts'
import { bestOfAll, SHAPES, someGraph, WEIGHTS } from './small-graphs.ts'

describe('the best pairs, at length', () => {
  for (const shape of SHAPES)
    it(`are the best on ${shape} graphs of up to eleven people`, () => {
      for (let seed = 0; seed < 300; seed++) {
        const chance = new Chance(seed)
        for (const weigh of WEIGHTS) {
          const graph = someGraph(shape, chance.whole(0, 11), chance, weigh)
          for (const cardinality of ['any', 'most'] as const) {
            const result = matchPairs(graph, { cardinality, seed })
            const best = bestOfAll(graph, cardinality).weight
            assert.ok(checkCertificate(graph, result).yes && result.exact, JSON.stringify(graph))
            assert.ok(Math.abs(result.weight - best) <= 1e-9 * Math.abs(best), JSON.stringify(graph))
          }
        }
      }
    })

  for (const shape of SHAPES)
    it(`prove themselves on ${shape} graphs of hundreds`, () => {
      for (let seed = 0; seed < 100; seed++) {
        const chance = new Chance(seed)
        for (const weigh of WEIGHTS) {
          const graph = someGraph(shape, chance.whole(12, 400), chance, weigh)
          for (const cardinality of ['any', 'most'] as const)
            assert.ok(checkCertificate(graph, matchPairs(graph, { cardinality })).yes, `${shape} ${seed} ${cardinality}`)
        }
      }
    })

  for (const kind of [...ROUND_KINDS, ...NEST_KINDS])
    for (const people of [3000, 20_000, 100_000])
      it(`prove themselves among ${people} people (${kind})`, () => {
        const graph = makeGraph(kind, people, people)
        const whole = matchPairs(graph)
        assert.ok(checkCertificate(graph, whole).yes && whole.exact)
        // The same worth in tenths, which no power of two makes whole.
        const tenths = { ...graph, weight: Float64Array.from(graph.weight, (worth) => worth / 10) }
        const real = matchPairs(tenths)
        assert.ok(checkCertificate(tenths, real).yes && real.exact)
        assert.ok(Math.abs(real.weight * 10 - whole.weight) <= 1e-6 * whole.weight)
      })
})
