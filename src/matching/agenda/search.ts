/** The search for a better grid: simulated annealing over exchanges of two cells (Kirkpatrick, Gelatt and Vecchi, 1983). */
import { tell, type Watch } from '../watch.ts'
import type { Board } from './board.ts'
import type { Dice } from './dice.ts'

export type SearchOptions = {
  /** How many exchanges are weighed. */
  evaluations: number
  /** The search ends when the grid is worth so much, because nothing is worth more. */
  goal: number
  /** The first temperature and the last, in people; without it, shares of what exchanges usually change. */
  heat?: { hot: number; cold: number }
}

/** The temperature falls in so many steps. */
const STEPS = 256
/** The first temperature, as a share of what an exchange changes on average; and the last, as a share of the first. */
const [HOT, COLD] = [0.25, 0.1]
/** Below this, a loss of one is hardly ever taken. */
const LEAST_HEAT = 0.2
/** A loss of so many temperatures is taken once in a million times: it is not looked up. */
const NEVER_TAKEN = 14
/** So many exchanges tell what they usually change. */
const SAMPLE = 200

/** So hot that a rule may be broken on the way, as a share of what that costs. */
const MELTING = 1 / 3

/**
 * Leaves the board in the best state that was found. Where a rule is still broken then, it is looked for once more at a heat at which others
 * may be broken on the way. Takes as long as its evaluations, and looks at no clock.
 *
 * @throws Cancelled when the watch says so.
 */
export function search(board: Board, dice: Dice, options: SearchOptions, watch: Watch = {}): void {
  anneal(board, dice, options, watch)
  if (board.rules.count(board.cellOf) === 0) return
  anneal(board, dice, { ...options, heat: { hot: MELTING * board.ruleCost, cold: LEAST_HEAT } }, watch)
}

/**
 * Two occupants are drawn and exchange cells: always when that helps, and with probability exp(-loss / temperature) when it does not. The
 * temperature falls, so that in the end only what helps is done.
 */
function anneal(board: Board, dice: Dice, { evaluations, goal, heat }: SearchOptions, watch: Watch): void {
  if (board.cells < 2 || board.sessions === 0) return
  const { who, cellOf } = board
  const { hot, cold } = heat ?? usualHeat(board, dice)
  const chances = new Float64Array(Math.ceil(NEVER_TAKEN * hot) + 1)
  let most = board.worth
  const best = cellOf.slice()
  for (let step = 0; step < STEPS && most < goal; step++) {
    tell(watch, step, STEPS)
    coolTo(hot * (cold / hot) ** (step / (STEPS - 1)), chances)
    const turns = Math.floor((evaluations * (step + 1)) / STEPS) - Math.floor((evaluations * step) / STEPS)
    for (let turn = 0; turn < turns; turn++) {
      const one = dice.below(board.sessions)
      const other = who[dice.below(board.cells)]!
      if (one === other || isIdle(board, one, other)) continue
      const gain = board.gain(one, other)
      if (gain < 0 && !(dice.number() < (chances[-gain] ?? 0))) continue
      board.exchange(one, other, gain)
      if (board.worth <= most) continue
      most = board.worth
      best.set(cellOf)
      if (most >= goal) break
    }
  }
  board.moveTo(best)
}

/** Rooms of one slot that are all alike. */
const isIdle = (board: Board, one: number, other: number): boolean =>
  !board.areRoomsUnlike && board.slotOf(board.cellOf[one]!) === board.slotOf(board.cellOf[other]!)

function usualHeat(board: Board, dice: Dice): { hot: number; cold: number } {
  let [sum, many] = [0, 0]
  for (let turn = 0; turn < SAMPLE; turn++) {
    const gain = Math.abs(board.gain(dice.below(board.sessions), board.who[dice.below(board.cells)]!))
    if (gain === 0 || gain >= board.ruleCost / 2) continue
    sum += gain
    many++
  }
  const hot = Math.max(2 * LEAST_HEAT, (HOT * sum) / Math.max(1, many))
  return { hot, cold: Math.max(LEAST_HEAT, COLD * hot) }
}

/** The chance that a loss of each whole number is taken. */
function coolTo(temperature: number, chances: Float64Array): void {
  const one = Math.exp(-1 / temperature)
  chances[0] = 1
  for (let loss = 1; loss < chances.length; loss++) chances[loss] = chances[loss - 1]! * one
}
