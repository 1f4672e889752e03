/** Ids of skills and interests as numbers, which are compared faster than texts, and how rare each is. */
import type { Candidate } from './candidate.ts'
import type { Neighbourhood } from './closeness.ts'
import type { TermId } from './vocabulary.ts'

/** How many there are, and how many of them have a skill or share an interest. */
export type Commonness = { readonly all: number; of(id: string): number }

/** Among those who are all at hand. */
function commonnessOf(candidates: readonly Candidate[]): Commonness {
  const counts = new Map<string, number>()
  for (const { haves, interests } of candidates)
    for (const each of new Set([...haves.map(({ term }) => term), ...interests])) counts.set(each, (counts.get(each) ?? 0) + 1)
  return { all: candidates.length, of: (id) => counts.get(id) ?? 0 }
}

/** Learns each id when it is first asked for; it knows nobody, so it may be kept as long as one likes. */
export class TermNumbers {
  readonly #neighbourhood: Neighbourhood
  readonly #common: Commonness
  readonly #near = new Map<TermId, ReadonlyMap<number, number>>()
  readonly #numbers = new Map<string, number>()
  readonly #ids: string[] = []

  /** All who take part, or how common things are among them. */
  constructor(neighbourhood: Neighbourhood, among: readonly Candidate[] | Commonness) {
    this.#neighbourhood = neighbourhood
    this.#common = 'of' in among ? among : commonnessOf(among)
  }

  numberOf(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    this.#numbers.set(id, this.#ids.length)
    this.#ids.push(id)
    return this.#ids.length - 1
  }

  /** @throws RangeError for a number that was never given. */
  idOf(number: number): string {
    const id = this.#ids[number]
    if (id === undefined) throw new RangeError(`No skill or interest has the number ${number}`)
    return id
  }

  /** Inverse document frequency, in nats. */
  rarity(id: string): number {
    return Math.log(1 + this.#common.all / (1 + this.#common.of(id)))
  }

  /** Of something that one of all has. */
  rarest(): number {
    return Math.log(1 + this.#common.all / 2)
  }

  /** What can stand in for a needed skill, by its number, and how closely (0 to 1). */
  near(need: TermId): ReadonlyMap<number, number> {
    const known = this.#near.get(need)
    if (known) return known
    const near = new Map(this.#neighbourhood.of(need).map(({ term, closeness }) => [this.numberOf(term), closeness]))
    this.#near.set(need, near)
    return near
  }
}
