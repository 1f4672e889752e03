/** A project that lives and has no next date: something has gone wrong, since every one should have one. */
import type { Day } from '../../basics/day.ts'
import type { State } from '../projects/project.ts'

export type Undated = {
  id: string
  title: string
  state: State
  owner: string
  ownerName: string
  /** The last of its dates. */
  since: Day
  /** When the clock was to look at it again, and has not. */
  planned?: Day
}
