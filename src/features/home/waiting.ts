/** What waits for a person's answer, and until when. */
import type { Day } from '../../basics/day.ts'
import type { Somebody } from '../people/person.ts'

export type Waiting =
  | { is: 'pledge'; pledge: string; skill: string; title: string; who: Somebody; hoursAWeek: number; by: Day }
  | { is: 'start'; project: string; title: string; by: Day }
  | { is: 'choice'; project: string; title: string; by: Day }
  /** The work is over since this day, and nobody has said how it ended. */
  | { is: 'ending'; project: string; title: string; since: Day }

/** The day that orders what waits: the earliest comes first. */
export const dayOf = (waiting: Waiting): Day => (waiting.is === 'ending' ? waiting.since : waiting.by)
