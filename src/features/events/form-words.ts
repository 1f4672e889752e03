/** Every sentence people read about the form of an event. */
import type { TextFault } from '../../basics/text.ts'
import {
  type DayFault,
  type EventFaults,
  MOST_ADDRESS,
  MOST_CONDUCT,
  MOST_DAYS,
  MOST_PLACES,
  MOST_SPONSORS,
  MOST_TITLE,
  MOST_VENUE,
  MOST_WHAT,
} from './event-form.ts'
import { MOST_ROOM_NAME } from './timetable.ts'

export const UNSEEN = 'Take out characters that cannot be seen. Type it again instead of pasting it.'
export const text = (empty: string, name: string, most: number): Record<TextFault, string> => ({
  empty,
  'too long': `Shorten ${name} to ${most} characters or fewer.`,
  'unseen characters': UNSEEN,
})

const TITLE = text('Give the event a name.', 'the name', MOST_TITLE)
const WHAT = text('Say what the event is for.', 'what it is for', MOST_WHAT)
const VENUE = text('Name the venue, such as the town hall.', 'the venue', MOST_VENUE)
const ADDRESS = text('Say where the venue is.', 'the address', MOST_ADDRESS)
const CONDUCT = text('Say how people treat each other.', 'the code of conduct', MOST_CONDUCT)
const SPONSORS = text('Name the sponsors.', 'the list of sponsors', MOST_SPONSORS)
export const ROOM = text('Give the room a name.', 'the name of the room', MOST_ROOM_NAME)
export const TOO_FAR = 'Choose a first day within two years.'
const FIRST: Record<DayFault, string> = {
  'no such day': 'Enter the first day as a date, such as 15 January 2027.',
  'too early': 'Choose a first day from today on.',
  'too late': TOO_FAR,
}
const LAST: Record<DayFault, string> = {
  'no such day': 'Enter the last day as a date, such as 16 January 2027, or leave it empty.',
  'too early': 'The last day cannot lie before the first.',
  'too late': `An event lasts at most ${MOST_DAYS} days.`,
}

/** By the field to mend. */
export type SaidFaults = Readonly<Record<string, string>>

/** In the order of the form. */
export const sayEventFaults = (faults: EventFaults): SaidFaults => ({
  ...(faults.title ? { title: TITLE[faults.title] } : {}),
  ...(faults.what ? { what: WHAT[faults.what] } : {}),
  ...(faults.venue ? { venue: VENUE[faults.venue] } : {}),
  ...(faults.address ? { address: ADDRESS[faults.address] } : {}),
  ...(faults.first ? { first: FIRST[faults.first] } : {}),
  ...(faults.last ? { last: LAST[faults.last] } : {}),
  ...(faults.places ? { places: `Enter how many people can come, from 1 to ${MOST_PLACES}.` } : {}),
  ...(faults.begins ? { begins: 'Enter when the first session begins, such as 10:00.' } : {}),
  ...(faults.slots
    ? {
        slots:
          faults.slots === 'no number' ? 'Enter how many sessions a day has, from 1 to 20.' : 'So many sessions do not fit into one day.',
      }
    : {}),
  ...(faults.minutes ? { minutes: 'Enter how many minutes a session takes, from 10 to 180.' } : {}),
  ...(faults.gap ? { gap: 'Enter the minutes between two sessions, from 0 to 120.' } : {}),
  ...(faults.room ? { room: ROOM[faults.room] } : {}),
  ...(faults.conduct ? { conduct: CONDUCT[faults.conduct] } : {}),
  ...(faults.sponsors ? { sponsors: SPONSORS[faults.sponsors] } : {}),
})
