/** A digest: the one letter a week. When it comes, what it holds, and whether it is worth sending. Types and pure rules. */
import { A_DAY, addDays, type Day, dayIn, type Moment, WEEKDAYS, type Weekday, weekdayOf } from '../../basics/day.ts'
import { nextAt } from '../../basics/recurring.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Waiting } from '../home/waiting.ts'
import { fateOf, type LetterChoices } from '../letters/choice.ts'
import type { How, Phase } from '../projects/project.ts'
import type { Suggestion } from '../suggestions/suggestion.ts'
import type { Remembered } from './remembered.ts'

export const MONDAY_MORNING = { weekday: 'Monday', hour: 9 } as const

/** The next Monday at nine as the clocks of a zone show it. */
export const nextDigest = (zone: string, now: Date): Date => nextAt(zone, MONDAY_MORNING, now)

/** The same for many readers, who live in few zones; the chapter's zone for those who have chosen none. */
export function nextDigests(at: Moment): (zone?: string | null) => Date {
  const known = new Map<string, Date>()
  return (zone) => {
    const next = known.get(zone ?? at.zone) ?? nextDigest(zone ?? at.zone, at.now)
    known.set(zone ?? at.zone, next)
    return next
  }
}

/** The Monday on or before a day: a week has one digest, however often it is planned. */
export function weekOf(zone: string, now: Date): Day {
  const today = dayIn(zone, now)
  const monday: Weekday = MONDAY_MORNING.weekday
  return addDays(today, -((WEEKDAYS.indexOf(weekdayOf(today)) - WEEKDAYS.indexOf(monday) + WEEKDAYS.length) % WEEKDAYS.length))
}

/** Somebody whose digest is due. */
export type Reader = {
  viewer: Viewer
  choices: LetterChoices
  bounces: boolean
  /** Until when earlier digests told what happened; nothing before the first. */
  toldAt?: Date
  remembered: Remembered
}

const TOO_SHORTLY_DAYS = 2

/** What was missed and would come so shortly before the next one is left to it. */
export const isMadeUpForBy = (next: Date, now: Date): boolean => next.getTime() - now.getTime() <= TOO_SHORTLY_DAYS * A_DAY

/** What is put off by a pause would be old after it, so it is not even composed. */
export function wantsDigest({ choices, bounces }: Reader, next: Date, { zone, now }: Moment): boolean {
  if (isMadeUpForBy(next, now)) return false
  const today = dayIn(choices.zone ?? zone, now)
  return fateOf('digest', choices, { today, bounces }).is === 'leaves'
}

const FIRST_DAYS = 7
const MOST_DAYS = 28

/** From when on things are told: nothing twice, and after a long silence not all of it. */
export function newsFrom({ toldAt }: Pick<Reader, 'toldAt'>, now: Date): Date {
  const earliest = new Date(now.getTime() - MOST_DAYS * A_DAY)
  if (toldAt === undefined) return new Date(now.getTime() - FIRST_DAYS * A_DAY)
  return toldAt > earliest ? toldAt : earliest
}

/** What one project did that its reader did not do themselves. */
export type ProjectNews = {
  project: string
  title: string
  isMine: boolean
  isReady: boolean
  /** The day on which everybody first meets, when that has been named. */
  startsOn?: Day
  /** The phase that an earlier one has led to, or in which it goes on. */
  phase?: Phase
  ended?: How
  updates: number
  posts: number
  joined: number
  watchers: number
}

/** An ask as the letter needs it: its words are made when the letter leaves. */
export type DigestAsk = { id: string; kind: string; code: string; by: Day; facts: object }

export type Digest = {
  asks: readonly DigestAsk[]
  waiting: readonly Waiting[]
  suggestions: readonly Suggestion[]
  /** None of the suggestions stood in a digest lately. */
  hasNewSuggestions: boolean
  news: readonly ProjectNews[]
}

/** Nothing if there is nothing: what was suggested before is no reason to write. */
export const isWorthSending = ({ asks, waiting, hasNewSuggestions, news }: Digest): boolean =>
  asks.length > 0 || waiting.length > 0 || hasNewSuggestions || news.length > 0

/** Of each kind so many stand in the letter; the rest is on the page. */
export const MOST_ASKS = 9
export const MOST_WAITING = 9
export const MOST_NEWS = 5
