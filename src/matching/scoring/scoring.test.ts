/** Cards are dealt evenly and fairly, and ranked by what they are rather than by who happened to score them. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foundOf, GLOBAL, holdScoring } from '../../../bench/agenda/scoring-event.ts'
import { Chance } from '../../../bench/chance.ts'
import { dealCard, evenRounds, NO_CARD, type Pile } from './dealing.ts'
import { takeApart } from './harshness.ts'
import { isChosen, rankCards, rankOnPaper } from './ranking.ts'
import { type ScoreSheet, WrongScores } from './score-sheet.ts'

const CUT = { places: 2, seed: 7 }
const sheetOf = (cards: number, scores: readonly (readonly [rater: number, card: number, points: number])[]): ScoreSheet => ({
  cards,
  rater: Int32Array.from(scores, ([rater]) => rater),
  card: Int32Array.from(scores, ([, card]) => card),
  points: Int32Array.from(scores, ([, , points]) => points),
})
const aPile = (dealt: number[], points: number[] = dealt.map((many) => 3 * many), barred: number[] = []): Pile => ({
  dealt: Int32Array.from(dealt),
  scored: Int32Array.from(dealt),
  points: Int32Array.from(points),
  barred: Uint8Array.from(dealt, (_, card) => Number(barred.includes(card))),
})
const someScores = (chance: Chance, cards: number, people: number) =>
  Array.from({ length: people }, (_, rater) =>
    chance.pickSome([...Array(cards).keys()], chance.whole(1, cards)).map((card) => [rater, card, chance.whole(1, 5)] as const),
  ).flat()

describe('dealing', () => {
  it('gives the least-dealt card that is not barred, and none when all are', () => {
    for (let seed = 1; seed < 20; seed++) {
      assert.equal(dealCard(aPile([2, 1, 2]), { even: 9, places: 1 }, seed), 1)
      assert.equal(dealCard(aPile([2, 1, 3], [1, 1, 1], [1]), { even: 9, places: 1 }, seed), 0)
      assert.equal(dealCard(aPile([1, 0], [1, 0], [0, 1]), { even: 9, places: 1 }, seed), NO_CARD)
    }
    assert.equal(dealCard(aPile([]), { even: 9, places: 1 }, 1), NO_CARD)
  })

  it('gives equal cards equally often', () => {
    const times = new Int32Array(3)
    for (let seed = 1; seed <= 600; seed++) times[dealCard(aPile([0, 0, 0]), { even: 9, places: 1 }, seed)]!++
    assert.ok(Math.min(...times) > 150, `${times}`)
  })

  it('goes near the cut once all have been dealt often enough, and leaves what is clear', () => {
    const pile = aPile([8, 8, 8, 8, 8, 8], [40, 39, 26, 22, 9, 8])
    assert.ok([2, 3].includes(dealCard(pile, { even: 8, places: 3 }, 1)))
    assert.equal(dealCard({ ...pile, barred: Uint8Array.of(0, 0, 1, 1, 0, 0) }, { even: 8, places: 3 }, 1), 4)
    assert.notEqual(dealCard(aPile([60, 8, 8], [180, 25, 23]), { even: 8, places: 2 }, 1), 0)
  })

  it('gives nobody their own card or one twice, and stays within one, whoever comes late, leaves or sends twice', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const held = holdScoring({ ...GLOBAL, people: 200, leaving: seed % 2 ? 0 : 0.2 }, 'evenly', seed)
      assert.deepEqual([held.own, held.repeated], [0, 0])
      assert.ok(held.apartAtEnd <= 1 && held.uneven <= 10, `${held.apartAtEnd} ${held.uneven}`)
    }
  })

  it('spends a quarter of all scores on telling what is clear', () => {
    assert.deepEqual([evenRounds(700, 5, 150), evenRounds(1, 1, 150), evenRounds(700, 5, 0)], [5, 1, 875])
  })
})

describe('ranking', () => {
  it('solves the whole of the equations, raters and all, and knows how far a level may be out', () => {
    const chance = new Chance(31)
    for (let turn = 0; turn < 20; turn++) {
      const sheet = sheetOf(4, someScores(chance, 4, 5))
      const { level, doubt, spread } = takeApart(sheet)
      const people = 5
      const size = 4 + people + 1
      const rows: number[][] = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => 0))
      for (const [at, points] of sheet.points.entries()) {
        const own = [sheet.card[at]!, 4 + sheet.rater[at]!, size - 1]
        for (const row of own) {
          for (const column of own) rows[row]![column]! += 1
          rows[row]![size]! += points
        }
      }
      for (let row = 0; row < size - 1; row++) rows[row]![row]! += spread.chance / (row < 4 ? spread.card : spread.harshness)
      const solved = solveByHand(rows)
      for (let card = 0; card < 4; card++) assert.ok(Math.abs(solved[card]! + solved[size - 1]! - level[card]!) < 1e-9)
      // The variance of what is looked for is the equations' answer to it.
      const asked = rows.map((row, at) => [...row.slice(0, size), Number(at === 0 || at === size - 1)])
      const answer = solveByHand(asked)
      assert.ok(Math.abs(spread.chance * (answer[0]! + answer[size - 1]!) - doubt[0]! ** 2) < 1e-9)
    }
  })

  it('sees that a card had harsh raters', () => {
    // Persons 0 to 3 give two points less than 4 to 7. Card 0 has only harsh raters, card 1 only kind ones, and both have rated others.
    const scores: [number, number, number][] = []
    for (let rater = 0; rater < 8; rater++) {
      const isHarsh = rater < 4
      scores.push([rater, isHarsh ? 0 : 1, 3])
      for (let card = 2; card < 8; card++) scores.push([rater, card, isHarsh ? 2 : 4])
    }
    const sheet = sheetOf(8, scores)
    assert.deepEqual([...rankOnPaper(sheet, CUT).total.subarray(0, 2)], [12, 12])
    const { order, total } = rankCards(sheet, CUT)
    assert.equal(order[0], 0)
    assert.ok(total[0]! - total[1]! > 3, `${total}`)
  })

  it('is the same whatever is sent twice, and in whatever order', () => {
    const chance = new Chance(32)
    for (let turn = 0; turn < 20; turn++) {
      const scores = someScores(chance, 6, 8)
      const first = rankCards(sheetOf(6, scores), CUT)
      assert.deepEqual(rankCards(sheetOf(6, [...scores, ...scores.map(([rater, card]) => [rater, card, 5] as const)]), CUT), first)
      assert.deepEqual(rankCards(sheetOf(6, chance.shuffled(scores)), CUT), first)
    }
  })

  it('lets the lottery decide between equal cards at the cut, and says between which', () => {
    const scores = [0, 1, 2, 3].map((card) => [card, card, card === 3 ? 1 : 4] as const)
    const times = new Int32Array(4)
    for (let seed = 1; seed <= 300; seed++) {
      const { order, tied, lottery } = rankOnPaper(sheetOf(4, scores), { places: 1, seed })
      assert.deepEqual([...tied].sort(), [0, 1, 2])
      assert.ok(tied.every((card, at) => at === 0 || lottery[tied[at - 1]!]! < lottery[card]!))
      times[order[0]!]!++
    }
    assert.ok(Math.min(times[0]!, times[1]!, times[2]!) > 75 && times[3] === 0, `${times}`)
    assert.equal(rankOnPaper(sheetOf(4, scores), { places: 3, seed: 1 }).tied.length, 0)
  })

  it('puts cards without a score in the middle, and refuses what makes no sense with a sentence', () => {
    const { total, giveOrTake, order } = rankCards(
      sheetOf(3, [
        [0, 0, 5],
        [1, 1, 1],
      ]),
      { places: 1, seed: 1 },
    )
    assert.deepEqual([...order], [0, 2, 1])
    assert.ok(total[2]! > total[1]! && giveOrTake![2]! > giveOrTake![1]!)
    assert.deepEqual([...rankCards(sheetOf(2, []), CUT).total], [15, 15])
    assert.ok(isChosen({ order }, { places: 1 }, 0) && !isChosen({ order }, { places: 1 }, 1))
    for (const wrong of [
      [0, 3, 3],
      [0, -1, 3],
      [-1, 0, 3],
      [0, 0, 0],
      [0, 0, 6],
    ] as const)
      assert.throws(() => rankCards(sheetOf(3, [wrong]), CUT), WrongScores)
    assert.throws(() => rankCards(sheetOf(3, []), { places: -1, seed: 1 }), WrongScores)
    assert.throws(() => rankCards(sheetOf(-1, []), CUT), WrongScores)
    assert.throws(() => rankCards({ ...sheetOf(1, []), rater: Int32Array.of(1) }, CUT), WrongScores)
  })

  it('finds far more of the right cards than the sum of five does', () => {
    let [fair, paper] = [0, 0]
    for (let seed = 1; seed <= 2; seed++) {
      const cut = { places: GLOBAL.places, seed }
      const held = holdScoring(GLOBAL, 'then near the cut', seed)
      fair += foundOf(held.worth, rankCards(held.sheet, cut).order, GLOBAL.places, GLOBAL.places)
      const classic = holdScoring(GLOBAL, 'at random, five a card', seed)
      paper += foundOf(classic.worth, rankOnPaper(classic.sheet, cut).order, GLOBAL.places, GLOBAL.places)
    }
    assert.ok(fair > 0.85 * 2 * GLOBAL.places && paper < 0.78 * 2 * GLOBAL.places, `${fair} ${paper}`)
  })
})

/** Gauss's way, with the largest pivot; the last column is the right side. */
function solveByHand(given: readonly (readonly number[])[]): number[] {
  const rows = given.map((row) => [...row])
  const n = rows.length
  for (let at = 0; at < n; at++) {
    const best = rows.slice(at).reduce((most, row, more) => (Math.abs(row[at]!) > Math.abs(rows[most]![at]!) ? at + more : most), at)
    ;[rows[at], rows[best]] = [rows[best]!, rows[at]!]
    for (const [other, row] of rows.entries()) {
      if (other === at) continue
      const share = row[at]! / rows[at]![at]!
      for (let column = at; column <= n; column++) row[column]! -= share * rows[at]![column]!
    }
  }
  return rows.map((row, at) => row[n]! / row[at]!)
}
