/** A programme as a line of a list. */
import type { Day } from '../../basics/day.ts'
import type { ProgrammeState, SideKey } from './programme.ts'

export type ProgrammeLine = {
  id: string
  title: string
  what: string
  leftName: string
  rightName: string
  state: ProgrammeState
  closesOn: Day
  firstDay: Day
  lastDay: Day
  /** The reader runs it. */
  isMine: boolean
  /** The side that the reader has joined. */
  side: SideKey | null
  /** The reader's pairs. */
  pairs?: readonly string[] | null
}
