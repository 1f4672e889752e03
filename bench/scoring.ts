/**
 * How many of the right cards are chosen: npm run bench scoring [SEED ...] [--people 700] [--each 5] [--reliability 0.2] [--leaving 0.1].
 * Beside the two fair ways stand the sum of all that is scored at random, and the classic paper way, by the sum of five scores a card.
 * Constants were chosen on seeds 1 to 40; without seeds it runs on others.
 */
import { parseArgs } from 'node:util'
import { type Cut, type Ranking, rankCards, rankOnPaper } from '../src/matching/scoring/ranking.ts'
import type { ScoreSheet } from '../src/matching/scoring/score-sheet.ts'
import { DEALINGS, type Dealing, type EventSize, foundOf, GLOBAL, type Held, holdScoring, orderBySum } from './agenda/scoring-event.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    people: { type: 'string', default: `${GLOBAL.people}` },
    each: { type: 'string', default: `${GLOBAL.each}` },
    reliability: { type: 'string', default: `${GLOBAL.reliability}` },
    leaving: { type: 'string', default: `${GLOBAL.leaving}` },
  },
})
const seeds = positionals.length > 0 ? positionals.map(Number) : Array.from({ length: 100 }, (_, at) => 7001 + at)
const size: EventSize = {
  ...GLOBAL,
  ...{ people: Number(values.people), each: Number(values.each), reliability: Number(values.reliability), leaving: Number(values.leaving) },
}

type Ranked = Pick<Ranking, 'order' | 'giveOrTake'> & { total?: Ranking['total'] }
function rankedBy(dealing: Dealing, sheet: ScoreSheet, cut: Cut): Ranked {
  if (dealing === 'any at random') return { order: orderBySum(sheet) }
  return dealing === 'at random, five a card' ? rankOnPaper(sheet, cut) : rankCards(sheet, cut)
}

type Event = { found: number; topTen: number; within: number; ms: number } & Pick<Held, 'own' | 'repeated' | 'uneven' | 'apartAtEnd'>

function measure(dealing: Dealing, seed: number): Event {
  const held = holdScoring(size, dealing, seed)
  const { places } = size
  const before = process.cpuUsage()
  const { order, total, giveOrTake } = rankedBy(dealing, held.sheet, { places, seed })
  const { user, system } = process.cpuUsage(before)
  const isWithin = (card: number): boolean => Math.abs((total?.[card] ?? 0) - (held.total[card] ?? 0)) <= (giveOrTake?.[card] ?? 0)
  const within = held.total.filter((_, card) => isWithin(card)).length / size.cards
  const found = foundOf(held.worth, order, places, places) / places
  return { ...held, found, topTen: foundOf(held.worth, order, 10, places) / 10, within, ms: (user + system) / 1000 }
}

const mean = (events: readonly Event[], of: (event: Event) => number): number =>
  events.reduce((sum, event) => sum + of(event), 0) / events.length
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

console.log(`${seeds.length} events of ${size.people} people, ${size.cards} cards, ${size.places} places, ${size.each} cards each`)
for (const dealing of DEALINGS) {
  const events = seeds.map((seed) => measure(dealing, seed))
  const sorted = events.map(({ found }) => found).sort((a, b) => a - b)
  console.log(`\n${dealing}`)
  console.log(
    `  of the true top ${size.places} found  ${percent(mean(events, ({ found }) => found))}, in the worst event ${percent(sorted[0] ?? 0)}`,
  )
  console.log(
    `  of the true top ten found  ${percent(mean(events, ({ topTen }) => topTen))}, all of them in ${percent(mean(events, ({ topTen }) => Number(topTen === 1)))} of events`,
  )
  if (dealing === 'evenly' || dealing === 'then near the cut')
    console.log(`  totals within give or take ${percent(mean(events, ({ within }) => within))}`)
  console.log(
    `  own cards ${mean(events, ({ own }) => own)}, repeated ${mean(events, ({ repeated }) => repeated)}, deals that left cards more than one apart while all are dealt evenly ${mean(events, ({ uneven }) => uneven).toFixed(2)}, apart at the end ${mean(events, ({ apartAtEnd }) => apartAtEnd).toFixed(1)}`,
  )
  console.log(`  ranking ${mean(events, ({ ms }) => ms).toFixed(0)} ms`)
}
