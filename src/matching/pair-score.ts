/** How well two people fit, by whole numbers that keep their reasons: the same for the one as for the other, on every machine. */
import { type Between, type Candidate, kilometresBetween, mayMeetInPerson, type WhyNot, whyNot } from './candidate.ts'
import type { Neighbourhood } from './closeness.ts'
import { commonHours, type Profile, profileOf } from './pair-profile.ts'
import { type Commonness, TermNumbers } from './term-numbers.ts'
import type { TermId } from './vocabulary.ts'
import {
  ACROSS,
  AT_THE_EDGE,
  BEST_NEED,
  ENOUGH_HOURS,
  LEFT_OUT,
  LEVEL_LACKING,
  MOST_LEFT_OUT,
  NEARBY,
  ONE_SIDED,
  SERVES,
  WHOLE,
} from './weights.ts'

/** Why the two fit, true of both: `to` is the id of whoever is helped. */
export type Reason =
  | { is: 'need'; to: string; need: TermId; have: TermId; closeness: number }
  | { is: 'interest'; interest: string }
  | { is: 'nearby'; kilometres: number }
  | { is: 'across'; what: keyof typeof ACROSS }
  | { is: 'left out'; who: string }

/** What was added up: a share of 0 to 1, and how much of the score it makes, in the same whole numbers. */
export type Addend = { is: keyof typeof SERVES; to: string; share: number }
export type Fit = { score: number; addends: readonly Addend[]; reasons: readonly Reason[] }
export type Pairing = { may: true; fit: Fit } | { may: false; why: WhyNot }

/** The have by its number. */
type Met = Omit<Extract<Reason, { is: 'need' }>, 'have'> & { have: number }
/** Of two, in the order of their ids: each share from 0 to 1, undefined where they have not said enough. */
type Weighed = {
  km: number | undefined
  needs: readonly [number | undefined, number | undefined]
  interests: number | undefined
  practical: number | undefined
  wishes: readonly [number | undefined, number | undefined]
}

/** What few of those who take part share tells more. What somebody says is read once, and kept as long as the score: say it anew with another object. */
export class PairScore {
  readonly #numbers: TermNumbers
  readonly #profiles = new Map<Candidate, Profile>()

  constructor(numbers: TermNumbers) {
    this.#numbers = numbers
  }

  pair(a: Candidate, b: Candidate, between: Between): Pairing {
    const why = whyNot(a, b, between)
    return why ? { may: false, why } : { may: true, fit: this.fit(a, b) }
  }

  /** The score of `fit` alone: of thousands of pairs few are met, and only those are told why. */
  score(one: Candidate, other: Candidate): number {
    const [a, b] = this.#inOrder(one, other)
    return scoreOf(a, b, weigh(a, b))
  }

  fit(one: Candidate, other: Candidate): Fit {
    const [a, b] = this.#inOrder(one, other)
    const met: Met[] = []
    const found = weigh(a, b, met)
    return {
      score: scoreOf(a, b, found),
      addends: [...addendsOf(a, found, 0), ...addendsOf(b, found, 1)],
      reasons: this.#reasons(a, b, found, met),
    }
  }

  #reasons(a: Profile, b: Profile, { km }: Weighed, met: readonly Met[]): Reason[] {
    const reasons: Reason[] = []
    for (const { to, need, have, closeness } of met) reasons.push({ is: 'need', to, need, have: this.#numbers.idOf(have), closeness })
    if (met.length === 2 && met[1]!.closeness > met[0]!.closeness) reasons.reverse()
    for (const each of a.interests) if (b.interests.includes(each)) reasons.push({ is: 'interest', interest: this.#numbers.idOf(each) })
    if (km !== undefined && mayMeetInPerson(a, b, km)) reasons.push({ is: 'nearby', kilometres: Math.round(km) })
    for (const what of ACROSS_WHAT) if (differ(a[what], b[what])) reasons.push({ is: 'across', what })
    for (const { id, missedOut } of [a, b]) if (missedOut > 0) reasons.push({ is: 'left out', who: id })
    return reasons
  }

  /** So that rounding is the same whoever asks. */
  #inOrder(one: Candidate, other: Candidate): readonly [Profile, Profile] {
    return one.id < other.id ? [this.#profile(one), this.#profile(other)] : [this.#profile(other), this.#profile(one)]
  }

  #profile(of: Candidate): Profile {
    const known = this.#profiles.get(of)
    if (known) return known
    const profile = profileOf(of, this.#numbers)
    this.#profiles.set(of, profile)
    return profile
  }
}

/** Of those who all take part, or by how common things are among them. */
export const scoreAmong = (neighbourhood: Neighbourhood, among: readonly Candidate[] | Commonness): PairScore =>
  new PairScore(new TermNumbers(neighbourhood, among))

const ACROSS_WHAT = ['sector', 'profession', 'organisation', 'region'] as const

function weigh(a: Profile, b: Profile, met?: Met[]): Weighed {
  const km = kilometresBetween(a, b)
  return {
    km,
    needs: [need(a, b, met), need(b, a, met)],
    interests: sharedInterests(a, b),
    practical: practicality(a, b, km),
    wishes: [wishes(a, b, km), wishes(b, a, km)],
  }
}

function addendsOf({ id: to }: Profile, { needs, interests, practical, wishes }: Weighed, at: 0 | 1): Addend[] {
  const addends: Addend[] = []
  const add = (is: Addend['is'], share: number | undefined): void => void (share !== undefined && addends.push({ is, to, share }))
  add('need', needs[at])
  add('interests', interests)
  add('practical', practical)
  add('wishes', wishes[at])
  return addends
}

function scoreOf(a: Profile, b: Profile, { needs, interests, practical, wishes }: Weighed): number {
  const both = harmonicMean(served(needs[0], interests, practical, wishes[0]), served(needs[1], interests, practical, wishes[1]))
  let across = 0
  for (const what of ACROSS_WHAT) if (differ(a[what], b[what])) across += ACROSS[what]
  const leftOut = Math.min(a.missedOut, MOST_LEFT_OUT) * LEFT_OUT + Math.min(b.missedOut, MOST_LEFT_OUT) * LEFT_OUT
  return Math.round(WHOLE * (both + (across + leftOut)))
}

/** How well the needs of one are met by the haves of another. By which most is added to `met`. */
function need({ id, needs, ofNeeds }: Profile, { haves, levels }: Profile, met?: Met[]): number | undefined {
  if (needs.length === 0) return undefined
  let [sum, best] = [0, 0]
  let found: Met | undefined
  for (const { term, level, near, weight, rare } of needs) {
    let closest = 0
    let have = -1
    for (let at = 0; at < haves.length; at++) {
      const here = near.get(haves[at]!)
      if (here === undefined) continue
      const lacking = levels[at] === 0 ? 0 : Math.max(0, level - levels[at]!)
      const closeness = lacking === 0 ? here : here * LEVEL_LACKING ** lacking
      if (closeness <= closest) continue
      closest = closeness
      have = haves[at]!
    }
    if (have < 0) continue
    sum += weight * closest
    if (closest * rare <= best) continue
    best = closest * rare
    if (met) found = { is: 'need', to: id, need: term, have, closeness: closest }
  }
  if (found) met?.push(found)
  return BEST_NEED * best + ((1 - BEST_NEED) * sum) / ofNeeds
}

/** What both are interested in, as a share of what either of them could share. */
function sharedInterests(a: Profile, b: Profile): number | undefined {
  if (a.interests.length === 0 || b.interests.length === 0) return undefined
  let sum = 0
  for (let at = 0; at < a.interests.length; at++) if (b.interests.includes(a.interests[at]!)) sum += a.rarities[at]!
  return sum / Math.min(a.ofInterests, b.ofInterests)
}

/** The mean of what is known, each by its weight; the weight of what is not known falls to the others. */
function served(need?: number, interests?: number, practical?: number, wishes?: number): number | undefined {
  let [sum, all] = [0, 0]
  if (need !== undefined) {
    all += SERVES.need
    sum += SERVES.need * need
  }
  if (interests !== undefined) {
    all += SERVES.interests
    sum += SERVES.interests * interests
  }
  if (practical !== undefined) {
    all += SERVES.practical
    sum += SERVES.practical * practical
  }
  if (wishes !== undefined) {
    all += SERVES.wishes
    sum += SERVES.wishes * wishes
  }
  return all === 0 ? undefined : sum / all
}

/** Of two: close to the smaller one, because a meeting that serves one of them only is soon over. Still, that is better than nothing. */
function harmonicMean(one: number | undefined, other: number | undefined): number {
  if (one === undefined || other === undefined) return one ?? other ?? 0
  return 2 / (1 / (one + ONE_SIDED) + 1 / (other + ONE_SIDED)) - ONE_SIDED
}

/** How easily the two meet, by what both have said; undefined where they have said nothing. */
function practicality(a: Profile, b: Profile, km: number | undefined): number | undefined {
  let [sum, known] = [0, 0]
  // Distance helps those who can meet in person, and harms nobody who talks online.
  if (km !== undefined && mayMeetInPerson(a, b, km)) {
    sum += 1 - (1 - AT_THE_EDGE) * Math.min(1, km / Math.min(a.radius ?? NEARBY, b.radius ?? NEARBY))
    known++
  }
  if (a.times > 0 && b.times > 0) {
    sum += Math.min(1, commonHours(a.week, b.week) / Math.min(ENOUGH_HOURS, a.times, b.times))
    known++
  }
  if (a.hours && b.hours) {
    sum += Math.min(a.hours, b.hours) / Math.max(a.hours, b.hours)
    known++
  }
  return known > 0 ? sum / known : undefined
}

const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other

/** The share of one's wishes that the other fulfils; undefined for whoever has none. */
function wishes(of: Profile, by: Profile, km: number | undefined): number | undefined {
  if (of.wishes.length === 0) return undefined
  const fulfilled = of.wishes.filter((wish) => {
    if (wish === 'another sector') return differ(of.sector, by.sector)
    if (wish === 'another profession') return differ(of.profession, by.profession)
    if (wish === 'the same profession') return of.profession !== '' && of.profession === by.profession
    if (wish === 'another organisation') return differ(of.organisation, by.organisation)
    return km !== undefined && km <= (of.radius ?? NEARBY)
  })
  return fulfilled.length / of.wishes.length
}
