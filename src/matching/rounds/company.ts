/** Everybody of one turn of a round, by number: who may sit with whom, who met before, and what two are worth together. */
import { kilometresBetween, mayMeetInPerson, waysToMeet, whyNot } from '../candidate.ts'
import type { Neighbourhood } from '../closeness.ts'
import { type Fit, type PairScore, scoreAmong } from '../pair-score.ts'
import type { Guest, WhyLeftOut } from './meeting.ts'
import type { Meets, RoundInput } from './round.ts'

/** So many have half a million pairs, which are scored in a second or two. */
const ALL_PAIRS_UP_TO = 1000
const THE_SAME = { sector: 'the same sector', organisation: 'the same organisation', profession: 'the same profession' } as const
/** What no organiser can overrule: the others they may know better. */
const ABOVE_ALL: readonly (string | undefined)[] = ['the same person', 'paused', 'full', 'blocked']

/** The input makes no sense; the message is a sentence for whoever wrote it. */
export class WrongRound extends Error {}

function wayBarred(one: Guest, other: Guest, meets: Meets | undefined): WhyLeftOut | undefined {
  if (meets === undefined) return undefined
  if (meets === 'online') return waysToMeet(one, other).includes('online') ? undefined : 'no way to meet'
  const km = kilometresBetween(one, other)
  if (!mayMeetInPerson(one, other, km)) return 'no way to meet'
  return km !== undefined && km > meets.kilometres ? 'too far' : undefined
}

/** Guests are numbered in the order of their ids, so that nothing depends on the order in which they came. */
export class Company {
  readonly guests: readonly Guest[]
  readonly neighbourhood: Neighbourhood
  readonly seed: number
  /** So few that every pair is looked at. */
  readonly isSmall: boolean
  /** The organiser's pairs, of those who are here and may be together. */
  readonly together: readonly (readonly [number, number])[]
  readonly #input: RoundInput
  readonly #leftOut: Uint8Array
  readonly #isFine: Uint8Array
  readonly #score: PairScore
  readonly #numbers: ReadonlyMap<string, number>
  /** Who met in an earlier turn of this round, of those who are here. */
  readonly met: readonly (readonly [number, number])[]
  readonly #met: ReadonlySet<number>
  readonly #apart: ReadonlySet<number>
  readonly #together: ReadonlySet<number>

  constructor(input: RoundInput, neighbourhood: Neighbourhood, allPairsUpTo = ALL_PAIRS_UP_TO) {
    this.guests = [...input.guests].sort((a, b) => (a.id < b.id ? -1 : 1))
    const twice = this.guests.find(({ id }, at) => id === this.guests[at + 1]?.id)
    if (twice) throw new WrongRound(`Two guests have the id ${twice.id}.`)
    this.neighbourhood = neighbourhood
    this.seed = input.seed
    this.isSmall = this.guests.length <= allPairsUpTo
    this.#input = input
    this.#leftOut = Uint8Array.from(this.guests, ({ id }) => Number(input.leftOut.has(id)))
    this.#isFine = Uint8Array.from(this.guests, ({ threeIsFine }) => Number(threeIsFine))
    this.#score = scoreAmong(neighbourhood, this.guests)
    this.#numbers = new Map(this.guests.map(({ id }, at) => [id, at]))
    this.#apart = new Set(this.#pairs(input.apart).map(([a, b]) => this.#key(a, b)))
    this.met = this.#pairs(input.met)
    this.#met = new Set(this.met.map(([a, b]) => this.#key(a, b)))
    this.together = this.#pairs(input.together).filter(([a, b]) => this.#mayByHand(a, b))
    this.#together = new Set(this.together.map(([a, b]) => this.#key(a, b)))
  }

  get everybody(): number[] {
    return this.guests.map((_, at) => at)
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id)
  }

  idOf(a: number): string {
    return this.guests[a]!.id
  }

  /** Why the two are never put together; undefined where they may be. */
  whyNot(a: number, b: number): WhyLeftOut | undefined {
    if (this.isByHand(a, b)) return undefined
    const one = this.guests[a]!
    const other = this.guests[b]!
    for (const what of this.#input.rules.across) if (one[what] !== '' && one[what] === other[what]) return THE_SAME[what]
    if (this.#apart.size > 0 && this.#apart.has(this.#key(a, b))) return 'kept apart'
    return whyNot(one, other, this.#input.between) ?? wayBarred(one, other, this.#input.rules.meets)
  }

  /** Only those who are near each other meet. */
  get isLocal(): boolean {
    return typeof this.#input.rules.meets === 'object'
  }

  may(a: number, b: number): boolean {
    return a !== b && this.whyNot(a, b) === undefined
  }

  isByHand(a: number, b: number): boolean {
    return this.#together.size > 0 && this.#together.has(this.#key(a, b))
  }

  /** In an earlier turn of this round. */
  haveMet(a: number, b: number): boolean {
    return this.#met.size > 0 && this.#met.has(this.#key(a, b))
  }

  wasLeftOut(a: number): boolean {
    return this.#leftOut[a] === 1
  }

  isFineWithThree(a: number): boolean {
    return this.#isFine[a] === 1
  }

  fit(a: number, b: number): Fit {
    return this.#score.fit(this.guests[a]!, this.guests[b]!)
  }

  worth(a: number, b: number): number {
    return this.#score.score(this.guests[a]!, this.guests[b]!)
  }

  /** Of everybody whom one could sit with, one by one from a place that depends on the seed. */
  *around(a: number, among: readonly number[]): Generator<number> {
    const begin = (a * 7919 + Math.abs(this.seed)) % Math.max(1, among.length)
    for (let step = 0; step < among.length; step++) yield among[(begin + step) % among.length]!
  }

  /** Those of whom both are here. */
  #pairs(pairs: RoundInput['met']): [number, number][] {
    return pairs.flatMap(([one, other]): [number, number][] => {
      const [a, b] = [this.numberOf(one), this.numberOf(other)]
      return a === undefined || b === undefined || a === b ? [] : [[Math.min(a, b), Math.max(a, b)]]
    })
  }

  #mayByHand(a: number, b: number): boolean {
    return !this.#apart.has(this.#key(a, b)) && !ABOVE_ALL.includes(whyNot(this.guests[a]!, this.guests[b]!, this.#input.between))
  }

  #key(a: number, b: number): number {
    return a < b ? a * this.guests.length + b : b * this.guests.length + a
  }
}
