/** What a move, a repair and an encore do to people is what counting everybody anew says. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../../../bench/chance.ts'
import { anyGrid, everyGrid, slotsSeen, someAgenda } from '../../../tests/small-agendas.ts'
import { planAgenda } from './agenda.ts'
import { openCells } from './agenda-task.ts'
import { Board, cellsOfGrid, gridOf } from './board.ts'
import { clashes } from './clashes.ts'
import { planEncores } from './encores.ts'
import { listAt } from './lists.ts'
import { weighMove } from './moves.ts'
import { repairAgenda } from './repair.ts'
import { scoreOf } from './score.ts'

describe('a change of an agenda', () => {
  it('is worth what a board made anew is worth, after any number of exchanges', () => {
    const chance = new Chance(94)
    for (const aim of ['coverage', 'must-sees'] as const) {
      const task = someAgenda(chance, { slots: 4, rooms: 4, sessions: 13, people: 70, closed: 0.2 })
      const stay = { cellOf: anyGrid(task, chance).cellOf.slice(0, 13), price: 3, many: 4, dear: 9 }
      const board = new Board(task, stay.cellOf, aim, stay)
      for (let turn = 0; turn < 300; turn++) {
        const [one, other] = [chance.whole(0, 12), chance.whole(0, 15)]
        const gain = board.gain(one, other)
        if (one !== other) board.exchange(one, other, gain)
      }
      assert.equal(board.worth, new Board(task, board.cellOf.slice(0, 13), aim, stay).worth)
    }
  })

  it('says who gains and who loses by a move, as counted person by person', () => {
    const chance = new Chance(95)
    for (let turn = 0; turn < 40; turn++) {
      const task = someAgenda(chance, { slots: 3, rooms: 3, sessions: 7, people: 50 })
      const before = anyGrid(task, chance).cellOf.slice(0, 7)
      const [session, cell] = [chance.whole(0, 6), chance.whole(0, 8)]
      const move = weighMove(task, gridOf(before, 3), { session, slot: Math.floor(cell / 3), room: cell % 3 })
      const after = before.map((each, at) => (at === session ? cell : each === cell ? before[session]! : each))
      let [gained, lost] = [0, 0]
      for (let person = 0; person < 50; person++) {
        const change = slotsSeen(task, task.stars, after, person) - slotsSeen(task, task.stars, before, person)
        if (change > 0) gained++
        if (change < 0) lost++
      }
      const partner = before.indexOf(cell)
      assert.deepEqual([move.gained, move.lost, move.with], [gained, lost, partner === session ? -1 : partner])
    }
  })

  it('finds the clashes that most people regret, and three ways apart that break nothing', () => {
    const task = someAgenda(new Chance(96), { slots: 3, rooms: 4, sessions: 10, people: 120 })
    const grid = planAgenda(task, { evaluations: 5000 })
    const found = clashes(task, grid, 5)
    assert.equal(found.length, 5)
    for (const { sessions, people, ways } of found) {
      const [one, other] = sessions
      const both = [...Array(120).keys()].filter((person) => sessions.every((each) => listAt(task.stars, person).includes(each)))
      assert.deepEqual([grid.slot[one], people, ways.length], [grid.slot[other], both.length, 3])
      // Nothing better was left to find, so that no way apart helps more people than it hurts.
      for (const way of ways) assert.ok(way.breaks <= 0 && way.slot !== grid.slot[one] && way.gained <= way.lost)
    }
  })

  it('is repaired by moving no more sessions than need be', () => {
    const chance = new Chance(97)
    for (let turn = 0; turn < 25; turn++) {
      const some = someAgenda(chance, { slots: 3, rooms: 2, sessions: 5, people: 30, closed: chance.pick([0, 0.3]) })
      const before = planAgenda(some, { evaluations: 2000 })
      const away = chance.whole(0, 4)
      const now = openCells(some, (session, slot, room) =>
        session === away && slot === before.slot[away] ? false : !some.may || some.may[session * 6 + slot * 2 + room] === 1,
      )
      if (!now.subarray(away * 6, away * 6 + 6).includes(1)) continue
      const task = { ...some, may: now }
      const home = cellsOfGrid(before, 2)
      let fewest = Number.POSITIVE_INFINITY
      everyGrid(task, (cellOf) => {
        fewest = Math.min(fewest, cellOf.filter((cell, session) => cell !== home[session]).length)
      })
      const repair = repairAgenda(task, before, { extra: 0, evaluations: 6000 })
      if (fewest === Number.POSITIVE_INFINITY) assert.ok(repair.broken.length > 0)
      else assert.deepEqual([repair.broken, repair.moved.length], [[], fewest], `turn ${turn}`)
    }
  })

  it('adds encores that serve as many more as they say, none by a host who is elsewhere', () => {
    const chance = new Chance(98)
    for (let turn = 0; turn < 20; turn++) {
      const task = someAgenda(chance, { slots: 4, rooms: 3, sessions: 8, people: 60 })
      const grid = planAgenda(task, { evaluations: 3000 })
      const encores = planEncores(task, grid)
      const seen = (person: number): number => {
        const stars = listAt(task.stars, person)
        return new Set([
          ...[...stars].map((each) => grid.slot[each]),
          ...encores.filter((each) => stars.includes(each.session)).map(({ slot }) => slot),
        ]).size
      }
      const after = [...Array(60).keys()].reduce((sum, person) => sum + seen(person), 0)
      assert.equal(
        after - scoreOf(task, grid).coverage,
        encores.reduce((sum, { gained }) => sum + gained, 0),
      )
      const shown = [...[...grid.slot].map((slot, session) => ({ session, slot, room: grid.room[session] })), ...encores]
      assert.equal(new Set(shown.map(({ slot, room }) => `${slot} ${room}`)).size, shown.length)
      const places = shown.flatMap(({ session, slot }) => [...listAt(task.hosts, session)].map((host) => `${host} ${slot}`))
      assert.equal(grid.broken.length > 0 || new Set(places).size === places.length, true)
      assert.equal(new Set(encores.map(({ session }) => session)).size, encores.length)
    }
  })
})
