/** Who has what: an index from skills to keys (people, roles, projects) that answers at once among a hundred thousand. */
import { CLOSENESS, type Neighbourhood } from './closeness.ts'
import { SlotList } from './slot-list.ts'
import type { TermId } from './vocabulary.ts'

/** A needed skill, the skill that meets it, and how closely (0 to 1). */
export type Met = { need: TermId; have: TermId; closeness: number }
export type Found = { key: string; score: number; met: readonly Met[] }
export type Among = { accepts?: (key: string) => boolean; least?: number }

export class TermIndex {
  readonly #neighbourhood: Neighbourhood
  readonly #keys: (string | undefined)[] = []
  readonly #terms: (readonly TermId[])[] = []
  readonly #slots = new Map<string, number>()
  readonly #free: number[] = []
  readonly #holders = new Map<TermId, SlotList>()
  #scores = new Float64Array(0)
  #markedBy = new Int32Array(0)

  constructor(neighbourhood: Neighbourhood) {
    this.#neighbourhood = neighbourhood
  }

  get size(): number {
    return this.#slots.size
  }

  /** Puts a key in with its terms, or changes them. */
  put(key: string, terms: readonly TermId[]): void {
    this.remove(key)
    const slot = this.#free.pop() ?? this.#keys.length
    this.#keys[slot] = key
    this.#terms[slot] = [...new Set(terms)]
    this.#slots.set(key, slot)
    for (const term of this.#terms[slot] ?? []) {
      const holders = this.#holders.get(term) ?? new SlotList(this.#isBeforeByKey)
      holders.add(slot)
      this.#holders.set(term, holders)
    }
  }

  remove(key: string): void {
    const slot = this.#slots.get(key)
    if (slot === undefined) return
    for (const term of this.#terms[slot] ?? []) this.#holders.get(term)?.remove(slot)
    this.#keys[slot] = undefined
    this.#terms[slot] = []
    this.#slots.delete(key)
    this.#free.push(slot)
  }

  /** How many of some keys have each term. */
  count(keys: Iterable<string>): Map<TermId, number> {
    const counted = new Map<TermId, number>()
    for (const key of keys) for (const term of this.termsOf(key)) counted.set(term, (counted.get(term) ?? 0) + 1)
    return counted
  }

  termsOf(key: string): readonly TermId[] {
    const slot = this.#slots.get(key)
    return slot === undefined ? [] : (this.#terms[slot] ?? [])
  }

  /** How many have a term. */
  countOf(term: TermId): number {
    return this.#holders.get(term)?.length ?? 0
  }

  /** Says of keys how much of what is needed each meets, as a share: 1 when every need is met exactly. Needs are weighed once for all keys. */
  shareOf(needs: readonly TermId[]): (key: string) => number {
    const wanted = needs.map((need) => ({ near: this.#neighbourhood.near(need), weight: this.rarity(need) }))
    const all = wanted.reduce((sum, { weight }) => sum + weight, 0)
    if (all === 0) return () => 0
    return (key) => {
      const haves = this.termsOf(key)
      let sum = 0
      for (const { near, weight } of wanted) {
        let best = 0
        for (const have of haves) best = Math.max(best, near.get(have) ?? 0)
        sum += weight * best
      }
      return sum / all
    }
  }

  /** Whether a key has one of some terms. */
  hasAny(key: string, terms: ReadonlySet<TermId>): boolean {
    return this.termsOf(key).some((term) => terms.has(term))
  }

  /**
   * Keys that have one of some terms: all of the first term, then all others of the second, and so on; within a term from the last key to
   * the first. They go on after a key that was found so before.
   */
  listWith(
    terms: readonly TermId[],
    { after, most }: { after: string | undefined; most: number },
    accepts: (key: string) => boolean,
  ): string[] {
    const turns = new Map(terms.map((term, turn) => [term, turn]))
    const turnOf = (key: string): number => Math.min(...this.termsOf(key).map((term) => turns.get(term) ?? Number.POSITIVE_INFINITY))
    const begun = after === undefined ? 0 : turnOf(after)
    const found: string[] = []
    for (let turn = Number.isFinite(begun) ? begun : 0; turn < terms.length && found.length < most; turn++) {
      const slots = this.#holders.get(terms[turn] ?? '')?.all() ?? []
      for (let at = slots.length - 1; at >= 0 && found.length < most; at--) {
        const key = this.#keys[slots[at] as number] ?? ''
        if (after !== undefined && turn === begun && key >= after) continue
        if (turnOf(key) === turn && accepts(key)) found.push(key)
      }
    }
    return found
  }

  /** How much a term tells: something that few have tells more than what everybody has (inverse document frequency, in nats). */
  rarity(term: TermId): number {
    return Math.log(1 + this.size / (1 + (this.#holders.get(term)?.length ?? 0)))
  }

  /**
   * The keys that meet most of the needs, best first; equal scores go by key. A need counts once, with the closest have, weighted
   * by its rarity. The score is a share: 1 when every need is met exactly. What is less close than `least` meets nothing.
   */
  best(needs: readonly TermId[], most: number, among: Among = {}): Found[] {
    const wanted = [...new Set(needs)]
    return this.#best(wanted, most, among).map(({ slot, score }) => ({
      key: this.#keys[slot] ?? '',
      score,
      met: this.#meets(slot, wanted, among.least),
    }))
  }

  /** The same without saying how well and why: of hundreds that are looked at, few are told of. */
  bestKeys(needs: readonly TermId[], most: number, among: Among = {}): string[] {
    return this.#best([...new Set(needs)], most, among).map(({ slot }) => this.#keys[slot] ?? '')
  }

  /**
   * For each need in turn a few keys that meet it, the closest first, without weighing all that do: for thousands of questions at once.
   * Among keys that meet it equally, taken in their order, `turn` says with which to begin, so that not everybody is told of the
   * same few.
   */
  sample(needs: readonly TermId[], each: number, turn: number, accepts: (key: string) => boolean): string[] {
    const found = new Set<string>()
    for (const need of new Set(needs)) {
      const enough = found.size + each
      for (const { term, closeness } of this.#neighbourhood.of(need)) {
        if (closeness < CLOSENESS.broader) break
        const slots = this.#holders.get(term)?.all() ?? []
        for (let at = 0; at < slots.length && found.size < enough; at++) {
          const key = this.#keys[slots[(turn + at) % slots.length] as number] ?? ''
          if (!found.has(key) && accepts(key)) found.add(key)
        }
      }
    }
    return [...found]
  }

  #best(needs: readonly TermId[], most: number, { accepts = () => true, least = 0 }: Among): { slot: number; score: number }[] {
    const weights = needs.map((need) => this.rarity(need))
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    if (all === 0) return []
    const touched = this.#addUp(needs, weights, least)
    const found = this.#top(touched, most, accepts).map((slot) => ({ slot, score: (this.#scores[slot] as number) / all }))
    for (const slot of touched) this.#scores[slot] = 0
    return found
  }

  #addUp(needs: readonly TermId[], weights: readonly number[], least: number): number[] {
    this.#makeRoom()
    this.#markedBy.fill(-1)
    const scores = this.#scores
    const markedBy = this.#markedBy
    const touched: number[] = []
    needs.forEach((need, turn) => {
      // Closest first, so the first term that marks a key for this need is its best.
      for (const { term, closeness } of this.#neighbourhood.of(need)) {
        if (closeness < least) break
        const worth = closeness * (weights[turn] ?? 0)
        const slots = this.#holders.get(term)?.all() ?? []
        for (let at = 0; at < slots.length; at++) {
          const slot = slots[at] as number
          if (markedBy[slot] === turn) continue
          markedBy[slot] = turn
          if (scores[slot] === 0) touched.push(slot)
          scores[slot] = (scores[slot] as number) + worth
        }
      }
    })
    return touched
  }

  /** The best few of many without sorting them all: a sorted short list that a slot must beat to enter. */
  #top(touched: readonly number[], most: number, accepts: (key: string) => boolean): number[] {
    const short: number[] = []
    for (const slot of touched) {
      const last = short[most - 1]
      if (last !== undefined && !this.#isBefore(slot, last)) continue
      if (!accepts(this.#keys[slot] ?? '')) continue
      let [from, to] = [0, short.length]
      while (from < to) {
        const middle = (from + to) >> 1
        if (this.#isBefore(slot, short[middle] as number)) to = middle
        else from = middle + 1
      }
      short.splice(from, 0, slot)
      if (short.length > most) short.pop()
    }
    return short
  }

  /** Each process gives out other slots: only the keys stand in the same order everywhere. */
  readonly #isBeforeByKey = (a: number, b: number): boolean => (this.#keys[a] ?? '') < (this.#keys[b] ?? '')

  #isBefore(a: number, b: number): boolean {
    const [left, right] = [this.#scores[a] ?? 0, this.#scores[b] ?? 0]
    return left !== right ? left > right : this.#isBeforeByKey(a, b)
  }

  #meets(slot: number, needs: readonly TermId[], least = 0): Met[] {
    const haves = new Set(this.#terms[slot])
    return needs.flatMap((need) => {
      const best = this.#neighbourhood.of(need).find(({ term }) => haves.has(term))
      return best && best.closeness >= least ? [{ need, have: best.term, closeness: best.closeness }] : []
    })
  }

  #makeRoom(): void {
    if (this.#scores.length >= this.#keys.length) return
    this.#scores = new Float64Array(this.#keys.length * 2)
    this.#markedBy = new Int32Array(this.#keys.length * 2)
  }
}
