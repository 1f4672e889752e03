/** An open brief as a feed tells of it: its work and its organisation, never a person. */
import type { Day } from '../../basics/day.ts'

export type FeedBrief = {
  id: string
  title: string
  problem: string
  organisationName: string
  openUntil: Day
  publishedAt: Date
  changedAt: Date
  tags: readonly string[]
  /** Skills whose places are free. */
  needs: readonly string[]
}
