/** Every sentence people read about events and those who come. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count, type TextFault } from '../../basics/text.ts'
import { type AttendRefusal, MOST_NEEDS, MOST_TEAM, type RemoveRefusal } from './attendee.ts'
import { type CancelRefusal, MOST_REASON } from './cancellation.ts'
import { type Event, isStepOverdue, type MoveRefusal, nextStep, type OpenRefusal, type RunRefusal, type Step, stepEnds } from './event.ts'
import { UNSEEN } from './form-words.ts'
import { MOST_ROOMS, MOST_SLOTS, type TimetableRefusal } from './timetable.ts'

export const OPEN_REFUSALS: Record<OpenRefusal, string> = {
  'may not open': 'Brokers open events, and those who speak for an organisation.',
  supplier: 'Suppliers come to events, and may sponsor them. They do not open any.',
  'not a member': 'We do not know your organisation yet. Once we do, you can open an event.',
}

const RUN: Record<RunRefusal, string> = {
  'not the organiser': 'Only the organiser of this event or a broker can do this.',
  over: 'This event is over.',
}
export const RUN_REFUSALS = RUN
export const MOVE_REFUSALS: Record<MoveRefusal, string> = {
  ...RUN,
  'another step': 'The event is at another step by now.',
  'no such day': 'Enter a date, such as 15 January 2027.',
  'day has passed': 'Choose a day from today on.',
  'after the event': 'Choose a day before the event is over.',
}
export const TIMETABLE_REFUSALS: Record<TimetableRefusal, string> = {
  ...RUN,
  'agenda made': 'The agenda is made. Say on the agenda what is lost, so that it is mended with few changes.',
  'too many': `An event has at most ${MOST_ROOMS} rooms and ${MOST_SLOTS} times.`,
  'the only one': 'This is the only one. Put another in first.',
}
export const ATTEND_REFUSALS: Record<AttendRefusal, string> = {
  over: 'This event is over, so nobody can sign up any more.',
  'wrong code': 'This is not the code of this event. It stands on the wall, or ask the organiser.',
  'too many wrong codes':
    'Too many wrong codes came from where you are. Wait an hour, or sign in: whoever belongs to an organisation here needs no code.',
  'taken out': 'The organiser has taken you out of this event. If that is a mistake, ask them to let you back in.',
}
export const CODE_REFUSALS: Record<'wrong code' | 'too many wrong codes', string> = {
  'wrong code': 'No event has this code. It stands on the wall, or ask the organiser.',
  'too many wrong codes': ATTEND_REFUSALS['too many wrong codes'],
}
export const REMOVE_REFUSALS: Record<RemoveRefusal, string> = {
  ...RUN,
  'the organiser': 'Whoever runs the event stays in it.',
  'not in it': 'They are not in this event any more.',
}
export const CANCEL_REFUSALS: Record<CancelRefusal, string> = {
  ...RUN,
  empty: 'Say why. One sentence is enough.',
  'too long': `Shorten it to ${MOST_REASON} characters or fewer.`,
  'unseen characters': UNSEEN,
}
export const NAME_FAULTS: Record<TextFault, string> = {
  empty: 'Enter your name.',
  'too long': 'Shorten your name to 80 characters or fewer.',
  'unseen characters': UNSEEN,
}
export const TEAM_FAULTS: Record<TextFault, string> = {
  empty: 'Say where you work.',
  'too long': `Shorten it to ${MOST_TEAM} characters or fewer.`,
  'unseen characters': UNSEEN,
}
export const NEEDS_FAULTS: Record<TextFault, string> = {
  empty: 'Say what you need.',
  'too long': `Shorten it to ${MOST_NEEDS} characters or fewer.`,
  'unseen characters': UNSEEN,
}

export const STEP_NAMES: Record<Step, string> = {
  planned: 'Planned',
  pitching: 'Pitches are gathered',
  scoring: 'Pitches are scored',
  starring: 'Sessions are starred',
  scheduled: 'The agenda is there',
  over: 'Over',
}
/** On the button that leads to a step. */
export const MOVE_TO: Record<Step, string> = {
  planned: 'Plan it',
  pitching: 'Open it for pitches',
  scoring: 'Begin to score',
  starring: 'Begin to star',
  scheduled: 'Make the agenda',
  over: 'Say that it is over',
}

/** "15 January", or "15 January to 16 January". */
export const sayDates = ({ firstDay, lastDay }: Pick<Event, 'firstDay' | 'lastDay'>, today: Day): string =>
  firstDay === lastDay ? sayDay(firstDay, today) : `${sayDay(firstDay, today)} to ${sayDay(lastDay, today)}`

export const sayState = (event: Pick<Event, 'step' | 'ends' | 'firstDay' | 'lastDay' | 'calledOff'>, today: Day): string =>
  event.calledOff
    ? `Called off on ${sayDay(event.calledOff.on, today)}`
    : event.step === 'over'
      ? `Over since ${sayDay(event.lastDay, today)}`
      : `${STEP_NAMES[event.step]} until ${sayDay(stepEnds(event), today)}`

/** What happens next, with a date. */
export function sayNext(event: Event, today: Day): string {
  const until = sayDay(stepEnds(event), today)
  if (event.calledOff)
    return `Nothing more: the event does not take place on ${sayDates(event, today)}. The next one, once it is open, stands in the list of events.`
  if (isStepOverdue(event, today))
    return `The organiser was to go on to the next step after ${until}: ${STEP_NAMES[nextStep(event.step)].toLowerCase()}. We ask them every week.`
  return {
    planned: `Anybody can sign up. By ${until} the organiser opens the event for pitches: anybody who comes says in a line what they would talk about.`,
    pitching: `Say in a line what you would talk about, or support what others have said, until ${until}. Then the pitches are scored.`,
    scoring: `Until ${until} everybody who comes scores a few pitches, one after another. Then the best become sessions.`,
    starring: `Until ${until} everybody who comes stars the sessions that they want to see. Then the agenda is made, so that as many as possible see what they starred.`,
    scheduled: `The event is on ${sayDates(event, today)}. Changes on the day are told on this page.`,
    over: `The event was on ${sayDates(event, today)}. What came of it stays here.`,
  }[event.step]
}

/** Numbers alone: who comes is told to those who come. */
export const sayPlaces = ({ taken, places, waiting }: Pick<Event, 'taken' | 'places' | 'waiting'>): string =>
  `${taken} of ${count(places, 'place')} taken${waiting > 0 ? `, ${count(waiting, 'person waits', 'people wait')} for one` : ''}`

export const WITHOUT_ACCOUNT =
  'With the code of the event you need no account. This browser then knows you at this event, and nobody else does.'
export const NOT_KNOWN =
  'We do not know your organisation yet, so please show that you are invited. It stands in your invitation, or ask the organiser.'
export const NEEDS_HINT = 'For example: step-free rooms, a hearing loop, a quiet place. Only the organiser reads it.'

/** What the page says after something was done: the address carries the key. */
export const DONE: Readonly<Record<string, { title: string; text: string }>> = {
  opened: {
    title: 'Your event is open',
    text: 'People can sign up from now on. Look at the rooms and times, then send the address of this page to those whom you know.',
  },
  cloned: {
    title: 'Your next event is open',
    text: 'Rooms, times and words are those of the last one. Look at the dates, and change what is different.',
  },
  saved: { title: 'Saved', text: 'If the days or the venue are new, everybody who comes has been told.' },
  moved: { title: 'The event goes on', text: 'Everybody who comes and has an account gets a letter.' },
  in: {
    title: 'You have a place',
    text: 'Come back to this page for what happens next. You can leave again at any time, and your place goes to somebody else.',
  },
  waiting: {
    title: 'You are on the waiting list',
    text: 'When somebody leaves, the next in line gets their place. With an account you get a letter; without, look here.',
  },
  left: { title: 'You have left', text: 'Your place is free for the next in line. Without an account your name is forgotten, too.' },
  'called-off': { title: 'The event is called off', text: 'Everybody with an account who comes or waits gets a letter.' },
  'taken-out': { title: 'Taken out', text: 'If somebody waited for the place, they have it now and are told.' },
  'let-back': { title: 'Let back in', text: 'They can sign up again, where there are places. Please tell them.' },
  needs: { title: 'Saved', text: 'Only the organiser reads what you need.' },
}
