/** Numbers and hours as people write them: "2.5 hrs", "three hours", "half an hour". */
import type { Line } from './line.ts'

const NAMED =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
/** As much as an answer on the page takes, to the quarter of an hour. */
const MOST_HOURS = 100
const QUARTERS = 4

export function numberOf(word: string): number | undefined {
  if (/^\d{1,6}([.,]\d{1,2})?$/.test(word)) return Number(word.replace(',', '.'))
  if (word === 'a' || word === 'an') return 1
  const named = NAMED.indexOf(word)
  return named < 0 ? undefined : named
}

/** The number of a thing asked: 1, 2, 3, as the letter counts them. */
export const countOf = (word: string): number | undefined => (/^\d{1,2}$/.test(word) ? Number(word) : undefined)

const NEAR = ['about', 'around', 'roughly', 'approx', 'approximately']
const HOURS = ['h', 'hr', 'hrs', 'hour', 'hours']
const MINUTES = ['min', 'mins', 'minute', 'minutes']

export type SaidHours = { hours: number; words: number; hasUnit: boolean }

/** The hours that stand at `at`, and how many words say them. */
export function readHours(line: Line, at: number): SaidHours | undefined {
  const near = NEAR.includes(line.words[at]?.word ?? '') ? 1 : 0
  const word = (ahead: number): string => line.words[at + near + ahead]?.word ?? ''
  const said = (hours: number, words: number, hasUnit: boolean) => {
    const rounded = Math.round(hours * QUARTERS) / QUARTERS
    return rounded > 0 && rounded <= MOST_HOURS ? { hours: rounded, words: near + words, hasUnit } : undefined
  }
  if (word(0) === 'half' && word(1) === 'an' && word(2) === 'hour') return said(0.5, 3, true)
  // "-3" and the 4 of "3-4".
  if (/[-\u2013\u2014]$/.test(line.words[at + near]?.before ?? '')) return undefined
  const many = numberOf(word(0))
  if (many === undefined) return undefined
  if (word(1) === 'and' && word(2) === 'a' && word(3) === 'half' && HOURS.includes(word(4))) return said(many + 0.5, 5, true)
  if (HOURS.includes(word(1)))
    return word(2) === 'and' && word(3) === 'a' && word(4) === 'half' ? said(many + 0.5, 5, true) : said(many, 2, true)
  if (MINUTES.includes(word(1))) return said(many / 60, 2, true)
  return /^\d/.test(word(0)) ? said(many, 1, false) : undefined
}
