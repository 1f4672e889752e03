/** The agenda of an unconference: who is when in which room, so that as many people as possible see what they starred. Read from here. */
import type { Watch } from '../watch.ts'
import { type AgendaTask, type Grid, roomsOf } from './agenda-task.ts'
import { type Aim, Board, gridOf } from './board.ts'
import { boundOfCoverage, boundOfMustSees } from './bound.ts'
import { checkAgenda } from './check-agenda.ts'
import { Dice } from './dice.ts'
import { firstGrid } from './first-grid.ts'
import type { Broken } from './rules.ts'
import { type Score, scoreOf } from './score.ts'
import { search } from './search.ts'
import { seatByDemand } from './seating.ts'

export type { Aim }

export type AgendaOptions = {
  /** 'must-sees' has as many people as possible see everything that they must, and only then counts the stars. */
  aim?: Aim
  seed?: number
  /** How many exchanges of two sessions are weighed: a million takes about a quarter of a second for 700 people. 0 gives the first grid. */
  evaluations?: number
}
export type PlannedAgenda = Grid &
  Score & {
    /** What no grid exceeds. */
    bound: Score
    /** Rules that could not be kept, because no grid keeps all, or none was found. */
    broken: readonly Broken[]
  }

/** Worth about a second for 700 people and 60 sessions. */
export const EVALUATIONS = 4_000_000

/**
 * A grid that keeps the rules and covers as many people-slots as the search finds; rooms go by expected demand. The same task, seed and
 * evaluations give the same grid on every machine. The best grid cannot be proven (a single slot to fill is NP-hard already: maximum
 * coverage); `bound` is what none exceeds.
 *
 * @throws WrongAgenda when the task makes no sense, Cancelled when the watch says so.
 * @example planAgenda({ slots: 2, seats: Int32Array.of(30), stars: listsOf([[0, 1]]), hosts: listsOf([[7], [8]]) }).coverage // 2
 */
export function planAgenda(task: AgendaTask, options: AgendaOptions = {}, watch: Watch = {}): PlannedAgenda {
  checkAgenda(task)
  const { aim = 'coverage', seed = 1, evaluations = EVALUATIONS } = options
  const bound = { coverage: boundOfCoverage(task), mustSees: boundOfMustSees(task) }
  const board = new Board(task, firstGrid(task), aim)
  const goal = aim === 'coverage' ? bound.coverage : Number.POSITIVE_INFINITY
  search(board, new Dice(seed), { evaluations, goal }, watch)
  return agendaOf(task, board, bound)
}

/** What the sessions on a board are as an agenda, each in the room that its demand calls for. */
function agendaOf(task: AgendaTask, board: Board, bound: Score): PlannedAgenda {
  const cellOf = board.cellOf.slice(0, board.sessions)
  const grid = seatByDemand(task, gridOf(cellOf, roomsOf(task)))
  return { ...grid, ...scoreOf(task, grid), bound, broken: board.rules.broken(board.cellOf) }
}
