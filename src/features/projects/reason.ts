/** Why somebody does something with a project, in a sentence or two. */
import type { Answer } from '../../basics/answer.ts'
import { readText, type TextFault } from '../../basics/text.ts'

export const MOST_REASON = 1000

export const readReason = (typed: string): Answer<string, TextFault> => readText(typed, { most: MOST_REASON, lines: 'many' })
