/** What the organiser of an event sees on the board: who wants what, what clashes, what a move would do, what could be held once more. Pure. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { AgendaTask, Grid } from '../../matching/agenda/agenda-task.ts'
import { clashes as findClashes } from '../../matching/agenda/clashes.ts'
import { demandOf } from '../../matching/agenda/demand.ts'
import { planEncores } from '../../matching/agenda/encores.ts'
import { weighMove } from '../../matching/agenda/moves.ts'
import { type Score, scoreOf } from '../../matching/agenda/score.ts'
import type { Room, Slot } from '../events/timetable.ts'
import { type Inputs, Openness, type Topic } from './inputs.ts'
import { gridOf, taskOf } from './work.ts'

export type Weighed = { topic: Topic; slot: Slot; room: Room; with: Topic | undefined; gained: number; lost: number }
export type Clashing = { topics: readonly [Topic, Topic]; slot: Slot; people: number; ways: readonly Weighed[] }
export type EncoreProposed = { topic: Topic; slot: Slot; room: Room; gained: number }
export type BoardFacts = {
  score: Score
  people: number
  /** By the session: how many are expected. */
  expected: ReadonlyMap<string, number>
  clashes: readonly Clashing[]
  encores: readonly EncoreProposed[]
}

const MOST_CLASHES = 5

/** What is locked may be weighed too; whoever moves it is told that it is locked. */
const unlocked = (inputs: Inputs): Inputs => ({ ...inputs, topics: inputs.topics.map((topic) => ({ ...topic, isLocked: false })) })

type Standing = { inputs: Inputs; task: AgendaTask; grid: Grid }
/** `inputs` have only what is held. */
const standingOf = (inputs: Inputs): Standing => ({ inputs, task: taskOf(unlocked(inputs), false, true), grid: gridOf(inputs) })

export function boardOf(held: Inputs): BoardFacts {
  const { inputs, task, grid } = standingOf(held)
  const { topics, slots, rooms } = inputs
  const demand = demandOf(task, grid.slot)
  const at = (topic: number, slot: number, room: number) => {
    const [which, when, where] = [topics[topic], slots[slot], rooms[room]]
    return which && when && where ? { topic: which, slot: when, room: where } : undefined
  }
  return {
    score: scoreOf(task, grid),
    people: task.stars.start.length - 1,
    expected: new Map(topics.map((topic, number) => [topic.at?.session ?? '', Math.round(demand[number] ?? 0)])),
    clashes: findClashes(task, grid, MOST_CLASHES).flatMap(({ sessions: [one, other], people, ways }) => {
      const [first, second, slot] = [topics[one], topics[other], slots[grid.slot[one] ?? -1]]
      if (!first || !second || !slot || inputs.begun.has(slot.id)) return []
      const weighed = ways.flatMap((way) => {
        const there = at(way.session, way.slot, way.room)
        return there ? [{ ...there, with: topics[way.with], gained: way.gained, lost: way.lost }] : []
      })
      return [{ topics: [first, second] as const, slot, people, ways: weighed }]
    }),
    encores: planEncores(task, grid).flatMap(({ session, slot, room, gained }) => {
      const there = at(session, slot, room)
      const isNew = there && !topics.some(({ pitch, isEncore }) => isEncore && pitch === there.topic.pitch)
      return there && isNew && !inputs.begun.has(there.slot.id) ? [{ ...there, gained }] : []
    }),
  }
}

export type MoveRefusal =
  | 'not there'
  | 'the same place'
  | 'locked'
  | 'begun'
  | 'room is shut'
  | 'room does not suit'
  | 'host away'
  | 'host elsewhere'

/** What it would do to bring a session somewhere; whatever is there goes the other way. */
export function weigh(
  held: Inputs,
  { session, slot, room }: { session: string; slot: string; room: string },
): Answer<Weighed, MoveRefusal> {
  const { slots, rooms, topics } = held
  const find = (at: { slot: string; room: string }) => ({
    slot: slots.find(({ id }) => id === at.slot),
    room: rooms.find(({ id }) => id === at.room),
  })
  const topic = topics.find(({ at }) => at?.session === session)
  const [to, from] = [find({ slot, room }), find(topic?.at ?? { slot: '', room: '' })]
  if (!topic || !to.slot || !to.room || !from.slot || !from.room) return no('not there')
  if (from.slot === to.slot && from.room === to.room) return no('the same place')
  const other = topics.find(({ at }) => at?.slot === slot && at.room === room)
  if (topic.isLocked || other?.isLocked) return no('locked')
  if (held.begun.has(from.slot.id) || held.begun.has(slot)) return no('begun')
  const open = new Openness(held)
  const why = whyNot(open, topic, to.slot, to.room, topics, other) ?? (other && whyNot(open, other, from.slot, from.room, topics, topic))
  if (why) return no(why)
  const { task, grid } = standingOf(held)
  const [number, slotNumber, roomNumber] = [topics.indexOf(topic), slots.indexOf(to.slot), rooms.indexOf(to.room)]
  const { gained, lost } = weighMove(task, grid, { session: number, slot: slotNumber, room: roomNumber })
  return yes({ topic, slot: to.slot, room: to.room, with: other, gained, lost })
}

/** `but` leaves that time, or comes to where the topic was. */
function whyNot(
  open: Openness,
  topic: Topic,
  slot: Slot,
  room: Room,
  topics: readonly Topic[],
  but: Topic | undefined,
): MoveRefusal | undefined {
  if (open.isShut(slot, room)) return 'room is shut'
  if (!open.isRoomFit(topic, room)) return 'room does not suit'
  if (!open.areHostsThere(topic, slot)) return 'host away'
  const mine = new Set(open.hostsOf(topic).map(({ attendee }) => attendee))
  const there = topics.filter((each) => each !== topic && each !== but && each.at?.slot === slot.id)
  return there.some((each) => open.hostsOf(each).some(({ attendee }) => mine.has(attendee))) ? 'host elsewhere' : undefined
}
