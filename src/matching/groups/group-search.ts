/** The search for groups: grows them, and lets people change places, with all sums kept so that a change is weighed in a few steps. */

import { shuffledOrder } from '../shuffled-order.ts'
import { type GroupTask, NEVER } from './group-task.ts'

/** Sums of real numbers differ by less where nothing has changed. */
const NOTHING = 1e-6

/** All tables have as many chairs; a few of these, one at a table, are empty: an empty chair is a person who is worth nothing to anybody. */
export class GroupSearch {
  readonly #people: number
  readonly #many: number
  readonly #tables: number
  readonly #worth: Float64Array
  /** The table of each. */
  readonly #table: Int32Array
  /** What each (column) is worth to all at a table (row) together. */
  readonly #link: Float64Array
  /** What each is worth to all at their own table. */
  readonly #own: Float64Array
  readonly #there: Float64Array

  constructor({ n, worth, together = [], seed }: GroupTask, tables: number) {
    const chairs = Math.ceil(n / tables)
    const many = chairs * tables
    this.#people = n
    this.#many = many
    this.#tables = tables
    this.#worth = this.#weighed(worth, together, chairs)
    this.#table = new Int32Array(many).fill(-1)
    this.#link = new Float64Array(tables * many)
    this.#own = new Float64Array(many)
    this.#there = new Float64Array(tables)
    this.#grow(chairs, shuffledOrder(n, seed ?? 1))
    for (let one = 0; one < many; one++) this.#own[one] = this.#link[this.#table[one]! * many + one]!
  }

  /** In steps, none of which all below it make up for: what people are worth, who must not be, the pairs to be put together, two empty chairs. */
  #weighed(worth: Float64Array, together: readonly (readonly [number, number])[], chairs: number): Float64Array {
    const [n, many] = [this.#people, this.#many]
    const step = 4 * chairs
    const most = worth.reduce((max, each) => (each === NEVER ? max : Math.max(max, Math.abs(each))), 1)
    const weighed = new Float64Array(many * many)
    for (let one = 0; one < n; one++)
      for (let other = 0; other < n; other++) {
        const value = worth[one * n + other]!
        weighed[one * many + other] = value === NEVER ? -most * step : value
      }
    for (const [one, other] of together) {
      if (worth[one * n + other] === NEVER) continue
      weighed[one * many + other] = most * step ** 2
      weighed[other * many + one] = most * step ** 2
    }
    for (let one = n; one < many; one++)
      for (let other = n; other < many; other++) if (one !== other) weighed[one * many + other] = -most * step ** 3
    return weighed
  }

  groups(): number[][] {
    const groups = Array.from({ length: this.#tables }, (): number[] => [])
    for (let one = 0; one < this.#people; one++) groups[this.#table[one]!]!.push(one)
    return groups
  }

  /** Everybody in turn changes places with whom it helps most. No when it helped nobody. */
  improve(): boolean {
    let helped = false
    for (let one = 0; one < this.#many; one++) {
      const other = this.#bestChange(one)
      if (other < 0) continue
      this.#change(one, other)
      helped = true
    }
    return helped
  }

  #bestChange(one: number): number {
    const many = this.#many
    const table = this.#table
    const own = this.#own
    const there = this.#there
    const home = table[one]!
    for (let at = 0; at < this.#tables; at++) there[at] = this.#link[at * many + one]! - own[one]!
    const here = this.#link.subarray(home * many, home * many + many)
    const worth = this.#worth.subarray(one * many, one * many + many)
    let most = NOTHING
    let best = -1
    for (let other = 0; other < many; other++) {
      const gain = there[table[other]!]! + here[other]! - own[other]! - 2 * worth[other]!
      if (gain > most && table[other] !== home) {
        most = gain
        best = other
      }
    }
    return best
  }

  #change(one: number, other: number): void {
    const many = this.#many
    const [from, to] = [this.#table[one]!, this.#table[other]!]
    const left = this.#link.subarray(from * many, from * many + many)
    const entered = this.#link.subarray(to * many, to * many + many)
    const goes = this.#worth.subarray(one * many, one * many + many)
    const comes = this.#worth.subarray(other * many, other * many + many)
    this.#table[one] = to
    this.#table[other] = from
    for (let each = 0; each < many; each++) {
      const difference = comes[each]! - goes[each]!
      left[each]! += difference
      entered[each]! -= difference
      const at = this.#table[each]!
      if (at === from) this.#own[each] = left[each]!
      else if (at === to) this.#own[each] = entered[each]!
    }
  }

  /** Each table takes the first who has none, and then whoever is worth most to all who sit there. */
  #grow(chairs: number, order: Int32Array): void {
    let next = 0
    for (let table = 0; table < this.#tables; table++) {
      let free = chairs
      const empty = this.#people + table
      if (empty < this.#many) {
        this.#sit(empty, table)
        free--
      }
      for (let first = true; free > 0; free--, first = false) {
        while (this.#table[order[next]!]! >= 0) next++
        this.#sit(first ? order[next]! : this.#bestFor(table), table)
      }
    }
  }

  #bestFor(table: number): number {
    const link = this.#link.subarray(table * this.#many, (table + 1) * this.#many)
    let best = -1
    for (let one = 0; one < this.#people; one++) if (this.#table[one]! < 0 && (best < 0 || link[one]! > link[best]!)) best = one
    return best
  }

  #sit(one: number, table: number): void {
    const many = this.#many
    this.#table[one] = table
    const link = this.#link.subarray(table * many, (table + 1) * many)
    const worth = this.#worth.subarray(one * many, one * many + many)
    for (let each = 0; each < many; each++) link[each]! += worth[each]!
  }
}
