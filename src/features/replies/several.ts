/** Several answers in one letter, each with its number: all of them are understood, or none is. */
import type { Given } from '../asks/ask.ts'
import { isThanks } from './around.ts'
import { AGREEABLE, DEPENDING, SORRY, TAKEN_BACK, TAKING_BACK } from './lexicon.ts'
import { afterAll, has, lengthAt, readLine } from './line.ts'
import type { Unclear } from './reply.ts'

export type NumberedAnswer = { number: number; given: Given }
type PartRead = { is: 'answer'; given: Given; number: number } | { is: 'pause' | 'stop' } | { is: 'unclear'; why: Unclear }
type Several = { is: 'answers'; answers: readonly NumberedAnswer[] } | { is: 'unclear'; why: Unclear }

const BETWEEN = /[,;]\s+|[.!]\s+|\s+and\s+/i
const partsIn = (lines: readonly string[]): string[] => lines.flatMap((line) => line.split(BETWEEN)).filter((part) => part.trim() !== '')

/** Nothing when fewer than two things are answered: then it is read as one answer. What stands below the first paragraph may say other things too. */
export function readSeveral(paragraphs: readonly (readonly string[])[], read: (text: string) => PartRead): Several | undefined {
  const [top = [], ...below] = paragraphs
  const said = partsIn(top)
    .filter((part) => !isPolite(part))
    .map(read)
  const under = below.flat().filter((line) => line !== '')
  const later = partsIn(under).map(read).filter(namesOne)
  const answers = [...said, ...later].flatMap((each) => (each.is === 'answer' ? [each] : []))
  if (new Set([...said, ...later].filter(namesOne).map((each) => (each.is === 'answer' ? each.number : 0))).size < 2) return undefined
  const wrong = [...said, ...later].find(({ is }) => is !== 'answer')
  if (wrong) return no(wrong.is === 'unclear' && wrong.why !== 'not understood' ? wrong.why : 'more than one answer')
  // Below, what looks like an answer with more words may be talk about one.
  if (later.some((each) => each.is === 'answer' && each.given.line !== '')) return no('more than one answer')
  const byNumber = new Map(answers.map(({ number, given }) => [number, given]))
  if (answers.some(({ number, given }) => !isSame(byNumber.get(number), given))) return no('more than one answer')
  if (under.some((line) => partsIn([line]).some((part) => read(part).is !== 'answer' && takesBack(part)))) return no('it depends')
  return { is: 'answers', answers: [...byNumber].map(([number, given]) => ({ number, given })) }
}

const no = (why: Unclear): Several => ({ is: 'unclear', why })

/** It answers one of several things, even one that is not there. */
const namesOne = (read: PartRead): boolean => read.is === 'answer' || (read.is === 'unclear' && read.why === 'no such number')

const isSame = (one: Given | undefined, other: Given): boolean =>
  one?.answer === other.answer && one.line === other.line && one.hours === other.hours && one.day === other.day

function isPolite(part: string): boolean {
  const line = readLine(part)
  return (
    isThanks(part) || (line.words.length > 0 && !part.includes('?') && afterAll(line, 0, [...AGREEABLE, ...SORRY]) === line.words.length)
  )
}

function takesBack(text: string): boolean {
  const line = readLine(text)
  return lengthAt(line, 0, TAKING_BACK) > 0 || has(line, 0, [...TAKEN_BACK, ...DEPENDING]) || text.includes('?')
}
