/**
 * Who needs the same: needs ranked by confirmed tags that they share, then by their words (Okapi BM25; Robertson and Zaragoza, 2009).
 * The title counts double, long bodies are cut, and the words of somebody's own name tell nothing.
 */
import { JoinedWords } from './joined-words.ts'
import { isEmptyWord, stemOfNeed, wordsOfNeed } from './need-words.ts'
import { SlotList } from './slot-list.ts'

export type Need = {
  key: string
  /** The organisation's name or id: its words are left out of its own needs, and it is never its own look-alike unless asked for. */
  org: string
  title: string
  body?: string
  /** Confirmed tags: public services and policy areas. */
  tags?: readonly string[]
}
/** `tags` and `words` are the reasons: what both have and few others do, the rarest first. */
export type LookAlike = { key: string; score: number; tags: readonly string[]; words: readonly string[] }

const TITLE_WEIGHT = 2
/** Words of a body after which nothing new is said. */
const BODY_WORDS = 100
const SATURATION = 1.2
const LENGTH_SHARE = 0.75
/** One shared tag outweighs any likeness of words. */
const TAG_WEIGHT = 1000
const MOST_REASONS = 3
const FEW = 3

/** A slot and a count share the 31 bits of a whole number: room for eight million needs. */
const COUNT_BITS = 8
const MOST_COUNTED = 255

type Entry = { need: Need; counts: ReadonlyMap<string, number>; length: number; said: ReadonlyMap<string, string> }

export class LookAlikes {
  readonly #entries: (Entry | undefined)[] = []
  readonly #slots = new Map<string, number>()
  /** Each need as one number, with how often it says the stem: to look that up for every need would take most of the time. */
  readonly #byStem = new Map<string, SlotList>()
  readonly #byTag = new Map<string, SlotList>()
  readonly #uses = new Map<string, number>()
  readonly #joined = new JoinedWords(0, this.#uses)
  #allLengths = 0
  #lengths = new Float64Array(1024)
  #scores = new Float64Array(0)

  constructor(needs: readonly Need[] = []) {
    // First every word, then every need: a joined word is taken apart into words that any of the needs uses.
    for (const need of needs) this.#learnWords(need)
    for (const need of needs) this.#add(need)
  }

  get size(): number {
    return this.#slots.size
  }

  /** Puts a need in, or changes it. */
  put(need: Need): void {
    this.remove(need.key)
    this.#learnWords(need)
    this.#add(need)
  }

  remove(key: string): void {
    const slot = this.#slots.get(key)
    const entry = slot === undefined ? undefined : this.#entries[slot]
    if (slot === undefined || !entry) return
    for (const [stem, count] of entry.counts) this.#byStem.get(stem)?.remove(saying(slot, count))
    for (const tag of entry.need.tags ?? []) this.#byTag.get(tag)?.remove(slot)
    this.#allLengths -= entry.length
    this.#entries[slot] = undefined
    this.#slots.delete(key)
  }

  /**
   * The needs that are most like this one, best first; equal ones in the order in which they came. Those of its own organisation
   * are left out unless `ownToo`.
   */
  best(need: Need, most: number, { ownToo = false }: { ownToo?: boolean } = {}): LookAlike[] {
    const asked = this.#entryOf(need)
    const touched = this.#addUp(asked)
    const found = this.#top(touched, most, (entry) => entry.need.key !== need.key && (ownToo || entry.need.org !== need.org))
    const answer = found.map((slot) => this.#lookAlike(asked, this.#entries[slot] as Entry, this.#scores[slot] as number))
    for (const slot of touched) this.#scores[slot] = 0
    return answer
  }

  #addUp(asked: Entry): number[] {
    if (this.#scores.length < this.#entries.length) this.#scores = new Float64Array(this.#entries.length * 2)
    const scores = this.#scores
    const touched: number[] = []
    const add = (slot: number, worth: number) => {
      if (scores[slot] === 0) touched.push(slot)
      scores[slot] = (scores[slot] as number) + worth
    }
    const averageLength = this.#allLengths / Math.max(1, this.size)
    for (const stem of asked.counts.keys()) {
      const rarity = this.#rarity(stem)
      for (const said of this.#byStem.get(stem)?.all() ?? []) {
        const [slot, count] = [said >> COUNT_BITS, said & MOST_COUNTED]
        const relative = (this.#lengths[slot] as number) / averageLength
        add(slot, (rarity * count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relative)))
      }
    }
    for (const tag of asked.need.tags ?? []) for (const slot of this.#byTag.get(tag)?.all() ?? []) add(slot, TAG_WEIGHT)
    return touched
  }

  /** The best few without sorting them all. */
  #top(touched: readonly number[], most: number, accepts: (entry: Entry) => boolean): number[] {
    const short: number[] = []
    const isBefore = (a: number, b: number) =>
      this.#scores[a] === this.#scores[b] ? a < b : (this.#scores[a] as number) > (this.#scores[b] as number)
    for (const slot of touched) {
      const last = short[most - 1]
      if ((last !== undefined && !isBefore(slot, last)) || !accepts(this.#entries[slot] as Entry)) continue
      let at = short.length
      while (at > 0 && isBefore(slot, short[at - 1] as number)) at--
      short.splice(at, 0, slot)
      if (short.length > most) short.pop()
    }
    return short
  }

  #lookAlike(asked: Entry, found: Entry, score: number): LookAlike {
    const shared = [...asked.counts.keys()]
      .filter((stem) => found.counts.has(stem) && this.#isTelling(stem))
      .sort((a, b) => this.#rarity(b) - this.#rarity(a))
    const words = shared.slice(0, MOST_REASONS).map((stem) => found.said.get(stem) ?? stem)
    const tags = (asked.need.tags ?? []).filter((tag) => found.need.tags?.includes(tag))
    return { key: found.need.key, score, tags, words }
  }

  /** What every tenth need speaks of is no reason. */
  #isTelling(stem: string): boolean {
    return (this.#byStem.get(stem)?.length ?? 0) <= Math.max(FEW, this.size / 10)
  }

  /** Inverse document frequency, in nats. */
  #rarity(stem: string): number {
    const having = this.#byStem.get(stem)?.length ?? 0
    return Math.log(1 + (this.size - having + 0.5) / (having + 0.5))
  }

  #learnWords(need: Need): void {
    for (const word of new Set(wordsOfNeed(`${need.title} ${need.body ?? ''}`))) this.#uses.set(word, (this.#uses.get(word) ?? 0) + 1)
    this.#joined.texts++
  }

  #add(need: Need): void {
    const entry = this.#entryOf(need)
    const slot = this.#entries.push(entry) - 1
    this.#slots.set(need.key, slot)
    this.#allLengths += entry.length
    this.#keepLength(slot, entry.length)
    for (const [stem, count] of entry.counts) listOf(this.#byStem, stem).add(saying(slot, count))
    for (const tag of need.tags ?? []) listOf(this.#byTag, tag).add(slot)
  }

  #keepLength(slot: number, length: number): void {
    if (slot >= this.#lengths.length) {
      const larger = new Float64Array(this.#lengths.length * 2)
      larger.set(this.#lengths)
      this.#lengths = larger
    }
    this.#lengths[slot] = length
  }

  #entryOf(need: Need): Entry {
    const own = new Set(wordsOfNeed(need.org).map(stemOfNeed))
    const counts = new Map<string, number>()
    const said = new Map<string, string>()
    let length = 0
    const add = (text: string, weight: number, most: number) => {
      for (const word of wordsOfNeed(text)
        .slice(0, most)
        .flatMap((each) => [each, ...this.#joined.partsOf(each)])) {
        const stem = stemOfNeed(word)
        if (own.has(stem) || isEmptyWord(word)) continue
        counts.set(stem, (counts.get(stem) ?? 0) + weight)
        if (!said.has(stem)) said.set(stem, word)
        length += weight
      }
    }
    add(need.title, TITLE_WEIGHT, Number.POSITIVE_INFINITY)
    add(need.body ?? '', 1, BODY_WORDS)
    return { need, counts, length, said }
  }
}

const saying = (slot: number, count: number): number => (slot << COUNT_BITS) | Math.min(count, MOST_COUNTED)

function listOf(lists: Map<string, SlotList>, key: string): SlotList {
  const list = lists.get(key) ?? new SlotList()
  lists.set(key, list)
  return list
}
