/** A grid at once: who is most wanted chooses first, and takes the slot in which it is news to most people. */
import { type AgendaTask, cellsOf, roomsOf, sessionsOf } from './agenda-task.ts'
import { countBits, PeopleBits } from './people-bits.ts'
import { Rules } from './rules.ts'

/**
 * The cell of each session. Those that fewest cells suit choose before others. Where no cell is left that a rule allows, any other is
 * taken: the search then mends it.
 */
export function firstGrid(task: AgendaTask): Int32Array {
  const [sessions, cells, rooms] = [sessionsOf(task), cellsOf(task), roomsOf(task)]
  const rules = new Rules(task)
  const bits = new PeopleBits(task.stars, cells)
  const seen = new Int32Array(task.slots * bits.width)
  const stars = new Int32Array(sessions)
  for (const session of task.stars.item) stars[session]!++
  const open = (session: number): number => countTrue(cells, (cell) => rules.isOpen(session, cell))
  const choices = Int32Array.from({ length: sessions }, (_, session) => open(session))
  const wanted = Int32Array.from({ length: cells }, (_, cell) => countTrue(sessions, (session) => rules.isOpen(session, cell)))
  const cellOf = new Int32Array(sessions).fill(-1)
  const taken = new Uint8Array(cells)
  const inSlot = new Int32Array(task.slots)
  const share = Math.ceil(sessions / task.slots)

  const news = (session: number, slot: number): number => {
    const row = bits.row(session)
    let sum = 0
    for (let word = 0; word < bits.width; word++) sum += countBits(row[word]! & ~seen[slot * bits.width + word]!)
    return sum
  }
  const clashes = (session: number, slot: number): boolean =>
    rules.clashesOf(session).some((other) => cellOf[other]! >= 0 && ((cellOf[other]! / rooms) | 0) === slot)
  /** Rooms that suit few are left to those few. */
  const freeRoom = (session: number, slot: number): number => {
    let best = -1
    for (let cell = slot * rooms; cell < (slot + 1) * rooms; cell++)
      if (!taken[cell] && rules.isOpen(session, cell) && (best < 0 || wanted[cell]! < wanted[best]!)) best = cell
    return best
  }
  const put = (session: number, cell: number): void => {
    const slot = (cell / rooms) | 0
    cellOf[session] = cell
    taken[cell] = 1
    inSlot[slot]!++
    const row = bits.row(session)
    for (let word = 0; word < bits.width; word++) seen[slot * bits.width + word]! |= row[word]!
  }

  const order = Array.from({ length: sessions }, (_, session) => session)
  order.sort((a, b) => choices[a]! - choices[b]! || stars[b]! - stars[a]! || a - b)
  for (const session of order) {
    let [best, most] = [-1, Number.NEGATIVE_INFINITY]
    for (let slot = 0; slot < task.slots; slot++) {
      const cell = clashes(session, slot) ? -1 : freeRoom(session, slot)
      if (cell < 0) continue
      // Slots fill evenly, unless there is no other.
      const value = news(session, slot) - inSlot[slot]! / cells - (inSlot[slot]! < share ? 0 : stars.length + task.stars.item.length)
      if (value > most) [best, most] = [cell, value]
    }
    put(session, best >= 0 ? best : taken.indexOf(0))
  }
  return cellOf
}

function countTrue(below: number, is: (number: number) => boolean): number {
  let sum = 0
  for (let number = 0; number < below; number++) if (is(number)) sum++
  return sum
}
