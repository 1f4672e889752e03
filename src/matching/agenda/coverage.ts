/** Coverage: in how many slots people have something to see that they starred, over all people. */
import { countBits, countRow, type PeopleBits } from './people-bits.ts'
import type { Tally } from './tally.ts'

/** People of a slot: those who starred something in it, and those who starred exactly one thing. */
export class Coverage implements Tally {
  sum = 0
  readonly #bits: PeopleBits
  readonly #rooms: number
  readonly #some: Int32Array
  readonly #once: Int32Array

  constructor(bits: PeopleBits, slots: number, rooms: number, who: Int32Array) {
    this.#bits = bits
    this.#rooms = rooms
    this.#some = new Int32Array(slots * bits.width)
    this.#once = new Int32Array(slots * bits.width)
    for (let slot = 0; slot < slots; slot++) this.settle(slot, who)
  }

  settle(slot: number, who: Int32Array): void {
    const { width, rows } = this.#bits
    for (let word = 0; word < width; word++) {
      const at = slot * width + word
      let [some, more] = [0, 0]
      for (let cell = slot * this.#rooms; cell < (slot + 1) * this.#rooms; cell++) {
        const here = rows[who[cell]! * width + word]!
        more |= some & here
        some |= here
      }
      this.sum += countBits(some) - countBits(this.#some[at]!)
      this.#some[at] = some
      this.#once[at] = some & ~more
    }
  }

  /** Those who starred both notice nothing. Who starred one of them wins a slot or loses one, each at most one of each, so that one count does for both slots. */
  gain(leaves: number, comes: number, from: number, to: number): number {
    const { width, rows } = this.#bits
    const some = this.#some
    const once = this.#once
    let sum = 0
    for (let word = 0; word < width; word++) {
      const one = rows[leaves * width + word]!
      const other = rows[comes * width + word]!
      const go = one & ~other
      const come = other & ~one
      if ((go | come) === 0) continue
      const [here, there] = [from * width + word, to * width + word]
      sum += countBits((come & ~some[here]!) | (go & ~some[there]!)) - countBits((go & once[here]!) | (come & once[there]!))
    }
    return sum
  }

  /** Who would have a slot more with something to see, and who one less. */
  weigh(leaves: number, comes: number, from: number, to: number): { gained: number; lost: number } {
    const { width } = this.#bits
    const [one, other] = [this.#bits.row(leaves), this.#bits.row(comes)]
    let [gained, lost] = [0, 0]
    for (let word = 0; word < width; word++) {
      const go = one[word]! & ~other[word]!
      const come = other[word]! & ~one[word]!
      const [here, there] = [from * width + word, to * width + word]
      const up = (come & ~this.#some[here]!) | (go & ~this.#some[there]!)
      const down = (go & this.#once[here]!) | (come & this.#once[there]!)
      gained += countBits(up & ~down)
      lost += countBits(down & ~up)
    }
    return { gained, lost }
  }

  /** Those for whom one more session in a slot would be the first that they starred. */
  firstIn(slot: number, session: number): number {
    const { width } = this.#bits
    const row = this.#bits.row(session)
    let sum = 0
    for (let word = 0; word < width; word++) sum += countBits(row[word]! & ~this.#some[slot * width + word]!)
    return sum
  }

  /** As if the session were shown in the slot too. */
  addTo(slot: number, session: number): void {
    const { width } = this.#bits
    const row = this.#bits.row(session)
    for (let word = 0; word < width; word++) {
      const at = slot * width + word
      const some = this.#some[at]!
      this.#once[at] = (this.#once[at]! & ~row[word]!) | (row[word]! & ~some)
      this.#some[at] = some | row[word]!
    }
    this.sum = countRow(this.#some)
  }
}
