/** What everybody is worth at most to any matching, by the prices of an auction that is not settled. */
import type { Arcs } from './arcs.ts'
import type { Market } from './market.ts'
import { makeNumbers, type Numbers } from './whole-weights.ts'

/** Two to each of weight: the price of each, and the profit that the prices of others leave them. Beside it, what the lot of each is worth. */
export function valuesAfter({ arcs, price, lot }: Market): { value: Numbers; lotWorth: Numbers } {
  const { n, isWide, start, to, weight } = arcs
  const value = makeNumbers(isWide, n)
  const lotWorth = makeNumbers(isWide, n)
  for (let i = 0; i < n; i++) {
    const owned = lot[i]!
    let profit = 0
    let worth = 0
    const end = start[i + 1]!
    for (let arc = start[i]!; arc < end; arc++) {
      const head = to[arc]!
      const left = weight[arc]! - price[head]!
      if (left > profit) profit = left
      if (head === owned && weight[arc]! > worth) worth = weight[arc]!
    }
    value[i] = profit + price[i]!
    lotWorth[i] = worth
  }
  return { value, lotWorth }
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
