/** An agenda is the best of all where all can be tried, keeps every rule that can be kept, and never exceeds its bound. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../../../bench/chance.ts'
import { everyGrid, slotsSeen, someAgenda } from '../../../tests/small-agendas.ts'
import { planAgenda } from './agenda.ts'
import { type AgendaTask, openCells, WrongAgenda } from './agenda-task.ts'
import { cellsOfGrid } from './board.ts'
import { demandOf } from './demand.ts'
import { listsOf } from './lists.ts'

type Best = { coverage: number; mustSees: number } | undefined

/** By coverage, or by people who see all that they must and coverage between equals. */
function bestOfAll(task: AgendaTask): { coverage: number; mustSees: number } | undefined {
  let best: Best
  everyGrid(task, (cellOf) => {
    let [coverage, mustSees] = [0, 0]
    for (let person = 0; person < task.stars.start.length - 1; person++) {
      coverage += slotsSeen(task, task.stars, cellOf, person)
      const musts = task.mustSees ? task.mustSees.start[person + 1]! - task.mustSees.start[person]! : 0
      if (task.mustSees && musts > 0 && slotsSeen(task, task.mustSees, cellOf, person) === musts) mustSees++
    }
    best = { coverage: Math.max(best?.coverage ?? 0, coverage), mustSees: Math.max(best?.mustSees ?? 0, mustSees) }
  })
  return best
}

const LITTLE = { evaluations: 6000 }

describe('an agenda', () => {
  it('is the best of all grids where all can be tried, with hosts, times, rooms and top sessions', () => {
    const chance = new Chance(91)
    let possible = 0
    for (let turn = 0; turn < 50; turn++) {
      const [slots, rooms] = chance.pick([
        [2, 3],
        [3, 2],
        [4, 1],
      ] as const)
      const sessions = chance.whole(1, slots * rooms)
      const some = someAgenda(chance, { slots, rooms, sessions, people: chance.whole(1, 40), closed: chance.pick([0, 0.2, 0.4]) })
      const task = chance.is(0.3) ? { ...some, top: Int32Array.from(chance.pickSome([...Array(sessions).keys()], slots)) } : some
      const best = bestOfAll(task)
      const { coverage, mustSees, bound, broken, slot, room } = planAgenda(task, LITTLE)
      assert.equal(new Set(cellsOfGrid({ slot, room }, rooms)).size, sessions)
      assert.equal(broken.length === 0, best !== undefined, `turn ${turn}: ${JSON.stringify(broken)}`)
      if (!best) continue
      possible++
      assert.equal(coverage, best.coverage, `turn ${turn}`)
      assert.ok(coverage <= bound.coverage && mustSees <= best.mustSees && best.mustSees <= bound.mustSees)
      assert.equal(planAgenda(task, { ...LITTLE, aim: 'must-sees' }).mustSees, best.mustSees, `must-sees of turn ${turn}`)
    }
    assert.ok(possible > 25, `${possible}`)
  })

  it('is the same for the same seed and evaluations, and better the longer it is looked for', () => {
    const task = someAgenda(new Chance(92), { slots: 5, rooms: 6, sessions: 28, people: 150 })
    const [first, some, more] = [0, 2000, 100_000].map((evaluations) => planAgenda(task, { evaluations, seed: 4 }))
    assert.ok(first && some && more && first.coverage <= some.coverage && some.coverage <= more.coverage)
    assert.deepEqual(planAgenda(task, { evaluations: 2000, seed: 4 }), some)
  })

  it('gives the larger room to whom more people will come, and the largest to the top', () => {
    const task = { ...someAgenda(new Chance(93), { slots: 3, rooms: 4, sessions: 11, people: 80 }), seats: Int32Array.of(10, 60, 30, 20) }
    for (const top of [[], [4, 7]]) {
      const { slot, room } = planAgenda({ ...task, top: Int32Array.from(top) }, LITTLE)
      const demand = demandOf(task, slot)
      const seats = (session: number): number => task.seats[room[session]!] ?? 0
      for (const one of slot.keys())
        for (const other of slot.keys()) {
          if (slot[one] !== slot[other] || top.includes(other)) continue
          assert.ok(top.includes(one) ? seats(one) >= seats(other) : demand[one]! <= demand[other]! || seats(one) > seats(other))
        }
      for (const session of top) assert.equal(seats(session), 60)
    }
  })

  it('keeps a locked session in its cell, and gives a room that suits few to those few', () => {
    const hosts = listsOf([[0], [1], [2], [3]])
    const shape = { slots: 2, seats: Int32Array.of(50, 8), hosts }
    const may = openCells(shape, (session, slot, room) => (session === 0 ? slot === 1 && room === 0 : session < 3 || room === 1))
    const { slot, room, broken } = planAgenda({
      ...shape,
      stars: listsOf([
        [0, 1],
        [1, 3],
        [2, 3],
      ]),
      may,
    })
    assert.deepEqual([slot[0], room[0], room[3], broken], [1, 0, 1, []])
  })

  const plain: AgendaTask = { slots: 1, seats: Int32Array.of(9, 9), stars: listsOf([[0, 1]]), hosts: listsOf([[0], [1]]) }
  for (const [why, task, sentence] of [
    ['no slots', { ...plain, slots: 0 }, /cannot have 0 slots/],
    ['no rooms', { ...plain, seats: new Int32Array() }, /at least one room/],
    ['a room for fewer than none', { ...plain, seats: Int32Array.of(4, -1) }, /Room 1 cannot seat -1/],
    ['more sessions than cells', { ...plain, seats: Int32Array.of(9) }, /2 sessions do not fit: there is room for 1/],
    ['a star for a session that is not there', { ...plain, stars: listsOf([[2]]) }, /person 0 name session 2, which is not there/],
    ['a star given twice', { ...plain, stars: listsOf([[1, 1]]) }, /person 0 name session 1 twice/],
    ['must-sees that are not for everybody', { ...plain, mustSees: listsOf([]) }, /0 people must see something, but 1/],
    ['lists that do not start', { ...plain, stars: { start: Int32Array.of(1, 2), item: Int32Array.of(0, 1) } }, /do not start/],
    ['numbers of cells that do not fit', { ...plain, may: new Uint8Array(3) }, /must be 2 times 2/],
    ['a session that suits nowhere', { ...plain, may: Uint8Array.of(1, 1, 0, 0) }, /Session 1 may be held nowhere/],
    ['a top session that is not there', { ...plain, top: Int32Array.of(2) }, /top sessions must be/],
  ] as const)
    it(`is refused for ${why}`, () => {
      assert.throws(
        () => planAgenda(task),
        (fault) => fault instanceof WrongAgenda && sentence.test(fault.message),
      )
    })
})
