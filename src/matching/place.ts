/** Placements: everybody gets the best place of their own list that does not rather take others; ties by one lottery, which is published. */
import { shuffledOrder } from './shuffled-order.ts'

/**
 * People and places are whole numbers from 0. Person i would take the places `wish[start[i]]` up to, not including, `wish[start[i + 1]]`,
 * the best first, and no others. `priority[k]` is what the place of that wish thinks of them, more is better; without it all are
 * equal, and only the lottery decides. Place p takes `capacity[p]` people.
 */
export type PlaceTask = {
  start: Int32Array
  wish: Int32Array
  priority?: Float64Array
  capacity: Int32Array
  seed: number
}
export type Placements = {
  /** The place of each person, or -1. */
  place: Int32Array
  /** Everybody's number in the lottery, from 0: where a place likes two equally, the smaller number goes first, at every place. */
  lottery: Int32Array
}

/** The task makes no sense; the message is a sentence for whoever wrote it. */
export class WrongPlaces extends Error {}

/**
 * Deferred acceptance, in which people propose (Gale and Shapley, 1962). No person and place would both rather have each other than what they
 * got, no other result without such a pair is better for anybody, and nobody gains by hiding what they want most. The order in which
 * people propose changes nothing.
 *
 * @throws WrongPlaces when the task makes no sense.
 * @example place({ start: Int32Array.of(0, 1, 2), wish: Int32Array.of(0, 0), capacity: Int32Array.of(1), seed: 1 }).place
 */
export function place(task: PlaceTask): Placements {
  checkTask(task)
  const { start, wish, priority, capacity, seed } = task
  const people = start.length - 1
  const lottery = new Int32Array(people)
  for (const [number, one] of shuffledOrder(people, seed).entries()) lottery[one] = number
  const rooms = new Rooms(capacity, lottery)
  const next = start.slice(0, people)
  const placed = new Int32Array(people).fill(-1)
  for (let first = 0; first < people; first++)
    for (let one = first; one >= 0 && next[one]! < start[one + 1]!; ) {
      const at = next[one]!++
      const where = wish[at]!
      const out = rooms.take(where, one, priority ? priority[at]! : 0)
      if (out !== one) placed[one] = where
      if (out >= 0) placed[out] = -1
      one = out
    }
  return { place: placed, lottery }
}

const NOBODY = -1

/** Who is kept at each place for now: a heap each, with whoever would be the first to go on top. */
class Rooms {
  readonly #base: Int32Array
  readonly #size: Int32Array
  readonly #person: Int32Array
  readonly #priority: Float64Array
  readonly #lottery: Int32Array

  constructor(capacity: Int32Array, lottery: Int32Array) {
    this.#base = new Int32Array(capacity.length + 1)
    // Nobody has room for more people than there are.
    for (const [at, room] of capacity.entries()) this.#base[at + 1] = this.#base[at]! + Math.min(room, lottery.length)
    this.#size = new Int32Array(capacity.length)
    this.#person = new Int32Array(this.#base[capacity.length]!)
    this.#priority = new Float64Array(this.#base[capacity.length]!)
    this.#lottery = lottery
  }

  /** Whoever must go, perhaps who came; -1 when there was room. */
  take(where: number, one: number, priority: number): number {
    const base = this.#base[where]!
    const room = this.#base[where + 1]! - base
    const size = this.#size[where]!
    if (size < room) {
      this.#size[where] = size + 1
      this.#rise(base, size, one, priority)
      return NOBODY
    }
    if (room === 0 || this.#goesBefore(one, priority, base)) return one
    const out = this.#person[base]!
    this.#sink(base, room, one, priority)
    return out
  }

  #rise(base: number, from: number, one: number, priority: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#goesBefore(one, priority, base + above)) break
      this.#put(base + at, this.#person[base + above]!, this.#priority[base + above]!)
      at = above
    }
    this.#put(base + at, one, priority)
  }

  #sink(base: number, size: number, one: number, priority: number): void {
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && this.#goesBefore(this.#person[base + below + 1]!, this.#priority[base + below + 1]!, base + below)) below++
      if (this.#goesBefore(one, priority, base + below)) break
      this.#put(base + at, this.#person[base + below]!, this.#priority[base + below]!)
      at = below
    }
    this.#put(base + at, one, priority)
  }

  #put(at: number, one: number, priority: number): void {
    this.#person[at] = one
    this.#priority[at] = priority
  }

  #goesBefore(one: number, priority: number, at: number): boolean {
    return priority !== this.#priority[at]! ? priority < this.#priority[at]! : this.#lottery[one]! > this.#lottery[this.#person[at]!]!
  }
}

/** Pairs of a person and a place that would both rather have each other: there must be none. Looks at the result alone. */
export function blockingPairs({ start, wish, priority, capacity }: PlaceTask, { place, lottery }: Placements): [number, number][] {
  const [used, worst] = [new Int32Array(capacity.length), new Map<number, { priority: number; lottery: number }>()]
  const isWorse = (one: { priority: number; lottery: number }, other: { priority: number; lottery: number }): boolean =>
    one.priority !== other.priority ? one.priority < other.priority : one.lottery > other.lottery
  const people = start.length - 1
  for (let one = 0; one < people; one++)
    for (let at = start[one]!; at < start[one + 1]!; at++) {
      if (wish[at] !== place[one]) continue
      used[place[one]!]!++
      const here = { priority: priority?.[at] ?? 0, lottery: lottery[one]! }
      const before = worst.get(place[one]!)
      if (!before || isWorse(here, before)) worst.set(place[one]!, here)
    }
  const blocking: [number, number][] = []
  for (let one = 0; one < people; one++)
    for (let at = start[one]!; at < start[one + 1]! && wish[at] !== place[one]; at++) {
      const where = wish[at]!
      const least = worst.get(where)
      const here = { priority: priority?.[at] ?? 0, lottery: lottery[one]! }
      if (used[where]! < capacity[where]! || (least && isWorse(least, here))) blocking.push([one, where])
    }
  return blocking
}

function checkTask({ start, wish, priority, capacity }: PlaceTask): void {
  const people = start.length - 1
  if (people < 0 || start[0] !== 0 || start[people] !== wish.length)
    throw new WrongPlaces('Where the wishes of each person start does not fit the list of wishes.')
  if (priority && priority.length !== wish.length)
    throw new WrongPlaces(`${wish.length} wishes have ${priority.length} priorities: there must be one for each.`)
  for (const [at, room] of capacity.entries()) if (room < 0) throw new WrongPlaces(`Place ${at} cannot take ${room} people.`)
  const wishedBy = new Int32Array(capacity.length).fill(-1)
  for (let one = 0; one < people; one++) {
    if (start[one + 1]! < start[one]!) throw new WrongPlaces(`The wishes of person ${one} end before they start.`)
    for (let at = start[one]!; at < start[one + 1]!; at++) {
      const where = wish[at]!
      if (!(where >= 0 && where < capacity.length)) throw new WrongPlaces(`Person ${one} wishes for place ${where}, which is not there.`)
      if (wishedBy[where] === one) throw new WrongPlaces(`Person ${one} wishes for place ${where} twice.`)
      wishedBy[where] = one
      if (priority && Number.isNaN(priority[at]))
        throw new WrongPlaces(`Place ${where} has a priority for person ${one} that is no number.`)
    }
  }
}
