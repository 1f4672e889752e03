/** Every sentence people read about their next dates, and about what happens next to what waits for them. */
import { type Day, laterOf, sayDay } from '../../basics/day.ts'
import type { NextDate } from './next-date.ts'
import type { Does, Waiting } from './waiting.ts'

const DATES: Record<NextDate['is'], (what: string) => string> = {
  deadline: () => 'The last day for pledges.',
  'first date': () => 'Everybody first meets.',
  'go-live': () => 'It goes live.',
  answer: (what) => `The owner answers your offer of ${what} by then.`,
  manager: (what) => `Your manager answers about ${what} by then.`,
  'last day': (what) => `The last day of your pledge of ${what}.`,
}

export const sayDate = ({ is, what }: NextDate): string => DATES[is](what)

/** To whoever should answer. */
const NEXT: Record<Does, (on: string) => string> = {
  'brief deadline': (on) => `On ${on} its deadline has passed, and we ask its owner what becomes of it.`,
  'brief not reached': (on) => `If nobody chooses what becomes of it, it ends as not reached on ${on} and everybody is freed.`,
  'start overdue': (on) => `On ${on} we ask its owner for the first date.`,
  'work over': (on) => `On ${on} we ask its owner how it ended.`,
  'phase overdue': (on) => `On ${on} we ask its owner what becomes of it.`,
  'lookout overdue': (on) => `If you do not answer, we remind you on ${on}, and every week from then on.`,
  'reports wait': (on) => `If nobody answers, we remind all moderators on ${on}.`,
}

/** What happens next, and when; what is late happens today. */
export const sayNext = ({ next }: Pick<Waiting, 'next'>, today: Day): string =>
  next ? NEXT[next.does](sayDay(laterOf(next.on, today), today)) : ''
