/** Turns of a round: nobody meets again while that can be avoided, nobody is left out twice running, and the organiser's word counts. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPopulation } from '../../../tests/population.ts'
import { aGraph, bestOfAll } from '../../../tests/small-graphs.ts'
import { STRANGERS } from '../candidate.ts'
import { Neighbourhood } from '../closeness.ts'
import { Cancelled } from '../pairs/match-pairs.ts'
import { Company, WrongRound } from './company.ts'
import type { Guest } from './meeting.ts'
import { planRound, type RoundInput, type RoundPlan, repairRound } from './round.ts'
import { seatPairs } from './round-pairs.ts'
import { betweenOf } from './round-request.ts'
import { worthOf } from './seating.ts'

type Pair = readonly [string, string]
const people = (seed: number, many: number, threeIsFine = true): { guests: Guest[]; neighbourhood: Neighbourhood } => {
  const { candidates, vocabulary } = aPopulation(seed, many)
  // Where people are and what they speak is tried elsewhere: here everybody could meet everybody.
  const guests = candidates.map(({ position: _, radius: __, ...each }) => ({ ...each, team: '', threeIsFine }))
  return { guests, neighbourhood: new Neighbourhood(vocabulary) }
}
const aRound = (guests: readonly Guest[], more: Partial<RoundInput> = {}): RoundInput => ({
  guests,
  rules: { size: 2, across: [] },
  between: STRANGERS,
  met: [],
  leftOut: new Set(),
  together: [],
  apart: [],
  seed: 1,
  ...more,
})
const pairsOf = ({ meetings }: Pick<RoundPlan, 'meetings'>): Pair[] =>
  meetings.flatMap(({ members }) => members.flatMap((one, at) => members.slice(at + 1).map((other): Pair => [one, other])))
const key = (pair: Pair): string => [...pair].sort().join(' ')
const placed = ({ meetings }: Pick<RoundPlan, 'meetings'>): string[] => meetings.flatMap(({ members }) => members).sort()
const idsOf = (guests: readonly Guest[]): string[] => guests.map(({ id }) => id).sort()
const first = (guests: readonly Guest[]): Guest => {
  const [one] = guests
  assert.ok(one)
  return one
}

describe('a round in pairs', () => {
  it('goes on for twenty turns without a repeat, while people come and go and nobody stays out twice', () => {
    const { guests, neighbourhood } = people(21, 40)
    const met: Pair[] = []
    let leftOut = new Set<string>()
    for (let turn = 0; turn < 20; turn++) {
      // From 56 up to 64, even and odd, and not always the same.
      const here = guests.flatMap((each, at) =>
        at % 9 !== turn % 9 || at % 2 === turn % 2 ? [{ ...each, threeIsFine: turn % 4 === 0 }] : [],
      )
      const plan = planRound(aRound(here, { met, leftOut, seed: turn + 1 }), neighbourhood)
      assert.deepEqual(
        pairsOf(plan).filter((pair) => met.some((before) => key(before) === key(pair))),
        [],
      )
      assert.deepEqual([...placed(plan), ...plan.leftOut.map(({ id }) => id)].sort(), idsOf(here))
      assert.ok(plan.leftOut.length <= here.length % 2 && plan.leftOut.every(({ id }) => !leftOut.has(id)))
      assert.ok(plan.quality.repeats === 0 && plan.quality.value <= plan.quality.bound)
      met.push(...pairsOf(plan))
      leftOut = new Set(plan.leftOut.map(({ id }) => id))
    }
  })

  it('lets people meet again only when everybody has met everybody, and then as few as can be', () => {
    const { guests, neighbourhood } = people(22, 6)
    const ids = idsOf(guests)
    const met: Pair[] = []
    let repeats = 0
    for (let turn = 0; turn < 8; turn++) {
      const plan = planRound(aRound(guests, { met }), neighbourhood)
      const isMet = (a: number, b: number): boolean => met.some((before) => key(before) === key([ids[a] ?? '', ids[b] ?? '']))
      const all = ids.flatMap((_, a) => ids.slice(0, a).map((_, b) => [a, b, isMet(a, b) ? 0 : 1] as const))
      assert.deepEqual([placed(plan).length, plan.quality.repeats], [6, 3 - bestOfAll(aGraph(6, ...all), 'most').weight])
      repeats += plan.quality.repeats
      met.push(...pairsOf(plan))
    }
    assert.ok(repeats >= 9)
  })

  it('leaves out somebody else than last time, or makes a trio of those who welcome it', () => {
    const { guests, neighbourhood } = people(23, 9, false)
    const before = planRound(aRound(guests), neighbourhood)
    assert.deepEqual([before.meetings.length, before.leftOut.map(({ why }) => why)], [4, ['nobody is left']])
    const leftOut = new Set(before.leftOut.map(({ id }) => id))
    const [id = ''] = leftOut
    assert.ok(placed(planRound(aRound(guests, { leftOut }), neighbourhood)).includes(id))
    // Three welcome a third, and whoever was left is none of them: they take the place of one who joins the other two.
    const fine = new Set(
      idsOf(guests)
        .filter((each) => each !== id)
        .slice(0, 5),
    )
    const some = guests.map((each) => ({ ...each, threeIsFine: fine.has(each.id) }))
    const { meetings, leftOut: nobody } = planRound(aRound(some), neighbourhood)
    const trios = meetings.filter(({ members }) => members.length === 3)
    assert.deepEqual([trios.length, nobody], [1, []])
    assert.ok(trios.every(({ members, fits }) => fits.length === 3 && members.every((each) => fine.has(each))))
  })

  it('never crosses a rule: blocked, kept apart, of the same sector; and says why nobody is there', () => {
    const { guests, neighbourhood } = people(24, 40)
    const across = ['sector', 'organisation'] as const
    const [a = '', b = '', c = ''] = idsOf(guests)
    const between = betweenOf({ blocked: [[a, b]], manages: [], metLately: [[c, a]] })
    const sectors = new Map(guests.map(({ id, sector }) => [id, sector]))
    for (const size of [2, 3, 4] as const) {
      const plan = planRound(aRound(guests, { rules: { size, across }, between, apart: [[b, c]] }), neighbourhood)
      const together = new Set(pairsOf(plan).map(key))
      for (const pair of [
        [a, b],
        [a, c],
        [b, c],
      ] as const)
        assert.ok(!together.has(key(pair)))
      for (const [one, other] of pairsOf(plan)) assert.notEqual(sectors.get(one), sectors.get(other))
      assert.equal(plan.quality.across, pairsOf(plan).length)
    }
    const same = guests.slice(0, 3).map((each) => ({ ...each, sector: 'health' }))
    const { meetings, leftOut } = planRound(aRound(same, { rules: { size: 2, across } }), neighbourhood)
    assert.deepEqual([meetings, leftOut.map(({ why }) => why)], [[], Array(3).fill('the same sector')])
  })

  it('puts together online, or near each other, where its rules say so, and says of whoever is too far that they are', () => {
    const { guests, neighbourhood } = people(26, 12)
    const at = (lat: number) => ({ position: { lat, lon: 0 }, ways: ['in person'] as const })
    // Two towns half a degree apart, which is 56 kilometres; somebody alone far in the north; and one who has not said where they are.
    const spread = guests
      .slice(0, 8)
      .map((each, nth) => ({ ...each, ...(nth < 7 ? at(nth === 6 ? 58 : 51 + (nth % 2) / 2) : { ways: [] }) }))
    const towns = new Map(spread.map(({ id, position }) => [id, position?.lat]))
    const near = planRound(aRound(spread, { rules: { size: 2, across: [], meets: { kilometres: 20 } } }), neighbourhood)
    for (const [one, other] of pairsOf(near)) {
      const [here, there] = [towns.get(one), towns.get(other)]
      assert.ok(here === undefined || there === undefined || here === there)
    }
    const alone = planRound(aRound(spread.slice(0, 7), { rules: { size: 2, across: [], meets: { kilometres: 20 } } }), neighbourhood)
    assert.deepEqual(alone.leftOut.find(({ id }) => towns.get(id) === 58)?.why, 'too far')
    const online = planRound(aRound(spread, { rules: { size: 2, across: [], meets: 'online' } }), neighbourhood)
    assert.deepEqual([online.meetings, online.leftOut.map(({ why }) => why)], [[], Array(8).fill('no way to meet')])
  })

  it('keeps to what the organiser set, unless one has blocked the other', () => {
    const { guests, neighbourhood } = people(25, 20)
    const [a = '', b = '', c = '', d = ''] = idsOf(guests)
    const between = betweenOf({ blocked: [[c, d]], manages: [[a, b]], metLately: [] })
    for (const size of [2, 4] as const) {
      const plan = planRound(
        aRound(guests, {
          rules: { size, across: [] },
          between,
          together: [
            [b, a],
            [c, d],
          ],
          met: [[a, b]],
        }),
        neighbourhood,
      )
      const together = new Set(pairsOf(plan).map(key))
      assert.deepEqual([together.has(key([a, b])), together.has(key([c, d])), placed(plan)], [true, false, idsOf(guests)])
    }
  })

  it('is the same in whatever order people come, for the same seed, and ends when nobody waits any more', () => {
    const { guests, neighbourhood } = people(26, 30)
    const told: number[] = []
    const plan = planRound(aRound(guests), neighbourhood, { progress: (done, of) => void told.push(done / of) })
    assert.deepEqual(planRound(aRound([...guests].reverse()), neighbourhood), plan)
    assert.ok(told.length > 2 && told.every((share, at) => share >= (told[at - 1] ?? 0)) && told.at(-1) === 1)
    for (const size of [2, 3] as const)
      assert.throws(() => planRound(aRound(guests, { rules: { size, across: [] } }), neighbourhood, { isCancelled: () => true }), Cancelled)
    assert.throws(() => planRound(aRound([...guests, first(guests)]), neighbourhood), WrongRound)
  })

  it('places everybody among many, of whom not all pairs are looked at', () => {
    const { guests, neighbourhood } = people(27, 181)
    const input = aRound(guests, { rules: { size: 2, across: ['sector'] } })
    const all = new Company(input, neighbourhood)
    const worths = [all, new Company(input, neighbourhood, 100)].map((company) => {
      const { tables, bound } = seatPairs(company, {})
      const worth = tables.reduce((sum, table) => sum + worthOf(all, table), 0)
      assert.deepEqual([tables.flat().sort((a, b) => a - b), worth <= bound], [all.everybody, true])
      return worth
    })
    const [best = 0, found = 0] = worths
    assert.ok(found >= 0.9 * best && found !== best, `${found} of ${best}`)
  })
})

describe('a round in groups', () => {
  it('goes on without a pair that met before, and leaves nobody out', () => {
    const { guests, neighbourhood } = people(31, 50)
    const met: Pair[] = []
    for (const size of [3, 4, 5, 4, 3] as const) {
      const plan = planRound(aRound(guests, { rules: { size, across: [] }, met }), neighbourhood)
      assert.deepEqual([placed(plan), plan.leftOut, plan.quality.repeats], [idsOf(guests), [], 0])
      assert.ok(
        plan.meetings.every(
          ({ members, fits }) => Math.abs(members.length - size) <= 1 && fits.length === (members.length * (members.length - 1)) / 2,
        ),
      )
      assert.ok(plan.quality.value <= plan.quality.bound)
      met.push(...pairsOf(plan))
    }
  })
})

describe('a round that somebody leaves', () => {
  const { guests, neighbourhood } = people(41, 21)
  const of = (size: RoundInput['rules']['size'], some: readonly Guest[] = guests) => {
    const input = aRound(some, { rules: { size, across: [] } })
    return { input, plan: planRound(input, neighbourhood) }
  }
  const others = (plan: Pick<RoundPlan, 'meetings'>, changed: RoundPlan['meetings']): string[] => {
    const touched = new Set(changed.flatMap(({ members }) => members))
    return pairsOf(plan)
      .filter((pair) => !pair.some((id) => touched.has(id)))
      .map(key)
  }

  it('changes one meeting: with who waits, as a third, or with the third of others', () => {
    const { input, plan } = of(2)
    const [pair, ...more] = plan.meetings.filter(({ members }) => members.length === 2)
    const [leaver = '', stays = ''] = pair?.members ?? []
    assert.ok(more.length > 0)
    const third = repairRound(plan, leaver, input, neighbourhood)
    assert.deepEqual([third.changed.length, third.leftOut, placed(third)], [1, [], idsOf(guests).filter((id) => id !== leaver)])
    assert.deepEqual(others(plan, [...third.changed, { members: [leaver], fits: [] }]), others(third, third.changed))

    const late = { ...first(guests), id: 'person-late' }
    const waits = repairRound(plan, leaver, { ...input, guests: [...guests, late] }, neighbourhood)
    assert.deepEqual(
      waits.changed.map(({ members }) => [...members].sort()),
      [[late.id, stays].sort()],
    )

    // Nobody welcomes a third any more, but there is a trio already.
    const strict = { ...input, guests: guests.map((each) => ({ ...each, threeIsFine: false })) }
    const spare = repairRound(plan, leaver, strict, neighbourhood)
    assert.deepEqual([spare.changed.map(({ members }) => members.length), spare.leftOut], [[2, 2], []])
    const again = repairRound(spare, stays, { ...strict, guests: strict.guests.filter(({ id }) => id !== leaver) }, neighbourhood)
    assert.deepEqual([again.changed, again.leftOut.map(({ why }) => why)], [[], ['nobody is left']])
  })

  it('keeps what is left of a trio and of a group', () => {
    for (const size of [2, 4] as const) {
      const { input, plan } = of(size)
      const [largest] = [...plan.meetings].sort((a, b) => b.members.length - a.members.length)
      const [leaver = '', ...stay] = largest?.members ?? []
      const { changed, leftOut } = repairRound(plan, leaver, input, neighbourhood)
      assert.deepEqual([changed.map(({ members }) => members), leftOut], [[stay], []])
    }
  })
})
