/** Days as people name them in a letter: "5 January", "Monday", "in 3 weeks". The next such day, or nothing when it could be two. */
import { addDays, type Day, readDay } from '../../basics/day.ts'
import type { Line } from './line.ts'
import { numberOf } from './said-number.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const LEAST_LETTERS = 3

/** The day that stands at `at`, and how many words say it. */
export type SaidDay = { day: Day; words: number }

export function readSaidDay(line: Line, at: number, today: Day): SaidDay | undefined {
  const word = (ahead: number): string => line.words[at + ahead]?.word ?? ''
  const weekday = oneOf(WEEKDAYS, word(0))
  if (weekday >= 0) {
    const dated = readDate(line, at + 1, today)
    if (!dated) return { day: nextWeekday(weekday, today), words: 1 }
    return weekdayOf(dated.day) === weekday ? { day: dated.day, words: dated.words + 1 } : undefined
  }
  if (word(0) === 'tomorrow') return { day: addDays(today, 1), words: 1 }
  if (word(0) === 'next' && word(1) === 'week') return { day: nextWeekday(1, today), words: 2 }
  if (word(0) === 'next' && word(1) === 'month') return { day: nextMonth(today), words: 2 }
  return readDate(line, at, today)
}

function readDate(line: Line, at: number, today: Day): SaidDay | undefined {
  const word = (ahead: number): string => line.words[at + ahead]?.word ?? ''
  const figures = readDay(word(0))
  if (figures) return { day: figures, words: 1 }
  const the = word(0) === 'the' ? 1 : 0
  const month = oneOf(MONTHS, word(0))
  if (month >= 0) {
    const date = dateAt(word, 1)
    if (date) return withYear(date.date, month, word, 1 + date.words, today)
    return withYear('1', month, word, 1, today)
  }
  const date = dateAt(word, the)
  if (!date) return undefined
  const of = word(the + date.words) === 'of' ? 1 : 0
  const named = oneOf(MONTHS, word(the + date.words + of))
  return named < 0 ? undefined : withYear(date.date, named, word, the + date.words + of + 1, today)
}

/** "5", or "5th", which is two words. */
function dateAt(word: (ahead: number) => string, at: number): { date: string; words: number } | undefined {
  if (!/^\d{1,2}$/.test(word(at))) return undefined
  return { date: word(at), words: /^(st|nd|rd|th)$/.test(word(at + 1)) ? 2 : 1 }
}

function withYear(date: string, month: number, word: (ahead: number) => string, at: number, today: Day): SaidDay | undefined {
  if (/^\d{4}$/.test(word(at))) {
    const day = readDay(`${date} ${MONTHS[month]} ${word(at)}`)
    return day === undefined ? undefined : { day, words: at + 1 }
  }
  const year = Number(today.slice(0, 4))
  const next = [year, year + 1].map((each) => readDay(`${date} ${MONTHS[month]} ${each}`)).find((day) => day !== undefined && day > today)
  return next === undefined ? undefined : { day: next, words: at }
}

/** "3 weeks", "a month": so many days from today. */
export function readSpan(line: Line, at: number, today: Day): SaidDay | undefined {
  const many = numberOf(line.words[at]?.word ?? '')
  const unit = /^(day|week|month)s?$/.exec(line.words[at + 1]?.word ?? '')?.[1]
  if (many === undefined || !Number.isInteger(many) || many < 1 || many > MOST_SPAN || !unit) return undefined
  if (unit === 'month') return { day: monthsAfter(today, many), words: 2 }
  return { day: addDays(today, unit === 'week' ? many * 7 : many), words: 2 }
}

const MOST_SPAN = 400

/** A month after 31 January is the last of February. */
function monthsAfter(day: Day, months: number): Day {
  const first = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 8)
  const dates = [day.slice(8), '30', '29', '28']
  return dates.map((date) => readDay(first + date)).find((found) => found !== undefined) ?? day
}

const nextMonth = (today: Day): Day => `${monthsAfter(`${today.slice(0, 8)}01`, 1).slice(0, 8)}01`
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()
const nextWeekday = (weekday: number, today: Day): Day => addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)

/** A whole name, or its first three letters and more: "sept", "thurs". */
const oneOf = (names: readonly string[], word: string): number =>
  word.length < LEAST_LETTERS ? -1 : names.findIndex((name) => name.startsWith(word))
