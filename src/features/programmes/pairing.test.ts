/** Nobody is paired twice while somebody who fits is alone. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { type Edge, pairUp, type Seeker } from './pairing.ts'

const side = (name: string, ...partners: number[]): Seeker[] => partners.map((each, at) => ({ person: `${name}${at}`, partners: each }))
const said = (edges: readonly Edge[]): string[] => edges.map(({ left, right }) => `${left} ${right}`).sort()

const covered = (edges: readonly Edge[], side: 'left' | 'right'): number => new Set(edges.map((edge) => edge[side])).size
function* subsets(edges: readonly Edge[]): Generator<Edge[]> {
  for (let bits = 0; bits < 2 ** edges.length; bits++) yield edges.filter((_, at) => bits & (1 << at))
}

it('gives everybody one before anybody has two, however well these fit', () => {
  const edges = [
    { left: 0, right: 0, score: 9 },
    { left: 0, right: 1, score: 9 },
    { left: 1, right: 1, score: 1 },
  ]
  assert.deepEqual(said(pairUp(edges, [side('a', 2, 1), side('b', 1, 1)])), ['0 0', '1 1'])
  assert.deepEqual(said(pairUp(edges, [side('a', 2, 1), side('b', 1, 2)])), ['0 0', '0 1', '1 1'], 'what room is left is filled')
})

it('gives whoever has none one of those who take more', () => {
  const edges = [0, 1, 2].flatMap((left) => [0, 1].map((right) => ({ left, right, score: left === 2 ? 1 : 9 })))
  const pairs = pairUp(edges, [side('a', 2, 2, 1), side('b', 2, 1)])
  assert.deepEqual(
    [0, 1, 2].map((left) => pairs.filter((edge) => edge.left === left).length),
    [1, 1, 1],
  )
})

it('never gives more than anybody asked for, and as many people one as can have one with as many pairs', () => {
  const partners = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(partners, partners, fc.infiniteStream(fc.integer({ min: 0, max: 9 })), (a, b, scores) => {
      const sides = [side('a', ...a), side('b', ...b)] as const
      const edges = a.flatMap((_, left) =>
        b.flatMap((__, right) => {
          const score = scores.next().value ?? 0
          return score < 4 ? [] : [{ left, right, score }]
        }),
      )
      const pairs = pairUp(edges, sides)
      const many = (at: 'left' | 'right', who: number): number => pairs.filter((edge) => edge[at] === who).length
      assert.ok(a.every((most, left) => many('left', left) <= most) && b.every((most, right) => many('right', right) <= most))
      assert.equal(new Set(said(pairs)).size, pairs.length)
      for (const chosen of subsets(edges)) {
        const fits = (at: 'left' | 'right', room: readonly number[]) =>
          room.every((most, who) => chosen.filter((edge) => edge[at] === who).length <= most)
        if (!fits('left', a) || !fits('right', b) || chosen.length < pairs.length) continue
        assert.equal(chosen.length, pairs.length, 'as many pairs as can be')
        assert.ok(covered(chosen, 'left') <= covered(pairs, 'left') && covered(chosen, 'right') <= covered(pairs, 'right'))
      }
    }),
    { seed: 20261122, numRuns: 150 },
  )
})
