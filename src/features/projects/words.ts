/** Every sentence people read about projects. */
import { type Day, daysBetween, sayDay } from '../../basics/day.ts'
import { count, list, sayNumber } from '../../basics/text.ts'
import { NO_SUCH_DAY } from './form-words.ts'
import type { Lesson } from './lesson.ts'
import {
  type Course,
  type EndHow,
  type EndRefusal,
  type ExtendRefusal,
  type How,
  isLive,
  isPastDeadline,
  type Level,
  lastDay,
  lastDayToChoose,
  type Next,
  nextOf,
  type OtherKind,
  openMustHaves,
  otherOrganisations,
  type Phase,
  type PledgingRefusal,
  type Project,
  type StartRefusal,
  type State,
  startBy,
} from './project.ts'
import type { ProjectLine } from './project-line.ts'

export const OWNER_ONLY = 'Only the owner of a project can do this.'
export const HOW_WORDS: Record<How, string> = {
  delivered: 'Delivered',
  'handed over': 'Handed over',
  stopped: 'Stopped',
  'not reached': 'Not reached',
  merged: 'Merged into another project',
}
export const STATE_WORDS: Record<Exclude<State, 'ended'>, string> = {
  open: 'Open for pledges',
  ready: 'Ready to start',
  running: 'Running',
}
export const PHASE_WORDS: Record<Phase, string> = { discovery: 'Discovery', alpha: 'Alpha', beta: 'Beta', live: 'Live' }
/** What an owner can choose when a brief is not complete. */
const WAYS_LEFT = 'make it smaller, merge it into another, or stop it'
const WAYS = `extend it once, ${WAYS_LEFT}`
export const EMPTY_HANDED = 'Still missing: somebody from another organisation.'

export const LEVEL_WORDS: Record<Level, string> = {
  any: 'any level',
  basic: 'somebody who has begun',
  practised: 'somebody practised',
  expert: 'an expert',
}

export const OTHER_WORDS: Record<OtherKind, string> = {
  code: 'code to reuse',
  data: 'data',
  'research participants': 'people for research',
  venue: 'a venue',
  money: 'money',
  adopters: 'others who will use it',
}

/** "Open for pledges until 3 December · 12 days left". */
export function sayState(project: Pick<Project, 'state' | 'openUntil'> & { how?: How | undefined }, today: Day): string {
  if (project.state === 'ended') return project.how ? HOW_WORDS[project.how] : 'Ended'
  if (project.state !== 'open') return STATE_WORDS[project.state]
  const left = daysBetween(today, project.openUntil)
  if (left < 0) return `The deadline passed on ${sayDay(project.openUntil, today)}`
  return `${STATE_WORDS.open} until ${sayDay(project.openUntil, today)} · ${left === 0 ? 'last day' : `${count(left, 'day')} left`}`
}

/** The state and its date in small, on a card. */
export function sayStateInList(line: ProjectLine, today: Day): string {
  const until = lastDay(line)
  if (line.state === 'ready') return `ready, first date to be named by ${sayDay(startBy(line, today), today)}`
  if (isLive(line)) return 'live, and looked after'
  if (line.state === 'running') return `${until >= today ? 'running until' : 'running, work ended on'} ${sayDay(until, today)}`
  if (line.state === 'ended')
    return `${line.how ? HOW_WORDS[line.how].toLowerCase() : 'ended'}${line.endedOn ? ` on ${sayDay(line.endedOn, today)}` : ''}`
  return `${line.openUntil >= today ? 'open until' : 'deadline passed on'} ${sayDay(line.openUntil, today)}`
}

/** The state and until when, above the title of a project's own page. */
export function sayStateAndDate(project: Project, today: Day): string {
  const next = nextOf(project, today)
  const said = sayState({ ...project, how: project.ending?.how }, today)
  if (next.is === 'start') return `${said} · first date to be named by ${sayDay(next.by, today)}`
  if (next.is === 'meet') return `${said} · everybody meets on ${sayDay(next.on, today)}`
  if (next.is === 'tell') return `${said} · work ended on ${sayDay(next.since, today)}`
  if (next.is === 'review') return next.phase === 'live' ? 'Live' : `${said} until ${sayDay(lastDay(project), today)} · ${next.phase}`
  return project.ending ? `${said} on ${sayDay(project.ending.on, today)}` : said
}

/** An ended project has no next step of its own, so it says what is left for the next who try. */
export const sayAfter = ({ ending, mergedInto }: Pick<Project, 'ending' | 'mergedInto'>, today: Day): string =>
  `It ended${ending ? ` on ${sayDay(ending.on, today)}` : ''}. Everybody has been thanked and freed.${mergedInto ? '' : ' Its note stays here for the next who try.'}`

/** What happens next, with a date, and what happens if nothing does. */
export function sayNext(next: Next, today: Day): string {
  switch (next.is) {
    case 'fill': {
      const wanted =
        next.missing.length > 0
          ? `If ${list(next.missing)} ${next.missing.length === 1 ? 'is' : 'are'} pledged`
          : 'If somebody from another organisation pledges'
      const other = next.missing.length > 0 && next.otherWanted ? ', with at least one other organisation,' : ''
      return `${wanted}${other} by ${sayDay(next.by, today)}, the project is ready and its owner names the first date. If not, the owner chooses within a week: ${WAYS}.`
    }
    case 'choose':
      return `The owner chooses by ${sayDay(next.by, today)}: ${next.isExtended ? WAYS_LEFT : WAYS}. If nothing is chosen, it ends as not reached and everybody is freed.`
    case 'start':
      return `Every must-have place is filled. The owner names the first date by ${sayDay(next.by, today)}; if that day passes, we remind them.`
    case 'meet':
      return `Everybody first meets on ${sayDay(next.on, today)}. ${sayReview(next.phase, next.by, today)}`
    case 'review':
      return sayReview(next.phase, next.by, today)
    case 'tell':
      return `The last role ended on ${sayDay(next.since, today)}. The owner says how it ended; we ask every two weeks.`
    case 'over':
      return 'It has ended, and everybody has been thanked and freed.'
  }
}

/** "Discovery. The owner says by 4 January whether it goes on, changes or stops." */
export function sayReview(phase: Phase, by: Day, today: Day): string {
  const question = phase === 'live' ? 'whether it is still looked after' : 'whether it goes on, changes or stops'
  return by < today
    ? `${PHASE_WORDS[phase]}. The owner was to say by ${sayDay(by, today)} ${question}. We ask them every four weeks.`
    : `${PHASE_WORDS[phase]}. The owner says by ${sayDay(by, today)} ${question}. If that day passes, we ask them, and again every four weeks.`
}

/** When those who are in first meet, as far as is known. */
export function sayFirstDate(course: Course, today: Day): string {
  if (course.state === 'running' && course.firstDate) {
    const meets = course.firstDate >= today ? 'meets' : 'met'
    return `Everybody first ${meets} on ${sayDay(course.firstDate, today)}.`
  }
  if (course.state === 'ready') return `Everybody is found. The owner names the first date by ${sayDay(startBy(course, today), today)}.`
  if (isPastDeadline(course, today))
    return `The deadline has passed. The owner chooses what becomes of it by ${sayDay(lastDayToChoose(course), today)}.`
  return `If the project is complete by ${sayDay(course.openUntil, today)}, its owner names the first date within a week. If not, the owner chooses what becomes of it.`
}

/** "two organisations in; ready when UX design is pledged", beside the row of discs. */
/** Never who gave how many. */
export const sayHoursSoFar = ({ pledged, delivered }: { pledged: number; delivered: number }): string =>
  `${count(pledged, 'hour')} pledged in all${delivered > 0 ? `, ${sayNumber(delivered)} delivered so far` : ''}.`

export function sayGauge(project: Project): { filled: string; more: string } {
  const places = project.roles.reduce((sum, role) => sum + role.places, 0)
  const filled = project.roles.reduce((sum, role) => sum + role.filled, 0)
  const others = otherOrganisations(project)
  const missing = openMustHaves(project).map((role) => role.skill)
  const in_ = `${count(others + 1, 'organisation')} in`
  const more =
    project.state !== 'open'
      ? in_
      : `${in_}; ready when ${missing.length > 0 ? `${list(missing)} ${missing.length === 1 ? 'is' : 'are'} pledged` : 'another organisation pledges'}`
  return { filled: `${filled} of ${count(places, 'place')} filled`, more }
}

/** "4 January to 31 March", with years only where one could go wrong without. */
export const sayDates = (from: Day, until: Day, today: Day): string =>
  `${sayDay(from, from.slice(0, 4) === until.slice(0, 4) ? until : today)} to ${sayDay(until, today)}`

export const PLEDGING_REFUSALS: Record<PledgingRefusal, string> = {
  ended: 'This project has ended.',
  'deadline passed': 'The deadline for pledges has passed.',
}

export const START_REFUSALS: Record<StartRefusal, string> = {
  'not the owner': 'Only the owner of a project can start it.',
  'not ready': 'The project is not ready to start.',
  'no such day': NO_SUCH_DAY,
  'day has passed': 'The first date must be today or later.',
  'day too far': 'The first date must be within six months.',
}

export const EXTEND_REFUSALS: Record<ExtendRefusal, string> = {
  'not the owner': 'Only the owner of a project can extend it.',
  'not open': 'Only a brief that is open for pledges can be extended.',
  'extended before': 'This brief has been extended once. It cannot be extended again.',
  'too early': 'A brief can be extended from a week before its deadline.',
}

export const END_REFUSALS: Record<EndRefusal, string> = {
  'not the owner': 'Only the owner of a project can end it.',
  'ended before': 'This project has ended already.',
  'never ran': 'Only a running project can be delivered or handed over. Start it first, or stop it.',
}

/** What a project's page says to its owner after something was done: the address carries the key. */
const DONE: Record<string, { title: string; text: string }> = {
  published: { title: 'Your brief is published', text: 'Send its address to people who could help. You get a letter with every pledge.' },
  mended: {
    title: 'Your brief is mended',
    text: 'If the title or the problem is new, everybody who pledged has a letter with the new words.',
  },
  started: { title: 'The project has started', text: 'Everybody who pledged has been told the first date.' },
  extended: { title: 'The deadline has been extended', text: 'It can be extended only this once.' },
  updated: { title: 'Your update is published', text: 'Those who pledged and those who watch get it by letter tomorrow morning.' },
  shrunk: { title: 'The brief is smaller', text: 'If what is left is complete, the project is ready and everybody has been told.' },
  phase: { title: 'It is said', text: 'Everybody who pledged has been told, and your reason stands on this page.' },
  'go-live': { title: 'The day to go live is named', text: 'Everybody who pledged has been told.' },
  yours: { title: 'It is yours', text: 'You are the owner of this project from now on. The owner before you has been told.' },
  ended: { title: 'The project has ended', text: 'Everybody has been thanked and freed. Your note stays here for the next who try.' },
  accepted: { title: 'The pledge is accepted', text: 'We have written to the person who made it.' },
  declined: { title: 'The pledge is declined', text: 'We have told them kindly.' },
}

/** An address that somebody else was sent, or made up, says nothing. */
export const doneFor = (isOwner: boolean, key: string | undefined): { title: string; text: string } | undefined =>
  isOwner && key !== undefined && Object.hasOwn(DONE, key) ? DONE[key] : undefined

export const LESSON_LABELS: Record<keyof Lesson, { label: string; hint: string; empty: string }> = {
  reason: { label: 'What happened?', hint: 'One or two sentences.', empty: 'Say what happened.' },
  tried: { label: 'What did you try?', hint: 'So that nobody has to find it out again.', empty: 'Say what you tried.' },
  learnt: { label: 'What did you learn?', hint: 'The best part of every ending.', empty: 'Say what you learnt.' },
  again: {
    label: 'What would make you try again?',
    hint: 'For example: a second council, a law, a budget year.',
    empty: 'Say what would make you try again.',
  },
}

/** The endings that an owner chooses among. All are good ones. */
export const END_WORDS: Record<EndHow, { title: string; lede: string; button: string }> = {
  delivered: { title: 'It is delivered', lede: 'Well done.', button: 'Say it is delivered' },
  'handed over': { title: 'It is handed over', lede: 'Well done. It lives on in other hands.', button: 'Say it is handed over' },
  stopped: { title: 'Stop the project', lede: 'Stopping is normal.', button: 'Stop the project' },
}

export const HANDED_TO = {
  label: 'To whom?',
  hint: 'For example: the web team of Harrowmere, from 1 April. It is public, so name a team rather than a person.',
  empty: 'Say to whom it is handed over.',
}
