/** What is left when something ends: why, what was tried, what was learnt, and what would make us try again. Nothing stops without it. */
import { readText, type TextFault } from '../../basics/text.ts'

export type Lesson = { reason: string; tried: string; learnt: string; again: string }
export type LessonFaults = Partial<Record<keyof Lesson, TextFault>>

export const MOST_LESSON = 1000
export const LESSON_FIELDS = ['reason', 'tried', 'learnt', 'again'] as const

/** When something is delivered, what would make us try again may stay open. */
export function readLesson(typed: Lesson, how: 'delivered' | 'stopped'): { lesson: Lesson; faults: LessonFaults } {
  const faults: LessonFaults = {}
  const lesson = { ...typed }
  for (const field of LESSON_FIELDS) {
    const read = readText(typed[field], { most: MOST_LESSON, lines: 'many', optional: how === 'delivered' && field === 'again' })
    if (read.yes) lesson[field] = read.value
    else faults[field] = read.why
  }
  return { lesson, faults }
}
