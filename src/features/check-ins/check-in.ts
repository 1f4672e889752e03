/** A check-in: the weekly one-word question about a pledge that is being kept. Types and pure rules; nobody is ever blamed for silence. */
import { addDays, type Day, laterOf } from '../../basics/day.ts'
import { fillsPlace, type Pledge } from '../pledges/pledge.ts'

/** What has to be known of a pledge to say what it is asked next. */
export type Pulse = {
  pledge: Pick<Pledge, 'state' | 'from' | 'until'> & { course: Pick<Pledge['course'], 'state' | 'firstDate'> }
  isLookingAfter: boolean
  /** Check-ins without an answer since the last one with. */
  missed: number
  /** Something about it waits for their answer already. */
  isAsked: boolean
  /** They have asked us to be left alone until then. */
  pausedUntil?: Day
}

export const A_WEEK = 7
const REMIND_AFTER = 3
/** After so many unanswered check-ins somebody else may need the place. */
const MOST_MISSED = 2
/** Whoever looks after something is asked in good time who does it next. */
const SUCCESSION_DAYS = 14

export type Question = 'check-in' | 'pledge kept' | 'pledge ends'
/** What to ask today, and when to look again; without a day, never. */
export type Beat = { ask?: Question; again?: Day }

export function beatOf({ pledge, isLookingAfter, missed, isAsked, pausedUntil }: Pulse, today: Day): Beat {
  if (!fillsPlace(pledge) || pledge.course.state === 'ended') return {}
  if (pledge.course.state !== 'running') return { again: addDays(today, A_WEEK) }
  const begins = laterOf(pledge.from, pledge.course.firstDate ?? today)
  if (begins > today) return { again: addDays(begins, A_WEEK) }
  if (pausedUntil !== undefined && pausedUntil >= today) return { again: addDays(pausedUntil, 1) }
  const again = addDays(today, A_WEEK)
  if (isAsked) return { again }
  if (today > addDays(pledge.until, isLookingAfter ? -SUCCESSION_DAYS : 0)) return { ask: 'pledge ends', again }
  return { ask: missed >= MOST_MISSED ? 'pledge kept' : 'check-in', again }
}

/** A week to answer, one reminder. */
export const weekFrom = (today: Day): { remindOn: readonly Day[]; answerBy: Day } => ({
  remindOn: [addDays(today, REMIND_AFTER)],
  answerBy: addDays(today, A_WEEK - 1),
})
