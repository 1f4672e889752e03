/** What may be answered to an ask, and an answer as somebody gave it. */
import type { Day } from '../../basics/day.ts'

/** One of the answers to an ask. */
export type Choice = {
  /** What is kept: 'yes', 'no', 'done', 'stuck', 'keep'. */
  answer: string
  /** On the button, and in the letter: "Accept the pledge". */
  label: string
  /** What people write for it in a reply besides `answer`, in lower case. */
  words: readonly string[]
  /** What may or must stand with it. */
  takes?: 'a line' | 'hours' | 'a day'
}

export type Given = { answer: string; line: string; hours?: number; day?: Day }
