/** What an agenda is made from: sessions, times, rooms, what people starred, and the rules that it keeps to. Types and pure rules. */
import { instantAt } from '../../basics/day.ts'
import { FEATURES, type Room, type Slot } from '../events/timetable.ts'
import type { Host } from '../pitches/pitch.ts'
import type { Stars } from '../stars/star.ts'

/** What a session may need of its room. */
export const NEEDS = ['step-free', ...FEATURES] as const
export type Need = (typeof NEEDS)[number]
export const isNeed = (text: string): text is Need => NEEDS.some((need) => need === text)

/** A session as it is to be put somewhere; `at` is where it is. */
export type Topic = {
  pitch: string
  title: string
  hosts: readonly Host[]
  isEncore: boolean
  isLocked: boolean
  at?: { session: string; slot: string; room: string }
}
export type Absence = { attendee: string; slot: string }
export type Closure = { room: string; slot: string }
export type SessionNeed = { pitch: string; need: Need }
/** What the organiser has said. */
export type Kept = { needs: readonly SessionNeed[]; absences: readonly Absence[]; closures: readonly Closure[] }
export type Inputs = Kept & {
  /** Without breaks. */
  slots: readonly Slot[]
  rooms: readonly Room[]
  /** The best first; whatever is held once more comes last. */
  topics: readonly Topic[]
  stars: readonly Stars[]
  /** Times that have begun: what lies there stays there. */
  begun: ReadonlySet<string>
}

export const hasBegun = ({ day, starts }: Pick<Slot, 'day' | 'starts'>, zone: string, now: Date): boolean =>
  instantAt(zone, day, starts) <= now

const suits = ({ features, stepFree }: Room, need: Need): boolean => (need === 'step-free' ? stepFree : features.includes(need))

/** Where the topics of these inputs may be. */
export class Openness {
  readonly #inputs: Inputs
  readonly #away: ReadonlySet<string>
  readonly #shut: ReadonlySet<string>
  readonly #needs: ReadonlyMap<string, readonly Need[]>

  constructor(inputs: Inputs) {
    this.#inputs = inputs
    this.#away = new Set(inputs.absences.map(({ attendee, slot }) => `${attendee} ${slot}`))
    this.#shut = new Set(inputs.closures.map(({ room, slot }) => `${room} ${slot}`))
    const needs = new Map<string, Need[]>()
    for (const { pitch, need } of inputs.needs) needs.set(pitch, [...(needs.get(pitch) ?? []), need])
    this.#needs = needs
  }

  /** Those who are there for it: whoever is away at all times that are left leaves it to the others, where there are any. */
  hostsOf({ hosts }: Pick<Topic, 'hosts'>): readonly Host[] {
    const there = hosts.filter((host) => !this.#isGone(host))
    return there.length > 0 ? there : hosts
  }

  areHostsThere(topic: Topic, slot: Slot): boolean {
    return this.hostsOf(topic).every(({ attendee }) => !this.#away.has(`${attendee} ${slot.id}`))
  }

  isRoomFit({ pitch }: Topic, room: Room): boolean {
    return (this.#needs.get(pitch) ?? []).every((need) => suits(room, need))
  }

  isShut(slot: Slot, room: Room): boolean {
    return this.#shut.has(`${room.id} ${slot.id}`)
  }

  /** By the rules, whatever is locked. */
  mayBe(topic: Topic, slot: Slot, room: Room): boolean {
    const isThere = topic.at?.slot === slot.id && topic.at.room === room.id
    const isPast = this.#inputs.begun.has(slot.id) || this.#inputs.begun.has(topic.at?.slot ?? '')
    if (isPast) return isThere
    return !this.isShut(slot, room) && this.isRoomFit(topic, room) && this.areHostsThere(topic, slot)
  }

  /** What is locked stays, where it may be there. */
  isOpen(topic: Topic, slot: Slot, room: Room): boolean {
    const { at, isLocked } = topic
    const isHere = at?.slot === slot.id && at.room === room.id
    return isLocked && at && !isHere && this.mayStay(topic) ? false : this.mayBe(topic, slot, room)
  }

  mayStay(topic: Topic): boolean {
    const slot = this.#inputs.slots.find(({ id }) => id === topic.at?.slot)
    const room = this.#inputs.rooms.find(({ id }) => id === topic.at?.room)
    return slot !== undefined && room !== undefined && this.mayBe(topic, slot, room)
  }

  #isGone({ attendee }: Host): boolean {
    const left = this.#inputs.slots.filter(({ id }) => !this.#inputs.begun.has(id))
    return left.length > 0 && left.every(({ id }) => this.#away.has(`${attendee} ${id}`))
  }
}

export type Nowhere = 'hosts away' | 'no such room' | 'no such room then'

/** Why a topic can be held nowhere; nothing when it can. */
export function whyNowhere({ slots, rooms }: Inputs, open: Openness, topic: Topic): Nowhere | undefined {
  if (slots.some((slot) => rooms.some((room) => open.isOpen(topic, slot, room)))) return undefined
  if (!slots.some((slot) => open.areHostsThere(topic, slot))) return 'hosts away'
  return rooms.some((room) => open.isRoomFit(topic, room)) ? 'no such room then' : 'no such room'
}
