/** Scoring the pitches of an event: who may score, which card comes next, and who runs it. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { dealCard, evenRounds, NO_CARD } from '../../matching/scoring/dealing.ts'
import { FEWEST_POINTS, MOST_POINTS, SCORES_IN_TOTAL } from '../../matching/scoring/score-sheet.ts'
import { tieOf } from '../../matching/tie.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import { STEPS, type Step } from '../events/event.ts'

/** By a model that takes out luck, or the sum of five as on paper. */
export type Way = 'fair' | 'paper'
export const isWay = (text: string): text is Way => text === 'fair' || text === 'paper'
export const [LEAST_EACH, MOST_EACH, MOST_PLACES] = [5, 50, 1000] as const

export type Scoring = {
  event: string
  step: Step
  way: Way
  /** Cards for each person. */
  each: number
  /** How many pitches become sessions. */
  places: number
  /** Who is in. */
  people: number
}

/** How a card stands, as one rater sees it. */
export type Standing = { pitch: string; dealt: number; scored: number; points: number; isBarred: boolean }

/** Whoever has held a card for so long has left with it; it no longer counts as dealt, and still counts once they score it. */
export const HELD_MINUTES = 10

/** A team of more than a third of all is no team: too few would be left to score what it has pitched. */
export const LARGEST_TEAM = 1 / 3

/** The lottery of an event: a number that nobody chose, and that everybody can know before a card is scored. */
export const seedOf = (event: string): number => tieOf(0, 'lottery', event)

export type ScoreRefusal = 'not begun' | 'closed' | 'not in' | 'all done' | 'no card left' | 'no such points'

export type RunRefusal = 'not the organiser' | 'closed'
/** Somebody is named who does not come, or as two are. */
export type NameRefusal = 'nobody called so' | 'two called so'

export const isClosed = (step: Step): boolean => STEPS.indexOf(step) > STEPS.indexOf('scoring')

export function isOpen({ step }: Pick<Scoring, 'step'>): Answer<true, ScoreRefusal> {
  if (step === 'scoring') return yes(true)
  return no(isClosed(step) ? 'closed' : 'not begun')
}

export function mayScore(scoring: Pick<Scoring, 'step'>, attendee: Attendee | undefined): Answer<Attendee, ScoreRefusal> {
  const open = isOpen(scoring)
  if (!open.yes) return open
  return isIn(attendee) ? yes(attendee) : no('not in')
}

/** Blind to who asks but for what is barred. No card when none is left for them. */
export function nextCard(
  { event, way, each, places, people }: Scoring,
  cards: readonly Standing[],
  turn: { rater: string; had: number },
): string | undefined {
  const isFull = ({ dealt }: Standing): boolean => way === 'paper' && dealt >= SCORES_IN_TOTAL
  const pile = {
    dealt: Int32Array.from(cards, ({ dealt }) => dealt),
    scored: Int32Array.from(cards, ({ scored }) => scored),
    points: Int32Array.from(cards, ({ points }) => points),
    barred: Uint8Array.from(cards, (card) => Number(card.isBarred || isFull(card))),
  }
  const even = way === 'paper' ? Number.POSITIVE_INFINITY : evenRounds(people, each, cards.length)
  const card = dealCard(pile, { even, places }, tieOf(seedOf(event), turn.rater, `turn ${turn.had}`))
  return card === NO_CARD ? undefined : cards[card]?.pitch
}

export function readPoints(typed: string): number | undefined {
  const points = /^\d$/.test(typed) ? Number(typed) : Number.NaN
  return points >= FEWEST_POINTS && points <= MOST_POINTS ? points : undefined
}

export type TypedScoring = { way: string; each: string; places: string }
export type ScoringFaults = { way?: true; each?: true; places?: true }

export function readScoring({
  way,
  each,
  places,
}: TypedScoring): { yes: true; value: Pick<Scoring, 'way' | 'each' | 'places'> } | { yes: false; faults: ScoringFaults } {
  const [many, best] = [wholeNumber(each, LEAST_EACH, MOST_EACH), wholeNumber(places, 1, MOST_PLACES)]
  if (isWay(way) && many !== undefined && best !== undefined) return { yes: true, value: { way, each: many, places: best } }
  return {
    yes: false,
    faults: {
      ...(isWay(way) ? {} : { way: true }),
      ...(many === undefined ? { each: true } : {}),
      ...(best === undefined ? { places: true } : {}),
    },
  }
}

function wholeNumber(typed: string, least: number, most: number): number | undefined {
  const number = Number(typed.trim() || Number.NaN)
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined
}
