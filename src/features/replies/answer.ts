/** One of the choices of an ask, read from a line. What binds somebody is taken only from words that cannot mean anything else. */
import { addDays, type Day } from '../../basics/day.ts'
import type { Choice, Given } from '../asks/ask.ts'
import * as lexicon from './lexicon.ts'
import { afterAll, has, isParted, isPlain, type Line, lengthAt, type Phrase, phrasesOf, restOf } from './line.ts'
import { readSaidDay } from './said-day.ts'
import { countOf, readHours, type SaidHours } from './said-number.ts'

export type AnswerUnclear =
  | 'not understood'
  | 'a question'
  | 'yes and no'
  | 'it depends'
  | 'somebody else'
  | 'how many hours'
  | 'no reason'
  | 'no day'
  | 'day passed'

export type ChoiceRead =
  | { is: 'answer'; given: Given /** The number that was written with it. */; said: number | undefined; isBinding: boolean }
  | { is: 'unclear'; why: AnswerUnclear }

const BEFORE_NUMBER = phrasesOf('to', 'for', 'on', 'number', 'item', 'to number', 'to item', 'for number')
const BEFORE_DAY = phrasesOf('until', 'till', 'by', 'on', 'from', 'to')
const BECAUSE = phrasesOf('because', 'because of', 'as', 'since')
const BEFORE_HOURS = phrasesOf('i did', 'did', 'i spent', 'spent', 'we did', 'we spent', 'i gave')
/** Choices that free whoever takes them, or ask for help: what stands after them is theirs to say. */
const FREEING = phrasesOf('no', 'nope', 'decline', 'stuck', 'none', 'nothing', 'not')

const unclear = (why: AnswerUnclear): ChoiceRead => ({ is: 'unclear', why })

export function readChoice(line: Line, choices: readonly Choice[], today: Day): ChoiceRead {
  if (line.text.includes('?')) return unclear('a question')
  const starts = [...new Set([0, afterAll(line, 0, lexicon.OPENERS)])]
  const reads = starts.flatMap((at) => [readFrom(line, at, choices, today), readNumbered(line, at, choices, today)])
  const found = reads.find((read) => read?.is === 'answer') ?? reads.find((read) => read?.is === 'unclear' && read.why !== 'not understood')
  return found ?? unclear(whyNot(line))
}

/** "2 yes", "number 2: no". */
function readNumbered(line: Line, at: number, choices: readonly Choice[], today: Day): ChoiceRead | undefined {
  const named = at + lengthAt(line, at, BEFORE_NUMBER)
  const number = countOf(line.words[named]?.word ?? '')
  if (number === undefined) return undefined
  const read = readFrom(line, named + 1, choices, today)
  return read?.is === 'answer' && read.said === undefined ? { ...read, said: number } : undefined
}

function readFrom(line: Line, at: number, choices: readonly Choice[], today: Day): ChoiceRead | undefined {
  const ofHours = choices.find(({ takes }) => takes === 'hours')
  if (ofHours) {
    const start = at + lengthAt(line, at, BEFORE_HOURS)
    const hours = readHours(line, start)
    if (hours?.hasUnit) return withHours(line, start + hours.words, hours, ofHours, choices)
  }
  const found = longest(line, at, choices)
  if (found === 'two') return unclear('yes and no')
  if (!found) return undefined
  const { choice, length } = found
  if (choice.takes === 'hours') return hoursAfter(line, at + length, choice, choices)
  if (choice.takes === 'a day') return dayAfter(line, at + length, choice, today)
  if (choice.takes === 'a reason' && !isFreeing(choice)) return reasonAfter(line, at + length, choice, choices)
  const { said, next } = numberAfter(line, at + length)
  return isFreeing(choice) ? freed(line, next, said, choice, choices) : bound(line, next, said, choice)
}

/** The choice whose words take the most of the line here; two when another one takes as much. */
function longest(line: Line, at: number, choices: readonly Choice[]): { choice: Choice; length: number } | 'two' | undefined {
  const lengths = choices.map((choice) => ({ choice, length: lengthAt(line, at, phrasesOfChoice(choice, choices)) }))
  const most = Math.max(0, ...lengths.map(({ length }) => length))
  if (most === 0) return undefined
  const [first, second] = lengths.filter(({ length }) => length === most)
  return second ? 'two' : first
}

/** What the ask lists for any choice goes before what a yes or a no is called everywhere. */
function phrasesOfChoice(choice: Choice, choices: readonly Choice[]): readonly Phrase[] {
  const known = made.get(choice)
  if (known?.of === choices) return known.phrases
  const listed = new Set(choices.filter((each) => each !== choice).flatMap(({ answer, words }) => [answer, ...words]))
  const also = (lexicon.ALSO[choice.answer]?.split(', ') ?? []).filter((phrase) => !listed.has(phrase))
  const phrases = phrasesOf(choice.answer, ...choice.words, ...also)
  made.set(choice, { of: choices, phrases })
  return phrases
}

const made = new WeakMap<Choice, { of: readonly Choice[]; phrases: readonly Phrase[] }>()

const isFreeing = ({ answer, words }: Choice): boolean =>
  phrasesOf(answer, ...words).some((phrase) => FREEING.some(([first]) => first === phrase[0]))

function numberAfter(line: Line, at: number): { said: number | undefined; next: number } {
  const named = at + lengthAt(line, at, BEFORE_NUMBER)
  const said = countOf(line.words[named]?.word ?? '')
  return said === undefined ? { said, next: at } : { said, next: named + 1 }
}

/** A yes, and all that is like it. */
function bound(line: Line, at: number, named: number | undefined, choice: Choice): ChoiceRead {
  const agreed = afterAll(line, at, lexicon.AGREEABLE)
  const later = named === undefined && agreed > at ? numberAfter(line, agreed) : { said: named, next: agreed }
  const { said } = later
  const answer = (text: string): ChoiceRead => ({ is: 'answer', given: { answer: choice.answer, line: text }, said, isBinding: true })
  const end = afterAll(line, later.next, lexicon.AGREEABLE)
  if (end === line.words.length) return isPlain(line) ? answer('') : unclear('not understood')
  if (choice.takes !== 'a line' || !isParted(line, end) || !isPlain(line, 0, end + 1)) return unclear(whyNot(line))
  const isOpen = [lexicon.REFUSING, lexicon.DEPENDING, lexicon.WAVERING, lexicon.ASKING, lexicon.OF_OTHERS].some((phrases) =>
    has(line, at, phrases),
  )
  return isOpen ? unclear(whyNot(line)) : answer(restOf(line, end))
}

/** A no, and all that is like it: what follows is its reason, unless it takes the no back. */
function freed(line: Line, at: number, said: number | undefined, choice: Choice, choices: readonly Choice[]): ChoiceRead {
  const others = choices.filter((each) => each !== choice).flatMap((each) => phrasesOfChoice(each, choices))
  const isTakenBack = has(line, at, [...others, ...lexicon.AGREEING])
  if (isTakenBack) return unclear('yes and no')
  if (has(line, at, lexicon.DEPENDING)) return unclear('it depends')
  const isEnd = at === line.words.length
  const mayFollow = isEnd || said !== undefined || isParted(line, at) || lengthAt(line, at, lexicon.REFUSED_BECAUSE) > 0
  if (!mayFollow || !isPlain(line, 0, Math.min(at + 1, line.words.length))) return unclear('not understood')
  const isOnlySorry = afterAll(line, at, lexicon.SORRY) === line.words.length
  const reason = isOnlySorry ? '' : restOf(line, at + (choice.takes === 'a reason' ? lengthAt(line, at, BECAUSE) : 0))
  if (choice.takes === 'a reason' && reason === '') return unclear('no reason')
  return { is: 'answer', given: { answer: choice.answer, line: reason }, said, isBinding: false }
}

/** "3 hours", "3 hours for 2", "2.5 hrs, done". */
function withHours(line: Line, at: number, { hours }: SaidHours, choice: Choice, choices: readonly Choice[]): ChoiceRead {
  const rest = [...lexicon.AGREEABLE, ...lexicon.OF_THE_WEEK, ...phrasesOfChoice(choice, choices)]
  const before = afterAll(line, at, rest)
  const { said, next } = numberAfter(line, before)
  const isAll = afterAll(line, next, rest) === line.words.length && isPlain(line)
  return isAll ? { is: 'answer', given: { answer: choice.answer, line: '', hours }, said, isBinding: true } : unclear(whyNot(line))
}

/** "done 4", "done 2: 4 hours". */
function hoursAfter(line: Line, at: number, choice: Choice, choices: readonly Choice[]): ChoiceRead {
  const start = at + lengthAt(line, at, BEFORE_HOURS)
  const direct = readHours(line, start)
  const { said, next } = numberAfter(line, at)
  const numbered = said === undefined ? undefined : readHours(line, next)
  // In "done 1: 4 hours" the 1 says which. In "done 1 4" nothing says which of the two is what.
  if (direct && !direct.hasUnit && numbered && !numbered.hasUnit) return unclear('how many hours')
  if (direct && (direct.hasUnit || !numbered)) {
    const read = withHours(line, start + direct.words, direct, choice, choices)
    if (read.is === 'answer') return read
  }
  if (numbered) {
    const read = withHours(line, next + numbered.words, numbered, choice, choices)
    if (read.is === 'answer' && read.said === undefined) return { ...read, said }
  }
  return isPlain(line) && afterAll(line, next, lexicon.AGREEABLE) === line.words.length ? unclear('how many hours') : unclear(whyNot(line))
}

/** "stop because nobody came", "stop 2: nobody came": nothing in it may take it back. */
function reasonAfter(line: Line, at: number, choice: Choice, choices: readonly Choice[]): ChoiceRead {
  const { said, next } = numberAfter(line, at)
  if (!isPlain(line, 0, next)) return unclear(whyNot(line))
  const begin = next + lengthAt(line, next, BECAUSE)
  if (begin >= line.words.length) return unclear('no reason')
  if (begin === next && !isParted(line, next)) return unclear(whyNot(line))
  const others = choices.filter((each) => each !== choice).flatMap((each) => phrasesOfChoice(each, choices))
  if (has(line, begin, others)) return unclear('yes and no')
  const isOpen = [lexicon.DEPENDING, ...(begin === next ? [lexicon.WAVERING, lexicon.ASKING] : [])].some((phrases) =>
    has(line, begin, phrases),
  )
  if (isOpen) return unclear('it depends')
  return { is: 'answer', given: { answer: choice.answer, line: restOf(line, begin) }, said, isBinding: true }
}

/** In "renew 5 January" the 5 belongs to the day; in "renew 5 until 2 January" it says which. */
function dayAfter(line: Line, at: number, choice: Choice, today: Day): ChoiceRead {
  const { said, next } = numberAfter(line, at)
  const reads = [{ said: undefined, next: at }, ...(said === undefined ? [] : [{ said, next }])].map((each) => {
    const start = each.next + lengthAt(line, each.next, BEFORE_DAY)
    const day = readSaidDay(line, start, today)
    return { said: each.said, day: day?.day, isAll: afterAll(line, start + (day?.words ?? 0), lexicon.AGREEABLE) === line.words.length }
  })
  const read = reads.find(({ isAll }) => isAll)
  if (!isPlain(line) || !read) return unclear(whyNot(line))
  const { day } = read
  if (day === undefined) return unclear('no day')
  const isNear = day > today && day <= addDays(today, A_YEAR)
  return isNear
    ? { is: 'answer', given: { answer: choice.answer, line: '', day }, said: read.said, isBinding: true }
    : unclear('day passed')
}

const A_YEAR = 366

/** Why a line is no answer, as far as its words tell. */
function whyNot(line: Line): AnswerUnclear {
  if (lengthAt(line, 0, lexicon.ASKING) > 0) return 'a question'
  const agrees = has(line, 0, lexicon.AGREEING)
  if (agrees && has(line, 0, lexicon.REFUSING)) return 'yes and no'
  if (has(line, 0, lexicon.DEPENDING) || has(line, 0, lexicon.WAVERING)) return 'it depends'
  return agrees && has(line, 0, lexicon.OF_OTHERS) ? 'somebody else' : 'not understood'
}
