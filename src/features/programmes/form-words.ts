/** Every sentence people read about the form of a programme. */
import type { TextFault } from '../../basics/text.ts'
import {
  BEFORE_FIRST_DAYS,
  type DayFault,
  MOST_CAPACITY,
  MOST_HEAD,
  MOST_MEETINGS,
  MOST_SIDE,
  MOST_TITLE,
  MOST_WHAT,
  type NumberFault,
  type ProgrammeFaults,
  type SideFaults,
  type WhoFault,
} from './programme-form.ts'

const UNSEEN = 'Take out characters that cannot be seen. Type it again instead of pasting it.'

const TITLE: Record<TextFault, string> = {
  empty: 'Give the programme a name.',
  'too long': `Shorten the name to ${MOST_TITLE} characters or fewer.`,
  'unseen characters': UNSEEN,
}
const WHAT: Record<TextFault, string> = {
  empty: 'Say what the programme is for.',
  'too long': `Shorten what it is for to ${MOST_WHAT} characters or fewer.`,
  'unseen characters': UNSEEN,
}
const SIDE_NAME: Record<TextFault | 'the same', string> = {
  empty: 'Give each side a name, such as mentors.',
  'too long': `Shorten the name of the side to ${MOST_SIDE} characters or fewer.`,
  'unseen characters': UNSEEN,
  'the same': 'Give the two sides different names.',
}
const WHO: Record<WhoFault, string> = {
  'nobody chosen': 'Choose who may join this side.',
  'no such organisation': 'We know no organisation of exactly this name. Look it up under "Organisations", and copy its name.',
}
const CAPACITY: Record<NumberFault, string> = {
  'no number': `Enter how many partners one may have, from 1 to ${MOST_CAPACITY}.`,
  'out of range': `Enter how many partners one may have, from 1 to ${MOST_CAPACITY}.`,
}
const HEAD: Record<NumberFault, string> = {
  'no number': `Enter by how many days that side opens first, from 1 to ${MOST_HEAD}.`,
  'out of range': `Enter by how many days that side opens first, from 1 to ${MOST_HEAD}.`,
}
const MEETINGS: Record<NumberFault, string> = {
  'no number': `Enter how often the two meet, from 1 to ${MOST_MEETINGS}.`,
  'out of range': `Enter how often the two meet, from 1 to ${MOST_MEETINGS}.`,
}
const CLOSES: Record<DayFault, string> = {
  'no such day': 'Enter the last day to join as a date, such as 5 January 2027.',
  'too early': 'Choose a last day to join that lies after the day on which both sides are open.',
  'too late': 'Choose an earlier last day to join.',
}
const FIRST: Record<DayFault, string> = {
  'no such day': 'Enter the first day as a date, such as 15 January 2027.',
  'too early': `Choose a first day ${BEFORE_FIRST_DAYS} days after the last day to join, or later: it is matched and looked at in between.`,
  'too late': 'Choose an earlier first day.',
}
const LAST: Record<DayFault, string> = {
  'no such day': 'Enter the last day as a date, such as 30 June 2027.',
  'too early': 'Choose a last day four weeks after the first day, or later.',
  'too late': 'Choose a last day within two years of the first day.',
}

/** By the field to mend. */
export type SaidFaults = Readonly<Record<string, string>>

function saidOfSide(side: 'left' | 'right', { name, who, capacity }: SideFaults): SaidFaults {
  return {
    ...(name ? { [`${side}-name`]: SIDE_NAME[name] } : {}),
    ...(who ? { [`${side}-${who === 'no such organisation' ? 'organisation' : 'who'}`]: WHO[who] } : {}),
    ...(capacity ? { [`${side}-capacity`]: CAPACITY[capacity] } : {}),
  }
}

/** In the order of the form. */
export const sayProgrammeFaults = ({ title, what, left, right, head, closes, first, last, meetings }: ProgrammeFaults): SaidFaults => ({
  ...(title ? { title: TITLE[title] } : {}),
  ...(what ? { what: WHAT[what] } : {}),
  ...(left ? saidOfSide('left', left) : {}),
  ...(right ? saidOfSide('right', right) : {}),
  ...(head ? { head: HEAD[head] } : {}),
  ...(closes ? { closes: CLOSES[closes] } : {}),
  ...(first ? { first: FIRST[first] } : {}),
  ...(last ? { last: LAST[last] } : {}),
  ...(meetings ? { meetings: MEETINGS[meetings] } : {}),
})
