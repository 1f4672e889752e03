/** Placements that nobody can better, by the wishes of people, the priorities of places, and one lottery. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../../bench/chance.ts'
import { blockingPairs, type Placements, type PlaceTask, place, WrongPlaces } from './place.ts'

function someTask(people: number, places: number, chance: Chance, levels: number): PlaceTask {
  const lists = Array.from({ length: people }, () =>
    chance.pickSome(
      Array.from({ length: places }, (_, at) => at),
      chance.whole(0, places),
    ),
  )
  const start = new Int32Array(people + 1)
  for (const [one, list] of lists.entries()) start[one + 1] = (start[one] ?? 0) + list.length
  const wish = Int32Array.from(lists.flat())
  const priority = Float64Array.from(wish, () => chance.whole(1, levels))
  return {
    start,
    wish,
    ...(levels > 1 ? { priority } : {}),
    capacity: Int32Array.from({ length: places }, () => chance.whole(0, 2)),
    seed: 5,
  }
}
/** The place of a person on their own list; past its end for none. */
const rankOf = ({ start, wish }: PlaceTask, one: number, where: number): number => {
  const list = [...wish.subarray(start[one], start[one + 1])]
  return where < 0 ? list.length : list.indexOf(where)
}
const listsOf = (task: PlaceTask, one: number): number[] => [...task.wish.subarray(task.start[one], task.start[one + 1]), -1]

describe('placements', () => {
  it('have no pair that would rather have each other, and are the best of all such for everybody', () => {
    const chance = new Chance(91)
    for (let turn = 0; turn < 150; turn++) {
      const task = someTask(chance.whole(0, 5), chance.whole(1, 4), chance, chance.pick([1, 2, 9]))
      const { place: found, lottery } = place(task)
      const people = found.length
      assert.deepEqual(blockingPairs(task, { place: found, lottery }), [])
      const other = new Int32Array(people).fill(-1)
      const used = new Int32Array(task.capacity.length)
      const go = (one: number): void => {
        if (one === people) {
          const some: Placements = { place: other, lottery }
          if (blockingPairs(task, some).length === 0)
            for (let each = 0; each < people; each++)
              assert.ok(rankOf(task, each, found[each] ?? -1) <= rankOf(task, each, other[each] ?? -1))
          return
        }
        for (const where of listsOf(task, one)) {
          if (where >= 0 && (used[where] ?? 0) >= (task.capacity[where] ?? 0)) continue
          other[one] = where
          if (where >= 0) used[where]!++
          go(one + 1)
          if (where >= 0) used[where]!--
        }
      }
      go(0)
    }
  })
  it('hold among thousands, and change only by the lottery with another seed', () => {
    const task = someTask(3000, 40, new Chance(92), 3)
    const large = { ...task, capacity: task.capacity.map((room) => 40 * room) }
    const [one, again, other] = [place(large), place(large), place({ ...large, seed: 6 })]
    assert.deepEqual([blockingPairs(large, one), one], [[], again])
    assert.notDeepEqual(one.lottery, other.lottery)
    assert.deepEqual(
      Array.from(one.lottery).sort((a, b) => a - b),
      Array.from({ length: 3000 }, (_, at) => at),
    )
  })
  const plain: PlaceTask = { start: Int32Array.of(0, 1), wish: Int32Array.of(0), capacity: Int32Array.of(1), seed: 1 }
  for (const [why, task, sentence] of [
    ['a place that is not there', { ...plain, wish: Int32Array.of(1) }, /place 1, which is not there/],
    ['a wish that is said twice', { ...plain, start: Int32Array.of(0, 2), wish: Int32Array.of(0, 0) }, /place 0 twice/],
    ['room for fewer than none', { ...plain, capacity: Int32Array.of(-1) }, /cannot take -1/],
    ['lists that do not fit', { ...plain, start: Int32Array.of(0, 2) }, /does not fit/],
  ] as const)
    it(`are refused for ${why}`, () => {
      assert.throws(
        () => place(task),
        (fault) => fault instanceof WrongPlaces && sentence.test(fault.message),
      )
    })
})
