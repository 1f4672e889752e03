/** A grid while it is being changed: who is in which cell, what it is worth, and what every exchange would change. */
import { type AgendaTask, cellsOf, type Grid, peopleOf, roomsOf, sessionsOf } from './agenda-task.ts'
import { Coverage } from './coverage.ts'
import { MustSees } from './must-sees.ts'
import { PeopleBits } from './people-bits.ts'
import { Rules } from './rules.ts'
import type { Tally } from './tally.ts'

export type Aim = 'coverage' | 'must-sees'
/**
 * Where each session was (-1 for nowhere), and how many people-slots it must bring to move one more: `price` for each, and `dear` besides
 * from so many on.
 */
export type Stay = { cellOf: Int32Array; price: number; many: number; dear: number }

export class Board {
  readonly sessions: number
  readonly cells: number
  readonly rooms: number
  readonly seats: Int32Array
  readonly rules: Rules
  readonly coverage: Coverage
  /** The occupant of each cell, and the cell of each occupant: after the sessions come the empty cells. */
  readonly who: Int32Array
  readonly cellOf: Int32Array
  /** What breaking a rule costs: more than any one move can bring. */
  readonly ruleCost: number
  /** What is to be as large as can be: people, less what broken rules and moves cost. */
  worth: number
  #moved = 0
  readonly #tally: Tally
  readonly #stay: Stay | undefined

  constructor(task: AgendaTask, cellOf: Int32Array, aim: Aim = 'coverage', stay?: Stay) {
    this.sessions = sessionsOf(task)
    this.cells = cellsOf(task)
    this.rooms = roomsOf(task)
    this.seats = task.seats
    this.rules = new Rules(task)
    ;[this.who, this.cellOf] = occupy(cellOf, this.cells)
    this.coverage = new Coverage(new PeopleBits(task.stars, this.cells), task.slots, this.rooms, this.who)
    this.#tally =
      aim === 'must-sees' && task.mustSees
        ? new MustSees(new PeopleBits(task.mustSees, this.cells), this.coverage, task.slots, this.rooms, this.who)
        : this.coverage
    this.#stay = stay
    this.ruleCost = 16 * (peopleOf(task) + (stay ? stay.price + stay.dear : 0) + 1)
    this.worth = this.#worthNow()
  }

  /** Two in one slot change nothing for people, but perhaps for rules. */
  get areRoomsUnlike(): boolean {
    return this.rules.areRoomsUnlike || this.#stay !== undefined
  }

  slotOf(cell: number): number {
    return (cell / this.rooms) | 0
  }

  /** By how much it would be worth more if two occupants exchanged cells. */
  gain(one: number, other: number): number {
    const [here, there] = [this.cellOf[one]!, this.cellOf[other]!]
    const [from, to] = [this.slotOf(here), this.slotOf(there)]
    const rules = -this.ruleCost * this.rules.change(one, other, this.cellOf)
    const people = from === to ? 0 : this.#tally.gain(one, other, from, to)
    return rules + people - (this.#stay ? this.#costOf(this.#moved + this.#movedBy(one, other)) - this.#costOf(this.#moved) : 0)
  }

  exchange(one: number, other: number, gain: number): void {
    const [here, there] = [this.cellOf[one]!, this.cellOf[other]!]
    const [from, to] = [this.slotOf(here), this.slotOf(there)]
    if (this.#stay) this.#moved += this.#movedBy(one, other)
    this.cellOf[one] = there
    this.cellOf[other] = here
    this.who[there] = one
    this.who[here] = other
    this.worth += gain
    if (from === to) return
    this.#tally.settle(from, this.who)
    this.#tally.settle(to, this.who)
  }

  /** Everybody goes to the cells that they have in another state of the same board. */
  moveTo(cellOf: Int32Array): void {
    this.cellOf.set(cellOf)
    for (const [one, cell] of cellOf.entries()) this.who[cell] = one
    for (let slot = 0; slot * this.rooms < this.cells; slot++) this.#tally.settle(slot, this.who)
    this.worth = this.#worthNow()
  }

  #worthNow(): number {
    const home = this.#stay?.cellOf
    this.#moved = home ? this.cellOf.subarray(0, this.sessions).filter((cell, one) => cell !== home[one]).length : 0
    return this.#tally.sum - this.ruleCost * this.rules.count(this.cellOf) - this.#costOf(this.#moved)
  }

  #costOf(moved: number): number {
    const stay = this.#stay
    return stay ? stay.price * moved + stay.dear * Math.max(0, moved - stay.many) : 0
  }

  /** How many more have moved, if two exchange cells. */
  #movedBy(one: number, other: number): number {
    const [here, there] = [this.cellOf[one]!, this.cellOf[other]!]
    return this.#leaves(one, here, there) + this.#leaves(other, there, here)
  }

  #leaves(one: number, from: number, to: number): number {
    if (one >= this.sessions) return 0
    const home = this.#stay?.cellOf[one]
    return Number(to !== home) - Number(from !== home)
  }
}

/** Sessions first, and then the empty cells in their order. */
function occupy(cellOf: Int32Array, cells: number): [who: Int32Array, cellOf: Int32Array] {
  const who = new Int32Array(cells).fill(-1)
  for (const [session, cell] of cellOf.entries()) who[cell] = session
  const all = new Int32Array(cells)
  all.set(cellOf)
  let empty = cellOf.length
  for (let cell = 0; cell < cells; cell++)
    if (who[cell] === -1) {
      who[cell] = empty
      all[empty++] = cell
    }
  return [who, all]
}

export const cellsOfGrid = ({ slot, room }: Grid, rooms: number): Int32Array =>
  slot.map((each, session) => (each < 0 ? -1 : each * rooms + room[session]!))

export const gridOf = (cellOf: Int32Array, rooms: number): Grid => ({
  slot: cellOf.map((cell) => (cell / rooms) | 0),
  room: cellOf.map((cell) => cell % rooms),
})
