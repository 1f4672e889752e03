/** Rooms within a slot: the sessions stay in their slots, and whoever expects more people gets the larger room. */

import { matchSides } from '../sides/match-sides.ts'
import { type AgendaTask, cellsOf, type Grid, roomsOf } from './agenda-task.ts'
import { demandOf } from './demand.ts'

/**
 * In each slot, of all ways to share out the rooms that rules allow, one that seats most of the expected people; of those, one in
 * which more demand goes with more seats. The top sessions come before that: they get the largest rooms.
 */
export function seatByDemand(task: AgendaTask, { slot, room }: Grid): Grid {
  const demand = demandOf(task, slot)
  const seated = room.slice()
  for (let at = 0; at < task.slots; at++) {
    const here = [...slot.keys()].filter((session) => slot[session] === at)
    if (here.length > 0) seatSlot(task, at, here, demand, seated)
  }
  return { slot, room: seated }
}

function seatSlot(task: AgendaTask, slot: number, here: readonly number[], demand: Float64Array, room: Int32Array): void {
  const rooms = Array.from(task.seats, (seats, each) => ({ each, seats }))
  const isTop = (session: number): boolean => task.top?.includes(session) ?? false
  const isOpen = (session: number, each: number): boolean =>
    !task.may || task.may[session * cellsOf(task) + slot * roomsOf(task) + each] === 1
  if (here.some((session) => rooms.some(({ each }) => !isOpen(session, each)))) {
    seatWithin(task, here, demand, room, isTop, isOpen)
    return
  }
  // Where every room is open to all, to put both in order is best.
  const byDemand = here.toSorted((a, b) => Number(isTop(b)) - Number(isTop(a)) || demand[b]! - demand[a]! || a - b)
  const bySize = rooms.toSorted((a, b) => b.seats - a.seats || a.each - b.each)
  for (const [place, session] of byDemand.entries()) room[session] = bySize[place]!.each
}

/** Each of these outweighs all below it: a seat for a top session, an expected person who is seated, a large room for large demand. */
function seatWithin(
  task: AgendaTask,
  here: readonly number[],
  demand: Float64Array,
  room: Int32Array,
  isTop: (session: number) => boolean,
  isOpen: (session: number, room: number) => boolean,
): void {
  const rooms = roomsOf(task)
  const mostSeats = task.seats.reduce((most, each) => Math.max(most, each), 1)
  const people = task.stars.start.length
  const worth = (session: number, seats: number): number =>
    (isTop(session) ? people * rooms * seats : 0) +
    Math.min(demand[session]!, seats) +
    (demand[session]! * seats) / (people * mostSeats * rooms)
  const pairs = here.flatMap((session, place) =>
    Array.from(task.seats, (seats, each) => ({ place, each, weight: worth(session, seats) })).filter(({ each }) => isOpen(session, each)),
  )
  const found = matchSides(
    {
      left: here.length,
      right: rooms,
      from: Int32Array.from(pairs, ({ place }) => place),
      to: Int32Array.from(pairs, ({ each }) => each),
      weight: Float64Array.from(pairs, ({ weight }) => weight),
    },
    { cardinality: 'most' },
  )
  // A slot that breaks a rule keeps the rooms it has.
  if (found.pairs.length === here.length) for (const [place, each] of found.pairs) room[here[place]!] = each
}
