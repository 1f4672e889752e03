/** What everybody is worth at most to any matching, by the prices of an auction that is not settled. */
import type { Arcs } from './arcs.ts'
import type { Market } from './market.ts'
import { makeNumbers, type Numbers } from './whole-weights.ts'

/** Two to each of weight: the price of each, and the profit that the prices of others leave them. */
export function valuesAfter({ arcs, price }: Market): Numbers {
  const { n, isWide, start, to, weight } = arcs
  const value = makeNumbers(isWide, n)
  for (let i = 0; i < n; i++) {
    let profit = 0
    const end = start[i + 1]!
    for (let arc = start[i]!; arc < end; arc++) {
      const left = weight[arc]! - price[to[arc]!]!
      if (left > profit) profit = left
    }
    value[i] = profit + price[i]!
  }
  return value
}

/** Lowers everybody's as far as those of the others allow. */
export function lowerValues({ n, start, to, weight }: Arcs, value: Numbers): void {
  for (let v = 0; v < n; v++) {
    let least = 0
    const end = start[v + 1]!
    for (let arc = start[v]!; arc < end; arc++) {
      const asked = 2 * weight[arc]! - value[to[arc]!]!
      if (asked > least) least = asked
    }
    value[v] = least
  }
}
