/** The index finds what a plain search through everybody would find, and in the same order. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Neighbourhood } from './closeness.ts'
import { TermIndex } from './term-index.ts'
import { type Term, Vocabulary } from './vocabulary.ts'

const aTerm = (id: string, broader: string[] = []): Term => ({ id, name: id, kind: 'skill', broader, synonyms: [] })
const TERMS = [
  aTerm('data'),
  aTerm('databases', ['data']),
  aTerm('postgres', ['databases']),
  aTerm('mysql', ['databases']),
  aTerm('law'),
  aTerm('housing'),
]
const NEAR = new Neighbourhood(new Vocabulary(TERMS))
const ids = TERMS.map(({ id }) => id)

const indexOf = (people: Record<string, readonly string[]>): TermIndex => {
  const index = new TermIndex(NEAR)
  for (const [key, terms] of Object.entries(people)) index.put(key, terms)
  return index
}

describe('an index of skills', () => {
  it('puts an exact have before a general one, and tells which met what', () => {
    const found = indexOf({ ann: ['databases'], bob: ['postgres'], cho: ['law'] }).best(['postgres'], 5)
    assert.deepEqual(
      found.map(({ key }) => key),
      ['bob', 'ann'],
    )
    assert.deepEqual(found[1]?.met, [{ need: 'postgres', have: 'databases', closeness: 0.5 }])
  })
  it('counts a rare skill more than a common one', () => {
    const people = { ann: ['law'], bob: ['housing'], cho: ['housing'], dee: ['housing'] }
    assert.equal(indexOf(people).best(['law', 'housing'], 1)[0]?.key, 'ann')
  })
  it('breaks ties by key', () =>
    assert.deepEqual(
      indexOf({ b: ['law'], a: ['law'] })
        .best(['law'], 2)
        .map(({ key }) => key),
      ['a', 'b'],
    ))
  it('forgets who is taken out, and remembers who comes back with other skills', () => {
    const index = indexOf({ ann: ['law'], bob: ['law'] })
    index.remove('ann')
    index.put('bob', ['housing'])
    assert.deepEqual([index.best(['law'], 5), index.size], [[], 1])
  })
  it('counts each term once for each of some', () =>
    assert.deepEqual(
      indexOf({ ann: ['law', 'law', 'housing'], bob: ['law'], cho: ['housing'] }).count(['ann', 'bob', 'nobody']),
      new Map([
        ['law', 2],
        ['housing', 1],
      ]),
    ))
  it('asks before it lists somebody', () =>
    assert.deepEqual(
      indexOf({ a: ['law'], b: ['law'] })
        .best(['law'], 5, { accepts: (key) => key !== 'a' })
        .map(({ key }) => key),
      ['b'],
    ))

  it('samples the same whatever came first, left or changed on the way', () => {
    const people = { ann: ['law'], bob: ['law', 'data'], cho: ['law'], dee: ['housing', 'law'], eve: ['law'] }
    const keys = Object.keys(people) as (keyof typeof people)[]
    const begun = indexOf(people)
    const sampled = (index: TermIndex) => [0, 1, 2, 3].map((turn) => index.sample(['law', 'data'], 2, turn, (key) => key !== 'cho'))
    assert.deepEqual(sampled(begun)[1], ['bob', 'dee'])
    fc.assert(
      fc.property(fc.shuffledSubarray(keys, { minLength: 5 }), fc.shuffledSubarray(keys), fc.shuffledSubarray(keys), (came, left, put) => {
        const index = new TermIndex(NEAR)
        for (const key of came) index.put(key, people[key])
        for (const key of left) index.remove(key)
        for (const key of [...put, ...left]) index.put(key, people[key])
        assert.deepEqual([sampled(index), index.rarity('law')], [sampled(begun), begun.rarity('law')])
      }),
      { seed: 20261122, numRuns: 200 },
    )
  })
  it('finds what a search through everybody finds', () => {
    const someTerms = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(someTerms, { minLength: 1, maxLength: 12 }),
        someTerms,
        fc.array(fc.nat(11), { maxLength: 5 }),
        (haves, needs, gone) => {
          const people = Object.fromEntries(haves.map((terms, at) => [`p${String(at).padStart(2, '0')}`, terms]))
          const index = indexOf(people)
          for (const at of gone) {
            index.remove(`p${String(at).padStart(2, '0')}`)
            delete people[`p${String(at).padStart(2, '0')}`]
          }
          const plain = Object.entries(people).map(([key, terms]) => {
            const worth = needs.map(
              (need) =>
                index.rarity(need) *
                Math.max(
                  0,
                  ...NEAR.of(need)
                    .filter(({ term }) => terms.includes(term))
                    .map(({ closeness }) => closeness),
                ),
            )
            return { key, score: worth.reduce((sum, each) => sum + each, 0) }
          })
          const wanted = plain.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
          assert.deepEqual(
            index.best(needs, 5).map(({ key }) => key),
            wanted.slice(0, 5).map(({ key }) => key),
          )
        },
      ),
      { seed: 20261121, numRuns: 300 },
    )
  })
})
