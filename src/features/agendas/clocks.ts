/** The kinds of due work that keep an agenda going. */
import { addDays, type Day, laterOf } from '../../basics/day.ts'
import { type Calendar, workingDaysAfter } from '../../basics/working-day.ts'
import type { Event } from '../events/event.ts'

/** It was ordered. */
export const MAKES = 'agenda is made'
/** The event has come to its agenda. */
export const BEGINS = 'agenda begins'
/** The event has come to its agenda, and there may be none still. */
export const WAITED_FOR = 'agenda waited for'

/** Of a session: its hosts hear where it is. */
export const TELLS = 'session moves told'
/** Work of later features, about the event, when some of its sessions are called off. */
export const WHEN_OFF: readonly string[] = ['swaps close']

const ASK_AGAIN_DAYS = 2

/** The organiser is asked again after two working days, but before the event begins; and from then on every day. */
export function askedAgainOn({ firstDay }: Pick<Event, 'firstDay'>, today: Day, calendar: Calendar): Day {
  const [usual, last] = [workingDaysAfter(today, ASK_AGAIN_DAYS, calendar), laterOf(addDays(today, 1), addDays(firstDay, -1))]
  return usual < last ? usual : last
}
