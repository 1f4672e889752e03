/** Why two sessions clash that many want both, and how they could be put apart. */
import type { AgendaTask, Grid } from './agenda-task.ts'
import type { Board } from './board.ts'
import { checkAgenda } from './check-agenda.ts'
import { boardOf, type WeighedMove, weighOn } from './moves.ts'
import { countBits, PeopleBits } from './people-bits.ts'

/** Two sessions of one slot that many want both. */
export type Clash = {
  sessions: readonly [number, number]
  /** How many people starred both. */
  people: number
  /** The three best ways apart that break no rule, best first. Where each of them loses people, that is why the two are together. */
  ways: readonly WeighedMove[]
}

const WAYS = 3

/** The pairs of one slot that most people want both, the worst first. */
export function clashes(task: AgendaTask, grid: Grid, most: number): Clash[] {
  checkAgenda(task)
  const board = boardOf(task, grid)
  const bits = new PeopleBits(task.stars, board.sessions)
  const pairs: Omit<Clash, 'ways'>[] = []
  for (let one = 0; one < board.sessions; one++)
    for (let other = one + 1; other < board.sessions; other++) {
      if (grid.slot[one] !== grid.slot[other]) continue
      const people = sharedBy(bits, one, other)
      if (people > 0) pairs.push({ sessions: [one, other], people })
    }
  pairs.sort((a, b) => b.people - a.people || a.sessions[0] - b.sessions[0] || a.sessions[1] - b.sessions[1])
  return pairs.slice(0, most).map((pair) => ({ ...pair, ways: waysApart(board, pair.sessions) }))
}

/** The best move of either into each other slot and with each partner; empty cells of one slot are one way, into the largest room. */
function waysApart(board: Board, sessions: readonly [number, number]): WeighedMove[] {
  const ways = new Map<string, WeighedMove>()
  for (const session of sessions)
    for (let cell = 0; cell < board.cells; cell++) {
      if (board.slotOf(cell) === board.slotOf(board.cellOf[session]!)) continue
      const way = weighOn(board, session, cell)
      if (way.breaks > 0) continue
      const key = `${session} ${way.slot} ${way.with}`
      const before = ways.get(key)
      if (!before || board.seats[way.room]! > board.seats[before.room]!) ways.set(key, way)
    }
  const net = ({ gained, lost }: WeighedMove): number => gained - lost
  const order = [...ways.values()].sort((a, b) => net(b) - net(a) || a.lost - b.lost || Number(a.with >= 0) - Number(b.with >= 0))
  return order.slice(0, WAYS)
}

function sharedBy(bits: PeopleBits, one: number, other: number): number {
  const [mine, theirs] = [bits.row(one), bits.row(other)]
  let sum = 0
  for (let word = 0; word < bits.width; word++) sum += countBits(mine[word]! & theirs[word]!)
  return sum
}
