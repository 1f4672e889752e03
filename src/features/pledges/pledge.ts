/** A pledge: a promise to fill a place of a role, for some hours a week, from one day until another. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, laterOf, readDay } from '../../basics/day.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { ManagerRefusal } from '../managers/manager.ts'
import type { Somebody } from '../people/person.ts'
import { type HoursFault, readHours } from '../projects/hours.ts'
import {
  type Course,
  isFilled,
  isRoleOver,
  otherOrganisations,
  type PledgingRefusal,
  type Project,
  type Role,
  takesPledges,
} from '../projects/project.ts'

/** Offered and waiting ask for an answer; accepted and active fill a place; the others are over. */
export type PledgeState = 'offered' | 'waiting' | 'accepted' | 'active' | 'done' | 'declined' | 'released' | 'withdrawn'
/** `isForOrganisation`: made by a speaker, for their organisation. */
export type Terms = { hoursAWeek: number; from: Day; until: Day; line: string; isForOrganisation: boolean }
/** What somebody has promised, as far as their week goes. */
export type PromisedHere = Omit<Terms, 'line'> & { id: string; role: string }
/** `takesLine`: where the role is filled, a place in its line will do. */
export type Offer = Omit<Terms, 'isForOrganisation'> & {
  isForOrganisation?: boolean
  takesLine?: boolean /** As it was typed: where their manager must agree first. */
  manager?: string
}
export type Pledge = Terms & {
  id: string
  role: string
  skill: string
  project: string
  title: string
  owner: string
  /** How far the project is. */
  course: Course
  person: Somebody
  organisation: string
  state: PledgeState
  /** The owner answers by this day; after it the pledger is free again. Of a pledge that waits: the day until which it is kept. */
  answerBy: Day
  /** Until this day their manager's yes is waited for, and the owner has not been asked. */
  managerBy?: Day
}

/** An offer in line is kept at least this long. */
const WAIT_DAYS = 28
export const MOST_LINE = 500

export const LIVING: readonly PledgeState[] = ['offered', 'waiting', 'accepted', 'active']
export const isAlive = (pledge: Pledge): boolean => LIVING.includes(pledge.state)
export const fillsPlace = (pledge: Pick<Pledge, 'state'>): boolean => pledge.state === 'accepted' || pledge.state === 'active'

/** Offered, but not to the owner yet. */
export const isHeld = ({ state, managerBy }: Pick<Pledge, 'state' | 'managerBy'>): boolean => state === 'offered' && managerBy !== undefined

/** Why a manager's answer changes nothing. */
export type NotHeld = 'not waited for'

/** Who reads of a pledge: it is theirs, it waits for their answer, or they help both as the broker. */
export type Reader = 'pledger' | 'owner' | 'broker'
export const readerOf = (pledge: { person: Pick<Somebody, 'id'>; owner: string }, person: string | undefined): Reader =>
  person === pledge.person.id ? 'pledger' : person === pledge.owner ? 'owner' : 'broker'

/** Why somebody may promise nothing to a project, be it time or something else. */
export type PromiseRefusal = PledgingRefusal | 'no organisation' | 'own project' | 'suppliers not welcome'

export function mayPromise(project: Project, by: Viewer, today: Day): Answer<true, PromiseRefusal> {
  if (by.organisation === undefined) return no('no organisation')
  if (by.person === project.owner.id) return no('own project')
  if (by.sector === 'supplier' && !project.suppliersWelcome) return no('suppliers not welcome')
  return takesPledges(project, today)
}

export type OfferRefusal = PromiseRefusal | ManagerRefusal | 'role filled' | 'role over' | 'pledged before'

/** An offer for a free place, or a place in line for one. Nobody is put in line who has not asked for it. */
export function offer(
  project: Project,
  role: Role,
  by: Viewer,
  hasPledged: boolean,
  today: Day,
  takesLine = false,
): Answer<'offered' | 'waiting', Exclude<OfferRefusal, ManagerRefusal>> {
  const may = mayPromise(project, by, today)
  if (!may.yes) return may
  if (hasPledged) return no('pledged before')
  if (isRoleOver(project, role, today)) return no('role over')
  if (!isFilled(role)) return yes('offered')
  return takesLine ? yes('waiting') : no('role filled')
}

export type AnswerRefusal =
  | 'not the owner'
  | 'not offered yet'
  | 'answered before'
  | 'no place left'
  | 'nobody from outside'
  | 'project ended'

/** The pledge fills a place at once: it is accepted before the project runs, and active while it does. */
export function accept(project: Project, pledge: Pledge, by: string): Answer<PledgeState, AnswerRefusal> {
  const may = mayAnswer(project, pledge, by)
  if (!may.yes) return may
  const role = project.roles.find((each) => each.id === pledge.role)
  if (!role || isFilled(role)) return no('no place left')
  if (shutsOutOthers(project, pledge)) return no('nobody from outside')
  return yes(project.state === 'running' ? 'active' : 'accepted')
}

/** A colleague of the owner in the last free place: nobody from another organisation could come, and it would never be ready. */
function shutsOutOthers(project: Project, pledge: Pledge): boolean {
  if (project.state === 'running' || pledge.organisation !== project.organisation || otherOrganisations(project) > 0) return false
  return project.roles.reduce((free, role) => free + Math.max(0, role.places - role.filled), 0) <= 1
}

/** A second press on the same button finds its work done: that is a success too. */
export const hasAccepted = (pledge: Pledge, by: string): boolean => by === pledge.owner && fillsPlace(pledge)
export const hasDeclined = (pledge: Pledge, by: string): boolean => by === pledge.owner && pledge.state === 'declined'
export const hasWithdrawn = (pledge: Pledge, by: string): boolean => by === pledge.person.id && pledge.state === 'withdrawn'

export function mayAnswer(project: Project, pledge: Pledge, by: string): Answer<true, AnswerRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (isHeld(pledge)) return no('not offered yet')
  if (pledge.state !== 'offered' && pledge.state !== 'waiting') return no('answered before')
  return project.state === 'ended' ? no('project ended') : yes(true)
}

export type ReopenRefusal = 'not the owner' | 'changed meanwhile' | 'ready meanwhile'

/** An owner takes an answer back, while nothing else has come of it. */
export function reopen(project: Project, pledge: Pledge, by: string, hasPledgedAgain: boolean): Answer<true, ReopenRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (project.state === 'ended' || hasPledgedAgain) return no('changed meanwhile')
  if (pledge.state === 'declined') return yes(true)
  if (!fillsPlace(pledge)) return no('changed meanwhile')
  return project.state === 'ready' ? no('ready meanwhile') : yes(true)
}

export type OverRefusal = 'over' | 'too far ahead' | 'above the share'

const LONGEST_RENEWAL = 365

/** A pledge that is kept goes on until another day. */
export function renew(pledge: Pledge, until: Day, today: Day): Answer<Day, OverRefusal> {
  if (!isKept(pledge)) return no('over')
  return until >= today && until <= addDays(today, LONGEST_RENEWAL) ? yes(until) : no('too far ahead')
}

export const isKept = (pledge: Pledge): boolean => fillsPlace(pledge) && pledge.course.state !== 'ended'

export type WithdrawRefusal = 'not yours' | 'over'

export function withdraw(pledge: Pledge, by: string): Answer<true, WithdrawRefusal> {
  if (by !== pledge.person.id) return no('not yours')
  return isAlive(pledge) ? yes(true) : no('over')
}

/** What becomes of the others who offered to fill a role, when its last place is taken or one is free again. */
export const turnOfOthers = (role: Role): { from: PledgeState; to: PledgeState } =>
  isFilled(role) ? { from: 'offered', to: 'waiting' } : { from: 'waiting', to: 'offered' }

/** An offer in line is kept until the role begins, and for four weeks at least. */
export const keptUntil = (role: Pick<Role, 'from'>, today: Day): Day => laterOf(role.from, addDays(today, WAIT_DAYS))

/** Done when the project was delivered or handed over; released, without a word of blame, when it ended any other way. */
export const afterEnding = (pledge: Pledge, isProjectDone: boolean): PledgeState =>
  fillsPlace(pledge) && isProjectDone ? 'done' : 'released'

export type TypedTerms = {
  hours: string
  from: string
  until: string
  line: string
  for?: string /** The address of their manager. */
  manager?: string
}
export type TermFault = HoursFault | TextFault | 'no such day' | 'day has passed' | 'ends before it begins' | 'after the role'
export type TermFaults = Partial<Record<Exclude<keyof TypedTerms, 'for' | 'manager'>, TermFault>>

/** Nobody promises what is over already, nor more than the role asks for. */
export function readTerms(typed: TypedTerms, role: Pick<Role, 'until'>, today: Day): { terms: Terms; faults: TermFaults } {
  const faults: TermFaults = {}
  const hours = readHours(typed.hours)
  if (!hours.yes) faults.hours = hours.why
  const [from, until] = [readDay(typed.from), readDay(typed.until)]
  if (!from) faults.from = 'no such day'
  else if (from < today) faults.from = 'day has passed'
  if (!until) faults.until = 'no such day'
  else if (until < today) faults.until = 'day has passed'
  else if (from && until < from) faults.until = 'ends before it begins'
  else if (until > role.until) faults.until = 'after the role'
  const line = readText(typed.line, { most: MOST_LINE, lines: 'many', optional: true })
  if (!line.yes) faults.line = line.why
  return {
    terms: {
      hoursAWeek: hours.yes ? hours.value : 0,
      from: from ?? today,
      until: until ?? today,
      line: line.yes ? line.value : '',
      isForOrganisation: typed.for === 'organisation',
    },
    faults,
  }
}
