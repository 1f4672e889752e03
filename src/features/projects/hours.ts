/** Hours a week, in halves. */
import { type Answer, no, yes } from '../../basics/answer.ts'

export type HoursFault = 'no hours' | 'not hours' | 'too many hours'

export const MOST_HOURS = 40

export function readHours(typed: string): Answer<number, HoursFault> {
  const text = typed.trim().replace(',', '.')
  if (text === '') return no('no hours')
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(text)) return no('not hours')
  const hours = Number(text)
  if (hours > MOST_HOURS) return no('too many hours')
  return hours >= 0.5 && Number.isInteger(hours * 2) ? yes(hours) : no('not hours')
}

export const sayHours = (hours: number): string => `${hours} ${hours === 1 ? 'hour' : 'hours'} a week`
