/** A made-up scoring of cards at an unconference: what each card is truly worth, how harsh each rater is, who comes late and who leaves. */
import { type DealRules, dealCard, evenRounds, NO_CARD, type Pile } from '../../src/matching/scoring/dealing.ts'
import type { ScoreSheet } from '../../src/matching/scoring/score-sheet.ts'
import { tieOf } from '../../src/matching/tie.ts'
import { Chance } from '../chance.ts'

export type EventSize = {
  cards: number
  people: number
  /** Cards for each person. */
  each: number
  places: number
  /** Shares of what single scores differ by: how much of it is the card, and how much the rater's harshness. */
  reliability: number
  harshness: number
  /** Share of people who leave with a card in their hands. */
  leaving: number
  /** Share of answers that are sent twice. */
  resent: number
}
/** As large as One Team Gov Global was. */
export const GLOBAL: EventSize = {
  ...{ cards: 150, people: 700, each: 5, places: 60 },
  ...{ reliability: 0.2, harshness: 0.15, leaving: 0, resent: 0.1 },
}

export const DEALINGS = ['any at random', 'at random, five a card', 'evenly', 'then near the cut'] as const
export type Dealing = (typeof DEALINGS)[number]
export type Held = {
  sheet: ScoreSheet
  /** What every card is truly worth, and what all people together would give it on average, out of 25. */
  worth: readonly number[]
  total: readonly number[]
  own: number
  repeated: number
  /** Deals after which two cards differed by more than one, while cards were dealt evenly; and the most at the end. */
  uneven: number
  apartAtEnd: number
}
type Card = { at: number; worth: number; host: number }
type Person = { at: number; harsh: number; had: Set<number> }

const [MEAN, DEVIATION] = [3.3, 1.15]
/** So many hold a card at once. */
const AT_ONCE = 60

/** Everybody in turn, in no order, answers the card in their hands and takes the next. */
export function holdScoring(size: EventSize, dealing: Dealing, seed: number): Held {
  const chance = new Chance(seed)
  const spread = (share: number): number => DEVIATION * Math.sqrt(share) * normal(chance)
  const cards: Card[] = Array.from({ length: size.cards }, (_, at) => ({
    at,
    worth: spread(size.reliability),
    host: chance.whole(0, size.people - 1),
  }))
  const waiting: Person[] = Array.from({ length: size.people }, (_, at) => ({ at, harsh: spread(size.harshness), had: new Set() }))
  const table = new Table(cards, size, dealing, seed)
  const here: { person: Person; card: Card }[] = []
  const sent: { rater: number; card: number; points: number }[] = []

  const deal = (person: Person): void => {
    const card = table.deal(person, chance)
    if (card) here.push({ person, card })
  }
  while (waiting.length > 0 || here.length > 0) {
    for (let next = waiting.at(-1); next && here.length < AT_ONCE; next = waiting.at(-1)) {
      waiting.pop()
      deal(next)
    }
    const [now] = here.splice(chance.whole(0, here.length - 1), 1)
    if (!now) break
    const { person, card } = now
    if (chance.is(size.leaving / size.each)) table.takeBack(card)
    else {
      const points = clamped(MEAN + card.worth + person.harsh + spread(1 - size.reliability - size.harshness))
      table.score(card, points)
      for (let times = chance.is(size.resent) ? 2 : 1; times > 0; times--) sent.push({ rater: person.at, card: card.at, points })
      deal(person)
    }
  }
  const sheet = {
    cards: size.cards,
    rater: Int32Array.from(sent, ({ rater }) => rater),
    card: Int32Array.from(sent, ({ card }) => card),
    points: Int32Array.from(sent, ({ points }) => points),
  }
  const others = DEVIATION * Math.sqrt(1 - size.reliability)
  return { sheet, worth: cards.map(({ worth }) => worth), total: cards.map(({ worth }) => 5 * expected(worth, others)), ...table.seen() }
}

/** Deals, and keeps an eye on how. */
class Table {
  readonly #cards: readonly Card[]
  readonly #size: EventSize
  /** So often a card is dealt where chance alone deals. */
  readonly #mostByChance: number
  readonly #rules: DealRules
  readonly #seed: number
  readonly #pile: Pile
  #own = 0
  #repeated = 0
  #uneven = 0

  constructor(cards: readonly Card[], size: EventSize, dealing: Dealing, seed: number) {
    this.#cards = cards
    this.#size = size
    this.#mostByChance = { 'any at random': Number.POSITIVE_INFINITY, 'at random, five a card': 5, evenly: 0, 'then near the cut': 0 }[
      dealing
    ]
    const even = dealing === 'evenly' ? Number.POSITIVE_INFINITY : evenRounds(size.people, size.each, size.cards)
    this.#rules = { even, places: size.places }
    this.#seed = seed
    const none = () => new Int32Array(cards.length)
    this.#pile = { dealt: none(), scored: none(), points: none(), barred: new Uint8Array(cards.length) }
  }

  deal({ at, had }: Person, chance: Chance): Card | undefined {
    if (had.size === this.#size.each) return undefined
    for (const card of this.#cards) this.#pile.barred[card.at] = Number(card.host === at || had.has(card.at))
    const seed = tieOf(this.#seed, `${at}`, `turn ${had.size}`)
    const card = this.#cards[this.#mostByChance > 0 ? this.#byChance(chance) : dealCard(this.#pile, this.#rules, seed)]
    if (!card) return undefined
    this.#own += Number(card.host === at)
    this.#repeated += Number(had.has(card.at))
    had.add(card.at)
    const isEven = this.#mostByChance === 0 && Math.min(...this.#pile.dealt) < this.#rules.even
    add(this.#pile.dealt, card, 1)
    this.#uneven += Number(isEven && this.#apart() > 1)
    return card
  }

  takeBack(card: Card): void {
    add(this.#pile.dealt, card, -1)
  }

  score(card: Card, points: number): void {
    add(this.#pile.scored, card, 1)
    add(this.#pile.points, card, points)
  }

  seen(): Pick<Held, 'own' | 'repeated' | 'uneven' | 'apartAtEnd'> {
    return { own: this.#own, repeated: this.#repeated, uneven: this.#uneven, apartAtEnd: this.#apart() }
  }

  #byChance(chance: Chance): number {
    const { barred, dealt } = this.#pile
    const free = [...barred.keys()].filter((card) => !barred[card] && (dealt[card] ?? 0) < this.#mostByChance)
    return free.length > 0 ? chance.pick(free) : NO_CARD
  }

  #apart(): number {
    return Math.max(...this.#pile.dealt) - Math.min(...this.#pile.dealt)
  }
}

function add(to: Int32Array, { at }: Card, more: number): void {
  to[at] = (to[at] ?? 0) + more
}

/** How many of the cards that are truly the best are among those chosen. */
export function foundOf(worth: readonly number[], order: Int32Array, best: number, places: number): number {
  const chosen = new Set(order.subarray(0, places))
  const byWorth = [...worth.keys()].sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0))
  return byWorth.slice(0, best).filter((card) => chosen.has(card)).length
}

/** All points that a card got, however many gave them. */
export function orderBySum({ cards, card, points }: ScoreSheet): Int32Array {
  const sums = Array.from({ length: cards }, () => 0)
  for (const [at, each] of card.entries()) sums[each] = (sums[each] ?? 0) + (points[at] ?? 0)
  return Int32Array.from(sums.keys()).sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
}

const clamped = (score: number): number => Math.max(1, Math.min(5, Math.round(score)))
/** Box and Muller, 1958. */
const normal = (chance: Chance): number => Math.sqrt(-2 * Math.log(1 - chance.number())) * Math.cos(2 * Math.PI * chance.number())

/** The average of whole scores from 1 to 5 that spread around a value. */
const expected = (worth: number, deviation: number): number =>
  [1.5, 2.5, 3.5, 4.5].reduce((sum, step) => sum + above((step - MEAN - worth) / deviation), 1)

/** The share of a normal distribution above z, right to seven digits (Abramowitz and Stegun 26.2.17). */
function above(z: number): number {
  if (z < 0) return 1 - above(-z)
  const t = 1 / (1 + 0.2316419 * z)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * series
}
