/** A line that somebody wrote, taken apart into words and what stands between them. Everything that is read has to be accounted for. */

export type Word = { word: string; from: number; to: number; before: string }
export type Line = { text: string; words: readonly Word[]; after: string }

/** A day in figures, a number, or letters with apostrophes inside. */
const WORDS = /\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d+(?:[.,]\d+)?|\p{L}+(?:'\p{L}+)*/gu
/** Marks that people put around an answer and that change nothing. */
const DECORATION = /\p{Cf}|\u00ad|\ufe0f|[*_]|\u{1f44d}|\u{1f44c}|\u{1f642}|\u{1f60a}|\u{1f600}|\u{1f389}|[:;]-?\)/gu
/** Unicode's marks that turn the direction of a text: what is seen may not be what is read. */
const TURNED = /[\u202a-\u202e\u2066-\u2069]/u
const HARMLESS = /^(?!.*\.\.)[\s,.;:!()\-\u2013\u2014]*$/

export const MOST_LINE = 500

export function readLine(written: string): Line {
  const plain = TURNED.test(written) ? '?' : written
  const text = unquoted(
    plain
      .normalize('NFKC')
      .replace(DECORATION, '')
      .replace(/[\u2018\u2019\u02bc\u0060]/g, "'")
      .trim(),
  )
  const words: Word[] = []
  let end = 0
  for (const found of text.matchAll(WORDS)) {
    words.push({ word: found[0].toLowerCase(), from: found.index, to: found.index + found[0].length, before: text.slice(end, found.index) })
    end = found.index + found[0].length
  }
  return { text, words, after: text.slice(end) }
}

/** "yes" is yes, when the quotation marks hold all of it. */
const unquoted = (text: string): string =>
  /^["\u201c\u201e]([^"\u201c\u201d\u201e]*)["\u201d\u201c]([.!]?)$/.exec(text)?.[1]?.trim() ?? text

/** Nothing stands between these words that could change what they say. */
export const isPlain = (line: Line, from = 0, to = line.words.length): boolean =>
  line.words.slice(from, to).every(({ before }) => HARMLESS.test(before)) && (to < line.words.length || HARMLESS.test(line.after))

export type Phrase = readonly string[]
export const phrasesOf = (...phrases: readonly string[]): Phrase[] =>
  phrases.map((phrase) => readLine(phrase).words.map(({ word }) => word)).filter((phrase) => phrase.length > 0)

/** How many words the longest of these phrases takes here; none when no phrase begins here. */
export function lengthAt(line: Line, at: number, phrases: readonly Phrase[]): number {
  let longest = 0
  for (const phrase of phrases)
    if (phrase.length > longest && phrase.every((word, index) => line.words[at + index]?.word === word)) longest = phrase.length
  return longest
}

/** The first word that no row of these phrases takes. */
export function afterAll(line: Line, at: number, phrases: readonly Phrase[]): number {
  let next = at
  for (let length = lengthAt(line, next, phrases); length > 0; length = lengthAt(line, next, phrases)) next += length
  return next
}

export const has = (line: Line, from: number, phrases: readonly Phrase[]): boolean =>
  line.words.some((_, at) => at >= from && lengthAt(line, at, phrases) > 0)

/** As it was written, from this word on, without what parted it from the words before. */
export const restOf = (line: Line, from: number): string => {
  const first = line.words[from]
  return first ? line.text.slice(first.from).trim().slice(0, MOST_LINE) : ''
}

/** A stop, a comma or a dash stands before this word. */
export const isParted = (line: Line, at: number): boolean => /[,.;:!()\u2013\u2014]|\s-+\s/.test(line.words[at]?.before ?? '')
