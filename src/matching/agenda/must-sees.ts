/** Must-sees: how many people can see everything that they must, because no two of it are in one slot. Coverage decides between equals. */
import type { Coverage } from './coverage.ts'
import { countBits, type PeopleBits } from './people-bits.ts'
import type { Tally } from './tally.ts'

/** A person who sees everything counts as much as so many people-slots. */
const WORTH = 4

export class MustSees implements Tally {
  sum = 0
  readonly #bits: PeopleBits
  readonly #coverage: Coverage
  readonly #slots: number
  readonly #rooms: number
  /** People of a slot who must see at least one, two and three sessions in it. */
  readonly #one: Int32Array
  readonly #two: Int32Array
  readonly #three: Int32Array

  constructor(bits: PeopleBits, coverage: Coverage, slots: number, rooms: number, who: Int32Array) {
    this.#bits = bits
    this.#coverage = coverage
    this.#slots = slots
    this.#rooms = rooms
    const size = slots * bits.width
    ;[this.#one, this.#two, this.#three] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
    for (let slot = 0; slot < slots; slot++) this.#count(slot, who)
    this.#add()
  }

  settle(slot: number, who: Int32Array): void {
    this.#count(slot, who)
    this.#coverage.settle(slot, who)
    this.#add()
  }

  #count(slot: number, who: Int32Array): void {
    const { width, rows } = this.#bits
    for (let word = 0; word < width; word++) {
      const at = slot * width + word
      let [one, two, three] = [0, 0, 0]
      for (let cell = slot * this.#rooms; cell < (slot + 1) * this.#rooms; cell++) {
        const here = rows[who[cell]! * width + word]!
        three |= two & here
        two |= one & here
        one |= here
      }
      this.#one[at] = one
      this.#two[at] = two
      this.#three[at] = three
    }
  }

  /** People who must see two sessions in one slot. */
  get torn(): number {
    const { width } = this.#bits
    let sum = 0
    for (let word = 0; word < width; word++) sum += countBits(this.#tornBeside(word, -1, -1))
    return sum
  }

  #add(): void {
    this.sum = this.#coverage.sum - WORTH * this.torn
  }

  #tornBeside(word: number, from: number, to: number): number {
    const { width } = this.#bits
    const two = this.#two
    let torn = 0
    for (let slot = 0; slot < this.#slots; slot++) if (slot !== from && slot !== to) torn |= two[slot * width + word]!
    return torn
  }

  gain(leaves: number, comes: number, from: number, to: number): number {
    const { width, rows } = this.#bits
    const [one, two, three] = [this.#one, this.#two, this.#three]
    let sum = 0
    for (let word = 0; word < width; word++) {
      const goes = rows[leaves * width + word]!
      const enters = rows[comes * width + word]!
      const go = goes & ~enters
      const come = enters & ~goes
      if ((go | come) === 0) continue
      const [here, there] = [from * width + word, to * width + word]
      const twoHere = (two[here]! & ~(go & ~three[here]!)) | (come & one[here]!)
      const twoThere = (two[there]! & ~(come & ~three[there]!)) | (go & one[there]!)
      const beside = this.#tornBeside(word, from, to)
      sum += countBits(beside | two[here]! | two[there]!) - countBits(beside | twoHere | twoThere)
    }
    return WORTH * sum + this.#coverage.gain(leaves, comes, from, to)
  }
}
