/** Who sits at which table in one turn, by number, and how a place is found for somebody who has none. */
import type { Company } from './company.ts'

export type Table = readonly number[]
export type Seating = {
  tables: readonly Table[]
  /** No way of making as many tables is worth more: see where it is made what that covers. */
  bound: number
}

type Patience = { looked: number; swaps: number }
/**
 * So many tables that would take somebody are looked at; and of so many places that somebody could take, whether there is room for whoever
 * has it.
 */
const [AMONG_FEW, AMONG_MANY]: readonly [Patience, Patience] = [
  { looked: Number.POSITIVE_INFINITY, swaps: 20 },
  { looked: 60, swaps: 3 },
]
/** More than that are left where one side of a rule has too few people: no swap gives it more. */
const MOST_SWAPPED = 50
const patienceOf = ({ isSmall }: Company): Patience => (isSmall ? AMONG_FEW : AMONG_MANY)

/** Pairs of those at a table, in the order in which meetings tell their fits. */
export function* pairsAt(table: Table): Generator<[number, number]> {
  for (let at = 1; at < table.length; at++) for (let before = 0; before < at; before++) yield [table[before]!, table[at]!]
}

export const worthOf = (company: Company, table: Table): number => {
  let worth = 0
  for (const [a, b] of pairsAt(table)) worth += company.worth(a, b)
  return worth
}

export function withoutTable(company: Company, tables: readonly Table[]): number[] {
  const seated = new Set(tables.flat())
  return company.everybody.filter((each) => !seated.has(each))
}

/** Whether somebody may sit with all of them; with `isFresh`, only with those whom they have not met. */
export const fits = (company: Company, one: number, table: Table, isFresh: boolean): boolean =>
  table.every((each) => company.may(one, each) && !(isFresh && company.haveMet(one, each)))

/** Whoever is alone takes anybody; where three are welcome a pair takes a third; a group takes one more than its size. */
export function hasRoom(company: Company, one: number, table: Table, size: number): boolean {
  if (table.length < 2) return table.length === 1
  if (size > 2) return table.length <= size
  return table.length === 2 && company.isFineWithThree(one) && table.every((each) => company.isFineWithThree(each))
}

type Place = { at: number; worth: number }

/** The table at which somebody is worth most, except the one of whom they would replace. */
export function bestPlace(
  company: Company,
  one: number,
  tables: readonly Table[],
  { size, isFresh, except }: { size: number; isFresh: boolean; except?: number },
): Place | undefined {
  const patience = patienceOf(company)
  let best: Place | undefined
  for (let step = 0, looked = 0; step < tables.length && looked < patience.looked; step++) {
    const at = (one + step) % tables.length
    const table = tables[at]!
    if (at === except || !hasRoom(company, one, table, size) || !fits(company, one, table, isFresh)) continue
    looked++
    const worth = table.reduce((sum, each) => sum + company.worth(one, each), 0)
    if (!best || worth > best.worth || (worth === best.worth && at < best.at)) best = { at, worth }
  }
  return best
}

/** Who was left out last time comes first. */
const inTurn = (company: Company, left: readonly number[]): number[] =>
  [...left].sort((a, b) => Number(company.wasLeftOut(b)) - Number(company.wasLeftOut(a)) || a - b)

/** Whoever has no table joins one that has room. */
export function withThirds(company: Company, tables: readonly Table[], size: number, isFresh = true): Table[] {
  const all = [...tables]
  for (const one of inTurn(company, withoutTable(company, all))) {
    const place = bestPlace(company, one, all, { size, isFresh })
    if (place) all[place.at] = [...all[place.at]!, one]
  }
  return all
}

/**
 * For whoever welcomes no third, or finds no two who do: they take the place of somebody who does, and who finds a place as a third
 * elsewhere. The first `fixed` tables stay as they are.
 */
export function withSwaps(company: Company, tables: readonly Table[], fixed: number): Table[] {
  const all = [...tables]
  for (const one of inTurn(company, withoutTable(company, all)).slice(0, MOST_SWAPPED)) {
    const swap = bestSwap(company, one, all, fixed)
    if (!swap) continue
    const { at, stays, goes, to } = swap
    all[at] = [Math.min(one, stays), Math.max(one, stays)]
    all[to] = [...all[to]!, goes]
  }
  return all
}

type Swap = { at: number; stays: number; goes: number; to: number }

function bestSwap(company: Company, one: number, tables: readonly Table[], fixed: number): Swap | undefined {
  const ways: { at: number; stays: number; goes: number; gain: number }[] = []
  const patience = patienceOf(company)
  for (let step = 0; step < tables.length && ways.length < patience.looked; step++) {
    const at = (one + step) % tables.length
    const table = tables[at]!
    if (at < fixed || table.length !== 2) continue
    for (const stays of table) {
      const goes = table[0] === stays ? table[1]! : table[0]!
      if (!company.isFineWithThree(goes) || !fits(company, one, [stays], true)) continue
      ways.push({ at, stays, goes, gain: company.worth(one, stays) - company.worth(goes, stays) })
    }
  }
  ways.sort((x, y) => y.gain - x.gain || x.stays - y.stays)
  let best: (Swap & { gain: number }) | undefined
  for (const way of ways.slice(0, patience.swaps)) {
    const place = bestPlace(company, way.goes, tables, { size: 2, isFresh: true, except: way.at })
    const gain = way.gain + (place?.worth ?? 0)
    if (place && (!best || gain > best.gain)) best = { ...way, to: place.at, gain }
  }
  return best
}
