/** Every sentence people read about what waits for brokers. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { TextFault } from '../../basics/text.ts'
import type { Coming } from '../projects/next-date.ts'
import {
  AFTER_DAYS,
  type CloseRefusal,
  COMES_BACK_DAYS,
  type HandOverRefusal,
  type Item,
  type ItemKind,
  isSnoozed,
  LONGEST_SNOOZE,
  type Outcome,
  type Show,
  type SnoozeRefusal,
  type Step,
  type TakeRefusal,
} from './item.ts'
import type { Undated } from './undated.ts'

export const INBOX = 'Broken promises'
export const DATES = 'Projects without a next date'

type KindWords = {
  /** Behind the title of the thing. */
  name: string
  broken(what: string, since: string): string
  /** What a broker could do. */
  help: string
}

export const KIND_WORDS: Record<ItemKind, KindWords> = {
  'half time': {
    name: 'Half of the time, fewer than half of the places',
    broken: (_what, since) =>
      `Half of the time has passed, and fewer than half of the must-have places are filled. The owner heard on ${since} and nothing has changed.`,
    help: 'Whom do you know who could fill a place? Or help the owner to make the brief smaller.',
  },
  'start overdue': {
    name: 'No first date',
    broken: (_what, since) =>
      `Everybody is found, and the owner was to name the first date before ${since}. We ask the owner every week; those who pledged wait.`,
    help: 'Ask the owner what is in the way. If they have no time, somebody else may take it over.',
  },
  'phase overdue': {
    name: 'No word on the phase',
    broken: (what, since) =>
      `The owner was to say what becomes of ${what === 'live' ? 'what is live' : what} before ${since}. We have asked, and heard nothing for ${AFTER_DAYS['phase overdue']} days and more.`,
    help: 'Ring the owner: is it going on? If not, it may stop, and that is a good ending too.',
  },
  'work over': {
    name: 'No ending told',
    broken: (_what, since) =>
      `The last role came to its end before ${since}, and nobody has said how it ended. We have asked twice; everybody in it is still bound.`,
    help: 'Ask the owner or somebody who took part. Two minutes are enough to say how it ended.',
  },
  'owner gone': {
    name: 'Its owner has left',
    broken: (_what, since) => `The owner belongs to no organisation any more. We saw it on ${since}.`,
    help: 'Find somebody who looks after it from now on, among those who take part or their colleagues.',
  },
  stuck: {
    name: 'Somebody is stuck',
    broken: (what, since) => `Whoever pledged ${what || 'to it'} said on ${since} that they are stuck.`,
    help: 'Ask them what is missing: a decision, data, a person? Then ask the owner. When they have done some hours again, this goes by itself.',
  },
  'released twice': {
    name: 'A place freed twice',
    broken: (what, since) => `The place for ${what} has been freed more than once because nobody answered, the last time on ${since}.`,
    help: 'Is the role too large, or too vague? Help the owner to split it, or find somebody you know.',
  },
  'letter bounced': {
    name: 'Letters come back',
    broken: (_what, since) => `Letters to one of their addresses come back since ${since}, so they hear nothing from us there.`,
    help: 'Reach them another way: by telephone, or through a colleague. When they sign in, they see it and can say that the address works.',
  },
  'reply unclear': {
    name: 'A letter that we did not understand',
    broken: (_what, since) => `Somebody answered by letter on ${since}, and we could not tell what they mean.`,
    help: 'Read it, and ask them if you must. What you write there closes it here.',
  },
  'event step overdue': {
    name: 'An event that waits',
    broken: (what, since) =>
      `The organiser of "${what}" was to go on to its next step before ${since}. We ask them every week; everybody who comes waits.`,
    help: 'Ask the organiser what is in the way, or move the event on yourself: its page has the button.',
  },
  'agenda missing': {
    name: 'An event without its agenda',
    broken: (what, since) =>
      `Everybody who comes to "${what}" waits for its agenda since ${since}. Its organiser hears from us until it is published.`,
    help: 'Its board says which rule cannot be kept. Ask the organiser what is in the way, or change it and make the agenda yourself. When it is published, this goes by itself.',
  },
  'notes missing': {
    name: 'Sessions without a note',
    broken: (what, since) =>
      `Of some sessions of "${what}" nobody has said what came of them, since ${since}. Their hosts were asked, and then the organiser.`,
    help: 'Ask whoever was there: what was agreed is forgotten soon. If there is nothing to keep, say so on the page of the note.',
  },
  'job failing': {
    name: 'Work of ours that fails',
    broken: (what, since) => `"${what}" has failed again and again since ${since}. We go on trying, with long pauses.`,
    help: 'Tell whoever runs the server: the command "clock" shows what failed and why.',
  },
}

/** What it is about, for a heading: the project, the person, or what it is called. */
export const titleOf = ({ project, person, kind, what }: Pick<Item, 'project' | 'person' | 'kind' | 'what'>): string =>
  project?.title ??
  (kind === 'event step overdue' || kind === 'agenda missing' || kind === 'notes missing'
    ? what
    : person
      ? person.name || 'Somebody'
      : kind === 'job failing'
        ? what
        : KIND_WORDS[kind].name)

/** "Taken by Ann Example", "Nobody has taken it". */
export function sayTaker({ takenBy, snoozedUntil }: Item, me: string, today: Day): string {
  const taken = takenBy ? `Taken by ${takenBy.id === me ? 'you' : takenBy.name}` : 'Nobody has taken it'
  return isSnoozed({ ...(snoozedUntil ? { snoozedUntil } : {}) }, today) && snoozedUntil
    ? `${taken}, put off until ${sayDay(snoozedUntil, today)}`
    : taken
}

export const SHOW_WORDS: Record<Show, string> = { all: 'All', mine: 'Yours', nobody: "Nobody's", snoozed: 'Put off', closed: 'Closed' }

export const EMPTY_WORDS: Record<Show, { title: string; text: string }> = {
  all: { title: 'Every promise is kept', text: 'When one is broken and its owner has heard first, you get a letter and see it here.' },
  mine: { title: 'You have taken nothing', text: 'What you take stands here until you close it or hand it over.' },
  nobody: { title: 'Everything is taken', text: 'Each broken promise has a broker who looks after it.' },
  snoozed: { title: 'Nothing is put off', text: 'What you put off until a day waits here, and comes back on that day.' },
  closed: { title: 'Nothing is closed yet', text: 'What was done about each broken promise is kept here.' },
}

export const OUTCOME_WORDS: Record<Outcome | 'settled by itself', string> = {
  solved: 'Solved',
  'passed on': 'Passed on',
  'nothing to do': 'Nothing to do',
  'settled by itself': 'Settled by itself',
}
export const OUTCOME_HINTS: Record<Outcome, string> = {
  solved: 'The promise is kept, or it will be.',
  'passed on': 'Somebody else does it now, outside this inbox.',
  'nothing to do': 'It is as good as it gets.',
}

const nameOf = (somebody: { name: string } | undefined): string => somebody?.name || 'Somebody'

const STEP_WORDS: Record<Step['did'], (step: Step, today: Day) => string> = {
  opened: () => 'It came here.',
  taken: ({ by }) => `${nameOf(by)} took it.`,
  'handed over': ({ by, whom }) =>
    by?.id === whom?.id ? `${nameOf(by)} took it over.` : `${nameOf(by)} handed it over to ${nameOf(whom)}.`,
  snoozed: ({ by, until }, today) => `${nameOf(by)} put it off until ${until ? sayDay(until, today) : 'later'}.`,
  closed: ({ by }) => (by ? `${nameOf(by)} closed it.` : 'It settled by itself.'),
}
export const sayStep = (step: Step, today: Day): string => STEP_WORDS[step.did](step, today)

const COMING_WORDS: Record<Coming['is'], string> = {
  deadline: 'the last day for pledges',
  choice: 'the last day to choose what becomes of it',
  start: 'the last day to name the first date',
  'first date': 'everybody first meets',
  'go-live': 'it goes live',
  'last day': 'the last day of the work',
  review: 'a word on the phase is due',
  asked: 'we look at it again',
}
/** "Its next date is 3 December: the last day for pledges." */
export const sayComing = ({ is, on }: Coming, today: Day): string => `Its next date is ${sayDay(on, today)}: ${COMING_WORDS[is]}.`

export const sayUndated = ({ planned }: Pick<Undated, 'planned'>, today: Day): string =>
  planned
    ? `The clock was to look at it on ${sayDay(planned, today)}, and could not: see what fails.`
    : 'Nobody will look at it again by themselves: ask its owner what happens next.'

const NOT_A_BROKER = 'Only brokers look after broken promises.'
const CLOSED = 'It has been closed meanwhile.'
const TAKEN = 'Another broker has taken it. If they are away, hand it over to yourself.'

export const TAKE_REFUSALS: Record<TakeRefusal, string> = {
  'not a broker': NOT_A_BROKER,
  'closed before': CLOSED,
  'taken by another': TAKEN,
}
export const HAND_OVER_REFUSALS: Record<HandOverRefusal, string> = {
  'not a broker': NOT_A_BROKER,
  'closed before': CLOSED,
  'nobody chosen': 'Choose a broker.',
  'has it already': 'They have it already.',
}
export const SNOOZE_REFUSALS: Record<SnoozeRefusal, string> = {
  ...TAKE_REFUSALS,
  'no such day': 'Enter a date such as 5 January 2027.',
  'day not ahead': 'Choose a day from tomorrow on.',
  'day too far': `Choose a day within ${LONGEST_SNOOZE} days.`,
}
export const CLOSE_REFUSALS: Record<CloseRefusal, string> = {
  'not a broker': NOT_A_BROKER,
  'closed before': CLOSED,
  'no outcome': 'Choose what came of it.',
  'nothing said': 'Say in a sentence what was done.',
}
export const LINE_FAULTS: Record<Exclude<TextFault, 'empty'>, string> = {
  'too long': 'Shorten it to 500 characters or fewer.',
  'unseen characters': 'Type it again: it has a character that cannot be shown.',
}

/** What the page says after something was done: the address carries the key. */
const DONE: Record<string, { title: string; text: string }> = {
  taken: {
    title: 'You have taken it',
    text: 'It stands under "Yours", and counts in what waits for you, until you close it or hand it over.',
  },
  'handed-over': { title: 'It is handed over', text: 'They have a letter.' },
  snoozed: { title: 'It is put off', text: 'It comes back to you on that day, with a letter.' },
  closed: { title: 'It is closed', text: `If the same promise is still broken in ${COMES_BACK_DAYS} days, it comes back.` },
}
export const doneFor = (key: string | undefined) => (key !== undefined && Object.hasOwn(DONE, key) ? DONE[key] : undefined)
