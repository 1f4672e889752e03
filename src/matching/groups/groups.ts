/** Groups of three to five (or any size) in which people are worth as much to each other as can be found: not exact, but with a bound. */

import { tell, type Watch } from '../watch.ts'
import { GroupSearch } from './group-search.ts'
import { checkTask, type GroupTask, NEVER } from './group-task.ts'

export type Grouping = {
  groups: readonly (readonly number[])[]
  /** Who may be together with no group that has room. */
  left: readonly number[]
  /** The sum over all who are together. */
  value: number
}

/** Passes over everybody; each makes less of a difference than the one before, and it ends by itself long before. */
const MOST_PASSES = 60

/**
 * How many groups: so many that their sizes differ by one at most and are `size`, one more or one less. Where two numbers would do,
 * the one with fewer other sizes; where none would, because people are few, smaller groups.
 */
export function groupsFor(n: number, size: number): number {
  const isNear = (groups: number): boolean => groups > 0 && Math.floor(n / groups) >= size - 1 && Math.ceil(n / groups) <= size + 1
  const [fewer, more] = [Math.floor(n / size), Math.ceil(n / size)]
  if (!isNear(fewer)) return Math.min(more, n >> 1)
  if (!isNear(more)) return fewer
  const others = (groups: number): number => Math.abs(n - groups * size)
  return others(more) < others(fewer) ? more : fewer
}

/**
 * Groups grow one after the other, each taking who fits best; then two people of different groups change places for as long as that
 * makes both groups together worth more. The same seed gives the same groups. Whoever must not be with somebody in their group at the end
 * leaves it for one that has room for one more, or makes a group with others who left.
 *
 * @throws WrongGroups when the task makes no sense, Cancelled when the watch says so.
 */
export function makeGroups(task: GroupTask, watch: Watch = {}): Grouping {
  checkTask(task)
  const groups = groupsFor(task.n, task.size)
  if (groups === 0) return { groups: [], left: Array.from({ length: task.n }, (_, one) => one), value: 0 }
  const search = new GroupSearch(task, groups)
  for (let pass = 0; pass < MOST_PASSES && search.improve(); pass++) tell(watch, pass + 1, MOST_PASSES)
  return apart(task, search.groups())
}

/** No grouping in groups of at most `most` is worth more: nobody can be worth more to others than their best few are, and both sides count. */
export function boundOfGroups({ n, worth }: Pick<GroupTask, 'n' | 'worth'>, most: number): number {
  let sum = 0
  for (let one = 0; one < n; one++) {
    const best = worth.slice(one * n, one * n + n).sort()
    for (let at = n - 1, taken = 0; taken < most - 1 && at >= 0 && best[at]! > 0; at--, taken++) sum += best[at]!
  }
  return sum / 2
}

function apart({ n, size, worth, together = [], first = new Set() }: GroupTask, found: number[][]): Grouping {
  const bound = new Map<number, number[]>()
  for (const [a, b] of together) {
    bound.set(a, [...(bound.get(a) ?? []), b])
    bound.set(b, [...(bound.get(b) ?? []), a])
  }
  const isNever = (a: number, b: number): boolean => worth[a * n + b] === NEVER
  const clashes = (one: number, group: readonly number[]): number => group.filter((each) => each !== one && isNever(one, each)).length
  /** The organiser's pairs leave last, and before them those who come first. */
  const holdOf = (one: number, group: readonly number[]): number =>
    2 * Number(bound.get(one)?.some((other) => group.includes(other)) ?? false) + Number(first.has(one))
  const out: number[] = []
  for (const group of found)
    for (;;) {
      const [worst] = group
        .filter((each) => clashes(each, group) > 0 || group.length === 1)
        .sort((a, b) => holdOf(a, group) - holdOf(b, group) || clashes(b, group) - clashes(a, group) || a - b)
      if (worst === undefined) break
      group.splice(group.indexOf(worst), 1)
      out.push(worst)
    }
  const groups = found.filter((group) => group.length > 0)
  const left: number[] = []
  const sum = (one: number, group: readonly number[]): number => group.reduce((all, each) => all + worth[one * n + each]!, 0)
  for (const one of out.sort((a, b) => Number(first.has(b)) - Number(first.has(a)) || a - b)) {
    const rooms = groups.filter((group) => group.length <= size && clashes(one, group) === 0)
    const [best] = rooms.sort((a, b) => sum(one, b) - sum(one, a))
    if (best) best.push(one)
    else {
      const other = left.findIndex((each) => !isNever(one, each))
      if (other < 0) left.push(one)
      else groups.push([...left.splice(other, 1), one])
    }
  }
  const value = groups.reduce((all, group) => all + group.reduce((inside, one) => inside + sum(one, group), 0), 0) / 2
  return { groups: groups.map((group) => group.sort((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b), left, value }
}
