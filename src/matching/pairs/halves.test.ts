/** What a market leaves becomes a start that is right: whatever it pairs costs nothing, and whoever is left over has least to lose. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Chance } from '../../../bench/chance.ts'
import { aGraph, SHAPES, someGraph } from '../../../tests/small-graphs.ts'
import { Arcs } from './arcs.ts'
import { type Halves, pairUp, pairWhoCan } from './halves.ts'
import { type Market, openMarket } from './market.ts'
import { checkGraph, type PairGraph } from './pair-graph.ts'
import { makeWhole } from './whole-weights.ts'

/** Everybody asks for all that their best meeting is worth, and nobody has a lot. */
function anOpenMarket(graph: PairGraph): Market {
  const market = openMarket(new Arcs(graph, makeWhole(graph, checkGraph(graph), false)))
  const { arcs, profit } = market
  for (let i = 0; i < graph.n; i++) profit[i] = Math.max(0, ...arcs.weight.slice(arcs.start[i], arcs.start[i + 1]))
  return market
}

function assertRight({ arcs }: Market, { mate, dual, over }: Halves): void {
  for (let v = 0; v < arcs.n; v++) {
    for (let arc = arcs.start[v]!; arc < arcs.start[v + 1]!; arc++) assert.ok(dual[v]! + dual[arcs.to[arc]!]! >= 4 * arcs.weight[arc]!)
    const other = mate[v]!
    if (other >= 0) assert.deepEqual([mate[other], dual[v]! + dual[other]!], [v, 4 * arcs.between(v, other)])
    assert.equal(over.includes(v), other < 0 && dual[v]! > 0)
  }
}

describe('halves of a market', () => {
  it('that was given up are pairs that cost nothing, as many as whoever comes first can have', () => {
    const chance = new Chance(65)
    let pairs = 0
    for (const shape of SHAPES)
      for (let turn = 0; turn < 20; turn++) {
        const market = anOpenMarket(someGraph(shape, chance.whole(2, 12), chance, () => chance.whole(1, 4)))
        const halves = pairWhoCan(market)
        assertRight(market, halves)
        pairs += halves.mate.filter((other) => other >= 0).length / 2
      }
    assert.ok(pairs > 100, `${pairs} pairs`)
  })

  it('leave over the one of a ring of three who has least to lose', () => {
    const market = anOpenMarket(aGraph(3, [0, 1, 50], [1, 2, 70], [0, 2, 60]))
    const { arcs, lot, bidder, profit, price } = market
    const scale = arcs.between(0, 1) / 50
    for (let i = 0; i < 3; i++) {
      lot[i] = (i + 1) % 3
      bidder[(i + 1) % 3] = i
      profit[i] = [20, 30, 40][i]! * scale
      price[i] = profit[i]!
    }
    const halves = pairUp(market)
    assertRight(market, halves)
    assert.deepEqual([[...halves.mate], halves.over], [[-1, 2, 1], [0]])
  })
})
