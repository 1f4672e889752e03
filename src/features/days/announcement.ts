/** What is said to everybody on the day of an event. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import type { Event } from '../events/event.ts'

export const MOST_ANNOUNCEMENT = 200
/** So many stand on a page; whatever is older has been heard. */
export const MOST_SHOWN = 5

export type Announcement = { id: string; text: string; saidAt: Date }
/** What stands at the top of each page of an event. */
export type Above = Pick<Event, 'id' | 'title' | 'step' | 'firstDay' | 'lastDay'> & { announcements: readonly Announcement[] }

/** Pages hear news by themselves only then: at other times nothing changes within a minute. */
export const isOnTheDay = ({ step, firstDay, lastDay }: Pick<Event, 'step' | 'firstDay' | 'lastDay'>, today: Day): boolean =>
  step !== 'over' && firstDay <= today && today <= lastDay

export type AnnounceRefusal = 'not a helper' | 'over'

/** `helps`: as its organiser, a broker, or somebody whom the organiser has named. */
export function mayAnnounce({ step }: Pick<Event, 'step'>, helps: boolean): Answer<true, AnnounceRefusal> {
  if (!helps) return no('not a helper')
  return step === 'over' ? no('over') : yes(true)
}
