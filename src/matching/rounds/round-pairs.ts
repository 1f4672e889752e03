/** One turn in pairs: the pairs that are worth most together, as many as there can be, and a third where three are welcome. */

import { matchPairs } from '../pairs/match-pairs.ts'
import { tieOf } from '../tie.ts'
import { partOf, tell, type Watch } from '../watch.ts'
import type { Company } from './company.ts'
import { type EdgeList, Proposals } from './proposals.ts'
import { fits, type Seating, type Table, withoutTable, withSwaps, withThirds, worthOf } from './seating.ts'

/** A tie is broken below the last figure of the score. */
const TIES = 1024
/** What the solver has room for, all pairs together: see whole-weights.ts. */
const ROOM = 2 ** 48
/** Where not all pairs are looked at, one who goes first outweighs so many scores: a longer chain of swaps is not worth its price. */
const FAR_ENOUGH = 16
/** Of those who find nobody among many, this many more pairs are looked at, and then more. */
const MORE = [40, 160]
/** Of so many. If it helps none of them, there are too few of another sector, say, and it would help nobody else. */
const MOST_WIDENED = 500

/**
 * 1. The organiser's pairs are set.
 * 2. Of all others (all pairs of up to a thousand, else those of proposals.ts) the best matching of as many pairs as possible, exact.
 *    Nobody meets again.
 * 3. Whoever is left joins two as a third, or takes the place of somebody who can.
 * 4. Where somebody who was left out last time still is, or more pairs are possible when some meet again, it is solved once more with
 *    those before the others, and with as few repeats as possible.
 *
 * The bound is proven by the matching's certificate. It covers all ways to make as many pairs (with as few repeats, and as many of
 * those who come first) of the pairs that were looked at; what is set by hand and what a third adds counts on both sides.
 */
export function seatPairs(company: Company, watch: Watch): Seating {
  const hand = tablesByHand(company)
  const free = withoutTable(company, hand)
  const proposals = new Proposals(company, free, partOf(watch, 0, 60))
  tell(watch, 60, 100)
  const first = widened(company, proposals, watch)
  tell(watch, 90, 100)
  const seating = seated(company, hand, first)
  const again = askedAgain(company, proposals, first, seating)
  const best = again ? betterOf(company, seating, seated(company, hand, bestPairs(company, proposals, again, watch))) : seating
  const tables = withThirds(company, best.tables, 2, false)
  return bounded(company, tables, hand.length, best.found)
}

type Way = { comesFirst: boolean; repeats: boolean }
type Found = { pairs: readonly Table[]; bound: number }
type Seated = { tables: readonly Table[]; left: readonly number[]; found: Found }

/** Pairs that share somebody sit at one table, as long as they are three at most, of whom all may be together. */
function tablesByHand(company: Company): Table[] {
  const tables: number[][] = []
  for (const [a, b] of company.together) {
    const [one, other] = [tables.find((table) => table.includes(a)), tables.find((table) => table.includes(b))]
    if (!one && !other) tables.push([a, b])
    else if (one?.length === 2 && !other && fits(company, b, one, false)) one.push(b)
    else if (other?.length === 2 && !one && fits(company, a, other, false)) other.push(a)
  }
  return tables
}

/** Among many, whoever found nobody is proposed to more, until that helps no more. */
function widened(company: Company, proposals: Proposals, watch: Watch): Found {
  let found = bestPairs(company, proposals, { comesFirst: false, repeats: false }, watch)
  for (const many of company.isSmall ? [] : MORE) {
    const paired = new Set(found.pairs.flat())
    const alone = proposals.who.filter((each) => !paired.has(each))
    if (alone.length < 2 || !proposals.more(alone.slice(0, MOST_WIDENED), many)) return found
    const wider = bestPairs(company, proposals, { comesFirst: false, repeats: false }, watch)
    const helped = wider.pairs.length > found.pairs.length
    found = wider
    if (!helped) return found
  }
  return found
}

function seated(company: Company, hand: readonly Table[], found: Found): Seated {
  const tables = withSwaps(company, withThirds(company, [...hand, ...found.pairs], 2), hand.length)
  return { tables, left: withoutTable(company, tables), found }
}

/** What to solve for once more; undefined where nothing is to be won. */
function askedAgain(company: Company, proposals: Proposals, found: Found, { left }: Seated): Way | undefined {
  const comesFirst = left.some((each) => company.wasLeftOut(each))
  const alone = proposals.who.length - 2 * found.pairs.length
  const repeats = left.length > 0 && alone > 1 && proposals.met.length > 0 && mostPairs(company, proposals) > found.pairs.length
  return comesFirst || repeats ? { comesFirst, repeats } : undefined
}

function mostPairs(company: Company, { fresh, met }: Proposals): number {
  const weight = new Int32Array(fresh.length + met.length).fill(1)
  return matchPairs({ n: company.guests.length, from: joined(fresh.from, met.from), to: joined(fresh.to, met.to), weight }).weight
}

function betterOf(company: Company, one: Seated, other: Seated): Seated {
  const twice = ({ left }: Seated): number => left.filter((each) => company.wasLeftOut(each)).length
  return (twice(other) - twice(one) || other.left.length - one.left.length) < 0 ? other : one
}

const joined = (one: readonly number[], other: readonly number[]): Int32Array => {
  const all = new Int32Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all
}

/** Each of those who come first outweighs all repeats, and each repeat all scores. */
function bestPairs(company: Company, { fresh, met, who }: Proposals, { comesFirst, repeats }: Way, watch: Watch): Found {
  const lists: readonly EdgeList[] = repeats ? [fresh, met] : [fresh]
  const steps = company.isSmall ? (who.length >> 1) + 1 : FAR_ENOUGH
  const range = lists.reduce((most, { score }) => score.reduce((max, each) => Math.max(max, each), most), 0) + 2
  const ofFresh = repeats ? steps * range : 0
  const ofFirst = comesFirst ? steps * (range + ofFresh) : 0
  const most = 2 * ofFirst + ofFresh + range
  let ties = TIES
  while (ties > 1 && most * ties > ROOM / (who.length + 2)) ties /= 2
  const [from, to] = [joined(fresh.from, repeats ? met.from : []), joined(fresh.to, repeats ? met.to : [])]
  const before = new Float64Array(from.length)
  const weight = new Float64Array(from.length)
  for (let at = 0; at < from.length; at++) {
    const [a, b] = [from[at]!, to[at]!]
    const isFresh = at < fresh.length
    const firsts = comesFirst ? Number(company.wasLeftOut(a)) + Number(company.wasLeftOut(b)) : 0
    before[at] = (isFresh ? ofFresh : 0) + firsts * ofFirst
    const score = (isFresh ? fresh.score[at] : met.score[at - fresh.length])!
    weight[at] = (before[at]! + score + 1) * ties + (tieOf(company.seed, company.idOf(a), company.idOf(b)) % ties)
  }
  const { mate, bound } = matchPairs(
    { n: company.guests.length, from, to, weight },
    { cardinality: 'most', seed: company.seed, isCancelled: () => watch.isCancelled?.() ?? false },
  )
  const pairs: Table[] = []
  let added = 0
  for (let at = 0; at < from.length; at++) {
    if (mate[from[at]!] !== to[at]) continue
    pairs.push([from[at]!, to[at]!])
    added += before[at]!
  }
  pairs.sort(([a = 0], [b = 0]) => a - b)
  return { pairs, bound: Math.floor(bound / ties) - added - pairs.length }
}

/** What a table has more than the pair that was found counts on both sides, and so do the first tables, which the organiser set. */
function bounded(company: Company, tables: readonly Table[], byHand: number, { bound }: Found): Seating {
  let [value, matched] = [0, 0]
  for (const [at, table] of tables.entries()) {
    value += worthOf(company, table)
    if (at >= byHand) matched += company.worth(table[0]!, table[1]!)
  }
  return { tables, bound: Math.max(value, bound + value - matched) }
}
