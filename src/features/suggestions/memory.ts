/** What is looked for and what is on offer, in memory, so that an answer takes milliseconds among a hundred thousand people. */
import type { Knowledge } from '../../matching/knowledge.ts'
import { type LookAlike, LookAlikes, type Need } from '../../matching/look-alikes.ts'
import { TermIndex } from '../../matching/term-index.ts'
import type { TermId } from '../../matching/vocabulary.ts'

export type RememberedRole = { id: string; skill: string }
/** A project as far as likeness goes; its roles are those that may still be pledged to. */
export type RememberedProject = {
  id: string
  title: string
  problem: string
  organisation: string
  tags: readonly string[]
  roles: readonly RememberedRole[]
}
export type SaidTerms = { haves: readonly TermId[]; needs: readonly TermId[] }
/** About how many in all, shared among the things that somebody has or needs. */
export type Few = { roles: number; have: number; need: number }
export type SomeFound = { roles: readonly string[]; people: readonly string[] }
export type RememberedPerson = { id: string; haves: readonly string[]; needs: readonly string[] }

/**
 * A copy that each process makes for itself and may throw away. It only proposes: who may see what, and what is still true, is asked
 * of the database before anything is shown.
 */
export class Memory {
  readonly knowledge: Knowledge
  readonly #projects = new LookAlikes()
  readonly #roles: TermIndex
  readonly #haves: TermIndex
  readonly #needs: TermIndex
  readonly #rolesOf = new Map<string, readonly string[]>()

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge
    this.#roles = new TermIndex(knowledge.neighbourhood)
    this.#haves = new TermIndex(knowledge.neighbourhood)
    this.#needs = new TermIndex(knowledge.neighbourhood)
  }

  putProject({ id, title, problem, organisation, tags, roles }: RememberedProject): void {
    this.#projects.put({ key: id, org: organisation, title, body: problem, tags })
    for (const role of this.#rolesOf.get(id) ?? []) this.#roles.remove(role)
    for (const role of roles) this.#roles.put(role.id, this.termsIn(role.skill))
    this.#rolesOf.set(
      id,
      roles.map((role) => role.id),
    )
  }

  putPerson({ id, haves, needs }: RememberedPerson): void {
    const terms = (texts: readonly string[]) => texts.flatMap((text) => this.termsIn(text))
    this.#haves.put(id, terms(haves))
    this.#needs.put(id, terms(needs))
  }

  termsIn(text: string): readonly TermId[] {
    return this.knowledge.termsIn(text)
  }

  /** Projects that need the same, best first; those of the same organisation too. */
  lookAlikes(need: Need, most: number): LookAlike[] {
    return this.#projects.best(need, most, { ownToo: true })
  }

  /** Roles that somebody with these terms may fill, the likeliest first. */
  rolesFor(haves: readonly TermId[], most: number): string[] {
    return this.#roles.best(haves, most).map(({ key }) => key)
  }

  /** A few of each, for many who ask at once: see `sample`. */
  someFor({ haves, needs }: SaidTerms, few: Few, turn: number, accepts: (key: string) => boolean): SomeFound {
    const each = (many: number, terms: readonly TermId[]): number => Math.ceil(many / Math.max(1, terms.length))
    const having = this.#haves.sample(needs, each(few.have, needs), turn, accepts)
    const needing = this.#needs.sample(haves, each(few.need, haves), turn, accepts)
    return { roles: this.#roles.sample(haves, each(few.roles, haves), turn, accepts), people: [...new Set([...having, ...needing])] }
  }

  /** How many of some people have each skill. */
  countHaves(people: readonly string[]): ReadonlyMap<TermId, number> {
    return this.#haves.count(people)
  }

  /** People who have what is needed. */
  peopleWith(needs: readonly TermId[], most: number): string[] {
    return this.#haves.best(needs, most).map(({ key }) => key)
  }

  /** People who need what somebody has. */
  peopleWhoNeed(haves: readonly TermId[], most: number): string[] {
    return this.#needs.best(haves, most).map(({ key }) => key)
  }
}
