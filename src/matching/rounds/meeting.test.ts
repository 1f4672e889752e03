/** Everybody meets somebody where that can be, nobody meets whom they must not, and a third is asked first. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPopulation } from '../../../tests/population.ts'
import { STRANGERS, whyNot } from '../candidate.ts'
import { Neighbourhood } from '../closeness.ts'
import { scoreAmong } from '../pair-score.ts'
import { type Guest, type Met, meet } from './meeting.ts'

const guestsOf = (seed: number, people: number, threeIsFine = true) => {
  const { candidates, vocabulary } = aPopulation(seed, people)
  const guests: Guest[] = candidates.map((each) => ({ ...each, threeIsFine }))
  return { guests, score: scoreAmong(new Neighbourhood(vocabulary), guests) }
}
const membersOf = ({ meetings }: Met): string[] => meetings.flatMap(({ members }) => members)
const sizesOf = ({ meetings }: Met): number[] => meetings.map(({ members }) => members.length).sort()

describe('a meeting of pairs', () => {
  it('puts everybody into one pair, and nobody with whom they must not be', () => {
    const { guests, score } = guestsOf(11, 60)
    const [first, second] = guests
    assert.ok(first && second)
    const between = { ...STRANGERS, blocked: (a: string, b: string) => [a, b].includes(first.id) && ![a, b].includes(second.id) }
    const met = meet(guests, score, { between, seed: 1 })
    assert.deepEqual([new Set(membersOf(met)).size, membersOf(met).length, met.leftOut], [60, 60, []])
    const people = new Map(guests.map((each) => [each.id, each]))
    for (const { members } of met.meetings) {
      const [a, b] = members.map((id) => people.get(id))
      assert.equal(a && b && whyNot(a, b, between), undefined)
    }
    assert.ok(met.meetings.some(({ members }) => members.includes(first.id) && members.includes(second.id)))
  })
  it('makes a trio of an odd number, or says who is left where a third is not welcome', () => {
    const { guests, score } = guestsOf(12, 41)
    const options = { between: STRANGERS, seed: 1 }
    const three = meet(guests, score, options)
    assert.deepEqual([sizesOf(three).filter((size) => size === 3).length, membersOf(three).length, three.leftOut], [1, 41, []])
    assert.ok(three.meetings.every(({ members, fits }) => fits.length === (members.length === 3 ? 3 : 1)))
    const strict = meet(
      guests.map((each) => ({ ...each, threeIsFine: false })),
      score,
      options,
    )
    assert.deepEqual([sizesOf(strict), strict.leftOut.map(({ why }) => why)], [Array(20).fill(2), ['nobody is left']])
  })
  it('says why nobody is there for somebody', () => {
    const { guests, score } = guestsOf(13, 10)
    const [first] = guests
    assert.ok(first)
    const alone = guests.map((each) => (each === first ? { ...each, isPaused: true } : each))
    assert.deepEqual(meet(alone, score, { between: STRANGERS, seed: 1 }).leftOut, [{ id: first.id, why: 'paused' }])
    assert.deepEqual(meet([first], score, { between: STRANGERS, seed: 1 }), {
      meetings: [],
      leftOut: [{ id: first.id, why: 'nobody is left' }],
    })
  })
  it('is the same for the same seed, in whatever order people come', () => {
    const { guests, score } = guestsOf(14, 50)
    const met = (all: readonly Guest[], seed: number) => JSON.stringify(meet(all, score, { between: STRANGERS, seed }).meetings)
    assert.equal(met(guests, 7), met([...guests].reverse(), 7))
  })
})
