/** A change on the day: a host is gone, a room is lost. What it does to the grid, with as few sessions moved as can be. Pure. */
import type { AgendaTask } from '../../matching/agenda/agenda-task.ts'
import { demandOf } from '../../matching/agenda/demand.ts'
import { howMany, listAt } from '../../matching/agenda/lists.ts'
import type { Repair } from '../../matching/agenda/repair.ts'
import { scoreOf } from '../../matching/agenda/score.ts'
import type { Room, Slot } from '../events/timetable.ts'
import { type Inputs, Openness, type Topic, whyNowhere } from './inputs.ts'
import { type Engine, gridOf, seatable, taskOf } from './work.ts'

/** Who or what is lost, and at which times; nothing at no time. */
export type Lost = { host: string; room: string; slots: readonly string[] }
export type Shift = {
  topic: Topic
  slot: Slot
  room: Room
  starred: number
  /** Who starred it, and now something else at its time. */
  torn: number
}
export type Proposal = {
  shifts: readonly Shift[]
  off: readonly { topic: Topic; starred: number }[]
  /** People-slots with something that they starred. */
  before: number
  after: number
}

/** From one time until another, both included. */
export type TypedLost = { host: string; room: string; from: string; until: string }
export type LostFaults = { what?: true; from?: true; until?: true }

export function readLost(
  typed: TypedLost,
  { slots, rooms, topics, begun }: Inputs,
): { yes: true; value: Lost } | { yes: false; faults: LostFaults } {
  const isHost = topics.some(({ hosts }) => hosts.some(({ attendee }) => attendee === typed.host))
  const isRoom = rooms.some(({ id }) => id === typed.room)
  const left = slots.map(({ id }) => id).filter((id) => !begun.has(id))
  const [from, until] = [left.indexOf(typed.from), left.indexOf(typed.until)]
  const isSaid = isHost !== isRoom
  if (isSaid && from >= 0 && until >= from)
    return { yes: true, value: { host: isHost ? typed.host : '', room: isRoom ? typed.room : '', slots: left.slice(from, until + 1) } }
  return { yes: false, faults: { ...(isSaid ? {} : { what: true }), ...(from < 0 ? { from: true } : until < from ? { until: true } : {}) } }
}

export const withLost = (inputs: Inputs, { host, room, slots }: Lost): Inputs => ({
  ...inputs,
  absences: [...inputs.absences, ...(host ? slots.map((slot) => ({ attendee: host, slot })) : [])],
  closures: [...inputs.closures, ...(room ? slots.map((slot) => ({ room, slot })) : [])],
})

/** `held` is what is held now, and what is so now. Sessions for which no place is left are not held. */
export async function mend(engine: Engine, held: Inputs): Promise<Proposal> {
  const [task, grid] = [taskOf({ ...held, topics: held.topics.map((topic) => ({ ...topic, isLocked: false })) }, false), gridOf(held)]
  const demand = demandOf(task, grid.slot)
  const starred = starsOf(task)
  const wanted = new Map(held.topics.map((topic, at) => [topic, (topic.isEncore ? 0 : 1_000_000) + (demand[at] ?? 0)]))
  let topics = seated(held, wanted)
  for (;;) {
    const repair = await mended(engine, held, topics)
    if (repair.broken.length === 0) {
      const scores = { before: scoreOf(task, grid).coverage, after: repair.coverage }
      return proposalOf(held, shiftsOf({ ...held, topics }, repair), scores, starred)
    }
    topics = await withoutOne(engine, held, topics, { repair, wanted })
  }
}

async function mended(engine: Engine, held: Inputs, topics: readonly Topic[]): Promise<Repair> {
  const now = { ...held, topics }
  if (topics.length > 0) return engine.repair({ task: taskOf(now, false), before: gridOf(now) })
  return { slot: new Int32Array(), room: new Int32Array(), coverage: 0, mustSees: 0, moved: [], broken: [] }
}

/** So many are tried at most, the least wanted first. */
const MOST_TRIED = 8

/** Of those that break a rule or cannot stay where they are: without the one after which fewest rules are broken. */
async function withoutOne(
  engine: Engine,
  held: Inputs,
  topics: readonly Topic[],
  { repair, wanted }: { repair: Repair; wanted: Wanted },
): Promise<readonly Topic[]> {
  const open = new Openness(held)
  const numbers = new Set(repair.broken.flatMap((each) => ('other' in each ? [each.session, each.other] : [each.session])))
  const line = topics.filter((topic, number) => numbers.has(number) || !open.mayStay(topic))
  const tried = line.toSorted((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0)).slice(0, MOST_TRIED)
  let best = { left: topics.slice(1), broken: Number.POSITIVE_INFINITY }
  for (const topic of tried) {
    const left = topics.filter((each) => each !== topic)
    const { broken } = await mended(engine, held, left)
    if (broken.length < best.broken) best = { left, broken: broken.length }
    if (best.broken === 0) break
  }
  return best.left
}

type Wanted = ReadonlyMap<Topic, number>

/** Without those that can be nowhere; and of the others as many as there are places: first those that can stay, then the most wanted. */
function seated(inputs: Inputs, wanted: Wanted): readonly Topic[] {
  const open = new Openness(inputs)
  const left = inputs.topics.filter((topic) => whyNowhere(inputs, open, topic) === undefined)
  const stays = (topic: Topic): number => Number(open.mayStay(topic))
  const line = left.toSorted((a, b) => stays(b) - stays(a) || (wanted.get(b) ?? 0) - (wanted.get(a) ?? 0))
  const most = seatable(inputs, open, line)
  return left.filter((topic) => most.has(topic))
}

/** By the number of the topic: who starred it. */
function starsOf({ stars, hosts }: AgendaTask): number[][] {
  const starred: number[][] = Array.from({ length: howMany(hosts) }, () => [])
  for (let person = 0; person < howMany(stars); person++) for (const topic of listAt(stars, person)) starred[topic]?.push(person)
  return starred
}

type To = { topic: Topic; slot: Slot; room: Room }

const shiftsOf = ({ topics, slots, rooms }: Inputs, { slot, room }: Repair): To[] =>
  topics.flatMap((topic, at) => {
    const [when, where] = [slots[slot[at] ?? -1], rooms[room[at] ?? -1]]
    return when && where ? [{ topic, slot: when, room: where }] : []
  })

function proposalOf(
  { topics }: Inputs,
  all: readonly To[],
  scores: { before: number; after: number },
  starred: readonly (readonly number[] | undefined)[],
): Proposal {
  const at = new Map(topics.map((topic, number) => [topic, number]))
  const whoStarred = (topic: Topic): readonly number[] => starred[at.get(topic) ?? -1] ?? []
  const torn = ({ topic, slot }: To): number => {
    if (topic.at?.slot === slot.id) return 0
    const others = all.filter((each) => each.topic !== topic && each.slot.id === slot.id)
    const elsewhere = new Set(others.flatMap((each) => whoStarred(each.topic)))
    return whoStarred(topic).filter((person) => elsewhere.has(person)).length
  }
  const moved = all.filter(({ topic, slot, room }) => topic.at?.slot !== slot.id || topic.at.room !== room.id)
  const held = new Set(all.map(({ topic }) => topic))
  return {
    ...scores,
    shifts: moved.map((to) => ({ ...to, starred: whoStarred(to.topic).length, torn: torn(to) })),
    off: topics.filter((topic) => !held.has(topic)).map((topic) => ({ topic, starred: whoStarred(topic).length })),
  }
}

/** What a form sends along, so that nobody keeps what they have not seen. */
export const markOf = ({ shifts, off }: Proposal): string =>
  [
    ...shifts.map(({ topic, slot, room }) => `${topic.at?.session} ${slot.id} ${room.id}`),
    ...off.map(({ topic }) => `${topic.at?.session} off`),
  ].join(', ')
