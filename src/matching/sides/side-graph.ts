/** Two sides, mentors and mentees say: who could meet whom across, and with how many each meets at most. */
import { checkGraph, type PairGraph, type Spread, WrongGraph } from '../pairs/pair-graph.ts'

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

/** The pairs of number i on the left are `start[i]` up to, not including, `start[i + 1]`: each once, at its greater worth. */
export type SideLists = { start: Int32Array; to: Int32Array; worth: Float64Array }

export function listsOf({ left, right, from, to, weight }: SideGraph): SideLists {
  const firsts = new Int32Array(left + 1)
  for (let pair = 0; pair < from.length; pair++) firsts[from[pair]! + 1]!++
  for (let i = 0; i < left; i++) firsts[i + 1]! += firsts[i]!
  const order = new Int32Array(from.length)
  const next = firsts.slice()
  for (let pair = 0; pair < from.length; pair++) order[next[from[pair]!]!++] = pair
  const lists = { start: new Int32Array(left + 1), to: new Int32Array(from.length), worth: new Float64Array(from.length) }
  // Of the right side: where the pair with whoever is looked at stands.
  const known = new Int32Array(right).fill(-1)
  let many = 0
  for (let i = 0; i < left; i++) {
    lists.start[i] = many
    for (let at = firsts[i]!; at < firsts[i + 1]!; at++) {
      const j = to[order[at]!]!
      const worth = weight[order[at]!]!
      const before = known[j]!
      if (before >= lists.start[i]!) lists.worth[before] = Math.max(lists.worth[before]!, worth)
      else {
        known[j] = many
        lists.to[many] = j
        lists.worth[many++] = worth
      }
    }
  }
  lists.start[left] = many
  return lists
}
