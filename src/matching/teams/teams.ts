/** Teams: the fewest people who fill all places of a brief, with a proof of how few it takes, and why others are not in it. */
import { shuffledOrder } from '../shuffled-order.ts'
import type { Watch } from '../watch.ts'
import { TeamSearch } from './team-search.ts'
import { checkTeam, type TeamTask } from './team-task.ts'
import { isWithin, type Member, withoutSpare } from './thinning.ts'

/** 'fills no place': none that is needed. 'member fills the same': `member` fills whatever they would. 'not needed': the team is whole without. */
export type LeftOut =
  | { person: number; why: 'fills no place' | 'not needed' }
  | { person: number; why: 'member fills the same'; member: number }

export type Team = {
  members: readonly number[]
  /** Of each place: the members who fill it, as many as it needs where there are as many. Each member fills one at least. */
  filled: readonly (readonly number[])[]
  /** Of each place: how many people it still needs, because nobody else could fill it. */
  open: Int32Array
  worth: number
  /** No fewer people can fill as much. */
  bound: number
  /** Whether that many are in the team, and no other team of as many is worth more. Found for every brief of usual size. */
  exact: boolean
  left: readonly LeftOut[]
}

/**
 * The smallest set of people who fill all places (set multicover), and of those the one worth most. The problem is NP-hard, but briefs are
 * small: people who are never needed are set aside first, and a search that branches on the scarcest place proves the rest. Where it gives up
 * (hundreds of people who all fill something else of dozens of places), the team is still whole, and `bound` says how few might do.
 *
 * @throws WrongTeam when the task makes no sense, Cancelled when `isCancelled` says so.
 * @example makeTeam({ start: Int32Array.of(0, 1, 3), place: Int32Array.of(0, 0, 1), needed: Int32Array.of(1, 1) }).members // [1]
 */
export function makeTeam(task: TeamTask, watch: Watch = {}): Team {
  checkTeam(task)
  const { start, place, needed, worth, seed } = task
  const people = start.length - 1
  const able = new Int32Array(needed.length)
  for (const where of place) able[where]!++
  const missing = needed.map((many, where) => Math.min(many, able[where]!))
  const all = Array.from({ length: people }, (_, one): Member => {
    const places = [...place.subarray(start[one]!, start[one + 1]!)].filter((where) => missing[where]! > 0)
    return { one, places: places.sort((a, b) => a - b), worth: worth?.[one] ?? 0 }
  })
  const inOrder = [...shuffledOrder(people, seed)].map((one) => all[one]!).filter(({ places }) => places.length > 0)
  const candidates = withoutSpare(inOrder, Math.max(1, ...missing))
  const { team, bound, exact } = new TeamSearch(candidates, missing, watch).smallest()
  const members = [...team].sort((a, b) => a.one - b.one)
  return {
    members: members.map(({ one }) => one),
    filled: fill(members, missing),
    open: needed.map((many, where) => many - missing[where]!),
    worth: members.reduce((sum, member) => sum + member.worth, 0),
    bound,
    exact,
    left: whyLeft(all, members),
  }
}

/** The places with fewest to choose from first, and each by whoever has least to do: so everybody gets what nobody else can fill. */
function fill(members: readonly Member[], missing: Int32Array): number[][] {
  const filled = Array.from(missing, (): number[] => [])
  const able = filled.map((_, where) => members.filter(({ places }) => places.includes(where)))
  const spare = (where: number): number => able[where]!.length - missing[where]!
  const busy = new Map<Member, number>()
  const order = filled.map((_, where) => where).sort((a, b) => spare(a) - spare(b) || a - b)
  for (const where of order) {
    const free = able[where]!.sort((a, b) => (busy.get(a) ?? 0) - (busy.get(b) ?? 0) || a.one - b.one)
    for (const member of free.slice(0, missing[where]!)) {
      filled[where]!.push(member.one)
      busy.set(member, (busy.get(member) ?? 0) + 1)
    }
    filled[where]!.sort((a, b) => a - b)
  }
  return filled
}

function whyLeft(all: readonly Member[], members: readonly Member[]): LeftOut[] {
  const isIn = new Set(members.map(({ one }) => one))
  return all.flatMap(({ one, places }): LeftOut[] => {
    if (isIn.has(one)) return []
    if (places.length === 0) return [{ person: one, why: 'fills no place' }]
    const same = members.find((member) => isWithin(places, member.places))
    return [same ? { person: one, why: 'member fills the same', member: same.one } : { person: one, why: 'not needed' }]
  })
}
