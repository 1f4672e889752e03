/**
 * Who needs the same: needs ranked by confirmed tags that they share, then by their words (Okapi BM25; Robertson and Zaragoza, 2009).
 * The title counts double, long bodies are cut, and the words of somebody's own name tell nothing.
 */
import { JoinedWords } from './joined-words.ts'
import { isEmptyWord, stemOfNeed, wordsOfNeed } from './need-words.ts'

export type Need = {
  key: string
  /** The organisation's name or id: its words are left out of its own needs, and it is never its own look-alike. */
  org: string
  title: string
  body?: string
  /** Confirmed tags: public services and policy areas. */
  tags?: readonly string[]
}
/** `tags` and `words` are the reasons: what both have, the rarest first. */
export type LookAlike = { key: string; score: number; tags: readonly string[]; words: readonly string[] }

const TITLE_WEIGHT = 2
/** Words of a body after which nothing new is said. */
const BODY_WORDS = 100
const SATURATION = 1.2
const LENGTH_SHARE = 0.75
/** One shared tag outweighs any likeness of words. */
const TAG_WEIGHT = 1000
const MOST_REASONS = 4

type Entry = { need: Need; counts: ReadonlyMap<string, number>; length: number; said: ReadonlyMap<string, string> }
type Posting = { at: number; count: number }

export class LookAlikes {
  readonly #entries: Entry[]
  readonly #postings = new Map<string, Posting[]>()
  readonly #joined: JoinedWords
  readonly #averageLength: number

  constructor(needs: readonly Need[]) {
    const uses = new Map<string, number>()
    for (const need of needs)
      for (const word of new Set(wordsOfNeed(`${need.title} ${need.body ?? ''}`))) uses.set(word, (uses.get(word) ?? 0) + 1)
    this.#joined = new JoinedWords(needs.length, uses)
    this.#entries = needs.map((need) => this.#entryOf(need))
    for (const [at, { counts }] of this.#entries.entries()) {
      for (const [stem, count] of counts) {
        const postings = this.#postings.get(stem)
        if (postings) postings.push({ at, count })
        else this.#postings.set(stem, [{ at, count }])
      }
    }
    this.#averageLength = this.#entries.reduce((sum, { length }) => sum + length, 0) / Math.max(1, needs.length)
  }

  /** The needs of other organisations that are most like this one, best first; equal ones in the order in which they came. */
  best(need: Need, most: number): LookAlike[] {
    const asked = this.#entryOf(need)
    const scores = new Map<number, number>()
    for (const stem of asked.counts.keys()) {
      const rarity = this.#rarity(stem)
      for (const { at, count } of this.#postings.get(stem) ?? []) {
        const length = (this.#entries[at] as Entry).length / this.#averageLength
        const worth = (rarity * count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length))
        scores.set(at, (scores.get(at) ?? 0) + worth)
      }
    }
    if (need.tags?.length) for (const [at, other] of this.#entries.entries()) addTags(scores, at, sharedTags(need, other.need).length)
    return [...scores]
      .filter(([at]) => (this.#entries[at] as Entry).need.org !== need.org)
      .sort(([a, left], [b, right]) => right - left || a - b)
      .slice(0, most)
      .map(([at, score]) => this.#lookAlike(asked, this.#entries[at] as Entry, score))
  }

  #lookAlike(asked: Entry, found: Entry, score: number): LookAlike {
    const shared = [...asked.counts.keys()].filter((stem) => found.counts.has(stem)).sort((a, b) => this.#rarity(b) - this.#rarity(a))
    const words = shared.slice(0, MOST_REASONS).map((stem) => found.said.get(stem) ?? stem)
    return { key: found.need.key, score, tags: sharedTags(asked.need, found.need), words }
  }

  /** Inverse document frequency, in nats. */
  #rarity(stem: string): number {
    const having = this.#postings.get(stem)?.length ?? 0
    return Math.log(1 + (this.#entries.length - having + 0.5) / (having + 0.5))
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

const sharedTags = (a: Need, b: Need): string[] => (a.tags ?? []).filter((tag) => b.tags?.includes(tag))

function addTags(scores: Map<number, number>, at: number, shared: number): void {
  if (shared > 0) scores.set(at, (scores.get(at) ?? 0) + shared * TAG_WEIGHT)
}
