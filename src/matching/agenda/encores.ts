/** Encores: sessions that are held once more, in cells that are empty, for people who could not see them the first time. */
import { type AgendaTask, type Grid, roomsOf } from './agenda-task.ts'
import { Board, cellsOfGrid } from './board.ts'
import { checkAgenda } from './check-agenda.ts'

export type Encore = {
  session: number
  slot: number
  room: number
  /** People who starred it and had nothing else to see in that slot. */
  gained: number
}

/**
 * For each empty cell, the session whose encore gives most people something to see; no session has two encores, none is held twice in a slot,
 * and no host is in two places. Greedy: the encore that brings most comes first, and the next ones count only whom it did not serve.
 *
 * @throws WrongAgenda when the task makes no sense.
 */
export function planEncores(task: AgendaTask, grid: Grid): Encore[] {
  checkAgenda(task)
  const rooms = roomsOf(task)
  const board = new Board(task, cellsOfGrid(grid, rooms))
  const free = [...board.who.keys()].filter((cell) => board.who[cell]! >= board.sessions)
  // Large rooms first, so that the encore most wanted in a slot has the larger.
  free.sort((a, b) => task.seats[b % rooms]! - task.seats[a % rooms]! || a - b)
  const encores: Encore[] = []
  const isFree = (session: number, cell: number): boolean => {
    const slot = board.slotOf(cell)
    return (
      board.rules.isOpen(session, cell) &&
      grid.slot[session] !== slot &&
      encores.every(
        (each) => each.session !== session && !(each.slot === slot && board.rules.hostClashesOf(session).includes(each.session)),
      ) &&
      !board.rules.hostClashesOf(session).some((other) => grid.slot[other] === slot)
    )
  }
  while (free.length > 0) {
    let best: { session: number; cell: number; gained: number } | undefined
    for (const cell of free)
      for (let session = 0; session < board.sessions; session++) {
        const gained = board.coverage.firstIn(board.slotOf(cell), session)
        if (gained > (best?.gained ?? 0) && isFree(session, cell)) best = { session, cell, gained }
      }
    if (!best) break
    const { session, cell, gained } = best
    const slot = board.slotOf(cell)
    encores.push({ session, slot, room: cell % rooms, gained })
    board.coverage.addTo(slot, session)
    free.splice(free.indexOf(cell), 1)
  }
  return encores
}
