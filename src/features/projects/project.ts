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
/** What the owner says of a phase: on to the next, changed and either here again or back by one, or the end of it all. */
export type PhaseHow = 'go on' | 'change' | 'stop'
export type PhaseEnd = { id: string; phase: Phase; how: PhaseHow; leadsTo?: Phase; reason: string; on: Day }
export type How = 'delivered' | 'handed over' | 'stopped' | 'not reached' | 'merged'
/** How an owner ends it; the other two come about. */
export type EndHow = Exclude<How, 'not reached' | 'merged'>
export type Ending = { how: How; handedTo?: string; reason: string; tried: string; learnt: string; again: string; on: Day }

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
  /** The owner says by this day what becomes of the phase. */
  reviewBy?: Day
  /** How its phases ended, the newest first. */
  phaseEnds?: readonly PhaseEnd[]
  /** Ids of public services and policy areas, confirmed by its owner. */
  tags: readonly string[]
  haves: readonly Have[]
  roles: readonly Role[]
  others: readonly OtherNeed[]
  suppliersWelcome: boolean
  /** Why none of the look-alikes would do; empty when there were none. */
  noneFits: string
  mergedInto?: { id: string; title: string }
  /** It waits for a yes of the owner of another project. */
  merging?: { offer: string; into: string; title: string; by: Day }
  /** Projects that would like to be merged into it. */
  joiners?: readonly { offer: string; title: string; by: Day }[]
  /** It waits for the yes of somebody who was asked to be its owner. */
  handover?: { id: string; by: Day }
  /** The owner belongs to no organisation any more. */
  isOwnerGone?: boolean
  ending?: Ending
  /** Of all pledges together, as far as they were kept or still are: read for its page. */
  hours?: { pledged: number; delivered: number }
}

/** What those who watch it are told. */
export type News = { is: 'ready'; by: Day } | { is: 'started'; on: Day } | { is: 'ended'; how: How; learnt: string }

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
const REOPENED_DAYS = 14
export const EXTENSION_DAYS = 14
/** From the deadline on, the owner has a week to choose. */
export const CHOICE_DAYS = 7
/** From being ready, the owner has a week to name the first date. */
export const START_DAYS = 7
/** A phase may go without a word of the owner for this long; one that is live for longer. */
export const REVIEW_DAYS = 56
export const LIVE_REVIEW_DAYS = 182
/** Whoever has not said how it ended is asked again after so long. */
export const WORK_OVER_AGAIN_DAYS = 14
const LATEST_FIRST_DATE = 180
const LATEST_LOOKING_AFTER = 364
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
  if (today < extendableFrom(project)) return no('too early')
  return yes(addDays(laterOf(project.openUntil, today), EXTENSION_DAYS))
}

export const extendableFrom = ({ openUntil }: Pick<Project, 'openUntil'>): Day => addDays(openUntil, -EXTENDABLE_BEFORE)

export type EndRefusal = 'not the owner' | 'ended before' | 'never ran'

/** Delivered and handed over are for what ran; stopped is for everything alive. */
export function end(project: Project, by: string, how: EndHow): Answer<EndHow, EndRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (project.state === 'ended') return no('ended before')
  return isDone(how) && project.state !== 'running' ? no('never ran') : yes(how)
}

/** What was promised to it is done. */
export const isDone = (how: How): boolean => how === 'delivered' || how === 'handed over'

/** A week from the deadline, or from the day on which the owner was asked if our clock stood still meanwhile. */
export const lastDayToChoose = (project: Pick<Project, 'openUntil' | 'chooseBy'>): Day =>
  project.chooseBy ?? addDays(project.openUntil, CHOICE_DAYS)

/** A brief whose owner chose nothing within a week of the deadline has not been reached. */
export const isNotReached = (project: Project, today: Day): boolean => isPastDeadline(project, today) && today > lastDayToChoose(project)

/** What happens next, and by when if nothing else does. */
export type Next =
  | { is: 'fill'; by: Day; missing: readonly string[]; otherWanted: boolean }
  | { is: 'choose'; by: Day; isExtended: boolean }
  | { is: 'start'; by: Day }
  | { is: 'meet'; on: Day; phase: Phase; by: Day }
  | { is: 'review'; phase: Phase; by: Day }
  | { is: 'tell'; since: Day }
  | { is: 'over' }

export function nextOf(project: Project, today: Day): Next {
  if (project.state === 'ended') return { is: 'over' }
  if (project.state === 'ready') return { is: 'start', by: startBy(project, today) }
  if (project.state === 'running') {
    const [phase, by] = [phaseOf(project), reviewBy(project, today)]
    if (project.firstDate && project.firstDate >= today) return { is: 'meet', on: project.firstDate, phase, by }
    return isWorkOver(project, today) ? { is: 'tell', since: lastDay(project) } : { is: 'review', phase, by }
  }
  if (isPastDeadline(project, today)) return { is: 'choose', by: lastDayToChoose(project), isExtended: project.isExtended }
  return {
    is: 'fill',
    by: project.openUntil,
    missing: openMustHaves(project).map((role) => role.skill),
    otherWanted: otherOrganisations(project) === 0,
  }
}

/** The day on which the last role that creates it ends; of a project that is only looked after, the last role. */
export function lastDay(project: Pick<Project, 'firstDate'> & { roles: readonly Pick<Role, 'until' | 'purpose'>[] }): Day {
  const creating = project.roles.filter((role) => role.purpose === 'creating')
  return (creating.length > 0 ? creating : project.roles).reduce((last, role) => laterOf(last, role.until), project.firstDate ?? '')
}

/** Every project that runs is in a phase; those that began before phases were kept are in their first. */
export const phaseOf = (project: Pick<Project, 'phase'>): Phase => project.phase ?? 'discovery'
export const isLive = (project: Pick<Project, 'state' | 'phase'>): boolean => project.state === 'running' && phaseOf(project) === 'live'

export const reviewBy = (project: Pick<Project, 'reviewBy' | 'firstDate'>, today: Day): Day =>
  project.reviewBy ?? addDays(project.firstDate ?? today, REVIEW_DAYS)

/** Nobody creates anything any more, and nobody has said how it ended. What is live is looked after, and never over. */
export const isWorkOver = (project: Project, today: Day): boolean =>
  project.state === 'running' && !isLive(project) && lastDay(project) < today

const staysOpen = (project: Project, role: Pick<Role, 'purpose'>): boolean => role.purpose === 'looking after' && isLive(project)

/** Whoever looks after what is live is welcome for as long as it lives, whatever the brief once said. */
export const isRoleOver = (project: Project, role: Pick<Role, 'purpose' | 'until'>, today: Day): boolean =>
  role.until < today && !staysOpen(project, role)

/** Until when somebody can promise to fill a role. */
export const lastDayOfRole = (project: Project, role: Pick<Role, 'purpose' | 'until'>, today: Day): Day =>
  staysOpen(project, role) ? laterOf(role.until, addDays(today, LATEST_LOOKING_AFTER)) : role.until

/** One mark a place, for the row of discs: filled first, then what must be filled, then what is welcome. */
export function placesOf(roles: readonly Pick<Role, 'places' | 'filled' | 'mustHave'>[]): ('filled' | 'must' | 'welcome')[] {
  let [filled, must, welcome] = [0, 0, 0]
  for (const role of roles) {
    const free = Math.max(0, role.places - role.filled)
    filled += Math.min(role.filled, role.places)
    if (role.mustHave) must += free
    else welcome += free
  }
  return [...Array(filled).fill('filled'), ...Array(must).fill('must'), ...Array(welcome).fill('welcome')]
}
