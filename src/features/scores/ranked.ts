/** What came of the scoring: every pitch with its place, and those that become sessions. */
import { type Ranking, rankCards, rankOnPaper } from '../../matching/scoring/ranking.ts'
import { type Scoring, seedOf, type Way } from './scoring.ts'

export type Score = { rater: string; pitch: string; points: number }
export type RankedPitch = {
  pitch: string
  place: number
  /** Out of 25, in tenths. */
  tenths: number
  giveOrTake?: number
  scored: number
  lottery: number
  isChosen: boolean
  isTied: boolean
}
export type Outcome = { way: Way; places: number; seed: number; people: number; scores: number; pitches: readonly RankedPitch[] }

/** `pitches` in the order in which they were made, `scores` in the order of their deals. */
export function outcomeOf({ event, way, places }: Scoring, pitches: readonly string[], scores: readonly Score[]): Outcome {
  const cards = new Map(pitches.map((pitch, at) => [pitch, at]))
  const counted = scores.flatMap(({ pitch, ...score }) => {
    const card = cards.get(pitch)
    return card === undefined ? [] : [{ ...score, card }]
  })
  const raters = new Map([...new Set(counted.map(({ rater }) => rater))].map((rater, at) => [rater, at]))
  const sheet = {
    cards: pitches.length,
    rater: Int32Array.from(counted, ({ rater }) => raters.get(rater) ?? 0),
    card: Int32Array.from(counted, ({ card }) => card),
    points: Int32Array.from(counted, ({ points }) => points),
  }
  const seed = seedOf(event)
  const ranking = (way === 'paper' ? rankOnPaper : rankCards)(sheet, { places, seed })
  return { way, places, seed, people: raters.size, scores: counted.length, pitches: placesIn(ranking, pitches, places) }
}

function placesIn({ order, total, giveOrTake, scored, lottery, tied }: Ranking, pitches: readonly string[], places: number): RankedPitch[] {
  return [...order].map((card, at) => ({
    pitch: pitches[card] ?? '',
    place: at + 1,
    tenths: tenths(total[card]),
    ...(giveOrTake ? { giveOrTake: tenths(giveOrTake[card]) } : {}),
    scored: scored[card] ?? 0,
    lottery: lottery[card] ?? 0,
    isChosen: at < places,
    isTied: tied.includes(card),
  }))
}

const tenths = (number = 0): number => Math.round(10 * number)
