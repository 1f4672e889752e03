/** What the score asks of somebody in each of their pairs, worked out once, in one shape for everybody. */
import type { Candidate, Whereabouts, Wish } from './candidate.ts'
import type { TermNumbers } from './term-numbers.ts'
import type { TermId } from './vocabulary.ts'
import { RARE_NEED } from './weights.ts'

export type Wanted = {
  term: TermId
  /** 0 where it is not said, as in `levels`. */
  level: number
  /** Every skill that can stand in for it, by number, and how well. */
  near: ReadonlyMap<number, number>
  /** Its rarity, and what that leaves of its worth when it is the best that is met. */
  weight: number
  rare: number
}
export type Profile = Whereabouts & {
  id: string
  organisation: string
  sector: string
  profession: string
  region: string
  needs: readonly Wanted[]
  /** What all needs weigh together, and all interests. */
  ofNeeds: number
  ofInterests: number
  /** By number; `levels` are those of `haves`. */
  haves: readonly number[]
  levels: readonly number[]
  /** By number, the rarest first. */
  interests: readonly number[]
  rarities: readonly number[]
  /** Hours of the week in which they can meet: how many, and a bit for each. */
  times: number
  week: Int32Array
  /** A month; 0 where it is not said. */
  hours: number
  wishes: readonly Wish[]
  missedOut: number
}

export function profileOf(of: Candidate, numbers: TermNumbers): Profile {
  const needs = of.needs.map(({ term, level = 0 }): Wanted => {
    const weight = numbers.rarity(term)
    return { term, level, near: numbers.near(term), weight, rare: 1 - RARE_NEED + RARE_NEED * (weight / numbers.rarest()) }
  })
  const interests = [...new Set(of.interests)].sort((x, y) => numbers.rarity(y) - numbers.rarity(x) || (x < y ? -1 : 1))
  const week = new Int32Array(6)
  for (const hour of of.times) week[hour >> 5]! |= 1 << (hour & 31)
  return {
    id: of.id,
    organisation: of.organisation,
    sector: of.sector,
    profession: of.profession,
    region: of.region,
    ways: of.ways,
    position: of.position,
    radius: of.radius,
    needs,
    ofNeeds: needs.reduce((sum, { weight }) => sum + weight, 0),
    ofInterests: interests.reduce((sum, each) => sum + numbers.rarity(each), 0),
    haves: of.haves.map(({ term }) => numbers.numberOf(term)),
    levels: of.haves.map(({ level = 0 }) => level),
    interests: interests.map((each) => numbers.numberOf(each)),
    rarities: interests.map((each) => numbers.rarity(each)),
    times: of.times.length,
    week,
    hours: of.hours ?? 0,
    wishes: of.wishes,
    missedOut: of.missedOut,
  }
}

export function commonHours(one: Int32Array, other: Int32Array): number {
  let common = 0
  for (let at = 0; at < one.length; at++) for (let bits = one[at]! & other[at]!; bits !== 0; bits &= bits - 1) common++
  return common
}
