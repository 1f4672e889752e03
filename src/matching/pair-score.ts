/** How well two people fit, by whole numbers that keep their reasons: the same for the one as for the other, on every machine. */
import { type Between, type Candidate, kilometresBetween, type Skill, type WhyNot, waysToMeet, whyNot } from './candidate.ts'
import type { Neighbourhood } from './closeness.ts'
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
  RARE_NEED,
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

/** How many there are, and how many of them have a skill or share an interest. */
export type Commonness = { readonly all: number; of(id: string): number }

/** Among those who are all at hand. */
export function commonnessOf(candidates: readonly Candidate[]): Commonness {
  const counts = new Map<string, number>()
  for (const { haves, interests } of candidates)
    for (const each of new Set([...haves.map(({ term }) => term), ...interests])) counts.set(each, (counts.get(each) ?? 0) + 1)
  return { all: candidates.length, of: (id) => counts.get(id) ?? 0 }
}

type Met = Extract<Reason, { is: 'need' }>

/** Knows how rare every skill and interest is among those who take part: what few share tells more. */
export class PairScore {
  readonly #neighbourhood: Neighbourhood
  readonly #common: Commonness

  /** All who take part, or how common things are among them. */
  constructor(neighbourhood: Neighbourhood, among: readonly Candidate[] | Commonness) {
    this.#neighbourhood = neighbourhood
    this.#common = 'of' in among ? among : commonnessOf(among)
  }

  pair(a: Candidate, b: Candidate, between: Between): Pairing {
    const why = whyNot(a, b, between)
    return why ? { may: false, why } : { may: true, fit: this.fit(a, b) }
  }

  fit(one: Candidate, other: Candidate): Fit {
    // In one order, so that rounding is the same whoever asks.
    const [a, b] = one.id < other.id ? [one, other] : [other, one]
    const shared = this.#interests(a, b)
    const [km, practical] = [kilometresBetween(a, b), practicality(a, b)]
    const needs = [this.#need(a, b), this.#need(b, a)]
    const sides = [a, b].map((to, at): Addend[] => [
      ...(to.needs.length > 0 ? [{ is: 'need' as const, to: to.id, share: needs[at]?.share ?? 0 }] : []),
      ...(shared.share === undefined ? [] : [{ is: 'interests' as const, to: to.id, share: shared.share }]),
      ...(practical === undefined ? [] : [{ is: 'practical' as const, to: to.id, share: practical }]),
      ...(to.wishes.length > 0 ? [{ is: 'wishes' as const, to: to.id, share: wishes(to, to === a ? b : a, km) }] : []),
    ])
    const across = acrossOf(a, b)
    const waits = [a, b].filter(({ missedOut }) => missedOut > 0)
    const leftOut = waits.reduce((sum, { missedOut }) => sum + Math.min(missedOut, MOST_LEFT_OUT) * LEFT_OUT, 0)
    const both = harmonicMean(sides.flatMap((side) => weighed(side) ?? []))
    const added = across.reduce((sum, what) => sum + ACROSS[what], 0) + leftOut
    return {
      score: Math.round(WHOLE * (both + added)),
      addends: sides.flat(),
      reasons: [
        ...needs.flatMap(({ met }) => met ?? []).sort((x, y) => y.closeness - x.closeness),
        ...shared.interests.map((interest): Reason => ({ is: 'interest', interest })),
        ...(km !== undefined && waysToMeet(a, b).includes('in person') ? [{ is: 'nearby' as const, kilometres: Math.round(km) }] : []),
        ...across.map((what): Reason => ({ is: 'across', what })),
        ...waits.map(({ id }): Reason => ({ is: 'left out', who: id })),
      ],
    }
  }

  /** Inverse document frequency, in nats. */
  #rarity(of: string): number {
    return Math.log(1 + this.#common.all / (1 + this.#common.of(of)))
  }

  /** How well the needs of one are met by the haves of another, and by which most. */
  #need(to: Candidate, by: Candidate): { share: number; met?: Met } {
    let best: { worth: number; met?: Met } = { worth: 0 }
    // Something that one of all has.
    const rarest = Math.log(1 + this.#common.all / 2)
    let [sum, all] = [0, 0]
    for (const need of to.needs) {
      const weight = this.#rarity(need.term)
      const met = this.#bestFor(need, by.haves)
      all += weight
      sum += weight * (met?.closeness ?? 0)
      const worth = (met?.closeness ?? 0) * (1 - RARE_NEED + RARE_NEED * (weight / rarest))
      if (met && worth > best.worth) best = { worth, met: { is: 'need', to: to.id, ...met } }
    }
    return { share: BEST_NEED * best.worth + ((1 - BEST_NEED) * sum) / all, ...(best.met ? { met: best.met } : {}) }
  }

  #bestFor(need: Skill, haves: readonly Skill[]): { need: TermId; have: TermId; closeness: number } | undefined {
    let best: { need: TermId; have: TermId; closeness: number } | undefined
    for (const { term, level } of haves) {
      const lacking = level === undefined || need.level === undefined ? 0 : Math.max(0, need.level - level)
      const closeness = this.#neighbourhood.closeness(need.term, term) * LEVEL_LACKING ** lacking
      if (closeness > (best?.closeness ?? 0)) best = { need: need.term, have: term, closeness }
    }
    return best
  }

  /** What both are interested in, the rarest first, as a share of what either of them could share. */
  #interests(a: Candidate, b: Candidate): { share: number | undefined; interests: string[] } {
    if (a.interests.length === 0 || b.interests.length === 0) return { share: undefined, interests: [] }
    const interests = a.interests
      .filter((each) => b.interests.includes(each))
      .sort((x, y) => this.#rarity(y) - this.#rarity(x) || (x < y ? -1 : 1))
    const worth = (of: readonly string[]) => of.reduce((sum, each) => sum + this.#rarity(each), 0)
    return { share: worth(interests) / Math.min(worth(a.interests), worth(b.interests)), interests }
  }
}

/** The mean of what is known, each by its weight; the weight of what is not known falls to the others. */
function weighed(addends: readonly Addend[]): number | undefined {
  const all = addends.reduce((sum, { is }) => sum + SERVES[is], 0)
  return all === 0 ? undefined : addends.reduce((sum, { is, share }) => sum + SERVES[is] * share, 0) / all
}

/** Of two: close to the smaller one, because a meeting that serves one of them only is soon over. Still, that is better than nothing. */
const harmonicMean = (shares: readonly number[]): number =>
  shares.length === 0 ? 0 : shares.length / shares.reduce((sum, each) => sum + 1 / (each + ONE_SIDED), 0) - ONE_SIDED

/** How easily the two meet, by what both have said; undefined where they have said nothing. */
function practicality(a: Candidate, b: Candidate): number | undefined {
  const known: number[] = []
  const [km, reach] = [kilometresBetween(a, b), Math.min(a.radius ?? NEARBY, b.radius ?? NEARBY)]
  // Distance helps those who can meet in person, and harms nobody who talks online.
  if (km !== undefined && waysToMeet(a, b).includes('in person')) known.push(1 - (1 - AT_THE_EDGE) * Math.min(1, km / reach))
  if (a.times.length > 0 && b.times.length > 0) {
    const common = a.times.filter((hour) => b.times.includes(hour)).length
    known.push(Math.min(1, common / Math.min(ENOUGH_HOURS, a.times.length, b.times.length)))
  }
  if (a.hours && b.hours) known.push(Math.min(a.hours, b.hours) / Math.max(a.hours, b.hours))
  return known.length > 0 ? known.reduce((sum, each) => sum + each, 0) / known.length : undefined
}

const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other

/** The share of one's wishes that the other fulfils. */
function wishes(of: Candidate, by: Candidate, km: number | undefined): number {
  const fulfilled = of.wishes.filter((wish) => {
    if (wish === 'another sector') return differ(of.sector, by.sector)
    if (wish === 'another profession') return differ(of.profession, by.profession)
    if (wish === 'the same profession') return of.profession !== '' && of.profession === by.profession
    if (wish === 'another organisation') return differ(of.organisation, by.organisation)
    return km !== undefined && km <= (of.radius ?? NEARBY)
  })
  return fulfilled.length / of.wishes.length
}

const acrossOf = (a: Candidate, b: Candidate): (keyof typeof ACROSS)[] =>
  (['sector', 'profession', 'organisation', 'region'] as const).filter((what) => differ(a[what], b[what]))
