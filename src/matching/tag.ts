/** Tags that say what a project is for: public services and policy areas, and which of them a text speaks of. */
import { LookAlikes } from './look-alikes.ts'
import { isEmptyWord, wordsOfNeed } from './need-words.ts'

/** Something that councils or departments do for people. */
export type PublicService = { code: string; name: string; tier: string; keywords: readonly string[] }
export type PolicyArea = { id: string; parent: string; name: string; keywords: readonly string[] }

export type TagId = string
export type Tag = { id: TagId; is: 'public service' | 'policy area'; name: string }

/** On 2,973 rows of council pages the right service was among five as often (64.6 %) as without this bound (64.8 %). */
const LEAST_SHARE = 0.4

/** Each tag with the words that people use for it. */
export type KnownTag = Tag & { keywords: readonly string[] }

export const tagsOf = (publicServices: readonly PublicService[], policyAreas: readonly PolicyArea[]): KnownTag[] => [
  ...publicServices.map(({ code, name, keywords }) => ({ id: `service-${code}`, is: 'public service' as const, name, keywords })),
  ...policyAreas.map(({ id, name, keywords }) => ({ id: `policy-${id}`, is: 'policy area' as const, name, keywords })),
]

/** Of a longer text no more is asked: nobody repeats all its words. */
const MOST_WORDS = 6

/** Finds the tags that a text is about, as one finds who needs the same: by words, the rarer the better. */
export class TagFinder {
  readonly #tags: ReadonlyMap<TagId, Tag>
  readonly #alike: LookAlikes

  constructor(tags: readonly KnownTag[]) {
    this.#tags = new Map(tags.map(({ id, is, name }) => [id, { id, is, name }]))
    this.#alike = new LookAlikes(tags.map(({ id, name, keywords }) => ({ key: id, org: 'pack', title: name, body: keywords.join(' ') })))
  }

  /** The likeliest first; what is far less likely than the first is left out. */
  find(title: string, body: string, most: number): Tag[] {
    const found = this.#alike.best({ key: '', org: '', title, body }, most)
    const least = LEAST_SHARE * (found[0]?.score ?? 0)
    return found.flatMap(({ key, score }) => (score < least ? [] : (this.#tags.get(key) ?? [])))
  }

  /** Those that share at least half of the words of a short text, the likeliest first. */
  meant(text: string, most: number): Tag[] {
    const asked = new Set(wordsOfNeed(text).filter((word) => !isEmptyWord(word))).size
    const near = this.#alike.best({ key: '', org: '', title: text }, most)
    return near.filter(({ words }) => words.length * 2 >= Math.min(asked, MOST_WORDS)).flatMap(({ key }) => this.#tags.get(key) ?? [])
  }
}
