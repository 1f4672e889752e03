/** The phases of a running project: each is ended by a word of its owner, with a reason. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, daysBetween } from '../../basics/day.ts'
import {
  isLive,
  LIVE_REVIEW_DAYS,
  PHASES,
  type Phase,
  type PhaseEnd,
  type PhaseHow,
  type Project,
  phaseOf,
  REVIEW_DAYS,
} from '../projects/project.ts'

/** What the form offers. Stopping has a page of its own, with its lesson. */
const STEPS = ['go on', 'stay', 'back'] as const
export type Step = (typeof STEPS)[number]
export type TypedPhaseEnd = { step: string; reason: string }
export type PhaseRefusal = 'not the owner' | 'not running' | 'nothing chosen' | 'nothing before' | 'said meanwhile'

const neighbour = (phase: Phase, steps: number): Phase | undefined => PHASES[PHASES.indexOf(phase) + steps]

/** What can be said of the phase that a project is in. */
export const stepsFrom = (phase: Phase): Step[] => STEPS.filter((step) => step !== 'back' || neighbour(phase, -1) !== undefined)

/** `last` is the end of a phase that the owner had seen before. What is live goes on by staying live. */
export function endPhase(
  project: Project,
  by: string,
  step: string,
  seen: string,
  last: string,
): Answer<{ how: PhaseHow; leadsTo: Phase }, PhaseRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (project.state !== 'running') return no('not running')
  if (seen !== last) return no('said meanwhile')
  const phase = phaseOf(project)
  if (step === 'go on') return yes({ how: 'go on', leadsTo: neighbour(phase, 1) ?? phase })
  if (step === 'stay') return yes({ how: 'change', leadsTo: phase })
  if (step !== 'back') return no('nothing chosen')
  const before = neighbour(phase, -1)
  return before ? yes({ how: 'change', leadsTo: before }) : no('nothing before')
}

/** A second press on the same button finds it said. */
export const hasSaid = (last: PhaseEnd | undefined, reason: string, today: Day): boolean => last?.reason === reason && last.on === today

/** The next word of the owner is due by then. */
export const nextReview = (phase: Phase, from: Day): Day => addDays(from, phase === 'live' ? LIVE_REVIEW_DAYS : REVIEW_DAYS)

/** A day on which it goes live is kept from alpha on; reaching live makes it today; going back from there takes it away. */
export function goLiveAfter(project: Pick<Project, 'phase' | 'goLive'>, leadsTo: Phase, today: Day): Day | undefined {
  const was = phaseOf(project)
  if (leadsTo === 'discovery') return undefined
  if (leadsTo === 'live') return was === 'live' ? project.goLive : today
  return was === 'live' ? undefined : project.goLive
}

export type GoLiveRefusal =
  | 'not the owner'
  | 'not running'
  | 'still in discovery'
  | 'live already'
  | 'no such day'
  | 'day has passed'
  | 'day too far'

const LATEST_GO_LIVE = 1100

/** Nobody promises a day before discovery has said what there is to build. */
export function nameGoLive(project: Project, by: string, day: Day | undefined, today: Day): Answer<Day, GoLiveRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (project.state !== 'running') return no('not running')
  if (phaseOf(project) === 'discovery') return no('still in discovery')
  if (isLive(project)) return no('live already')
  if (day === undefined) return no('no such day')
  if (day < today) return no('day has passed')
  return daysBetween(today, day) > LATEST_GO_LIVE ? no('day too far') : yes(day)
}
