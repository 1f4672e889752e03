/** Which pairs of a turn are looked at: all of them among a thousand, else a few good ones and some by chance for everybody. */

import { TermIndex } from '../term-index.ts'
import { tieOf } from '../tie.ts'
import { tell, type Watch } from '../watch.ts'
import type { Company } from './company.ts'

/** Of whom one needs something, of whom one shares an interest with, of neighbours, and of chance: so many for each. */
const [BY_NEED, BY_INTEREST, NEARBY, BY_CHANCE] = [10, 9, 4, 6]
/** Where only neighbours may meet. */
const NEARBY_ALONE = 24
/** The rarest interests of somebody, of which few are shared by many. */
const RAREST = 3
/** So many are asked before nobody is found. */
const MOST_ASKED = 60
/** Degrees: about 25 km each way. */
const CELL = 0.25
const TOLD_EACH = 200

/** Pairs that may be made, and what each is worth. */
export class EdgeList {
  readonly from: number[] = []
  readonly to: number[] = []
  readonly score: number[] = []

  get length(): number {
    return this.from.length
  }

  put(a: number, b: number, score: number): void {
    this.from.push(a)
    this.to.push(b)
    this.score.push(score)
  }
}

export class Proposals {
  /** Who has not met in this round, and who has. */
  readonly fresh = new EdgeList()
  readonly met = new EdgeList()
  readonly #company: Company
  readonly who: readonly number[]
  readonly #known = new Set<number>()

  constructor(company: Company, who: readonly number[], watch: Watch) {
    this.#company = company
    this.who = who
    if (company.isSmall) this.#putAll(watch)
    else this.#putSome(watch)
  }

  /** More of each of these by chance, so many at most; no when nothing was added. */
  more(of: readonly number[], many: number): boolean {
    const before = this.fresh.length
    for (const a of of) {
      let found = 0
      for (const b of this.#company.around(a, this.who)) {
        if (found >= many) break
        if (this.#company.may(a, b) && !this.#company.haveMet(a, b) && this.#put(a, b)) found++
      }
    }
    return this.fresh.length > before
  }

  #putAll(watch: Watch): void {
    const who = this.who
    for (let at = 0; at < who.length; at++) {
      if (at % TOLD_EACH === 0) tell(watch, at * at, who.length ** 2)
      for (let before = 0; before < at; before++) {
        const [a, b] = [who[before]!, who[at]!]
        if (!this.#company.may(a, b)) continue
        const list = this.#company.haveMet(a, b) ? this.met : this.fresh
        list.put(a, b, this.#company.worth(a, b))
      }
    }
  }

  #putSome(watch: Watch): void {
    const finders = [byNeed(this.#company, this.who), byInterest(this.#company, this.who), nearby(this.#company, this.who)]
    for (const [at, a] of this.who.entries()) {
      if (at % TOLD_EACH === 0) tell(watch, at, this.who.length)
      const accepts = (b: number): boolean => this.#company.may(a, b) && !this.#company.haveMet(a, b)
      for (const find of finders) for (const b of find(a, accepts)) this.#put(a, b)
      for (let asked = 0, found = 0; asked < MOST_ASKED && found < BY_CHANCE; asked++) {
        const b = this.who[tieOf(this.#company.seed, this.#company.idOf(a), String(asked)) % this.who.length]!
        if (!accepts(b)) continue
        this.#put(a, b)
        found++
      }
    }
    const isHere = new Set(this.who)
    for (const [a, b] of this.#company.met)
      if (isHere.has(a) && isHere.has(b) && this.#company.may(a, b)) this.met.put(a, b, this.#company.worth(a, b))
  }

  #put(a: number, b: number): boolean {
    const [one, other] = a < b ? [a, b] : [b, a]
    const key = one * this.#company.guests.length + other
    if (this.#known.has(key)) return false
    this.#known.add(key)
    this.fresh.put(one, other, this.#company.worth(one, other))
    return true
  }
}

type Find = (a: number, accepts: (b: number) => boolean) => Iterable<number>

/** Those who have what one needs. Who needs what one has finds them in the same way. */
function byNeed(company: Company, who: readonly number[]): Find {
  const index = new TermIndex(company.neighbourhood)
  for (const a of who)
    index.put(
      company.idOf(a),
      company.guests[a]!.haves.map(({ term }) => term),
    )
  return (a, accepts) => {
    const needs = company.guests[a]!.needs.map(({ term }) => term)
    const each = Math.max(1, Math.floor(BY_NEED / Math.max(1, needs.length)))
    const found = index.sample(needs, each, a + Math.abs(company.seed), (id) => accepts(company.numberOf(id) ?? a))
    return found.map((id) => company.numberOf(id) ?? a)
  }
}

function byInterest(company: Company, who: readonly number[]): Find {
  const holders = new Map<string, number[]>()
  for (const a of who) for (const each of new Set(company.guests[a]!.interests)) put(holders, each, a)
  const many = (interest: string): number => holders.get(interest)?.length ?? 0
  return (a, accepts) =>
    [...company.guests[a]!.interests]
      .sort((x, y) => many(x) - many(y) || (x < y ? -1 : 1))
      .slice(0, RAREST)
      .flatMap((interest) => someOf(company, a, holders.get(interest) ?? [], BY_INTEREST / RAREST, accepts))
}

function nearby(company: Company, who: readonly number[]): Find {
  const cells = new Map<string, number[]>()
  const cellOf = (a: number, up = 0, along = 0): string | undefined => {
    const { position } = company.guests[a]!
    return position && `${Math.floor(position.lat / CELL) + up} ${Math.floor(position.lon / CELL) + along}`
  }
  for (const a of who) {
    const cell = cellOf(a)
    if (cell !== undefined) put(cells, cell, a)
  }
  const STEPS = [0, -1, 1]
  return (a, accepts) => {
    const around = STEPS.flatMap((up) => STEPS.flatMap((along) => cells.get(cellOf(a, up, along) ?? '') ?? []))
    return someOf(company, a, around, company.isLocal ? NEARBY_ALONE : NEARBY, accepts)
  }
}

function put(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** A few of many who may be met, from another place for everybody. */
function someOf(company: Company, a: number, among: readonly number[], many: number, accepts: (b: number) => boolean): number[] {
  const found: number[] = []
  let asked = 0
  for (const b of company.around(a, among)) {
    if (found.length >= many || ++asked > MOST_ASKED) break
    if (accepts(b)) found.push(b)
  }
  return found
}
