/** Two sides, mentors and mentees say: who could meet whom across, and with how many each meets at most. */
import { checkGraph, type PairGraph, type Spread, WrongGraph } from './pair-graph.ts'

/**
 * The left side is the whole numbers from 0 to `left - 1`, the right side those from 0 to `right - 1`. Pair number k is between `from[k]` on
 * the left and `to[k]` on the right and is worth `weight[k]`, in any unit. A pair that is listed twice counts once, at its greater
 * worth. Nobody meets more than their capacity says, which is 1 unless said; two meet once at most.
 */
export type SideGraph = {
  left: number
  right: number
  from: Int32Array
  to: Int32Array
  weight: Int32Array | Float64Array
  capacityLeft?: Int32Array
  capacityRight?: Int32Array
}

/** @throws WrongGraph with a sentence for whoever wrote it. */
export function checkSides({ left, right, from, to, weight, capacityLeft, capacityRight }: SideGraph): Spread {
  for (const many of [left, right])
    if (!Number.isInteger(many) || many < 0) throw new WrongGraph(`There cannot be ${many} people on one side.`)
  checkCapacities('left', left, capacityLeft)
  checkCapacities('right', right, capacityRight)
  for (let pair = 0; pair < Math.min(from.length, to.length); pair++) {
    if (!(from[pair]! >= 0 && from[pair]! < left))
      throw new WrongGraph(`Pair ${pair} begins at ${from[pair]}, but the left side is ${numbers(left)}.`)
    if (!(to[pair]! >= 0 && to[pair]! < right))
      throw new WrongGraph(`Pair ${pair} ends at ${to[pair]}, but the right side is ${numbers(right)}.`)
  }
  return checkGraph(besideEachOther({ left, right, from, to, weight }))
}

/** As one graph, in which the right side comes after the left. */
export const besideEachOther = ({ left, right, from, to, weight }: SideGraph): PairGraph => ({
  n: left + right,
  from,
  to: to.map((one) => left + one),
  weight,
})

const numbers = (many: number): string => (many === 0 ? 'empty' : `numbered from 0 to ${many - 1}`)

function checkCapacities(side: string, many: number, capacities: Int32Array | undefined): void {
  if (!capacities) return
  if (capacities.length !== many)
    throw new WrongGraph(`${capacities.length} capacities on the ${side} are not one for each of ${many} people.`)
  const wrong = capacities.findIndex((each) => each < 0)
  if (wrong >= 0) throw new WrongGraph(`Number ${wrong} on the ${side} cannot meet ${capacities[wrong]} people.`)
}
