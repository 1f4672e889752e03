/** A project: something for public service that one organisation starts and others join, from its brief to its ending. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, daysBetween, laterOf } from '../../basics/day.ts'
import type { Somebody } from '../people/person.ts'

export type Purpose = 'creating' | 'looking after'
/** How well somebody must know the skill. */
export const LEVELS = ['any', 'basic', 'practised', 'expert'] as const
export type Level = (typeof LEVELS)[number]
export type Role = {
  id: string
  skill: string
  level: Level
  places: number
  /** Places with an accepted pledge. */
  filled: number
  hoursAWeek: number
  from: Day
  until: Day
  mustHave: boolean
  purpose: Purpose
  /** Whose pledges fill it. */
  pledgers: readonly Pledger[]
}
/** `isForOrganisation`: pledged by a speaker, for their organisation. */
export type Pledger = Somebody & { pledge: string; organisation: string; hoursAWeek: number; isForOrganisation: boolean }
export type Have = { id: string; what: string; about: string }
/** What a project looks for beside people. */
export const OTHER_KINDS = ['code', 'data', 'research participants', 'venue', 'money', 'adopters'] as const
export type OtherKind = (typeof OTHER_KINDS)[number]
export type OtherNeed = { id: string; kind: OtherKind; what: string }
export type State = 'open' | 'ready' | 'running' | 'ended'
/** How far a running project is; live ones go on being looked after. */
export const PHASES = ['discovery', 'alpha', 'beta', 'live'] as const
export type Phase = (typeof PHASES)[number]
export type How = 'delivered' | 'handed over' | 'stopped' | 'not reached' | 'merged'
export type Ending = { how: How; reason: string; tried: string; learnt: string; again: string; on: Day }

export type Project = {
  id: string
  title: string
  problem: string
  forWhom: string
  owner: Somebody
  organisation: string
  state: State
  openUntil: Day
  isExtended: boolean
  /** Once the owner has been asked at the deadline: the last day to choose. */
  chooseBy?: Day
  /** The day it became ready, when it is ready. */
  readyOn?: Day
  firstDate?: Day
  phase?: Phase
  goLive?: Day
  /** Ids of public services and policy areas, confirmed by its owner. */
  tags: readonly string[]
  haves: readonly Have[]
  roles: readonly Role[]
  others: readonly OtherNeed[]
  suppliersWelcome: boolean
  /** Why none of the look-alikes would do; empty when there were none. */
  noneFits: string
  mergedInto?: { id: string; title: string }
  ending?: Ending
}

/** How far a project is, for whoever waits for its next date. */
export type Course = Pick<Project, 'state' | 'openUntil' | 'chooseBy' | 'readyOn' | 'firstDate'>

/** What a project begins as: everything about it is right. */
export type BriefRole = Omit<Role, 'id' | 'filled' | 'pledgers'>
export type Brief = {
  title: string
  problem: string
  forWhom: string
  openUntil: Day
  haves: readonly { what: string; about: string }[]
  roles: readonly BriefRole[]
  tags: readonly string[]
  others: readonly Omit<OtherNeed, 'id'>[]
  suppliersWelcome: boolean
  noneFits: string
}

/** A brief that loses what made it ready is open at least this long again. */
export const REOPENED_DAYS = 14
export const EXTENSION_DAYS = 14
/** From the deadline on, the owner has a week to choose. */
export const CHOICE_DAYS = 7
/** From being ready, the owner has a week to name the first date. */
export const START_DAYS = 7
const LATEST_FIRST_DATE = 180
const EXTENDABLE_BEFORE = 7

export const isFilled = (role: Role): boolean => role.filled >= role.places

export const openMustHaves = (project: Project): Role[] => project.roles.filter((role) => role.mustHave && !isFilled(role))

/** Organisations that have pledged, without the owner's: an owner's own haves never count as somebody else's pledge. */
export function otherOrganisations(project: Project): number {
  const pledging = new Set(project.roles.flatMap((role) => role.pledgers.map((pledger) => pledger.organisation)))
  pledging.delete(project.organisation)
  return pledging.size
}

/** Every must-have place is filled, and at least one other organisation takes part. */
export const hasAllItNeeds = (project: Project): boolean => openMustHaves(project).length === 0 && otherOrganisations(project) > 0

export type Change = { state: 'ready' } | { state: 'open'; openUntil: Day } | undefined

/** What becomes of a project after its pledges have changed: it may become ready, or lose that. Once it runs, it runs. */
export function changeAfterPledges(project: Project, today: Day): Change {
  if (project.state === 'open' && hasAllItNeeds(project)) return { state: 'ready' }
  if (project.state === 'ready' && !hasAllItNeeds(project))
    return { state: 'open', openUntil: laterOf(project.openUntil, addDays(today, REOPENED_DAYS)) }
  return undefined
}

export type PledgingRefusal = 'ended' | 'deadline passed'

/** Pledges are welcome until the deadline of an open brief, and to free places for as long as a project lives. */
export function takesPledges(project: Project, today: Day): Answer<true, PledgingRefusal> {
  if (project.state === 'ended') return no('ended')
  if (isPastDeadline(project, today)) return no('deadline passed')
  return yes(true)
}

export const isPastDeadline = (project: Pick<Project, 'state' | 'openUntil'>, today: Day): boolean =>
  project.state === 'open' && today > project.openUntil

export type StartRefusal = 'not the owner' | 'not ready' | 'no such day' | 'day has passed' | 'day too far'

export function start(project: Project, by: string, firstDate: Day | undefined, today: Day): Answer<Day, StartRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (project.state !== 'ready') return no('not ready')
  if (firstDate === undefined) return no('no such day')
  if (firstDate < today) return no('day has passed')
  return daysBetween(today, firstDate) > LATEST_FIRST_DATE ? no('day too far') : yes(firstDate)
}

/** A second press on the same button: it has been done. */
export const hasStarted = (project: Project, by: string): project is Project & { firstDate: Day } =>
  by === project.owner.id && project.state === 'running' && project.firstDate !== undefined

/** Whoever starts a project does so within a week of its being ready. */
export const startBy = (project: Pick<Project, 'readyOn'>, today: Day): Day => addDays(project.readyOn ?? today, START_DAYS)

export type ExtendRefusal = 'not the owner' | 'not open' | 'extended before' | 'too early'

/** Once, from a week before the deadline on. */
export function extend(project: Project, by: string, today: Day): Answer<Day, ExtendRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (project.state !== 'open') return no('not open')
  if (project.isExtended) return no('extended before')
  if (daysBetween(today, project.openUntil) > EXTENDABLE_BEFORE) return no('too early')
  return yes(addDays(laterOf(project.openUntil, today), EXTENSION_DAYS))
}

export type EndRefusal = 'not the owner' | 'ended before' | 'never ran'

/** Delivered is for what ran; stopped is for everything alive. */
export function end(project: Project, by: string, how: 'delivered' | 'stopped'): Answer<How, EndRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (project.state === 'ended') return no('ended before')
  return how === 'delivered' && project.state !== 'running' ? no('never ran') : yes(how)
}

/** A week from the deadline, or from the day on which the owner was asked if our clock stood still meanwhile. */
export const lastDayToChoose = (project: Pick<Project, 'openUntil' | 'chooseBy'>): Day =>
  project.chooseBy ?? addDays(project.openUntil, CHOICE_DAYS)

/** A brief whose owner chose nothing within a week of the deadline has not been reached. */
export const isNotReached = (project: Project, today: Day): boolean => isPastDeadline(project, today) && today > lastDayToChoose(project)

/** What happens next, and by when if nothing else does. */
export type Next =
  | { is: 'fill'; by: Day; missing: readonly string[]; otherWanted: boolean }
  | { is: 'choose'; by: Day }
  | { is: 'start'; by: Day }
  | { is: 'meet'; on: Day; until: Day }
  | { is: 'work'; until: Day }
  | { is: 'over' }

export function nextOf(project: Project, today: Day): Next {
  if (project.state === 'ended') return { is: 'over' }
  if (project.state === 'ready') return { is: 'start', by: startBy(project, today) }
  if (project.state === 'running') {
    return project.firstDate && project.firstDate >= today
      ? { is: 'meet', on: project.firstDate, until: lastDay(project) }
      : { is: 'work', until: lastDay(project) }
  }
  if (isPastDeadline(project, today)) return { is: 'choose', by: lastDayToChoose(project) }
  return {
    is: 'fill',
    by: project.openUntil,
    missing: openMustHaves(project).map((role) => role.skill),
    otherWanted: otherOrganisations(project) === 0,
  }
}

/** The day on which the last role ends. */
export const lastDay = (project: Pick<Project, 'firstDate'> & { roles: readonly Pick<Role, 'until'>[] }): Day =>
  project.roles.reduce((last, role) => laterOf(last, role.until), project.firstDate ?? '')

/** One mark a place, for the row of discs: filled first, then what must be filled, then what is welcome. */
export function placesOf(roles: readonly Pick<Role, 'places' | 'filled' | 'mustHave'>[]): ('filled' | 'must' | 'welcome')[] {
  const filled = roles.flatMap((role) => Array.from({ length: Math.min(role.filled, role.places) }, () => 'filled' as const))
  const free = (mustHave: boolean) =>
    roles
      .filter((role) => role.mustHave === mustHave)
      .flatMap((role) =>
        Array.from({ length: Math.max(0, role.places - role.filled) }, () => (mustHave ? ('must' as const) : ('welcome' as const))),
      )
  return [...filled, ...free(true), ...free(false)]
}
