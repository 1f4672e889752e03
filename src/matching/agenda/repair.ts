/** A change on the day: a host who cannot come at that time, a room that is lost, a session more. As few sessions as possible move. */
import type { Watch } from '../watch.ts'
import { type AgendaTask, cellsOf, type Grid, peopleOf, roomsOf, sessionsOf } from './agenda-task.ts'
import { Board, cellsOfGrid, gridOf } from './board.ts'
import { checkAgenda } from './check-agenda.ts'
import { Dice } from './dice.ts'
import { type Broken, Rules } from './rules.ts'
import { type Score, scoreOf } from './score.ts'
import { search } from './search.ts'

export type RepairOptions = {
  seed?: number
  evaluations?: number
  /** How many sessions may move that need not, where that serves people. 0 moves as few as can be found. */
  extra?: number
}
export type Repair = Grid &
  Score & {
    /** Sessions that are in another slot or room than before. */
    moved: readonly number[]
    broken: readonly Broken[]
  }

/** About a tenth of a second for 700 people. */
const EVALUATIONS = 500_000
/** People-slots that it must bring to move one of the extra sessions. */
const PRICE = 3
/** At first even a dear move is taken now and then: two may have to move so that a third has somewhere to be. */
const [HOT, COLD] = [1 / 3, 0.3]

/**
 * The task says what is so now: `may` is 0 where a host or a room is gone. `before` is the grid that people know; a session that was not in
 * it has slot -1. Sessions that must move do; a few others move only where that serves people.
 *
 * @throws WrongAgenda when the task makes no sense, Cancelled when the watch says so.
 */
export function repairAgenda(task: AgendaTask, before: Grid, options: RepairOptions = {}, watch: Watch = {}): Repair {
  checkAgenda(task)
  const { seed = 1, evaluations = EVALUATIONS, extra = 2 } = options
  const rooms = roomsOf(task)
  const home = cellsOfGrid(before, rooms)
  const start = seatNew(task, home)
  const many = forcedOut(new Rules(task), start, home) + extra
  const dear = peopleOf(task)
  const board = new Board(task, start, 'coverage', { cellOf: home, price: PRICE, many, dear })
  search(board, new Dice(seed), { evaluations, goal: Number.POSITIVE_INFINITY, heat: { hot: HOT * dear, cold: COLD } }, watch)
  const cellOf = board.cellOf.slice(0, sessionsOf(task))
  const grid = gridOf(cellOf, rooms)
  return {
    ...grid,
    ...scoreOf(task, grid),
    moved: [...cellOf.keys()].filter((session) => cellOf[session] !== home[session]),
    broken: board.rules.broken(board.cellOf),
  }
}

/** How many cannot stay: those that may not be where they are, one of each two that clash, and those that are new. */
function forcedOut(rules: Rules, start: Int32Array, home: Int32Array): number {
  return rules.count(start) + home.filter((cell) => cell < 0).length
}

/** Whoever is new starts in any empty cell. */
function seatNew(task: AgendaTask, home: Int32Array): Int32Array {
  const taken = new Set(home)
  const empty = Array.from({ length: cellsOf(task) }, (_, cell) => cell).filter((cell) => !taken.has(cell))
  return home.map((cell) => (cell >= 0 ? cell : (empty.shift() ?? -1)))
}
