/** What is asked of the engine that finds agendas, and what its answer means. Pure. */
import { type AgendaTask, type Grid, openCells } from '../../matching/agenda/agenda-task.ts'
import { listsOf } from '../../matching/agenda/lists.ts'
import { type PricedAgenda, planPriced } from '../../matching/agenda/priced.ts'
import { type Repair, repairAgenda } from '../../matching/agenda/repair.ts'
import { matchSides } from '../../matching/sides/match-sides.ts'
import type { Stars } from '../stars/star.ts'
import type { Aim } from './agenda.ts'
import { type Inputs, Openness, type Topic } from './inputs.ts'

export type Settings = { aim: Aim; spreadsTop: boolean; seed: number }
export type PlanWork = { task: AgendaTask; aim: Aim; seed: number; evaluations: number }
export type RepairWork = { task: AgendaTask; before: Grid }

/** Rejected with Cancelled after `cancel`. */
export type Planning = { made: Promise<PricedAgenda>; cancel(): void }
/** Whoever finds agendas: here, or in a thread. */
export type Engine = {
  evaluations: number
  plan(work: PlanWork, onProgress: (done: number, of: number) => void): Planning
  repair(work: RepairWork): Promise<Repair>
}

/** As many of the best as there are times at which anything can be held. */
function topOf({ topics, slots, rooms }: Inputs, open: Openness): number {
  const times = slots.filter((slot) => rooms.some((room) => topics.some((topic) => open.isOpen(topic, slot, room))))
  return Math.min(times.length, topics.filter(({ isEncore }) => !isEncore).length)
}

/** People in an order that says nothing of who they are: by what they starred. */
function wishesOf(stars: readonly Stars[], topics: readonly Topic[]): { stars: number[][]; mustSees: number[][] } {
  const numbers = new Map<string, number[]>()
  for (const [at, { pitch }] of topics.entries()) numbers.set(pitch, [...(numbers.get(pitch) ?? []), at])
  const numbered = (pitches: readonly string[]): number[] => pitches.flatMap((pitch) => numbers.get(pitch) ?? []).sort((a, b) => a - b)
  const people = stars
    .map(({ stars: starred, mustSees }) => ({ stars: numbered(starred), mustSees: numbered(mustSees) }))
    .filter((each) => each.stars.length > 0)
    .map((each) => ({ ...each, key: JSON.stringify([each.stars, each.mustSees]) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return { stars: people.map((each) => each.stars), mustSees: people.map((each) => each.mustSees) }
}

/** `asItIs`: each may be where it is now, whatever has been said since it was put there. */
export function taskOf(inputs: Inputs, spreadsTop: boolean, asItIs = false): AgendaTask {
  const { topics, slots, rooms } = inputs
  const open = new Openness(inputs)
  const people = [...new Set(topics.flatMap((topic) => open.hostsOf(topic).map(({ attendee }) => attendee)))].sort()
  const numbers = new Map(people.map((attendee, at) => [attendee, at]))
  const hosts = listsOf(topics.map((topic) => open.hostsOf(topic).map(({ attendee }) => numbers.get(attendee) ?? 0)))
  const wishes = wishesOf(inputs.stars, topics)
  const base = { slots: slots.length, seats: Int32Array.from(rooms, ({ seats }) => seats), hosts }
  const isOpen = (topic: number, at: number, in_: number): boolean => {
    const [which, slot, room] = [topics[topic], slots[at], rooms[in_]]
    if (!which || !slot || !room) return false
    return open.isOpen(which, slot, room) || (asItIs && which.at?.slot === slot.id && which.at.room === room.id)
  }
  return {
    ...base,
    ...{ stars: listsOf(wishes.stars), mustSees: listsOf(wishes.mustSees), may: openCells(base, isOpen) },
    ...(spreadsTop ? { top: Int32Array.from({ length: topOf(inputs, open) }, (_, at) => at) } : {}),
  }
}

/** Where the topics are now; all of them are somewhere. */
export function gridOf({ topics, slots, rooms }: Inputs): Grid {
  const [slotNumbers, roomNumbers] = [slots, rooms].map((all) => new Map(all.map(({ id }, at) => [id, at])))
  return {
    slot: Int32Array.from(topics, ({ at }) => slotNumbers?.get(at?.slot ?? '') ?? -1),
    room: Int32Array.from(topics, ({ at }) => roomNumbers?.get(at?.room ?? '') ?? -1),
  }
}

export type Placed = { pitch: string; isEncore: boolean; slot: string; room: string }

export const placedAt = ({ topics, slots, rooms }: Inputs, slot: ArrayLike<number>, room: ArrayLike<number>): Placed[] =>
  topics.map(({ pitch, isEncore }, at) => ({
    ...{ pitch, isEncore },
    slot: slots[slot[at] ?? 0]?.id ?? '',
    room: rooms[room[at] ?? 0]?.id ?? '',
  }))

/** As many topics as can each have a place of their own; of several such sets one with those that are first in line. */
export function seatable({ slots, rooms }: Inputs, open: Openness, line: readonly Topic[]): ReadonlySet<Topic> {
  const cells = slots.flatMap((slot) => rooms.map((room) => ({ slot, room })))
  const pairs = line.flatMap((topic, from) =>
    cells.flatMap(({ slot, room }, to) => (open.isOpen(topic, slot, room) ? [{ from, to, weight: line.length - from }] : [])),
  )
  const graph = {
    ...{ left: line.length, right: cells.length },
    from: Int32Array.from(pairs, ({ from }) => from),
    to: Int32Array.from(pairs, ({ to }) => to),
    weight: Float64Array.from(pairs, ({ weight }) => weight),
  }
  return new Set(matchSides(graph, { cardinality: 'most' }).pairs.flatMap(([at]) => line[at] ?? []))
}

/** The best that there is room for; the others are left out. Whatever is locked comes first. */
export function fitting(inputs: Inputs): { inputs: Inputs; out: readonly Topic[] } {
  const { topics } = inputs
  const chosen = seatable(inputs, new Openness(inputs), [
    ...topics.filter(({ isLocked }) => isLocked),
    ...topics.filter(({ isLocked }) => !isLocked),
  ])
  return { inputs: { ...inputs, topics: topics.filter((each) => chosen.has(each)) }, out: topics.filter((each) => !chosen.has(each)) }
}

/** Without a thread, for small events. */
export const inProcess = (evaluations: number): Engine => ({
  evaluations,
  plan: ({ task, ...options }, onProgress) => ({
    made: Promise.resolve().then(() => planPriced(task, options, { progress: onProgress })),
    cancel() {},
  }),
  repair: async ({ task, before }) => repairAgenda(task, before),
})
