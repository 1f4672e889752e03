/** Every sentence people read about their next dates. */
import type { NextDate } from './next-date.ts'

const DATES: Record<NextDate['is'], (what: string) => string> = {
  deadline: () => 'The last day for pledges.',
  'first date': () => 'Everybody first meets.',
  'go-live': () => 'It goes live.',
  answer: (what) => `The owner answers your offer of ${what} by then.`,
  'last day': (what) => `The last day of your pledge of ${what}.`,
}

export const sayDate = ({ is, what }: NextDate): string => DATES[is](what)
