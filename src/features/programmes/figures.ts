/** What came of a programme, in figures. */
import type { Worth, YesOrNo } from './survey.ts'

export type Figures = {
  pairs: number
  neverMet: number
  /** In how many turns pairs were asked, and in how many of them they had met. */
  nudges: number
  meetings: number
  answers: number
  worth: Record<Worth, number>
  again: Record<YesOrNo, number>
  inTouch: Record<YesOrNo, number>
  /** What was written, in an order that tells nobody who came first. */
  lines: readonly string[]
}
