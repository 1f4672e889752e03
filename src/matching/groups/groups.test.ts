/** Groups keep to their sizes and to who must not be together, and are worth far more than by chance. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../../../bench/chance.ts'
import { type GroupTask, NEVER, WrongGroups } from './group-task.ts'
import { boundOfGroups, groupsFor, makeGroups } from './groups.ts'

function someTask(n: number, size: number, chance: Chance, never = 0): GroupTask {
  const worth = new Float64Array(n * n)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < a; b++) worth[a * n + b] = worth[b * n + a] = chance.is(never) ? NEVER : Math.floor(1000 * chance.number() ** 3)
  return { n, size, worth, seed: 1 }
}

/** Goes through every way to share out people among as many groups, none larger than the largest. */
function bestOfAll({ n, worth }: GroupTask, sizes: readonly number[]): number {
  const groups = sizes.map((): number[] => [])
  let best = Number.NEGATIVE_INFINITY
  const go = (one: number, value: number): void => {
    if (one === n) best = Math.max(best, value)
    else
      for (const [at, group] of groups.entries()) {
        if (group.length === sizes[at] || (at > 0 && sizes[at] === sizes[at - 1] && groups[at - 1]?.length === 0)) continue
        const more = group.reduce((sum, each) => sum + (worth[one * n + each] ?? 0), 0)
        group.push(one)
        go(one + 1, value + more)
        group.pop()
      }
  }
  go(0, 0)
  return best
}

describe('groups', () => {
  it('take everybody, in sizes that differ by one at most', () => {
    const chance = new Chance(81)
    for (const size of [2, 3, 4, 5])
      for (let n = 2; n <= 40; n++) {
        const { groups, left } = makeGroups(someTask(n, size, chance))
        const sizes = groups.map(({ length }) => length)
        assert.deepEqual([groups.flat().sort((a, b) => a - b), left], [Array.from({ length: n }, (_, one) => one), []])
        assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, `${n} by ${size}: ${sizes}`)
        if (n >= size * (size - 1))
          assert.ok(
            sizes.every((each) => Math.abs(each - size) <= 1),
            `${n} by ${size}: ${sizes}`,
          )
      }
    assert.deepEqual(
      [1, 2, 3, 4, 5, 7, 9].map((n) => groupsFor(n, 4)),
      [0, 1, 1, 1, 1, 2, 2],
    )
  })

  it('are nearly the best of all where all can be tried, and never above the bound', () => {
    const chance = new Chance(82)
    let [found, best] = [0, 0]
    for (let turn = 0; turn < 30; turn++) {
      const task = someTask(chance.pick([6, 8, 9]), chance.pick([3, 4]), chance)
      const { groups, value } = makeGroups(task)
      const most = bestOfAll(task, groups.map(({ length }) => length).sort())
      assert.ok(value <= most && most <= boundOfGroups(task, Math.max(...groups.map(({ length }) => length))))
      found += value
      best += most
    }
    assert.ok(found >= 0.95 * best, `${found / best}`)
  })

  it('never put two together who must not be, and leave out only whom no group can take', () => {
    const chance = new Chance(83)
    for (const never of [0.3, 0.6, 0.9]) {
      const task = someTask(23, 4, chance, never)
      const { groups, left } = makeGroups(task)
      const clash = (one: number, others: readonly number[]): boolean =>
        others.some((each) => each !== one && task.worth[one * task.n + each] === NEVER)
      assert.deepEqual(
        [...groups.flat(), ...left].sort((a, b) => a - b),
        Array.from({ length: 23 }, (_, one) => one),
      )
      assert.ok(groups.every((group) => group.length >= 2 && group.length <= 5 && group.every((one) => !clash(one, group))))
      for (const one of left)
        assert.ok(groups.every((group) => group.length > 4 || clash(one, group)) && clash(one, left) === left.length > 1)
    }
  })

  it('leave out others before those who come first', () => {
    const worth = Float64Array.from({ length: 9 }, (_, at) => (at % 4 === 0 ? 0 : [1, 3].includes(at) ? 5 : NEVER))
    assert.deepEqual(makeGroups({ n: 3, size: 3, worth }).left, [2])
    const all = Float64Array.from({ length: 9 }, (_, at) => (at % 4 === 0 ? 0 : [5, 7].includes(at) ? NEVER : 1))
    assert.deepEqual(
      [1, 2].map((one) => makeGroups({ n: 3, size: 3, worth: all, first: new Set([one]) }).left),
      [[2], [1]],
    )
  })

  it('keep together whom they are told to, though others have to leave for it', () => {
    const chance = new Chance(85)
    for (let turn = 0; turn < 20; turn++) {
      const task = someTask(14, 4, chance, 0.5)
      const [a, b] = chance.pickSome([...Array(14).keys()], 2)
      if (a === undefined || b === undefined || task.worth[a * task.n + b] === NEVER) continue
      const { groups } = makeGroups({ ...task, together: [[a, b]] })
      assert.ok(groups.some((group) => group.includes(a) && group.includes(b)))
    }
  })

  it('of four among many are worth far more than by chance, the same for the same seed', () => {
    const task = someTask(200, 4, new Chance(84))
    const average = task.worth.reduce((sum, each) => sum + each, 0) / (task.n * (task.n - 1))
    const { value, groups } = makeGroups(task)
    assert.ok(value >= 2 * average * 6 * 50, `${value / (average * 6 * 50)}`)
    assert.deepEqual(makeGroups(task).groups, groups)
  })

  for (const [why, task, sentence] of [
    ['groups of one', { n: 0, size: 1, worth: new Float64Array(0) }, /Groups cannot be of 1/],
    ['numbers that are not for everybody', { n: 2, size: 2, worth: new Float64Array(3) }, /must be 2 times 2/],
    [
      'a number that is none',
      { n: 2, size: 2, worth: Float64Array.of(0, Number.NaN, Number.NaN, 0) },
      /0 and 1 are worth NaN|1 and 0 are worth NaN/,
    ],
    ['another worth each way', { n: 2, size: 2, worth: Float64Array.of(0, 1, 2, 0) }, /one way and/],
    ['somebody who is worth something to themselves', { n: 1, size: 2, worth: Float64Array.of(1) }, /together with themselves/],
  ] as const)
    it(`are refused for ${why}`, () => {
      assert.throws(
        () => makeGroups(task),
        (fault) => fault instanceof WrongGroups && sentence.test(fault.message),
      )
    })
})
