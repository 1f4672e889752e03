/** Counts who is on whose list, and says for whom there is no room on another. */
import type { Moment } from '../../basics/day.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { capOf, weekNumber } from './exposure.ts'
import { addToLists, countLists } from './exposure-store.ts'
import type { Memory } from './memory.ts'
import type { Suggestion } from './suggestion.ts'

export type Room = { lists: number; people: number }

/** How full the lists of this week are, as far as this process has heard. What it has not heard yet only makes it stricter. */
export async function roomOf(db: Db, memory: Memory, { now, today }: Moment): Promise<Room> {
  const week = weekNumber(today)
  return { lists: await memory.lists.find(String(week), now, () => countLists(db, week)), people: memory.people }
}

/** Counts the people of some lists, in the transaction that writes the letters; those who got too many meanwhile stand on none of them. */
export async function listInLetters(
  tx: Tx,
  memory: Memory,
  lists: ReadonlyMap<string, readonly Suggestion[]>,
  at: Moment,
): Promise<ReadonlyMap<string, readonly Suggestion[]>> {
  const listed = new Map<string, number>()
  for (const { is, id } of [...lists.values()].flat()) if (is !== 'brief') listed.set(id, (listed.get(id) ?? 0) + 1)
  const { lists: before, people } = await roomOf(tx, memory, at)
  const given = [...listed.values()].reduce((sum, each) => sum + each, 0)
  const counted = await addToLists(tx, listed, { week: weekNumber(at.today), cap: capOf(before + given, people) })
  const isLeft = ({ is, id }: Suggestion) => is === 'brief' || counted.has(id)
  return new Map([...lists].map(([reader, list]) => [reader, list.filter(isLeft)]))
}
