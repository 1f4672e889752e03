/** Every sentence people read on the day of an event. */
import { type Day, dayIn, type Moment, sayDay, sayTime } from '../../basics/day.ts'
import { count, type TextFault } from '../../basics/text.ts'
import type { MoveRefusal } from '../agendas/board.ts'
import { MOVE_REFUSALS } from '../agendas/words.ts'
import { MOST_SEATS, type Slot, sayTimes } from '../events/timetable.ts'
import { RUN_REFUSALS } from '../events/words.ts'
import { type AnnounceRefusal, MOST_ANNOUNCEMENT } from './announcement.ts'
import type { CountRefusal, Fill } from './count.ts'
import type { AnswerSwapRefusal, AskSwapRefusal, PlacesRefusal, TakeBackRefusal } from './swap.ts'

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
const CHANGE_REFUSALS: Record<PlacesRefusal | MoveRefusal, string> = {
  ...MOVE_REFUSALS,
  'the same': 'Choose another session.',
  'not held': 'One of the two is not held any more.',
}
export const SWAP_REFUSALS: Record<keyof typeof CHANGE_REFUSALS | keyof typeof RUN_REFUSALS, string> = {
  ...CHANGE_REFUSALS,
  ...RUN_REFUSALS,
}
export const ASK_SWAP_REFUSALS: Record<keyof typeof CHANGE_REFUSALS | AskSwapRefusal, string> = {
  ...CHANGE_REFUSALS,
  'not a host': 'Only a host of this session can ask for another place.',
  over: OVER,
  'has begun': 'One of the two is over already.',
  'asked before': 'For one of the two a swap is being asked already. Wait for the answer, or take back what you asked.',
}
const DECIDED = 'This has been decided already, or was taken back.'
export const ANSWER_REFUSALS: Record<keyof typeof CHANGE_REFUSALS | AnswerSwapRefusal, string> = {
  ...CHANGE_REFUSALS,
  'not yours': 'This is for others to decide by now, so you need not answer.',
  'answered before': 'Somebody has answered this already.',
  over: DECIDED,
}
export const TAKE_BACK_REFUSALS: Record<TakeBackRefusal, string> = {
  'not a host': 'Only a host of the session for which it was asked can take it back.',
  over: DECIDED,
}

/** On the buttons of a swap, and in the letter that asks. */
export const SWAP_LABELS = { yes: 'Yes, swap them', no: 'No, leave them' } as const

export const FILLS: Record<Fill, string> = { full: 'Full', 'still places': 'Still places' }

/** "70 in a room with 60 seats" */
export const sayPeople = (people: number | undefined, seats: number): string =>
  people === undefined ? '' : `${people} in a room with ${count(seats, 'seat')}`

/** "on 15 January, 10:00 to 10:40, in Main hall" */
export const sayPlaced = ({ day, room, ...times }: Pick<Slot, 'day' | 'starts' | 'ends'> & { room: string }, today: Day): string =>
  `on ${sayDay(day, today)}, ${sayTimes(times)}, in ${room}`

/** "14:05", or "21 November, 14:05" of another day. */
export const saySaidAt = (saidAt: Date, { zone, today }: Pick<Moment, 'zone' | 'today'>): string => {
  const day = dayIn(zone, saidAt)
  return day === today ? sayTime(zone, saidAt) : `${sayDay(day, today)}, ${sayTime(zone, saidAt)}`
}

/** What a page says after something was done: the address carries the key. */
export const DONE: Readonly<Record<string, { title: string; text: string }>> = {
  announced: { title: 'It is said', text: 'It stands at the top of every page of the event. Whoever has one open sees it within seconds.' },
  'taken-back': { title: 'Taken back', text: 'It stands on no page any more.' },
  named: { title: 'Done', text: 'They find this page by a link on the page of the event.' },
  dismissed: { title: 'Done', text: 'They can no longer announce anything.' },
  swapped: { title: 'They have changed places', text: 'Everybody sees it on the agenda, marked as moved, and their hosts get a letter.' },
  'swap-asked': {
    title: 'It is asked',
    text: 'Both stay where they are until everybody agrees.',
  },
  'swap-agreed': { title: 'You agree', text: 'Both stay where they are until everybody who is asked agrees.' },
  'swap-refused': { title: 'They stay where they are', text: 'Nobody is asked about this swap any more.' },
  'swap-back': { title: 'Taken back', text: 'Nobody is asked about it any more, and both stay where they are.' },
  counted: { title: 'Thank you', text: 'Everybody sees on the agenda whether there are still places.' },
}
