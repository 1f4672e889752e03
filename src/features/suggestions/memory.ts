/** What is looked for and what is on offer, in memory, so that an answer takes milliseconds among a hundred thousand people. */
import { Kept } from '../../basics/kept.ts'
import type { Position } from '../../basics/place.ts'
import { CLOSENESS } from '../../matching/closeness.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { type LookAlike, LookAlikes, type Need } from '../../matching/look-alikes.ts'
import { PairScore } from '../../matching/pair-score.ts'
import { TermIndex } from '../../matching/term-index.ts'
import { TermNumbers } from '../../matching/term-numbers.ts'
import type { TermId } from '../../matching/vocabulary.ts'
import type { Met } from './wish.ts'

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
/** What somebody has, needs and would share: what they would like to learn is among the needs. */
export type SaidTerms = { haves: readonly TermId[]; needs: readonly TermId[]; topics: readonly string[] }
/** How many roles in all, about how many people are looked at for each direction, and how many of them are proposed. */
export type Few = { roles: number; looked: number; people: number }
export type SomeFound = { roles: readonly string[]; people: readonly string[] }
export type RememberedPerson = {
  id: string
  haves: readonly string[]
  needs: readonly string[]
  topics: readonly string[]
  /** Of which of their own things they want more. */
  likes: readonly Met[]
  about: About
}
/** What every member may know of somebody. */
export type About = { organisation: string; sector: string; showsHaves: boolean; showsAreas: boolean; position?: Position }
export type IsRight = (about: About) => boolean
/** Somebody who has one of these skills, or works on one of these areas. */
export type Wanted = { terms: readonly TermId[]; topics: readonly string[] }

/** A shared topic speaks for somebody less than help does. */
const TOPICS = 0.4
/** Fewer lists are counted in no time; the sum of more may be a little old. */
const MANY_LISTS = 5000
const A_MOMENT = 5000

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
  readonly #topics: TermIndex
  readonly #likes = new Map<string, ReadonlySet<Met>>()
  readonly #about = new Map<string, About>()
  readonly #rolesOf = new Map<string, readonly string[]>()
  readonly #numbers: TermNumbers
  /** How many lists there are of people, by the week. */
  readonly lists = new Kept<number>(A_MOMENT, (lists) => lists >= MANY_LISTS)

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge
    this.#roles = new TermIndex(knowledge.neighbourhood)
    this.#haves = new TermIndex(knowledge.neighbourhood)
    this.#needs = new TermIndex(knowledge.neighbourhood)
    this.#topics = new TermIndex(knowledge.neighbourhood)
    const [haves, topics] = [this.#haves, this.#topics]
    this.#numbers = new TermNumbers(knowledge.neighbourhood, {
      get all() {
        return Math.max(1, haves.size)
      },
      of: (id) => haves.countOf(id) + topics.countOf(id),
    })
  }

  /** By how rare things are among all who are remembered. A new one for each question: what it reads of people is dropped with it. */
  get score(): PairScore {
    return new PairScore(this.#numbers)
  }

  /** How many there are. */
  get people(): number {
    return this.#haves.size
  }

  /** What somebody has said, as it is remembered. */
  saidBy(person: string): SaidTerms {
    return { haves: this.#haves.termsOf(person), needs: this.#needs.termsOf(person), topics: this.#topics.termsOf(person) }
  }

  likesOf(person: string): ReadonlySet<Met> {
    return this.#likes.get(person) ?? NOTHING
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

  putPerson({ id, haves, needs, topics, likes, about }: RememberedPerson): void {
    const terms = (texts: readonly string[]) => texts.flatMap((text) => this.termsIn(text))
    this.#haves.put(id, terms(haves))
    this.#needs.put(id, terms(needs))
    this.#topics.put(id, topics)
    this.#about.set(id, about)
    if (likes.length > 0) this.#likes.set(id, new Set(likes))
    else this.#likes.delete(id)
  }

  termsIn(text: string): readonly TermId[] {
    return this.knowledge.termsIn(text)
  }

  /** Projects that need the same, best first; those of the same organisation too. */
  lookAlikes(need: Need, most: number): LookAlike[] {
    return this.#projects.best(need, most, { ownToo: true })
  }

  /** Roles that somebody with these terms may fill, the likeliest first. Another kind of the same thing gives nobody a reason, and there are many. */
  rolesFor(haves: readonly TermId[], most: number): string[] {
    return this.#roles.bestKeys(haves, most, { least: CLOSENESS.broader })
  }

  /** A few of each, for many who ask at once: see `sample`. */
  someFor(said: SaidTerms, few: Few, turn: number, accepts: (key: string) => boolean, isRight: IsRight): SomeFound {
    const { haves, needs, topics } = said
    const isWanted = (key: string): boolean => this.#is(key, isRight) && accepts(key)
    const each = (many: number, terms: readonly TermId[]): number => Math.ceil(many / Math.max(1, terms.length))
    const looked = [
      ...this.#haves.sample(needs, each(few.looked, needs), turn, isWanted),
      ...this.#needs.sample(haves, each(few.looked, haves), turn, isWanted),
      ...this.#topics.sample(topics, each(few.looked, topics), turn, isWanted),
    ]
    return { roles: this.#roles.sample(haves, each(few.roles, haves), turn, accepts), people: this.#likeliest(said, looked, few.people) }
  }

  /** People who may fit both ways, the likeliest first. */
  peopleFor(said: SaidTerms, { looked, people }: Pick<Few, 'looked' | 'people'>, isRight: IsRight): string[] {
    const { haves, needs, topics } = said
    const among = { least: CLOSENESS.broader, accepts: (key: string) => this.#is(key, isRight) }
    const found = [
      ...this.#haves.bestKeys(needs, looked, among),
      ...this.#needs.bestKeys(haves, looked, among),
      ...this.#topics.bestKeys(topics, looked, among),
    ]
    return this.#likeliest(said, found, people)
  }

  /** Of some who fit one way, those who fit best in both: who helps and is helped comes before who only helps. Equals stay in their order. */
  #likeliest({ haves, needs, topics }: SaidTerms, people: readonly string[], most: number): string[] {
    const [getsFrom, givesTo, sharesWith] = [this.#haves.shareOf(needs), this.#needs.shareOf(haves), this.#topics.shareOf(topics)]
    return [...new Set(people)]
      .map((id) => {
        const [gets, gives] = [getsFrom(id), givesTo(id)]
        return { id, worth: gets + gives + 2 * Math.min(gets, gives) + TOPICS * sharesWith(id) }
      })
      .sort((a, b) => b.worth - a.worth)
      .slice(0, most)
      .map(({ id }) => id)
  }

  /**
   * People who show something of each that is wanted, the closest to the first before the others. What somebody keeps to themselves finds
   * nobody, and changes no place in the list.
   */
  whoShow(wanted: readonly Wanted[], from: { after: string | undefined; most: number }, isRight: IsRight): string[] {
    const [first = NOTHING_WANTED, ...others] = wanted
    const shows = (key: string, { terms, topics }: { terms: ReadonlySet<TermId>; topics: ReadonlySet<string> }): boolean => {
      const about = this.#about.get(key)
      return (about?.showsHaves && this.#haves.hasAny(key, terms)) || (about?.showsAreas && this.#topics.hasAny(key, topics)) || false
    }
    const sets = others.map(({ terms, topics }) => ({ terms: new Set(terms), topics: new Set(topics) }))
    const has = { terms: new Set(first.terms), topics: NOBODYS }
    const accepts = (key: string): boolean => this.#is(key, isRight) && sets.every((each) => shows(key, each))
    const isAmongHaves = from.after === undefined || shows(from.after, has)
    const having = isAmongHaves ? this.#haves.listWith(first.terms, from, (key) => shows(key, has) && accepts(key)) : []
    const rest = { after: isAmongHaves ? undefined : from.after, most: from.most - having.length }
    const isOther = (key: string) => this.#about.get(key)?.showsAreas === true && !shows(key, has) && accepts(key)
    return rest.most > 0 ? [...having, ...this.#topics.listWith(first.topics, rest, isOther)] : having
  }

  #is(key: string, isRight: IsRight): boolean {
    const about = this.#about.get(key)
    return about !== undefined && isRight(about)
  }

  /** How many of some people have each skill. */
  countHaves(people: readonly string[]): ReadonlyMap<TermId, number> {
    return this.#haves.count(people)
  }
}

const NOTHING: ReadonlySet<Met> = new Set()
const NOBODYS: ReadonlySet<string> = new Set()
const NOTHING_WANTED: Wanted = { terms: [], topics: [] }
