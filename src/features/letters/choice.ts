/** What somebody chose to be written to about, and what becomes of a letter because of it. */
import { addDays, type Day, dayIn, sayTime, startOfDay } from '../../basics/day.ts'
import type { LetterClass } from './letter.ts'

export type LetterChoices = {
  digest: boolean
  news: boolean
  /** The last day without letters. */
  pausedUntil?: Day
  stoppedAt?: Date
  /** The time zone of their mornings, when it is not the chapter's. */
  zone?: string
}

/** By default everything comes that there is, and that is little. */
export const EVERYTHING: LetterChoices = { digest: true, news: true }

/** Why a letter was not sent, and never will be. */
export type Unsent = 'stopped' | 'not wanted' | 'paused' | 'address bounces'
export type Fate = { is: 'leaves' } | { is: 'waits'; until: Day } | { is: 'stays'; why: Unsent }

const LEAVES: Fate = { is: 'leaves' }
const stays = (why: Unsent): Fate => ({ is: 'stays', why })

/**
 * A door always opens: somebody asked for it just now. A pause puts asks and news off until the morning after it, and skips a digest, which
 * would be old by then. A stop ends all but the letter that confirms it.
 */
export function fateOf(about: LetterClass, choices: LetterChoices, { today, bounces }: { today: Day; bounces: boolean }): Fate {
  if (about === 'door') return LEAVES
  if (bounces) return stays('address bounces')
  if (about === 'confirmation') return LEAVES
  if (choices.stoppedAt) return stays('stopped')
  if ((about === 'digest' && !choices.digest) || (about === 'news' && !choices.news)) return stays('not wanted')
  if (choices.pausedUntil === undefined || choices.pausedUntil < today) return LEAVES
  return about === 'digest' ? stays('paused') : { is: 'waits', until: addDays(choices.pausedUntil, 1) }
}

const NINE = 9 * 60
const A_MINUTE = 60_000

/** Nine o'clock on a day in a zone, also on the days on which clocks change. */
export function morningOf(zone: string, day: Day): Date {
  const guess = new Date(startOfDay(zone, day).getTime() + NINE * A_MINUTE)
  const [hours = 0, minutes = 0] = sayTime(zone, guess).split(':').map(Number)
  return new Date(guess.getTime() - (hours * 60 + minutes - NINE) * A_MINUTE)
}

export type PauseRefusal = 'no day' | 'not later' | 'too far'
export const MOST_PAUSE_DAYS = 366

export const todayOf = (choices: LetterChoices, zone: string, now: Date): Day => dayIn(choices.zone ?? zone, now)

/** A pause lasts until a day after today, for a year at most: after a longer one a stop is what is meant. */
export function mayPause(until: Day | undefined, today: Day): PauseRefusal | undefined {
  if (until === undefined) return 'no day'
  if (until <= today) return 'not later'
  return until > addDays(today, MOST_PAUSE_DAYS) ? 'too far' : undefined
}

export const isZone = (zone: string): boolean => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC'
