/** Calling an event off. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Event, mayRun, type RunRefusal } from './event.ts'

export const MOST_REASON = 500
export type CancelRefusal = RunRefusal | TextFault

export function mayCallOff(event: Event, viewer: Viewer, typed: string): Answer<string, CancelRefusal> {
  const run = mayRun(event, viewer)
  if (!run.yes) return run
  const reason = readText(typed, { most: MOST_REASON, lines: 'many' })
  return reason.yes ? yes(reason.value) : no(reason.why)
}
