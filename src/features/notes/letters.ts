/** What is written to the organiser of an event about its notes, besides what is asked. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { saySum } from './words.ts'

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'notes missing': { event: string; title: string; sessions: readonly string[]; until: Day; today: Day }
    'event summed up': { event: string; title: string; all: number; done: number; goingOn: number; nothing: number }
  }
}

const NAMED = 10
const page = (event: string): string => linkTo(`/events/${event}/written-up`)

export const noteLetters: LettersOf<'notes missing' | 'event summed up'> = {
  'notes missing': ({ event, title, sessions, until, today }) => ({
    subject: `${title}: ${count(sessions.length, 'session has', 'sessions have')} no note`,
    paragraphs: [
      `"${title}" is over, its hosts were asked what came of their sessions, and of ${count(sessions.length, 'session')} nobody has said anything:`,
      ...sessions.slice(0, NAMED).map((session) => `- ${session}`),
      ...(sessions.length > NAMED ? [`And ${sessions.length - NAMED} more.`] : []),
      `Ask whoever was there, or say yourself that there is nothing to keep. What is missing on ${sayDay(until, today)}, a broker hears of:\n${page(event)}`,
    ],
  }),
  'event summed up': ({ event, title, all, done, goingOn, nothing }) => ({
    subject: `${title}: ${saySum({ all, done }).toLowerCase()}`,
    paragraphs: [
      `A month after "${title}" we asked those who took something on what became of it. ${saySum({ all, done })}. ${goingOn} still ${goingOn === 1 ? 'goes' : 'go'} on, nothing came of ${nothing}, and of ${all - done - goingOn - nothing} nobody has said anything.`,
      `All of it, with what hosts say, is here. It stays, and you can publish it for everybody to read:\n${page(event)}`,
    ],
  }),
}
