/** The checker of certificates: what it lets pass, and every kind of lie that it does not. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../../../bench/chance.ts'
import { makeGraph } from '../../../bench/matching/graphs.ts'
import { aGraph } from '../../../tests/small-graphs.ts'
import { type CertificateFault, checkCertificate } from './check-certificate.ts'
import { matchPairs, type PairResult } from './match-pairs.ts'
import type { PairCertificate } from './pair-certificate.ts'

/** Three who could all meet each other: only one pair fits, and only a blossom proves it. */
const TRIANGLE = aGraph(3, [0, 1, 6], [1, 2, 6], [0, 2, 6])
const PROVEN: PairResult = {
  mate: Int32Array.of(1, 0, -1),
  weight: 6,
  bound: 6,
  exact: true,
  certificate: { lift: 0, people: Float64Array.of(0, 0, 0), blossoms: Float64Array.of(6), inside: Int32Array.of(3, 3, 3, -1) },
}
const certified = (change: Partial<PairCertificate>): PairResult => ({ ...PROVEN, certificate: { ...PROVEN.certificate, ...change } })

describe('a certificate', () => {
  it('proves a triangle', () => assert.deepEqual(checkCertificate(TRIANGLE, PROVEN), { yes: true, value: { gap: 0 } }))

  const lies: [CertificateFault, PairResult][] = [
    ['sizes differ', certified({ people: new Float64Array(2) })],
    ['mates disagree', { ...PROVEN, mate: Int32Array.of(1, 2, -1) }],
    ['mates disagree', { ...PROVEN, mate: Int32Array.of(0, -1, -1) }],
    ['wrong weight', { ...PROVEN, weight: 7 }],
    ['wrong bound', { ...PROVEN, bound: 7 }],
    ['negative value', certified({ people: Float64Array.of(-1, 0, 0) })],
    ['negative value', certified({ people: Float64Array.of(Number.NaN, 0, 0) })],
    ['negative value', certified({ blossoms: Float64Array.of(-6) })],
    ['blossoms not nested', certified({ inside: Int32Array.of(3, 3, 3, 3) })],
    ['blossoms not nested', certified({ inside: Int32Array.of(3, 0, 3, -1) })],
    ['blossoms not nested', certified({ inside: Int32Array.of(3, 3, 9, -1) })],
    ['even blossom', certified({ inside: Int32Array.of(3, 3, -1, -1) })],
    ['pair not covered', certified({ blossoms: Float64Array.of(5) })],
    ['gap', { ...certified({ blossoms: Float64Array.of(7) }), bound: 7 }],
  ]
  for (const [why, lie] of lies)
    it(`does not prove anything when it has: ${why}`, () => assert.deepEqual(checkCertificate(TRIANGLE, lie), { yes: false, why }))

  it('does not prove mates who have no pair', () => {
    const lie = {
      ...PROVEN,
      mate: Int32Array.of(1, 0, 3, 2),
      certificate: { ...PROVEN.certificate, people: new Float64Array(4), inside: Int32Array.of(3, 3, 3, -1, -1) },
    }
    assert.deepEqual(checkCertificate({ ...TRIANGLE, n: 4 }, lie), { yes: false, why: 'mates without a pair' })
  })

  it('does not prove most pairs with a lift that one heavy pair outweighs', () => {
    const graph = aGraph(4, [0, 1, 1], [1, 2, 10], [2, 3, 1])
    const people = Float64Array.of(0, 9, 2, 0)
    const certificate = { lift: 1, people, blossoms: new Float64Array(0), inside: new Int32Array(4).fill(-1) }
    const lie = { mate: Int32Array.of(-1, 2, 1, -1), weight: 10, bound: 10, exact: true, certificate }
    assert.deepEqual(checkCertificate(graph, lie), { yes: false, why: 'lift too small' })
  })

  it('fails whenever one of its values is changed', () => {
    const graph = makeGraph('mix', 400, 3)
    const result = matchPairs(graph)
    const chance = new Chance(4)
    for (let turn = 0; turn < 200; turn++) {
      const people = result.certificate.people.slice()
      const blossoms = result.certificate.blossoms.slice()
      const column = chance.is(0.8) || blossoms.length === 0 ? people : blossoms
      const at = chance.whole(0, column.length - 1)
      column[at] = (column[at] ?? 0) + chance.pick([-1, 1, 5])
      assert.equal(checkCertificate(graph, { ...result, certificate: { ...result.certificate, people, blossoms } }).yes, false)
    }
  })
})
