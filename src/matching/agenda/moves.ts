/** What a change by hand would do: for a board on which sessions are dragged. */
import { type AgendaTask, type Grid, roomsOf } from './agenda-task.ts'
import { Board, cellsOfGrid } from './board.ts'
import { checkAgenda } from './check-agenda.ts'

export type Move = { session: number; slot: number; room: number }
export type WeighedMove = Move & {
  /** The session that is in that cell now and would go the other way; -1 when the cell is empty. */
  with: number
  /** People who would have a slot more with something to see, and people who would have one less. */
  gained: number
  lost: number
  /** Rules that would be broken after it and are not now; less than 0 when it mends some. */
  breaks: number
}
/** @throws WrongAgenda when the task makes no sense. */
export function weighMove(task: AgendaTask, grid: Grid, { session, slot, room }: Move): WeighedMove {
  checkAgenda(task)
  return weighOn(boardOf(task, grid), session, slot * roomsOf(task) + room)
}

/** On a board that is made already. */
export function weighOn(board: Board, session: number, cell: number): WeighedMove {
  const other = board.who[cell]!
  const [from, to] = [board.slotOf(board.cellOf[session]!), board.slotOf(cell)]
  const people = from === to ? { gained: 0, lost: 0 } : board.coverage.weigh(session, other, from, to)
  return {
    session,
    slot: to,
    room: cell % board.rooms,
    with: other < board.sessions && other !== session ? other : -1,
    ...people,
    breaks: other === session ? 0 : board.rules.change(session, other, board.cellOf),
  }
}

export const boardOf = (task: AgendaTask, grid: Grid): Board => new Board(task, cellsOfGrid(grid, roomsOf(task)))
