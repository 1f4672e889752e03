/** A growing list of small whole numbers, packed so that walking through thousands costs next to nothing. */
export class SlotList {
  readonly #isBefore: ((a: number, b: number) => boolean) | undefined
  #slots = new Int32Array(4)
  #length = 0

  /** Without an order, those that came later stand later. */
  constructor(isBefore?: (a: number, b: number) => boolean) {
    this.#isBefore = isBefore
  }

  get length(): number {
    return this.#length
  }

  /** In their order; good until the list is next changed. */
  all(): Int32Array {
    return this.#slots.subarray(0, this.#length)
  }

  add(slot: number): void {
    if (this.#length === this.#slots.length) {
      const larger = new Int32Array(this.#length * 2)
      larger.set(this.#slots)
      this.#slots = larger
    }
    const at = this.#placeOf(slot)
    this.#slots.copyWithin(at + 1, at, this.#length)
    this.#slots[at] = slot
    this.#length++
  }

  remove(slot: number): void {
    const at = this.all().indexOf(slot)
    if (at === -1) return
    this.#slots.copyWithin(at, at + 1, this.#length)
    this.#length--
  }

  #placeOf(slot: number): number {
    let [from, to] = [this.#isBefore ? 0 : this.#length, this.#length]
    // What is read in order comes last.
    if (from < to && !this.#isBefore?.(slot, this.#slots[to - 1] as number)) from = to
    while (from < to) {
      const middle = (from + to) >> 1
      if (this.#isBefore?.(slot, this.#slots[middle] as number)) to = middle
      else from = middle + 1
    }
    return from
  }
}
