/** One turn of a round: who meets whom this time. Read the chapter on rounds from here. */
import type { Between } from '../candidate.ts'
import type { Neighbourhood } from '../closeness.ts'
import { tell, type Watch } from '../watch.ts'
import { Company } from './company.ts'
import { type Guest, type LeftOut, type Meeting, mostFrequent } from './meeting.ts'
import { mended } from './mending.ts'
import { seatGroups } from './round-groups.ts'
import { seatPairs } from './round-pairs.ts'
import { pairsAt, type Table, withoutTable } from './seating.ts'

export type Meets = 'online' | { kilometres: number }
export type RoundRules = {
  /** People in a meeting: 2, or groups of 3, 4 or 5. */
  size: 2 | 3 | 4 | 5
  /** Two of the same are never put together. Whoever has not said theirs may be with anybody. */
  across: readonly ('sector' | 'organisation' | 'profession')[]
  /** Online, or in person and at most so far apart, as far as it is known where they are; without it as each pair likes. */
  meets?: Meets | undefined
}
type Pairs = readonly (readonly [string, string])[]
export type RoundInput = {
  guests: readonly Guest[]
  rules: RoundRules
  between: Between
  /** Pairs who met in earlier turns of this round: put together again only when everybody could be placed in no other way. */
  met: Pairs
  /** Left out in the last turn: placed before everybody else, so that nobody is left out twice running while that can be avoided. */
  leftOut: ReadonlySet<string>
  /** By the organiser's hand. It outweighs everything but that one has blocked the other, has paused or meets enough; and `apart`. */
  together: Pairs
  apart: Pairs
  seed: number
}
/** Of `quality`: what all who are together are worth, the most they could be, how many pairs meet again, and how many are of two sectors. */
export type RoundPlan = {
  meetings: readonly Meeting[]
  leftOut: readonly LeftOut[]
  quality: { value: number; bound: number; repeats: number; across: number }
}

/**
 * The same input gives the same plan, in whatever order the guests come. `members` of a meeting and `fits` belong together: first the fit of
 * the first two, then those of the third with each before them, and so on. What is exact, and what `bound` covers, is said at
 * `seatPairs` and `seatGroups`.
 *
 * @throws WrongRound when two guests have the same id, Cancelled when the watch says so.
 */
export function planRound(input: RoundInput, neighbourhood: Neighbourhood, watch: Watch = {}): RoundPlan {
  const company = new Company(input, neighbourhood)
  const { size } = input.rules
  const { tables, bound } = size === 2 ? seatPairs(company, watch) : seatGroups(company, size, watch)
  tell(watch, 100, 100)
  const meetings = [...tables].sort(([a = 0], [b = 0]) => a - b).map((table) => meetingOf(company, table))
  let [value, repeats, across] = [0, 0, 0]
  for (const { fits } of meetings) for (const { score } of fits) value += score
  for (const [a, b] of tables.flatMap((table) => [...pairsAt(table)])) {
    const [one, other] = [company.guests[a]!.sector, company.guests[b]!.sector]
    if (company.haveMet(a, b)) repeats++
    if (one !== '' && other !== '' && one !== other) across++
  }
  return { meetings, leftOut: leftOutOf(company, tables), quality: { value, bound, repeats, across } }
}

function meetingOf(company: Company, table: Table): Meeting {
  return { members: table.map((each) => company.idOf(each)), fits: [...pairsAt(table)].map(([a, b]) => company.fit(a, b)) }
}

function leftOutOf(company: Company, tables: readonly Table[]): LeftOut[] {
  const everybody = company.everybody
  function* others(one: number): Generator<number> {
    for (const other of everybody) if (other !== one) yield other
  }
  return withoutTable(company, tables).map((one) => ({
    id: company.idOf(one),
    why: mostFrequent(others(one), (other) => company.whyNot(one, other)),
  }))
}

/**
 * After somebody left (or several, of whom the others have gone from `guests` already): the smallest change that leaves nobody alone.
 * Everybody else keeps whom they have. Who was at no meeting before is asked first, whether left out or late.
 */
export function repairRound(
  plan: Pick<RoundPlan, 'meetings'>,
  leaver: string,
  input: RoundInput,
  neighbourhood: Neighbourhood,
): { meetings: readonly Meeting[]; changed: readonly Meeting[]; leftOut: readonly LeftOut[] } {
  const company = new Company({ ...input, guests: input.guests.filter(({ id }) => id !== leaver) }, neighbourhood)
  const staying = plan.meetings.map(({ members }) => members.flatMap((id) => company.numberOf(id) ?? []))
  const tables = mended(
    company,
    staying,
    plan.meetings.flatMap(({ members }, at) => (members.length > staying[at]!.length ? [at] : [])),
    input.rules.size,
  )
  const mend = tables.map((table, at) => {
    const before = plan.meetings[at]!
    const isSame = table.length === before.members.length && table.every((each, place) => company.idOf(each) === before.members[place])
    return { isSame, meeting: isSame ? before : meetingOf(company, table) }
  })
  const held = mend.filter(({ meeting }) => meeting.members.length > 1)
  return {
    meetings: held.map(({ meeting }) => meeting),
    changed: held.flatMap(({ isSame, meeting }) => (isSame ? [] : [meeting])),
    leftOut: leftOutOf(
      company,
      tables.filter(({ length }) => length > 1),
    ),
  }
}
