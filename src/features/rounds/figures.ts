/** The figures of a round: what came of it, by pairs of sectors, and never a number by which one could tell who. Pure. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'

/** Of one turn that was sent. */
export type TurnFigures = { number: number; sentOn: Day; meetings: number; people: number; leftOut: number; answered: number; met: number }
/** People who were put together across two sectors, or within one; and those of them whose meeting took place. */
export type SectorPair = { first: Sector; second: Sector; people: number; met: number }
export type Figures = { joined: number; turns: readonly TurnFigures[]; pairs: readonly SectorPair[] }

/** A smaller number could tell who. */
export const FEWEST = 5
export type Shown = number | 'few'

export const shownOf = (number: number): Shown => (number < FEWEST ? 'few' : number)

export type ShownPair = { first: Sector; second: Sector; people: Shown; met: Shown }

/** Where one number alone is hidden, the smallest of the others is as well: else the sum would tell it. */
export function shownPairs(pairs: readonly SectorPair[]): ShownPair[] {
  const [people, met] = [hiding(pairs.map((pair) => pair.people)), hiding(pairs.map((pair) => pair.met))]
  return pairs
    .map(({ first, second }, at): ShownPair => ({ first, second, people: people[at] ?? 'few', met: met[at] ?? 'few' }))
    .sort((a, b) => sizeOf(b.people) - sizeOf(a.people) || (a.first + a.second < b.first + b.second ? -1 : 1))
}

function hiding(numbers: readonly number[]): Shown[] {
  const shown = numbers.map(shownOf)
  if (shown.filter((each) => each === 'few').length !== 1) return shown
  const smallest = Math.min(...numbers.filter((each) => each >= FEWEST))
  const at = numbers.indexOf(smallest)
  return shown.map((each, index) => (index === at ? 'few' : each))
}

export const sizeOf = (shown: Shown): number => (shown === 'few' ? 0 : shown)

/** Of each turn how many met: the sum of all is said too, so no single one stands hidden. */
export const shownMet = (turns: readonly TurnFigures[]): Shown[] => hiding(turns.map(({ met }) => met))

/** How many answered, unless it would tell how few of them did not meet. */
export function shownAnswered(turns: readonly TurnFigures[]): Shown | 'a few more' {
  const [answered, met] = [sumOf(turns, 'answered'), sumOf(turns, 'met')]
  if (shownOf(answered) === 'few' || answered === met || answered - met >= FEWEST) return shownOf(answered)
  return met < FEWEST ? answered : 'a few more'
}

/** All turns together. */
export const sumOf = (turns: readonly TurnFigures[], what: 'meetings' | 'people' | 'leftOut' | 'answered' | 'met'): number =>
  turns.reduce((sum, turn) => sum + turn[what], 0)
