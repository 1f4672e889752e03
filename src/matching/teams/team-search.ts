/** The search for the smallest team: first any that will do, then proof that none is smaller. */
import { tell, type Watch } from '../watch.ts'
import type { Member } from './thinning.ts'

/** So often somebody is looked at before the search gives up. */
const MOST_LOOKS = 2 ** 24
/** So often somebody is looked at before whoever waits is told. */
const LOOKS_BETWEEN = 2 ** 18

export type Smallest = {
  team: readonly Member[]
  /** No team has fewer. */
  bound: number
  /** Whether `bound` is its size, and no team of that size is worth more. */
  exact: boolean
}

/**
 * Asks for each size in turn, from the least that is possible, whether a team of that size fills all places. The place that fewest could fill
 * is settled first: one of those must be in the team, so each of them is tried, and whoever was tried before is left out. What is
 * missing ends a try early: were every place shared by as many as its best filler shares it with, so many people it would still take.
 */
export class TeamSearch {
  readonly #members: readonly Member[]
  readonly #fillers: readonly (readonly number[])[]
  readonly #missing: Int32Array
  readonly #isOut: Uint8Array
  readonly #gain: Int32Array
  readonly #watch: Watch
  #looks = 0
  #told = 0
  readonly #chosen: number[] = []
  #best: readonly number[] | undefined
  #bestWorth = Number.NEGATIVE_INFINITY

  /** Of each place `missing` people, of whom there are as many. */
  constructor(members: readonly Member[], missing: Int32Array, watch: Watch) {
    this.#members = members
    const fillers = Array.from(missing, (): number[] => [])
    for (const [at, { places }] of members.entries()) for (const place of places) fillers[place]!.push(at)
    this.#fillers = fillers
    this.#missing = missing.slice()
    this.#isOut = new Uint8Array(members.length)
    this.#gain = new Int32Array(members.length)
    this.#watch = watch
  }

  smallest(): Smallest {
    const enough = this.#grab()
    let size = this.#leastNeeded()
    for (; size < enough.length; size++) {
      const isSure = this.#try(size, 0)
      if (this.#best) return { team: this.#named(this.#best), bound: size, exact: isSure }
      if (!isSure) return { team: this.#named(enough), bound: size, exact: false }
    }
    this.#best = enough
    this.#bestWorth = enough.reduce((sum, each) => sum + this.#members[each]!.worth, 0)
    const isSure = this.#try(size, 0)
    return { team: this.#named(this.#best), bound: size, exact: isSure }
  }

  #named = (team: readonly number[]): readonly Member[] => team.map((each) => this.#members[each]!)

  /** Whoever fills most of what is missing, until nothing is; then without those who turn out to be spare. */
  #grab(): number[] {
    const missing = this.#missing.slice()
    const team: number[] = []
    while (missing.some((many) => many > 0)) {
      let best = -1
      let most = 0
      for (const [at, { places }] of this.#members.entries()) {
        if (team.includes(at)) continue
        const gain = places.reduce((sum, place) => sum + Number(missing[place]! > 0), 0)
        if (gain > most) [best, most] = [at, gain]
      }
      team.push(best)
      for (const place of this.#members[best]!.places) missing[place]!--
    }
    for (const each of [...team].sort((a, b) => this.#members[a]!.worth - this.#members[b]!.worth)) {
      const { places } = this.#members[each]!
      if (places.some((place) => missing[place]! >= 0)) continue
      for (const place of places) missing[place]!++
      team.splice(team.indexOf(each), 1)
    }
    return team
  }

  /** Looks at everybody who is left. What a place costs is its share of whoever fills most with it; nobody fills more than one whole. */
  #leastNeeded(): number {
    const missing = this.#missing
    for (const [at, { places }] of this.#members.entries()) {
      let gain = 0
      if (this.#isOut[at] === 0) for (const place of places) if (missing[place]! > 0) gain++
      this.#gain[at] = gain
    }
    this.#looks += this.#members.length
    let cost = 0
    for (const [place, fillers] of this.#fillers.entries()) {
      if (missing[place]! <= 0) continue
      let [most, left] = [0, 0]
      for (const at of fillers) {
        if (this.#isOut[at] === 1) continue
        left++
        most = Math.max(most, this.#gain[at]!)
      }
      this.#looks += fillers.length
      if (left < missing[place]!) return Number.POSITIVE_INFINITY
      cost += missing[place]! / most
    }
    // Thirds do not add up to a whole in floating point, and nothing left to fill takes nobody.
    return Math.max(0, Math.ceil(cost - 1e-9))
  }

  /** Tries every team of so many more. No when it gave up, so that there may be others. */
  #try(more: number, worth: number): boolean {
    if (this.#looks > MOST_LOOKS) return false
    if (this.#looks - this.#told > LOOKS_BETWEEN) {
      this.#told = this.#looks
      tell(this.#watch, Math.min(this.#looks, MOST_LOOKS), MOST_LOOKS)
    }
    const least = this.#leastNeeded()
    if (least === 0) {
      if (worth > this.#bestWorth) {
        this.#best = this.#chosen.slice()
        this.#bestWorth = worth
      }
      return true
    }
    if (least > more || worth + this.#mostWorth(more) <= this.#bestWorth) return true
    const fillers = this.#scarcest()
    let isSure = true
    for (const at of fillers) {
      const { places, worth: own } = this.#members[at]!
      this.#isOut[at] = 1
      for (const place of places) this.#missing[place]!--
      this.#chosen.push(at)
      if (!this.#try(more - 1, worth + own)) isSure = false
      this.#chosen.pop()
      for (const place of places) this.#missing[place]!++
      if (!isSure) break
    }
    for (const at of fillers) this.#isOut[at] = 0
    return isSure
  }

  /** What so many of those who are left could add. */
  #mostWorth(more: number): number {
    if (this.#bestWorth === Number.NEGATIVE_INFINITY) return 0
    const best = new Float64Array(more).fill(Number.NEGATIVE_INFINITY)
    for (const [at, { worth }] of this.#members.entries()) {
      if (this.#isOut[at] === 1 || worth <= best[more - 1]!) continue
      let place = more - 1
      for (; place > 0 && best[place - 1]! < worth; place--) best[place] = best[place - 1]!
      best[place] = worth
    }
    return best.reduce((sum, each) => sum + each, 0)
  }

  /** Who could fill the place that has fewest to choose from; first whoever fills most else. */
  #scarcest(): number[] {
    let scarcest: number[] = []
    let fewest = Number.POSITIVE_INFINITY
    for (const [place, fillers] of this.#fillers.entries()) {
      if (this.#missing[place]! <= 0) continue
      const left = fillers.filter((at) => this.#isOut[at] === 0)
      if (left.length - this.#missing[place]! >= fewest) continue
      fewest = left.length - this.#missing[place]!
      scarcest = left
    }
    // In this order the gains of #leastNeeded are still those of now.
    return scarcest.sort((a, b) => this.#gain[b]! - this.#gain[a]! || this.#members[b]!.worth - this.#members[a]!.worth || a - b)
  }
}
