/** One turn in groups: hands the search of groups.ts what everybody is worth to everybody, and keeps to what the organiser set. */
import type { Company } from './company.ts'
import { boundOfGroups, makeGroups, NEVER } from './groups.ts'
import { type Seating, type Table, withThirds, worthOf } from './seating.ts'
import { shuffledOrder } from './shuffled-order.ts'
import { partOf, tell, type Watch } from './watch.ts'

/** More than all scores of a group together, so that nobody meets again for the sake of a better fit. */
const REPEAT = 2 ** 22
/** More than that, so that the organiser's pairs come first; and less than NEVER. */
const BY_HAND = 2 ** 26
/** More people than are looked at together are dealt by chance into parts of about so many. */
const A_PART = 400

/**
 * Found by search, not exact. The bound is proven, but loose: nobody is worth more to a group than their best few are. Among more than a
 * thousand it covers each part by itself.
 */
export function seatGroups(company: Company, size: number, watch: Watch): Seating {
  const parts = partsOf(company)
  const tables: Table[] = []
  let bound = 0
  for (const [at, part] of parts.entries()) {
    const [begin, each] = [(100 * at) / parts.length, 100 / parts.length]
    const worth = worthsOf(company, part, partOf(watch, begin, begin + 0.7 * each))
    const first = new Set(part.flatMap((each, place) => (company.wasLeftOut(each) ? [place] : [])))
    const task = { n: part.length, size, worth: leaning(company, part, worth), first, seed: company.seed }
    const found = makeGroups(task, partOf(watch, begin + 0.7 * each, begin + each))
    tables.push(...found.groups.map((group) => group.map((place) => part[place]!)))
    bound += boundOfGroups({ n: part.length, worth }, Math.max(...found.groups.map(({ length }) => length), 2))
  }
  const all = withThirds(company, withThirds(company, tables, size), size, false)
  return { tables: all, bound: Math.floor(bound) + sumOf(company, all) - sumOf(company, tables) }
}

const sumOf = (company: Company, tables: readonly Table[]): number => tables.reduce((sum, table) => sum + worthOf(company, table), 0)

/** What everybody is worth to everybody, without leaning. */
function worthsOf(company: Company, part: readonly number[], watch: Watch): Float64Array {
  const n = part.length
  const worth = new Float64Array(n * n)
  for (let a = 0; a < n; a++) {
    tell(watch, a, n)
    for (let b = 0; b < a; b++) {
      const value = company.may(part[a]!, part[b]!) ? company.worth(part[a]!, part[b]!) : NEVER
      worth[a * n + b] = value
      worth[b * n + a] = value
    }
  }
  return worth
}

/** Towards the organiser's pairs, and away from those who have met. */
function leaning(company: Company, part: readonly number[], worth: Float64Array): Float64Array {
  const leant = worth.slice()
  const places = new Map(part.map((each, place) => [each, place]))
  const add = (pairs: readonly (readonly [number, number])[], more: number): void => {
    for (const [one, other] of pairs) {
      const [a, b] = [places.get(one), places.get(other)]
      if (a === undefined || b === undefined || worth[a * part.length + b] === NEVER) continue
      leant[a * part.length + b]! += more
      leant[b * part.length + a]! += more
    }
  }
  add(unique(company.met), -REPEAT)
  add(unique(company.together), BY_HAND)
  return leant
}

const unique = (pairs: Company['met']): Company['met'] => [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()]

/** The organiser's pairs stay in one part. */
function partsOf(company: Company): number[][] {
  const n = company.guests.length
  if (company.isSmall) return [company.everybody]
  const beside = new Map<number, number[]>()
  for (const [a, b] of company.together) {
    beside.set(a, [...(beside.get(a) ?? []), b])
    beside.set(b, [...(beside.get(b) ?? []), a])
  }
  const each = Math.ceil(n / Math.round(n / A_PART))
  const parts: number[][] = [[]]
  const isDealt = new Uint8Array(n)
  for (const one of shuffledOrder(n, company.seed)) {
    if (isDealt[one]) continue
    const together = [one]
    isDealt[one] = 1
    for (const next of together)
      for (const other of beside.get(next) ?? [])
        if (!isDealt[other]) {
          isDealt[other] = 1
          together.push(other)
        }
    if (parts.at(-1)!.length + together.length > each) parts.push([])
    parts.at(-1)!.push(...together)
  }
  return parts.map((part) => part.sort((a, b) => a - b))
}
