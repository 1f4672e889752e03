/** What is to happen, by time: a queue for times that never run backwards. */
import { makeNumbers, type Numbers } from './whole-weights.ts'

/** A bucket for each place at which two numbers of 53 bits can first differ, and one for equal ones. */
const BUCKETS = 54

/**
 * A radix heap (Ahuja, Mehlhorn, Orlin and Tarjan, 1990). An event lies in the bucket of the highest bit in which its time differs
 * from now. When now moves on, one bucket is dealt out over lower ones, so no event moves more often than a time has bits. Times
 * are whole numbers and never before now. Of events at the same time the one that was put in first comes out first: what is near
 * is found before what is far, however much is possible at the same time.
 */
export class EventQueue {
  now = 0
  /** Of the event that came out last: two numbers that its owner understands. */
  one = 0
  other = 0
  readonly #isWide: boolean
  readonly #first = new Int32Array(BUCKETS).fill(-1)
  readonly #last = new Int32Array(BUCKETS)
  #time: Numbers
  #ones: Int32Array
  #others: Int32Array
  #next: Int32Array
  #room = 1024
  #used = 0
  #free = -1
  #size = 0

  constructor(isWide: boolean) {
    this.#isWide = isWide
    this.#time = makeNumbers(isWide, this.#room)
    this.#ones = new Int32Array(this.#room)
    this.#others = new Int32Array(this.#room)
    this.#next = new Int32Array(this.#room)
  }

  clear(): void {
    if (this.#size > 0) this.#first.fill(-1)
    this.now = 0
    this.#used = 0
    this.#free = -1
    this.#size = 0
  }

  put(time: number, one: number, other: number): void {
    let slot = this.#free
    if (slot >= 0) this.#free = this.#next[slot]!
    else {
      if (this.#used === this.#room) this.#grow()
      slot = this.#used++
    }
    this.#time[slot] = time
    this.#ones[slot] = one
    this.#others[slot] = other
    this.#append(this.#bucketOf(time), slot)
    this.#size++
  }

  #append(bucket: number, slot: number): void {
    this.#next[slot] = -1
    if (this.#first[bucket]! < 0) this.#first[bucket] = slot
    else this.#next[this.#last[bucket]!] = slot
    this.#last[bucket] = slot
  }

  /** Takes the earliest event out, into `now`, `one` and `other`. No when there is none. */
  take(): boolean {
    if (this.#size === 0) return false
    if (this.#first[0]! < 0) this.#deal()
    const slot = this.#first[0]!
    this.one = this.#ones[slot]!
    this.other = this.#others[slot]!
    this.#first[0] = this.#next[slot]!
    this.#next[slot] = this.#free
    this.#free = slot
    this.#size--
    return true
  }

  #deal(): void {
    const [time, next] = [this.#time, this.#next]
    let bucket = 1
    while (this.#first[bucket]! < 0) bucket++
    let slot = this.#first[bucket]!
    let earliest = time[slot]!
    for (let each = next[slot]!; each >= 0; each = next[each]!) if (time[each]! < earliest) earliest = time[each]!
    this.now = earliest
    this.#first[bucket] = -1
    while (slot >= 0) {
      const after = next[slot]!
      this.#append(this.#bucketOf(time[slot]!), slot)
      slot = after
    }
  }

  #bucketOf(time: number): number {
    if (this.#isWide) {
      const differs = Math.floor(time / 2 ** 32) ^ Math.floor(this.now / 2 ** 32)
      if (differs !== 0) return 64 - Math.clz32(differs)
    }
    return 32 - Math.clz32(time ^ this.now)
  }

  #grow(): void {
    const used = this.#room
    this.#room *= 2
    const larger = <T extends Numbers>(column: T, made: T): T => {
      made.set(column)
      return made
    }
    this.#time = larger(this.#time, makeNumbers(this.#isWide, this.#room))
    this.#ones = larger(this.#ones, new Int32Array(this.#room))
    this.#others = larger(this.#others, new Int32Array(this.#room))
    this.#next = larger(this.#next, new Int32Array(this.#room))
    this.#used = used
  }
}
