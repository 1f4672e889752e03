/** All that a chapter's pack knows about skills, tags and places, in memory and ready to be asked. */
import type { Position } from '../basics/place.ts'
import { Neighbourhood } from './closeness.ts'
import { type PolicyArea, type PublicService, type Tag, TagFinder, type TagId, tagsOf } from './tag.ts'
import type { Met } from './term-index.ts'
import { type Term, type TermId, Vocabulary } from './vocabulary.ts'

export type KnowledgeParts = {
  skills: readonly Term[]
  publicServices: readonly PublicService[]
  policyAreas: readonly PolicyArea[]
  /** Postcode districts with their middles. */
  places: ReadonlyMap<string, Position>
}

export const NOTHING_KNOWN: KnowledgeParts = { skills: [], publicServices: [], policyAreas: [], places: new Map() }

/** A kind of the needed skill fits, and so does its general kind; another kind of the same thing does not. */
const FITS_FROM = 0.5

/** Texts whose terms are kept: people type the same skills again and again, and a page of suggestions reads a thousand of them. */
const MOST_KEPT = 50_000
const LONGEST_KEPT = 100

export class Knowledge {
  readonly vocabulary: Vocabulary
  readonly neighbourhood: Neighbourhood
  readonly tags: ReadonlyMap<TagId, Tag>
  /** Another one for every other list of skills. */
  readonly edition: string
  readonly #finder: TagFinder
  readonly #read = new Map<string, readonly TermId[]>()
  /** Of a need and a have, as they were typed; 0 when the one does not meet the other. */
  readonly #met = new Map<string, Map<string, number>>()
  #pairs = 0
  readonly #places: ReadonlyMap<string, Position>
  readonly #kinds = new Map<TermId, TermId[]>()
  readonly #within = new Map<TagId, TagId[]>()

  constructor({ skills, publicServices, policyAreas, places }: KnowledgeParts) {
    const tags = tagsOf(publicServices, policyAreas)
    this.vocabulary = new Vocabulary(skills)
    this.neighbourhood = new Neighbourhood(this.vocabulary)
    this.tags = new Map(tags.map(({ id, is, name }) => [id, { id, is, name }]))
    this.#finder = new TagFinder(tags)
    this.#places = places
    this.edition = hashOf(JSON.stringify(skills))
    for (const { id } of skills)
      for (const above of this.vocabulary.lineOf(id)) this.#kinds.set(above, [...(this.#kinds.get(above) ?? []), id])
    const parents = new Map(policyAreas.map(({ id, parent }) => [id, parent]))
    for (const { id } of policyAreas)
      for (let above: string | undefined = parents.get(id); above; above = parents.get(above))
        this.#within.set(`policy-${above}`, [...(this.#within.get(`policy-${above}`) ?? []), `policy-${id}`])
  }

  /** The skills that a text speaks of. */
  termsIn(text: string): readonly TermId[] {
    const known = this.#read.get(text)
    if (known) return known
    const terms = this.vocabulary.recognise(text)
    if (text.length <= LONGEST_KEPT) {
      if (this.#read.size >= MOST_KEPT) this.#read.clear()
      this.#read.set(text, terms)
    }
    return terms
  }

  /** The skills in whose name all words of a text stand: "data" stands in "Data analysis". */
  termsNamed(text: string): TermId[] {
    const wanted = wordsOf(text)
    if (wanted.length === 0) return []
    return [...this.vocabulary.terms.values()].flatMap(({ id, name }) => {
      const words = wordsOf(name)
      return wanted.every((word) => words.includes(word)) ? [id] : []
    })
  }

  nameOf(term: TermId): string {
    return this.vocabulary.terms.get(term)?.name ?? term
  }

  /** A skill and every kind of it: Programming is also Python. */
  kindsOf(term: TermId): readonly TermId[] {
    return this.#kinds.get(term) ?? [term]
  }

  /** A tag and those below it. */
  tagsWithin(tag: TagId): readonly TagId[] {
    return [tag, ...(this.#within.get(tag) ?? [])]
  }

  /** Those of these ids that the pack knows. */
  tagsCalled(ids: readonly TagId[]): Tag[] {
    return ids.flatMap((id) => this.tags.get(id) ?? [])
  }

  suggestTags(title: string, body: string, most: number): Tag[] {
    return this.#finder.find(title, body, most)
  }

  /** The tags that a few words mean, not only touch: they share at least half of the words. */
  tagsMeant(text: string, most: number): Tag[] {
    return this.#finder.meant(text, most)
  }

  get knowsPlaces(): boolean {
    return this.#places.size > 0
  }

  /** The middle of a postcode district such as LS1; of a whole postcode, its district's. */
  positionOf(typed: string): Position | undefined {
    return this.#places.get(districtIn(typed))
  }

  /** The closest of somebody's haves that meets a need, when one does; `need` is a role's skill as it was typed. */
  fit(need: string, haves: readonly TermId[]): Met | undefined {
    let best: Met | undefined
    for (const wanted of this.termsIn(need)) {
      const near = this.neighbourhood.of(wanted).find(({ term }) => haves.includes(term))
      if (near && near.closeness >= FITS_FROM && near.closeness > (best?.closeness ?? 0))
        best = { need: wanted, have: near.term, closeness: near.closeness }
    }
    return best
  }

  /** How closely a have meets a need, both as they were typed; undefined when it does not. */
  meets(need: string, have: string): number | undefined {
    const known = this.#met.get(need)?.get(have)
    if (known !== undefined) return known || undefined
    const closeness = this.fit(need, this.termsIn(have))?.closeness ?? 0
    if (need.length > LONGEST_KEPT || have.length > LONGEST_KEPT) return closeness || undefined
    if (this.#pairs++ >= MOST_KEPT * 4) {
      this.#met.clear()
      this.#pairs = 1
    }
    const haves = this.#met.get(need) ?? new Map<string, number>()
    this.#met.set(need, haves.set(have, closeness))
    return closeness || undefined
  }

  /** Every skill that somebody with these haves can be asked for. */
  needsMetBy(haves: readonly TermId[]): TermId[] {
    const has = new Set(haves)
    return [...this.vocabulary.terms.keys()].filter((need) =>
      this.neighbourhood.of(need).some(({ term, closeness }) => closeness >= FITS_FROM && has.has(term)),
    )
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}#+.]{2,}/gu) ?? []

/** "ls1 4ab", "LS14AB" and "LS1" are all in LS1. */
export function districtIn(typed: string): string {
  const plain = typed.toUpperCase().replace(/\s+/g, '')
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(plain) ? plain.slice(0, -3) : plain
}

/** Sixteen hexadecimal figures (FNV-1a, twice 32 bits), to tell texts apart and not to guard them. */
function hashOf(text: string): string {
  const half = (start: number): string => {
    let hash = start
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, '0')
  }
  return half(0x811c9dc5) + half(0x050c5d1f)
}
