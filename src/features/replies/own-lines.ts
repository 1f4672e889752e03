/** What somebody wrote themselves: above the letter that they answer, without greetings, signatures, and what mail servers put around it. */
import { isGreeting, isThanks, startsBanner, startsDisclaimer, startsQuote, startsSignature, staysBanner } from './around.ts'
import { AGREEING, REFUSING } from './lexicon.ts'
import { has, readLine } from './line.ts'

const MOST_TEXT = 20_000
const MOST_LINES = 200
const MOST_SIGNS = 2000
const WRAPPED = 60

export function ownLines(text: string): string[] {
  const lines = text
    .slice(0, MOST_TEXT)
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
    .split('\n', MOST_LINES)
    .map((line) =>
      line
        .slice(0, MOST_SIGNS)
        .replace(/[\u00a0\t]/g, ' ')
        .trim(),
    )
  const begin = afterBanners(lines)
  const own: string[] = []
  for (let at = begin; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (startsQuote(lines, at) || startsDisclaimer(line)) break
    if (own.some((each) => each !== '') && startsSignature(line)) break
    if (/^(-- ?|__+)$/.test(line)) break
    own.push(line)
  }
  return own
}

/** Banners of mail filters stand above everything, each a few lines long. */
function afterBanners(lines: readonly string[]): number {
  let at = 0
  for (;;) {
    while (at < lines.length && lines[at] === '') at++
    if (!startsBanner(lines[at] ?? '')) return at
    at++
    while (at < lines.length && staysBanner(lines[at] ?? '')) at++
  }
}

/** `first` decides; `beside` stands in the same paragraph below it, and `next` in the paragraph after. `all` are the lines as they stand, by paragraphs. */
export type FirstWords = { first: string; beside: readonly string[]; next: readonly string[]; all: readonly (readonly string[])[] }

export function firstWords(text: string, names: readonly string[]): FirstWords {
  const lines = ownLines(text).map((line) => withoutNames(line, names))
  let at = 0
  while (at < lines.length && (lines[at] === '' || isGreeting(lines[at] ?? '') || isThanks(lines[at] ?? ''))) at++
  const first = lines[at] ?? ''
  const paragraphs = inParagraphs(lines.slice(at + (first === '' ? 0 : 1)))
  const [beside = []] = first === '' ? [] : paragraphs
  return { first: wrapped(first, beside), beside, next: paragraphs[1] ?? [], all: inParagraphs(lines.slice(at)) }
}

/** A line that was broken in the middle is read with what follows, so that no condition gets lost over the edge. */
const wrapped = (first: string, beside: readonly string[]): string =>
  first.length >= WRAPPED && beside.length > 0 ? [first, ...beside].join(' ').slice(0, MOST_SIGNS) : first

/** The first paragraph may be empty; of the others none is. */
function inParagraphs(lines: readonly string[]): string[][] {
  const end = lines.indexOf('')
  if (end < 0) return [[...lines]]
  const rest = lines.slice(end)
  const start = rest.findIndex((line) => line !== '')
  return [lines.slice(0, end), ...(start < 0 ? [] : inParagraphs(rest.slice(start)))]
}

/** "Yes please - Ann" is "Yes please", when Ann writes. */
function withoutNames(line: string, names: readonly string[]): string {
  const own = names
    .filter((name) => name.length > 1 && !has(readLine(name), 0, [...AGREEING, ...REFUSING]))
    .sort((a, b) => b.length - a.length)
  const name = own.find((each) => line.toLowerCase().endsWith(each.toLowerCase()))
  if (name === undefined) return line
  const before = line.slice(0, -name.length)
  return before === '' || /[\s,.\-\u2013\u2014]$/.test(before) ? before.replace(/[\s,\-\u2013\u2014]+$/, '') : line
}
