/** Every sentence people read about notes, and about what came of an event. */
import { addDays, type Day, dayIn, type Moment, sayDay } from '../../basics/day.ts'
import { count, type TextFault } from '../../basics/text.ts'
import type { Session } from '../agendas/agenda.ts'
import type { SaveRefusal } from '../briefs/brief.ts'
import type { Event } from '../events/event.ts'
import { sayClock } from '../events/timetable.ts'
import { MOST_WHAT, type SayFault } from '../listings/listing.ts'
import { SAY_FAULTS } from '../listings/words.ts'
import {
  FOLLOW_UP_DAYS,
  type HeardRefusal,
  type LineFaults,
  type LineKind,
  type LineRefusal,
  lastDayOf,
  type MakeRefusal,
  MISSING_DAYS,
  MOST_HEARD,
  MOST_LINES,
  MOST_STEP,
  type NoneRefusal,
  nextEvening,
  type Outcome,
  type SayRefusal,
  type TakeRefusal,
  type WriteRefusal,
} from './note.ts'
import type { PublishRefusal } from './write-up.ts'

const WRITE: Record<WriteRefusal, string> = {
  'not in': 'Those who come to the event write its notes. Sign up for it, or use the browser with which you signed up.',
  'not yet': 'Notes are written once the agenda is there.',
  'not held': 'This session is not held, so nothing is written of it. Look at the agenda for what is held instead.',
  closed: 'The time for notes is over. What was written stays.',
}
export const WRITE_REFUSALS: Record<HeardRefusal, string> = {
  ...WRITE,
  'too long': `It is too long: at most ${MOST_HEARD} characters together with what others wrote. Nothing that you typed is lost; shorten it and save again.`,
}
export const BRING_BACK_REFUSALS: Record<HeardRefusal | 'replaced', string> = {
  ...WRITE_REFUSALS,
  replaced: 'Its writer has saved it anew while you looked. Look at it again.',
}
export const NONE_REFUSALS: Record<NoneRefusal, string> = {
  ...WRITE,
  'written before': 'Somebody has written something meanwhile, so there is something to keep.',
  'another day': 'It is held on another day. Say it when it is over.',
}
export const LINE_REFUSALS: Record<LineRefusal, string> = {
  ...WRITE,
  'too many': `A note has at most ${MOST_LINES} lines. Put the rest into what you heard.`,
}
export const TAKE_OUT_REFUSALS: Record<WriteRefusal | 'not yours' | 'became something', string> = {
  ...WRITE,
  'not yours': 'Only whoever wrote it, the hosts and the organiser can take it out.',
  'became something': 'It has become something, which says that it comes from here. So it stays.',
}
export const TAKE_REFUSALS: Record<TakeRefusal, string> = {
  ...WRITE,
  'no next step': 'Only next steps can be taken on.',
  'taken before': 'Somebody else has taken it on meanwhile.',
  'not yours': 'Somebody else has taken it on.',
}
export const SAY_REFUSALS: Record<SayRefusal, string> = { 'not yours': 'Somebody else has taken it on by now, so you need not answer.' }
export const MAKE_REFUSALS: Record<MakeRefusal | SaveRefusal | WriteRefusal, string> = {
  ...WRITE,
  'not a member': 'Members can do this: sign in with an address of your organisation.',
  'made before': 'You have done this already.',
  'not a thing': 'This line cannot become that.',
  'not found': 'This is not there any more.',
  'too long': 'The line is too long for a draft.',
  'too many drafts': 'You have many drafts already. Publish one, or throw one away, and come back.',
}
export const sayMakeRefusal = (why: MakeRefusal | SaveRefusal | WriteRefusal | SayFault, kind: LineKind): string =>
  why === 'too many' || why === 'unseen characters' ? SAY_FAULTS[kind === 'have' ? 'have' : 'need'][why] : MAKE_REFUSALS[why]
export const PUBLISH_REFUSALS: Record<PublishRefusal, string> = {
  'not the organiser': 'Only the organiser of this event or a broker can publish it.',
  'not over': 'It can be published once the event is over.',
}

const UNSEEN = 'Take out characters that cannot be seen. Type it again instead of pasting it.'
export const HEARD_FAULTS: Record<Exclude<TextFault, 'empty'>, string> = {
  'too long': WRITE_REFUSALS['too long'],
  'unseen characters': UNSEEN,
}
const WHAT_FAULTS = (kind: LineKind): Record<TextFault, string> => ({
  empty: `Say in a line ${ADD[kind].what}.`,
  'too long': `Shorten it to ${kind === 'have' || kind === 'need' ? MOST_WHAT : MOST_STEP} characters or fewer.`,
  'unseen characters': UNSEEN,
})
const ON_FAULTS: Record<NonNullable<LineFaults['on']>, string> = {
  'no such day': 'Enter a date, such as 15 January 2027.',
  'day has passed': 'Choose a day from today on.',
}
export const sayLineFaults = (kind: LineKind, { what, on }: LineFaults): { what?: string; on?: string } => ({
  ...(what ? { what: WHAT_FAULTS(kind)[what] } : {}),
  ...(on ? { on: ON_FAULTS[on] } : {}),
})

/** Over the lines of one kind, and on the form that adds one. */
export const HEADINGS: Record<LineKind, string> = {
  have: 'What we have',
  need: 'What we need',
  'next step': 'Next steps',
  meeting: 'When we meet next',
}
export const ADD: Record<LineKind, { label: string; hint: string; what: string; button: string }> = {
  have: {
    label: 'Something that one of us has',
    hint: 'For example: a letter template that people understand',
    what: 'what there is',
    button: 'Add a have',
  },
  need: {
    label: 'Something that one of us needs',
    hint: 'For example: somebody who has moved to shared payroll',
    what: 'what is missing',
    button: 'Add a need',
  },
  'next step': {
    label: 'Somebody does this next',
    hint: 'For example: ask the college for its referral form',
    what: 'what is done next',
    button: 'Add a next step',
  },
  meeting: { label: 'Where, or how (optional)', hint: 'For example: by video, at two', what: 'where', button: 'Add a date' },
}
export const NOTHING_YET: Record<LineKind, string> = {
  have: 'Nobody has said yet what there is.',
  need: 'Nobody has said yet what is missing.',
  'next step': 'Nobody has said yet what is done next.',
  meeting: 'No date yet.',
}

export const WRITE_NO_NAMES =
  'Everybody who was there writes here, also at the same time. Once the organiser publishes it all may read it, so write of work, and leave names out.'
/** Of what we heard, as it stood before. */
export const VERSIONS = 'Earlier versions'
export const VERSIONS_HINT =
  'What we heard, as each of you saved it: of every ten minutes the last. Bring one back, and what is there now stays here.'
export const HERE_HINT = 'Only you say that you were here. Those who come and members may see it; everybody else sees a number.'
export const TAKER_HINT = 'Whoever takes one on is asked on its date what became of it. Those who come see who it is.'

export const OUTCOME_WORDS: Record<Outcome, string> = { done: 'Done', 'going on': 'Still going', nothing: 'Nothing came of it' }

/** "15 January, 10:00, Main hall" */
export const sayWhen = ({ slot, room }: Pick<Session, 'slot' | 'room'>, today: Day): string =>
  `${sayDay(slot.day, today)}, ${sayClock(slot.starts)}, ${room.name}`

/** "Of 14 next steps 9 are done" */
export const saySum = ({ all, done }: { all: number; done: number }): string =>
  `Of ${count(all, 'next step')} ${done === 0 ? 'none' : done} ${done > 1 ? 'are' : 'is'} done`

/** What stands in the draft of a brief: where it comes from. */
export const sayOrigin = ({ session, event }: { session: Pick<Session, 'title'>; event: Pick<Event, 'title' | 'firstDay'> }): string =>
  `From the session "${session.title}" at "${event.title}", ${sayDay(event.firstDay)}.`

/** Of a session without a note: who sees to it, and until when. */
export const sayMissing = ({ hosts, slot }: Pick<Session, 'hosts' | 'slot'>, answerBy: Day | undefined, today: Day): string => {
  const canWrite = `Whoever was there can ${answerBy !== undefined && answerBy < today ? 'still ' : ''}write it.`
  if (!hosts.some(({ person }) => person !== undefined))
    return `${hosts.length === 0 ? 'It has no host' : 'We cannot write to its host'}, so the organiser sees to it${answerBy === undefined ? '' : ` by ${sayDay(answerBy, today)}`}. ${canWrite}`
  if (answerBy === undefined) return `Its hosts are asked on the evening of ${sayDay(slot.day, today)}.`
  return `Its hosts ${answerBy < today ? 'were' : 'are'} asked until ${sayDay(answerBy, today)}. ${canWrite}`
}

/** What happens next with all that was written, with a date. */
export function sayNextOf(event: Pick<Event, 'step' | 'firstDay' | 'lastDay'>, missing: number, at: Moment): string {
  const [{ step, lastDay }, { today, zone }] = [event, at]
  const [told, asked] = [addDays(lastDay, MISSING_DAYS + 1), addDays(lastDay, FOLLOW_UP_DAYS)]
  if (step !== 'over') {
    const evening = nextEvening(event, at)
    const when = evening ? `On the evening of ${sayDay(dayIn(zone, evening), today)}` : `After ${sayDay(lastDay, today)}`
    return `${when} hosts are asked what came of their sessions. A month after the event we ask what became of it all.`
  }
  const open = missing > 0 ? `What has no word by ${sayDay(told, today)} goes to the organiser, and a week later to a broker. ` : ''
  if (today < asked)
    return `${open}On ${sayDay(asked, today)} those who took something on, and the hosts, are asked what became of it. It then stands here.`
  const until = lastDayOf(event)
  return `Those who took something on, and the hosts, were asked on ${sayDay(asked, today)} what became of it. ${until < today ? 'It stays here, with the data.' : `Until ${sayDay(until, today)} those who were there can add to it; then it stays as it is.`}`
}

/** What a page says after something was done: the address carries the key. */
export const DONE: Readonly<Record<string, { title: string; text: string }>> = {
  saved: { title: 'Saved', text: 'Everybody who was there can go on writing.' },
  merged: { title: 'Saved, with what others wrote', text: 'Somebody saved while you were typing. Both texts are there, line by line.' },
  'look-over': {
    title: 'Saved: please look it over',
    text: 'Somebody changed the same lines while you were typing. Both stand one below the other; take out what is said twice.',
  },
  'brought-back': {
    title: 'It is back',
    text: 'What stood there before is among the earlier versions, and what others added meanwhile stays.',
  },
  added: { title: 'Added', text: 'It stands in the note.' },
  out: { title: 'Taken out', text: 'The line is gone.' },
  taken: { title: 'You have taken it on', text: 'With an account you get a letter on its date. Without one, look here.' },
  'let-go': { title: 'Let go', text: 'Somebody else can take it on.' },
  told: { title: 'Thank you', text: 'What became of it stands in the note.' },
  here: { title: 'You were here', text: 'You can take yourself away again at any time.' },
  'not-here': { title: 'Taken away', text: 'Nobody sees you here.' },
  none: { title: 'There is nothing to keep', text: 'Nobody is asked about it any more. Whoever writes something changes that.' },
  listed: { title: 'It is one of your listings', text: 'It stands among what you have and need, and we look for whom it fits.' },
  published: { title: 'It is published', text: 'Everybody can read it, and take the data along.' },
  'not-published': { title: 'It is not published any more', text: 'Those who come to the event read it still.' },
}

export const NOT_PUBLISHED = 'What came of this event is read by those who come, until its organiser publishes it.'
