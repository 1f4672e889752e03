/** How far the putting together of a round is, and who may begin it or call it off. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { looksAfter, type Round, type ShapeRefusal } from './round.ts'

/** Waits: it begins in a moment. Rests: it was called off, and begins by itself on that day. */
export type Progress = { is: 'waits' } | { is: 'runs'; percent: number } | { is: 'rests'; until: Day }

export const isUnderWay = (progress: Progress | undefined): boolean => progress !== undefined && progress.is !== 'rests'

/** It has closed, and nobody has been told yet whom they meet. */
export const isToMatch = ({ turn, isOver }: Pick<Round, 'turn' | 'isOver'>, today: Day): boolean =>
  !isOver && (turn.state === 'matched' || (turn.state === 'open' && turn.closesOn < today))

export function mayMatch(round: Round, viewer: Viewer, today: Day): Answer<true, ShapeRefusal> {
  if (!looksAfter(round, viewer)) return no('not yours')
  return isToMatch(round, today) ? yes(true) : no('not now')
}

export type CallOffRefusal = 'not yours' | 'not under way'

export function mayCallOff(round: Round, viewer: Viewer, progress: Progress | undefined): Answer<true, CallOffRefusal> {
  if (!looksAfter(round, viewer)) return no('not yours')
  return isUnderWay(progress) ? yes(true) : no('not under way')
}
