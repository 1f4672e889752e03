/** What is left when something ends: why, what was tried, what was learnt, and what would make us try again. Nothing stops without it. */
import { type Answer, yes } from '../../basics/answer.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import type { EndHow } from './project.ts'

export type Lesson = { reason: string; tried: string; learnt: string; again: string }
export type LessonFaults = Partial<Record<keyof Lesson, TextFault>>

/** With it, to whom a project was handed over, in words. */
export type EndingNote = Lesson & { handedTo?: string }

export const MOST_LESSON = 1000
export const MOST_HANDED_TO = 200
export const LESSON_FIELDS = ['reason', 'tried', 'learnt', 'again'] as const

/** When something did not stop, what would make us try again may stay open. */
export function readLesson(typed: Lesson, how: EndHow): { lesson: Lesson; faults: LessonFaults } {
  const faults: LessonFaults = {}
  const lesson = { ...typed }
  for (const field of LESSON_FIELDS) {
    const read = readText(typed[field], { most: MOST_LESSON, lines: 'many', optional: how !== 'stopped' && field === 'again' })
    if (read.yes) lesson[field] = read.value
    else faults[field] = read.why
  }
  return { lesson, faults }
}

/** Only what is handed over goes to somebody. */
export const readHandedTo = (typed: string, how: EndHow): Answer<string, TextFault> =>
  how === 'handed over' ? readText(typed, { most: MOST_HANDED_TO }) : yes('')
