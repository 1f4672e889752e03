/** The smallest teams, against every team there is, and why others are left out. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../../../bench/chance.ts'
import { Cancelled } from '../pairs/match-pairs.ts'
import { type TeamTask, WrongTeam } from './team-task.ts'
import { makeTeam, type Team } from './teams.ts'

function aTask(fills: readonly (readonly number[])[], needed: readonly number[], worth?: readonly number[]): TeamTask {
  const start = new Int32Array(fills.length + 1)
  for (const [one, places] of fills.entries()) start[one + 1] = (start[one] ?? 0) + places.length
  const task = { start, place: Int32Array.from(fills.flat()), needed: Int32Array.from(needed) }
  return worth ? { ...task, worth: Float64Array.from(worth) } : task
}

function someTask(people: number, places: number, chance: Chance): { fills: number[][]; task: TeamTask } {
  const all = Array.from({ length: places }, (_, place) => place)
  const fills = Array.from({ length: people }, () => chance.pickSome(all, chance.whole(0, Math.min(4, places))))
  const needed = all.map(() => (chance.is(0.7) ? 1 : chance.whole(0, 3)))
  const worth = fills.map(() => chance.whole(-2, 6))
  return { fills, task: aTask(fills, needed, chance.is(0.7) ? worth : undefined) }
}

/** What is still open once everybody of a team has filled whatever they can. */
const openAfter = (fills: readonly (readonly number[])[], needed: Int32Array, team: readonly number[]): number[] =>
  [...needed].map((many, place) => Math.max(0, many - team.filter((one) => fills[one]?.includes(place)).length))

/** Goes through every set of people. */
function bestOfAll(fills: readonly number[][], { needed, worth }: TeamTask): { size: number; worth: number } {
  const everybody = fills.map((_, one) => one)
  const least = openAfter(fills, needed, everybody).join()
  let best = { size: Number.POSITIVE_INFINITY, worth: 0 }
  for (let set = 0; set < 1 << fills.length; set++) {
    const team = everybody.filter((one) => (set >> one) & 1)
    if (team.length > best.size || openAfter(fills, needed, team).join() !== least) continue
    const sum = team.reduce((all, one) => all + (worth?.[one] ?? 0), 0)
    if (team.length < best.size || sum > best.worth) best = { size: team.length, worth: sum }
  }
  return best
}

function assertWhole(fills: readonly number[][], { needed }: TeamTask, { members, filled, open, left }: Team): void {
  assert.deepEqual([...open], openAfter(fills, needed, members))
  assert.deepEqual([...open], openAfter(fills, needed, [...fills.keys()]))
  for (const [place, those] of filled.entries()) {
    assert.equal(those.length, (needed[place] ?? 0) - (open[place] ?? 0))
    assert.ok(those.every((one) => members.includes(one) && fills[one]?.includes(place)))
  }
  assert.deepEqual([...new Set(filled.flat())].sort(), [...members].sort())
  assert.deepEqual(
    [...members, ...left.map(({ person }) => person)].sort((a, b) => a - b),
    [...fills.keys()],
  )
}

describe('a team', () => {
  it('is the smallest of all that fill as much, and of those worth most', () => {
    const chance = new Chance(101)
    for (let turn = 0; turn < 400; turn++) {
      const { fills, task } = someTask(chance.whole(0, 10), chance.whole(1, 7), chance)
      const team = makeTeam({ ...task, seed: turn })
      const best = bestOfAll(fills, task)
      assert.ok(team.exact, JSON.stringify({ fills, team }))
      assert.deepEqual(
        [team.members.length, team.bound, team.worth],
        [best.size, best.size, best.worth],
        JSON.stringify({ fills, task, team }),
      )
      assertWhole(fills, task, team)
    }
  })

  it('says why others are left out, and what nobody can fill', () => {
    const { members, filled, open, left } = makeTeam(aTask([[0], [0, 1], [1, 2], [4], [3]], [1, 1, 1, 0, 2]))
    assert.deepEqual(
      [members, filled, [...open]],
      [
        [1, 2, 3],
        [[1], [1], [2], [], [3]],
        [0, 0, 0, 0, 1],
      ],
    )
    assert.deepEqual(left, [
      { person: 0, why: 'member fills the same', member: 1 },
      { person: 4, why: 'fills no place' },
    ])
    const ring = makeTeam(
      aTask(
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 0],
        ],
        [1, 1, 1, 1],
      ),
    )
    assert.deepEqual([ring.members.length, ring.left.map(({ why }) => why)], [2, ['not needed', 'not needed']])
  })

  it('is the same for the same seed', () => {
    const { task } = someTask(300, 12, new Chance(102))
    const plain = { ...task, worth: new Float64Array(300) }
    const [one, again] = [5, 5].map((seed) => makeTeam({ ...plain, seed }))
    assert.deepEqual(one, again)
    const others = new Set([1, 2, 3, 4, 5, 6].map((seed) => makeTeam({ ...plain, seed }).members.join()))
    assert.ok(others.size > 1)
  })

  it('is proven for ten thousand people and a brief of eight places', () => {
    const { fills, task } = someTask(10_000, 8, new Chance(103))
    const team = makeTeam(task)
    assert.ok(team.exact)
    assertWhole(fills, task, team)
  })

  it('of hundreds who all differ is whole, with a bound, and can be stopped', () => {
    const chance = new Chance(104)
    const all = Array.from({ length: 90 }, (_, place) => place)
    const fills = Array.from({ length: 160 }, () => chance.pickSome(all, 5))
    const task = aTask(
      fills,
      all.map(() => 1),
    )
    let heard = 0
    const team = makeTeam(task, { progress: () => void heard++ })
    assert.ok(heard > 0 && !team.exact && team.bound < team.members.length && team.bound >= 18)
    assertWhole(fills, task, team)
    assert.throws(() => makeTeam(task, { isCancelled: () => true }), Cancelled)
  })

  const plain: TeamTask = { start: Int32Array.of(0, 1), place: Int32Array.of(0), needed: Int32Array.of(1) }
  for (const [why, task, sentence] of [
    ['a place that is not there', { ...plain, place: Int32Array.of(1) }, /place 1, which is not there/],
    ['a place that is named twice', { ...plain, start: Int32Array.of(0, 2), place: Int32Array.of(0, 0) }, /place 0 twice/],
    ['a place for fewer than nobody', { ...plain, needed: Int32Array.of(-1) }, /cannot need -1/],
    ['lists that do not fit', { ...plain, start: Int32Array.of(0, 2) }, /does not fit/],
    ['a worth that is no number', { ...plain, worth: Float64Array.of(Number.NaN) }, /Person 0 is worth NaN/],
    ['worths that are not for everybody', { ...plain, worth: new Float64Array(2) }, /1 people have 2 worths/],
  ] as const)
    it(`is refused for ${why}`, () => {
      assert.throws(
        () => makeTeam(task),
        (fault) => fault instanceof WrongTeam && sentence.test(fault.message),
      )
    })
})
