/** What becomes of a table when somebody left it: as little as possible, and nobody stays alone who can be placed. */
import type { Company } from './company.ts'
import { bestPlace, fits, type Table, withoutTable } from './seating.ts'

/** The same tables at the same places; one at which nobody is left is empty. */
export function mended(company: Company, tables: readonly Table[], broken: readonly number[], size: number): Table[] {
  const all = [...tables]
  for (const at of broken) {
    const table = all[at]!
    if (table.length === 1) place(company, all, at, size)
    // One less than asked for is a group still.
    else if (table.length > 1 && table.length < size - 1) {
      const other = bestOf(company, table, withoutTable(company, all), true)
      if (other !== undefined) all[at] = [...table, other]
    }
  }
  return all
}

/** With somebody who waits; else at a table that has room; else with one of those who are more than need be; and only then with whom they met before. */
function place(company: Company, all: Table[], at: number, size: number): void {
  const [one] = all[at]!
  if (one === undefined) return
  for (const isFresh of [true, false]) {
    const waiting = bestOf(company, [one], withoutTable(company, all), isFresh)
    if (waiting !== undefined) {
      all[at] = [one, waiting]
      return
    }
    const room = bestPlace(company, one, all, { size, isFresh, except: at })
    if (room) {
      all[room.at] = [...all[room.at]!, one]
      all[at] = []
      return
    }
    const larger = all.filter(({ length }) => length > Math.max(2, size)).flat()
    const spare = bestOf(company, [one], larger, isFresh)
    if (spare !== undefined) {
      const from = all.findIndex((table) => table.includes(spare))
      all[from] = all[from]!.filter((each) => each !== spare)
      all[at] = [one, spare]
      return
    }
  }
  all[at] = []
}

function bestOf(company: Company, table: Table, among: readonly number[], isFresh: boolean): number | undefined {
  let best: { one: number; worth: number } | undefined
  for (const one of among) {
    if (!fits(company, one, table, isFresh)) continue
    const worth = table.reduce((sum, each) => sum + company.worth(one, each), 0)
    if (!best || worth > best.worth) best = { one, worth }
  }
  return best?.one
}
