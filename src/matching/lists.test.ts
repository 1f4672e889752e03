/** Lists find who was planted, say only what is true, and show nobody to everybody. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPopulation } from '../../tests/population.ts'
import { type Candidate, STRANGERS, waysToMeet } from './candidate.ts'
import { Neighbourhood } from './closeness.ts'
import { listsFor } from './lists.ts'
import { type Reason, scoreAmong } from './pair-score.ts'

const [MOST, CAP] = [3, 9]
/** Not those by which the numbers were chosen. */
const SEEDS = [101, 202, 303]

describe('lists of three for everybody', () => {
  for (const seed of SEEDS) {
    const { candidates, planted, vocabulary } = aPopulation(seed, 240)
    const score = scoreAmong(new Neighbourhood(vocabulary), candidates)
    const options = { most: MOST, cap: CAP, seed, between: STRANGERS }
    const lists = listsFor(candidates, score, options)
    const people = new Map(candidates.map((each) => [each.id, each]))

    it(`find those who fit, in population ${seed}`, () => {
      const found = [...planted].map(([id, others]) => (lists.get(id) ?? []).filter((each) => others.has(each.id)).length / MOST)
      const precision = found.reduce((sum, each) => sum + each, 0) / found.length
      assert.ok(precision >= 0.8, `precision at ${MOST}: ${precision}`)
    })
    it(`say only what is true of both, in population ${seed}`, () => {
      for (const [id, list] of lists)
        for (const { id: other, fit } of list) {
          assert.ok(fit.reasons.length > 0)
          for (const reason of fit.reasons) assert.ok(isTrue(reason, people.get(id), people.get(other)), JSON.stringify(reason))
        }
    })
    it(`show nobody to more than three times as many as others, in population ${seed}`, () => {
      const shown = new Map<string, number>()
      for (const { id } of [...lists.values()].flat()) shown.set(id, (shown.get(id) ?? 0) + 1)
      const average = [...shown.values()].reduce((sum, each) => sum + each, 0) / candidates.length
      assert.ok(Math.max(...shown.values()) <= 3 * average, `${Math.max(...shown.values())} of ${average}`)
      assert.ok([...lists.values()].every(({ length }) => length === MOST))
    })
    it(`are the same in whatever order people come, in population ${seed}`, () => {
      assert.deepEqual(new Map(listsFor([...candidates].reverse(), score, options)), new Map([...lists].reverse()))
    })
  }

  function isTrue(reason: Reason, a: Candidate | undefined, b: Candidate | undefined): boolean {
    assert.ok(a && b)
    switch (reason.is) {
      case 'need': {
        const [to, by] = reason.to === a.id ? [a, b] : [b, a]
        return to.needs.some(({ term }) => term === reason.need) && by.haves.some(({ term }) => term === reason.have) && isNear(reason)
      }
      case 'interest':
        return a.interests.includes(reason.interest) && b.interests.includes(reason.interest)
      case 'nearby':
        return waysToMeet(a, b).includes('in person') && reason.kilometres <= Math.min(a.radius ?? Infinity, b.radius ?? Infinity) + 1
      case 'across':
        return a[reason.what] !== b[reason.what] && a[reason.what] !== '' && b[reason.what] !== ''
      case 'left out':
        return [a, b].some(({ id, missedOut }) => id === reason.who && missedOut > 0)
    }
  }
  /** The same craft, its field, or another craft of the same field. */
  const isNear = ({ need, have }: { need: string; have: string }) => need.split('-')[1] === have.split('-')[1]
})
