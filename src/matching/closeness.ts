/** How well one skill stands in for another, by where the two stand in the vocabulary. */
import type { TermId, Vocabulary } from './vocabulary.ts'

/** The same skill; a special kind of what is needed; the general kind of it; another kind of the same thing. */
export const CLOSENESS = { same: 1, narrower: 0.9, broader: 0.5, sibling: 0.3 } as const
/** Each further step up or down the vocabulary keeps this share. */
const A_STEP = 0.8

export type Near = { term: TermId; closeness: number }

/**
 * Every term that can stand in for a needed one, the closest first: PostgreSQL for Databases (narrower), Databases for
 * PostgreSQL (broader), MySQL for PostgreSQL (sibling). Ties go by id, so that an answer is the same every time.
 */
export class Neighbourhood {
  readonly #vocabulary: Vocabulary
  readonly #narrower = new Map<TermId, TermId[]>()
  readonly #known = new Map<TermId, readonly Near[]>()
  readonly #closenessTo = new Map<TermId, ReadonlyMap<TermId, number>>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    for (const term of vocabulary.terms.values()) {
      for (const above of term.broader) this.#narrower.set(above, [...(this.#narrower.get(above) ?? []), term.id])
    }
  }

  of(need: TermId): readonly Near[] {
    const known = this.#known.get(need)
    if (known) return known
    const near = new Map<TermId, number>([[need, CLOSENESS.same]])
    const put = (term: TermId, closeness: number) => near.set(term, Math.max(near.get(term) ?? 0, closeness))
    for (const above of this.#vocabulary.terms.get(need)?.broader ?? []) {
      for (const sibling of this.#narrower.get(above) ?? []) put(sibling, CLOSENESS.sibling)
    }
    this.#walk(need, CLOSENESS.broader, (id) => this.#vocabulary.terms.get(id)?.broader ?? [], put)
    this.#walk(need, CLOSENESS.narrower, (id) => this.#narrower.get(id) ?? [], put)
    const found = [...near]
      .map(([term, closeness]) => ({ term, closeness }))
      .sort((a, b) => b.closeness - a.closeness || (a.term < b.term ? -1 : 1))
    this.#known.set(need, found)
    return found
  }

  /** How well each that can stand in for a needed one does so. */
  near(need: TermId): ReadonlyMap<TermId, number> {
    const known = this.#closenessTo.get(need)
    if (known) return known
    const near = new Map(this.of(need).map(({ term, closeness }) => [term, closeness]))
    this.#closenessTo.set(need, near)
    return near
  }

  /** How well one skill stands in for a needed one; 0 when it does not. */
  closeness(need: TermId, have: TermId): number {
    return this.near(need).get(have) ?? 0
  }

  #walk(from: TermId, first: number, next: (id: TermId) => readonly TermId[], put: (term: TermId, closeness: number) => void): void {
    const seen = new Set([from])
    for (let level = next(from), closeness = first; level.length > 0; closeness *= A_STEP) {
      const fresh = level.filter((id) => !seen.has(id))
      for (const id of fresh) {
        seen.add(id)
        put(id, closeness)
      }
      level = fresh.flatMap((id) => [...next(id)])
    }
  }
}
