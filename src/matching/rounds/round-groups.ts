/** One turn in groups: hands the search of groups.ts what everybody is worth to everybody, and keeps to what the organiser set. */

import { NEVER } from '../groups/group-task.ts'
import { boundOfGroups, type Grouping, makeGroups } from '../groups/groups.ts'
import { shuffledOrder } from '../shuffled-order.ts'
import { partOf, tell, type Watch } from '../watch.ts'
import type { Company } from './company.ts'
import { type Seating, type Table, withThirds, worthOf } from './seating.ts'

/** More than all scores of a group together, so that nobody meets again for the sake of a better fit. */
const REPEAT = 2 ** 22
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
    const groups = groupsOf(company, part, worth, size, partOf(watch, begin + 0.7 * each, begin + each))
    tables.push(...groups.map((group) => group.map((place) => part[place]!)))
    bound += boundOfGroups({ n: part.length, worth }, Math.max(...groups.map(({ length }) => length), 2))
  }
  const all = withThirds(company, withThirds(company, tables, size), size, false)
  return { tables: all, bound: Math.floor(bound) + sumOf(company, all) - sumOf(company, tables) }
}

function groupsOf(company: Company, part: readonly number[], worth: Float64Array, size: number, watch: Watch): Grouping['groups'] {
  const places = new Map(part.map((each, place) => [each, place]))
  const within = (pairs: Company['met']): [number, number][] =>
    pairs.flatMap(([a, b]): [number, number][] => {
      const [one, other] = [places.get(a), places.get(b)]
      return one === undefined || other === undefined ? [] : [[one, other]]
    })
  const task = {
    n: part.length,
    worth: worth.slice(),
    together: within(company.together),
    first: new Set(part.flatMap((each, place) => (company.wasLeftOut(each) ? [place] : []))),
    seed: company.seed,
  }
  for (const [a, b] of within(company.met))
    if (worth[a * task.n + b] !== NEVER) {
      task.worth[a * task.n + b] = worth[a * task.n + b]! - REPEAT
      task.worth[b * task.n + a] = worth[b * task.n + a]! - REPEAT
    }
  const found = makeGroups({ ...task, size }, watch)
  // Where a rule leaves too few for each group, smaller groups leave fewer out.
  const smaller = found.left.length > 0 && size > 3 ? makeGroups({ ...task, size: size - 1 }, partOf(watch, 100, 100)) : found
  return smaller.left.length < found.left.length ? smaller.groups : found.groups
}

const sumOf = (company: Company, tables: readonly Table[]): number => tables.reduce((sum, table) => sum + worthOf(company, table), 0)

/** What everybody is worth to everybody. */
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
