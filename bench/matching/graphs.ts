/** Rounds to measure and to test with: who could meet whom in a made-up chapter, and graphs that are made to hurt. */
import type { PairGraph } from '../../src/matching/pairs/pair-graph.ts'
import { Chance } from '../chance.ts'

export const ROUND_KINDS = ['mix', 'ties', 'hub'] as const
export const NEST_KINDS = ['triangles', 'grid', 'cliques', 'nests'] as const
export type GraphKind = (typeof ROUND_KINDS)[number] | (typeof NEST_KINDS)[number]

export function makeGraph(kind: GraphKind, people: number, seed: number, candidates = 20): PairGraph {
  const chance = new Chance(seed)
  if (kind === 'triangles') return triangles(people, chance)
  if (kind === 'grid') return grid(people, chance)
  if (kind === 'cliques') return cliques(people, chance)
  if (kind === 'nests') return nests(people)
  return round(kind, people, candidates, chance, () => true)
}

/** The same for two sides: the first half of all people could meet the others only. */
export function makeAcross(kind: GraphKind, people: number, seed: number, candidates = 20): PairGraph {
  if (kind !== 'mix' && kind !== 'ties' && kind !== 'hub') throw new Error(`There are no two sides of ${kind}.`)
  return round(kind, people, candidates, new Chance(seed), (one, other) => one < people >> 1 !== other < people >> 1)
}

/** Each pair counts once, at the worth that was said last. A map holds no more than sixteen million, and a million people have more. */
class Edges {
  readonly #n: number
  #ones = new Int32Array(1024)
  #others = new Int32Array(1024)
  #weights = new Int32Array(1024)
  #many = 0

  constructor(n: number) {
    this.#n = n
  }

  put(one: number, other: number, weight: number): void {
    if (one === other) return
    if (this.#many === this.#ones.length) {
      this.#ones = twice(this.#ones)
      this.#others = twice(this.#others)
      this.#weights = twice(this.#weights)
    }
    this.#ones[this.#many] = Math.min(one, other)
    this.#others[this.#many] = Math.max(one, other)
    this.#weights[this.#many++] = weight
  }

  graph(): PairGraph {
    const start = new Int32Array(this.#n + 1)
    for (const one of this.#ones.subarray(0, this.#many)) start[one + 1] = (start[one + 1] ?? 0) + 1
    for (let one = 0; one < this.#n; one++) start[one + 1] = (start[one + 1] ?? 0) + (start[one] ?? 0)
    const order = new Int32Array(this.#many)
    for (let pair = 0; pair < this.#many; pair++) {
      const one = this.#ones[pair] ?? 0
      const place = start[one] ?? 0
      order[place] = pair
      start[one] = place + 1
    }
    const [from, to, weight] = [new Int32Array(this.#many), new Int32Array(this.#many), new Int32Array(this.#many)]
    // Of the greater number: where its pair with the less that is looked at stands.
    const known = new Int32Array(this.#n).fill(-1)
    let many = 0
    for (const pair of order) {
      const [one = 0, other = 0] = [this.#ones[pair], this.#others[pair]]
      const before = known[other] ?? -1
      const at = before >= 0 && from[before] === one ? before : many++
      known[other] = at
      from[at] = one
      to[at] = other
      weight[at] = this.#weights[pair] ?? 0
    }
    return { n: this.#n, from: from.slice(0, many), to: to.slice(0, many), weight: weight.slice(0, many) }
  }
}

function twice(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length)
  larger.set(column)
  return larger
}

type Person = { x: number; y: number; sector: number; tags: Set<number>; fame: number }
const [TAGS, TAGS_EACH, TOWNS, SECTORS, NEAR] = [150, 6, 60, 5, 0.1]

/**
 * People with skills, of which some are common, in towns and in between. Each is a candidate of those who share a skill or live
 * near; the best few stay on each one's list. 'mix' weighs likeness, nearness and another sector; 'ties' counts what is shared, so
 * that thousands of pairs are worth the same; in 'hub' everybody wants to meet the same few.
 */
function round(
  kind: 'mix' | 'ties' | 'hub',
  n: number,
  candidates: number,
  chance: Chance,
  mayMeet: (one: number, other: number) => boolean,
): PairGraph {
  const towns = Array.from({ length: TOWNS }, () => [chance.number(), chance.number()] as const)
  const numbers = Array.from({ length: TAGS }, (_, tag) => tag)
  const people = Array.from({ length: n }, (): Person => {
    const [x, y] = chance.is(0.8) ? chance.pickSkewed(towns, 1.5) : [chance.number(), chance.number()]
    const tags = new Set<number>()
    while (tags.size < TAGS_EACH) tags.add(chance.pickSkewed(numbers, 1.6))
    return {
      x: x + chance.number() * 0.05,
      y: y + chance.number() * 0.05,
      sector: chance.whole(1, SECTORS),
      tags,
      fame: chance.number() ** 6,
    }
  })
  const holders = numbers.map((): number[] => [])
  people.forEach(({ tags }, person) => {
    for (const tag of tags) holders[tag]?.push(person)
  })
  const byPlace = people.map((_, person) => person).sort((a, b) => placeOf(people[a]) - placeOf(people[b]))
  const placeAt = new Int32Array(n)
  byPlace.forEach((person, place) => {
    placeAt[person] = place
  })
  const famous = people.map((_, person) => person).sort((a, b) => (people[b]?.fame ?? 0) - (people[a]?.fame ?? 0))
  famous.length = Math.min(n, Math.max(20, Math.floor(n / 50)))

  const edges = new Edges(n)
  people.forEach((person, one) => {
    const met = new Set<number>()
    for (const tag of person.tags) for (let turn = 0; turn < 12; turn++) met.add(chance.pick(holders[tag] ?? []))
    for (let step = -15; step <= 15; step++) met.add(byPlace[((placeAt[one] ?? 0) + step + n) % n] ?? one)
    if (kind === 'hub') for (let turn = 0; turn < candidates; turn++) met.add(chance.pick(famous))
    met.delete(one)
    const best = [...met]
      .filter((other) => mayMeet(one, other))
      .map((other) => ({ other, worth: worthOf(kind, person, people[other] ?? person) }))
    best.sort((a, b) => b.worth - a.worth || a.other - b.other)
    for (const { other, worth } of best.slice(0, candidates)) edges.put(one, other, worth)
  })
  return edges.graph()
}

/** Stripes, walked to and fro, so that neighbours in the order are neighbours in the country. */
function placeOf(person: Person | undefined): number {
  const { x = 0, y = 0 } = person ?? {}
  const stripe = Math.floor(y * 100)
  return stripe * 2 + (stripe % 2 === 0 ? x : 1 - x)
}

function worthOf(kind: 'mix' | 'ties' | 'hub', one: Person, other: Person): number {
  let shared = 0
  let rarity = 0
  for (const tag of one.tags)
    if (other.tags.has(tag)) {
      shared++
      rarity += 0.5 + tag / TAGS
    }
  const distance = Math.hypot(one.x - other.x, one.y - other.y)
  const isOther = one.sector !== other.sector
  if (kind === 'ties') return 100 * (shared + Number(isOther) + Number(distance < NEAR))
  const mixed = 600 * Math.min(1, rarity / 4) + 250 * Math.exp(-distance / NEAR) + (isOther ? 150 : 50)
  return Math.round(kind === 'hub' ? 0.6 * mixed + 400 * Math.max(one.fame, other.fame) : mixed)
}

/** Triangles in a row, each joined to the next. */
function triangles(n: number, chance: Chance): PairGraph {
  const edges = new Edges(n)
  for (let corner = 0; corner + 2 < n; corner += 3) {
    for (const [one, other] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const)
      edges.put(corner + one, corner + other, chance.whole(900, 1000))
    if (corner + 3 < n) edges.put(corner + 2, corner + 3, chance.whole(500, 900))
  }
  return edges.graph()
}

/** A lattice in which every small square has one diagonal. */
function grid(n: number, chance: Chance): PairGraph {
  const side = Math.floor(Math.sqrt(n))
  const edges = new Edges(side * side)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const here = row * side + column
      if (column + 1 < side) edges.put(here, here + 1, chance.whole(1, 1000))
      if (row + 1 < side) edges.put(here, here + side, chance.whole(1, 1000))
      if (row + 1 < side && column + 1 < side) edges.put(here, here + side + 1, chance.whole(1, 1000))
    }
  return edges.graph()
}

/** Groups of 5, 7 and 9 in which everybody could meet, in a ring of groups, with little between them. */
function cliques(n: number, chance: Chance): PairGraph {
  const edges = new Edges(n)
  for (let begin = 0; begin < n; ) {
    const end = Math.min(n, begin + chance.pick([5, 7, 9]))
    for (let one = begin; one < end; one++) for (let other = one + 1; other < end; other++) edges.put(one, other, chance.whole(800, 1000))
    edges.put(end - 1, end % n, chance.whole(1, 400))
    begin = end
  }
  return edges.graph()
}

const DEPTH = 1000

/** Triangles around which two people after two close larger and larger rings, each worth less; and then two nests need each other. */
function nests(n: number): PairGraph {
  const edges = new Edges(n)
  const size = 2 * Math.min(DEPTH, Math.floor(n / 8)) + 1
  const heaviest = 4 * size
  for (let begin = 0; begin + size <= n; begin += size) {
    edges.put(begin, begin + 1, heaviest)
    edges.put(begin, begin + 2, heaviest)
    edges.put(begin + 1, begin + 2, heaviest)
    for (let one = begin + 3; one + 1 < begin + size; one += 2) {
      const worth = heaviest - (one - begin)
      edges.put(one, one - 2, worth)
      edges.put(one + 1, one - 1, worth)
      edges.put(one, one + 1, worth)
    }
    if (begin >= size) edges.put(begin, begin - size, 1)
  }
  return edges.graph()
}
