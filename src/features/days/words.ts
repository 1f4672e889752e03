/** Every sentence people read on the day of an event. */
import { count, type TextFault } from '../../basics/text.ts'
import { MOST_SEATS } from '../events/timetable.ts'
import { RUN_REFUSALS } from '../events/words.ts'
import { type AnnounceRefusal, MOST_ANNOUNCEMENT } from './announcement.ts'
import type { CountRefusal, Fill } from './count.ts'

const OVER = RUN_REFUSALS.over

export const TEXT_FAULTS: Record<TextFault, string> = {
  empty: 'Write what everybody should know.',
  'too long': `Shorten it to ${MOST_ANNOUNCEMENT} characters or fewer.`,
  'unseen characters': 'Take out characters that cannot be seen. Type it again instead of pasting it.',
}
export const ANNOUNCE_REFUSALS: Record<AnnounceRefusal, string> = {
  'not a helper': 'Only the organiser of this event, a broker and those whom the organiser has named can do this.',
  over: OVER,
}
export const COUNT_REFUSALS: Record<CountRefusal, string> = {
  'not a host': 'Only the hosts of a session, the organiser and those whom the organiser has named say how full its room is.',
  over: OVER,
  'another day': 'How full it is can be said on its own day.',
  'not held': 'This session is not held.',
  'no number': `Enter how many are in the room, from 0 to ${MOST_SEATS}.`,
}
export const FILLS: Record<Fill, string> = { full: 'Full', 'still places': 'Still places' }

/** "70 in a room with 60 seats" */
export const sayPeople = (people: number | undefined, seats: number): string =>
  people === undefined ? '' : `${people} in a room with ${count(seats, 'seat')}`

/** What a page says after something was done: the address carries the key. */
export const DONE: Readonly<Record<string, { title: string; text: string }>> = {
  announced: { title: 'It is said', text: 'It stands at the top of every page of the event. Whoever has one open sees it within seconds.' },
  'taken-back': { title: 'Taken back', text: 'It stands on no page any more.' },
  named: { title: 'Done', text: 'They find this page by a link on the page of the event.' },
  dismissed: { title: 'Done', text: 'They can no longer announce anything.' },
  counted: { title: 'Thank you', text: 'Everybody sees on the agenda whether there are still places.' },
}
