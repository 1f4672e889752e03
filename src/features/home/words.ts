/** Every sentence people read about their next dates, and about what happens next to what waits for them. */
import { type Day, laterOf, sayDay } from '../../basics/day.ts'
import type { NextDate } from './next-date.ts'
import type { Does, Waiting } from './waiting.ts'

const DATES: Record<NextDate['is'], (what: string) => string> = {
  deadline: () => 'The last day for pledges.',
  'first date': () => 'Everybody first meets.',
  'go-live': () => 'It goes live.',
  answer: (what) => `The owner answers your offer of ${what} by then.`,
  'last day': (what) => `The last day of your pledge of ${what}.`,
}

export const sayDate = ({ is, what }: NextDate): string => DATES[is](what)

/** To whoever should answer. */
const NEXT: Record<Does, (on: string) => string> = {
  'brief deadline': (on) => `On ${on} its deadline has passed, and we ask its owner what becomes of it.`,
  'brief not reached': (on) => `If nobody chooses what becomes of it, it ends as not reached on ${on} and everybody is freed.`,
  'start overdue': (on) => `If you name none, we remind you on ${on}, and every week from then on.`,
  'work over': (on) => `If you say nothing, we ask again on ${on}, and every two weeks from then on.`,
  'phase overdue': (on) => `If you say nothing, we ask again on ${on}, and every four weeks from then on.`,
  'lookout overdue': (on) => `If you do not answer, we remind you on ${on}, and every week from then on.`,
  'claim unanswered': (on) => `If nobody answers, we ask the brokers on ${on}, and every week from then on.`,
  'reports wait': (on) => `If nobody answers, we remind all moderators on ${on}.`,
}

/** Of a project whose owner belongs nowhere any more. */
const NEXT_WITHOUT_OWNER: Partial<Record<Does, (on: string) => string>> = {
  'start overdue': (on) => `On ${on} we ask its owner for the first date.`,
  'work over': (on) => `On ${on} we ask its owner how it ended.`,
  'phase overdue': (on) => `On ${on} we ask its owner what becomes of it.`,
}

/** What happens next, and when; what is late happens today. */
export function sayNext({ is, next }: Pick<Waiting, 'is' | 'next'>, today: Day): string {
  if (!next) return ''
  const on = sayDay(laterOf(next.on, today), today)
  const words = (is === 'giving away' && NEXT_WITHOUT_OWNER[next.does]) || NEXT[next.does]
  return words(on)
}
