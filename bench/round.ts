/** How long rounds take: npm run bench round. One turn of 10,000, twenty turns of 300, groups of four of 1,000, and two sides. */

import { STRANGERS } from '../src/matching/candidate.ts'
import { Neighbourhood } from '../src/matching/closeness.ts'
import { makeGroups } from '../src/matching/groups/groups.ts'
import { planRound, type RoundInput, type RoundRules } from '../src/matching/rounds/round.ts'
import { matchSides } from '../src/matching/sides/match-sides.ts'
import type { SideGraph } from '../src/matching/sides/side-graph.ts'
import { aPopulation } from '../tests/population.ts'
import { Chance } from './chance.ts'

const secondsOf = (work: () => void): string => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return ((user + system) / 1e6).toFixed(2).padStart(7)
}
const say = (seconds: string, what: string): void => console.log(`${seconds} s  ${what}`)

function oneTurn(people: number, size: RoundRules['size'], across: RoundRules['across']): void {
  const { candidates, vocabulary } = aPopulation(people, people)
  const input = aRound(
    candidates.map((each) => ({ ...each, threeIsFine: true })),
    { size, across },
  )
  let said = ''
  const seconds = secondsOf(() => {
    const { meetings, leftOut, quality } = planRound(input, new Neighbourhood(vocabulary))
    said = `${meetings.length} meetings, ${leftOut.length} left out, ${(quality.value / quality.bound).toFixed(4)} of the bound`
  })
  say(seconds, `one turn of ${people} in meetings of ${size}${across.length > 0 ? `, across ${across.join(' and ')}` : ''}: ${said}`)
}

function aRound(guests: RoundInput['guests'], rules: RoundRules): RoundInput {
  return { guests, rules, between: STRANGERS, met: [], leftOut: new Set(), together: [], apart: [], seed: 1 }
}

function manyTurns(people: number, turns: number): void {
  const { candidates, vocabulary } = aPopulation(7, people)
  const guests = candidates.map((each) => ({ ...each, threeIsFine: true }))
  const neighbourhood = new Neighbourhood(vocabulary)
  const met: [string, string][] = []
  let [leftOut, missed, repeats] = [new Set<string>(), 0, 0]
  const seconds = secondsOf(() => {
    for (let turn = 0; turn < turns; turn++) {
      const here = guests.slice(turn % 4)
      const plan = planRound({ ...aRound(here, { size: 2, across: [] }), met, leftOut, seed: turn }, neighbourhood)
      for (const { members } of plan.meetings)
        for (const [at, one] of members.entries()) for (const other of members.slice(at + 1)) met.push([one, other])
      leftOut = new Set(plan.leftOut.map(({ id }) => id))
      missed += leftOut.size
      repeats += plan.quality.repeats
    }
  })
  say(seconds, `${turns} turns of ${people}: ${repeats} repeats, ${missed} left out in all`)
}

/** As in a round: shared skills, of which some are common, nearness, and another sector. */
function groups(people: number, size: number): void {
  const chance = new Chance(7)
  const all = Array.from({ length: people }, () => ({
    tags: new Set(Array.from({ length: 6 }, () => Math.floor(chance.number() ** 1.5 * 60))),
    sector: chance.whole(1, 6),
    x: chance.number(),
    y: chance.number(),
  }))
  const worth = new Float64Array(people * people)
  for (const [a, one] of all.entries())
    for (const [b, other] of all.slice(0, a).entries()) {
      const shared = [...one.tags].filter((tag) => other.tags.has(tag)).length
      const near = Math.exp(-Math.hypot(one.x - other.x, one.y - other.y) / 0.2)
      const value = Math.round(1000 * (0.1 * shared + 0.15 * near + 0.25 * Number(one.sector !== other.sector)))
      worth[a * people + b] = value
      worth[b * people + a] = value
    }
  const average = worth.reduce((sum, each) => sum + each, 0) / (people * (people - 1))
  let value = 0
  const seconds = secondsOf(() => {
    value = makeGroups({ n: people, size, worth }).value
  })
  const pairs = (people / size) * ((size * (size - 1)) / 2)
  say(seconds, `groups of ${size} of ${people}: ${(value / (average * pairs)).toFixed(3)} times what they are worth by chance`)
}

function sides(each: number, candidates: number, room: number): void {
  const chance = new Chance(each)
  const fame = Array.from({ length: each }, () => chance.number() ** 4)
  const from: number[] = []
  const to: number[] = []
  const weight: number[] = []
  for (let one = 0; one < each; one++)
    for (let at = 0; at < candidates; at++) {
      const other = chance.whole(0, each - 1)
      from.push(one)
      to.push(other)
      weight.push(Math.round(700 * chance.number() + 300 * (fame[other] ?? 0)))
    }
  const rooms = new Int32Array(each).fill(room)
  const graph: SideGraph = {
    left: each,
    right: each,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    weight: Int32Array.from(weight),
    capacityLeft: rooms,
    capacityRight: rooms,
  }
  for (const cardinality of ['any', 'most'] as const) {
    let pairs = 0
    const seconds = secondsOf(() => {
      pairs = matchSides(graph, { cardinality }).pairs.length
    })
    say(seconds, `two sides of ${each}, ${candidates} each, room for ${room}, ${cardinality}: ${pairs} pairs`)
  }
}

oneTurn(10_000, 2, [])
oneTurn(10_000, 2, ['sector'])
oneTurn(10_000, 4, ['sector'])
oneTurn(1000, 2, [])
oneTurn(1000, 4, [])
manyTurns(300, 20)
groups(1000, 4)
sides(500, 500, 1)
sides(5000, 20, 1)
sides(5000, 20, 3)
