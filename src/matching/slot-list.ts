/** A growing list of small whole numbers, packed so that walking through thousands costs next to nothing. */
export class SlotList {
  #slots = new Int32Array(4)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** The slots in no particular order; good until the list is next changed. */
  all(): Int32Array {
    return this.#slots.subarray(0, this.#length)
  }

  add(slot: number): void {
    if (this.#length === this.#slots.length) {
      const larger = new Int32Array(this.#length * 2)
      larger.set(this.#slots)
      this.#slots = larger
    }
    this.#slots[this.#length++] = slot
  }

  remove(slot: number): void {
    const at = this.all().indexOf(slot)
    if (at === -1) return
    this.#slots[at] = this.#slots[--this.#length] as number
  }
}
