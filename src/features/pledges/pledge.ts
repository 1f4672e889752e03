/** A pledge: a promise to fill a place of a role, for some hours a week, from one day until another. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { type Day, readDay } from '../../basics/day.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'
import { type HoursFault, readHours } from '../projects/hours.ts'
import { isFilled, type PledgingRefusal, type Project, type Role, takesPledges } from '../projects/project.ts'

/** Offered and waiting ask for an answer; accepted and active fill a place; the others are over. */
export type PledgeState = 'offered' | 'waiting' | 'accepted' | 'active' | 'done' | 'declined' | 'released' | 'withdrawn'
export type Terms = { hoursAWeek: number; from: Day; until: Day; line: string }
export type Pledge = Terms & {
  id: string
  role: string
  skill: string
  project: string
  title: string
  owner: string
  person: Somebody
  state: PledgeState
  /** The owner answers by this day; after it the pledger is free again. */
  answerBy: Day
}

export const ANSWER_DAYS = 14
export const REMIND_DAYS = 7
export const MOST_LINE = 500

const ALIVE: readonly PledgeState[] = ['offered', 'waiting', 'accepted', 'active']
export const isAlive = (pledge: Pledge): boolean => ALIVE.includes(pledge.state)
export const fillsPlace = (pledge: Pledge): boolean => pledge.state === 'accepted' || pledge.state === 'active'

export type OfferRefusal = PledgingRefusal | 'no organisation' | 'own project' | 'role filled' | 'pledged before'

export function offer(project: Project, role: Role, by: Viewer, hasPledged: boolean, today: Day): Answer<true, OfferRefusal> {
  if (by.organisation === undefined) return no('no organisation')
  if (by.person === project.owner.id) return no('own project')
  const open = takesPledges(project, today)
  if (!open.yes) return open
  if (hasPledged) return no('pledged before')
  return isFilled(role) ? no('role filled') : yes(true)
}

export type AnswerRefusal = 'not the owner' | 'answered before' | 'no place left' | 'project ended'

/** The pledge fills a place at once: it is accepted before the project runs, and active while it does. */
export function accept(project: Project, pledge: Pledge, by: string): Answer<PledgeState, AnswerRefusal> {
  const may = mayAnswer(project, pledge, by)
  if (!may.yes) return may
  const role = project.roles.find((each) => each.id === pledge.role)
  if (!role || isFilled(role)) return no('no place left')
  return yes(project.state === 'running' ? 'active' : 'accepted')
}

export function mayAnswer(project: Project, pledge: Pledge, by: string): Answer<true, AnswerRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (pledge.state !== 'offered' && pledge.state !== 'waiting') return no('answered before')
  return project.state === 'ended' ? no('project ended') : yes(true)
}

export type WithdrawRefusal = 'not yours' | 'over'

export function withdraw(pledge: Pledge, by: string): Answer<true, WithdrawRefusal> {
  if (by !== pledge.person.id) return no('not yours')
  return isAlive(pledge) ? yes(true) : no('over')
}

/** What becomes of the others who offered to fill a role, when its last place is taken or one is free again. */
export const turnOfOthers = (role: Role): { from: PledgeState; to: PledgeState } =>
  isFilled(role) ? { from: 'offered', to: 'waiting' } : { from: 'waiting', to: 'offered' }

/** Done when the project delivered; released, without a word of blame, when it ended any other way. */
export const afterEnding = (pledge: Pledge, delivered: boolean): PledgeState => (fillsPlace(pledge) && delivered ? 'done' : 'released')

export type TypedTerms = { hours: string; from: string; until: string; line: string }
export type TermFault = HoursFault | TextFault | 'no such day' | 'day has passed' | 'ends before it begins'
export type TermFaults = Partial<Record<keyof TypedTerms, TermFault>>

export function readTerms(typed: TypedTerms, today: Day): { terms: Terms; faults: TermFaults } {
  const faults: TermFaults = {}
  const hours = readHours(typed.hours)
  if (!hours.yes) faults.hours = hours.why
  const [from, until] = [readDay(typed.from), readDay(typed.until)]
  if (!from) faults.from = 'no such day'
  if (!until) faults.until = 'no such day'
  else if (until < today) faults.until = 'day has passed'
  else if (from && until < from) faults.until = 'ends before it begins'
  const line = readText(typed.line, { most: MOST_LINE, lines: 'many', optional: true })
  if (!line.yes) faults.line = line.why
  return {
    terms: { hoursAWeek: hours.yes ? hours.value : 0, from: from ?? today, until: until ?? today, line: line.yes ? line.value : '' },
    faults,
  }
}
