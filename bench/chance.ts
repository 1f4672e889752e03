/** Chance with a seed: the same seed gives the same nation every time. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** From 0 up to, not including, 1 (mulberry32 by Tommy Ettinger, public domain). */
  number(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** From `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.number() * (most - least + 1))
  }

  is(share: number): boolean {
    return this.number() < share
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(from.length * this.number())] as T
  }

  /** The first ones far more often: with a skew of 3 the first tenth is almost half of all, with 1 all are equal. */
  pickSkewed<T>(from: readonly T[], skew = 3): T {
    return from[Math.floor(from.length * this.number() ** skew)] as T
  }

  /** Different ones, in no order. */
  pickSome<T>(from: readonly T[], many: number): T[] {
    const chosen = new Set<T>()
    while (chosen.size < Math.min(many, from.length)) chosen.add(this.pick(from))
    return [...chosen]
  }

  shuffled<T>(all: readonly T[]): T[] {
    const left = [...all]
    for (let at = left.length - 1; at > 0; at--) {
      const other = this.whole(0, at)
      ;[left[at], left[other]] = [left[other] as T, left[at] as T]
    }
    return left
  }
}
