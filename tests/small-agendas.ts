/** Small agendas of every kind to test with, and the best of all grids, found by going through every one. */
import type { Chance } from '../bench/chance.ts'
import { type AgendaTask, openCells } from '../src/matching/agenda/agenda-task.ts'
import { Board } from '../src/matching/agenda/board.ts'
import { type Lists, listAt, listsOf } from '../src/matching/agenda/lists.ts'

export type SmallAgenda = { slots: number; rooms: number; sessions: number; people: number; closed?: number }

/** Whoever must see something starred it. `closed` is the share of cells in which a session may not be. */
export function someAgenda(chance: Chance, { slots, rooms, sessions, people, closed = 0 }: SmallAgenda): AgendaTask {
  const all = Array.from({ length: sessions }, (_, session) => session)
  const stars = Array.from({ length: people }, () => chance.pickSome(all, chance.whole(0, Math.min(5, sessions))))
  const hosts = listsOf(all.map(() => chance.pickSome([...Array(sessions * 2).keys()], chance.whole(0, 2))))
  const seats = Int32Array.from({ length: rooms }, () => chance.whole(1, people))
  const open = openCells({ slots, seats, hosts }, () => !chance.is(closed))
  // Every session has somewhere to be, and every cell may be used.
  for (const session of all) open[session * slots * rooms + chance.whole(0, slots * rooms - 1)] = 1
  for (let cell = 0; cell < slots * rooms; cell++) open[chance.whole(0, sessions - 1) * slots * rooms + cell] = 1
  return {
    slots,
    seats,
    stars: listsOf(stars),
    mustSees: listsOf(stars.map((each) => each.slice(0, chance.whole(0, 3)))),
    hosts,
    ...(closed > 0 ? { may: open } : {}),
  }
}

/** Calls for every grid in which no two sessions are in one cell, and no rule is broken. */
export function everyGrid(task: AgendaTask, call: (cellOf: Int32Array) => void): void {
  const sessions = task.hosts.start.length - 1
  const cells = task.slots * task.seats.length
  const slotOf = (cell: number): number => Math.floor(cell / task.seats.length)
  const cellOf = new Int32Array(sessions).fill(-1)
  const isAllowed = (session: number, cell: number): boolean => {
    if (task.may && task.may[session * cells + cell] === 0) return false
    for (let other = 0; other < session; other++) {
      const there = cellOf[other] ?? -1
      if (there === cell || (slotOf(there) === slotOf(cell) && isKeptApart(task, session, other))) return false
    }
    return true
  }
  const go = (session: number): void => {
    if (session === sessions) call(cellOf)
    for (let cell = 0; session < sessions && cell < cells; cell++) {
      if (!isAllowed(session, cell)) continue
      cellOf[session] = cell
      go(session + 1)
      cellOf[session] = -1
    }
  }
  go(0)
}

function isKeptApart(task: AgendaTask, one: number, other: number): boolean {
  const hosts = listAt(task.hosts, other)
  if (listAt(task.hosts, one).some((host) => hosts.includes(host))) return true
  const ranks = [one, other].map((session) => task.top?.indexOf(session) ?? -1)
  const [first = -1, second = -1] = ranks
  return first >= 0 && second >= 0 && Math.floor(first / task.slots) === Math.floor(second / task.slots)
}

/** Counted person by person, in the plainest way. */
export function slotsSeen(task: AgendaTask, lists: Lists, cellOf: Int32Array, person: number): number {
  return new Set([...listAt(lists, person)].map((session) => Math.floor((cellOf[session] ?? 0) / task.seats.length))).size
}

export const anyGrid = (task: AgendaTask, chance: Chance): Board =>
  new Board(task, Int32Array.from(chance.shuffled([...Array(task.slots * task.seats.length).keys()]).slice(0, task.hosts.start.length - 1)))
