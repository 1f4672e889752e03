/** An event at which people meet, an unconference, from its opening until it is over. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, laterOf } from '../../basics/day.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'

export const STEPS = ['planned', 'pitching', 'scoring', 'starring', 'scheduled', 'over'] as const
export type Step = (typeof STEPS)[number]
export const isStep = (text: string): text is Step => STEPS.some((step) => step === text)
/** Steps with a last day of their own; the agenda holds until the event is over. */
export type TimedStep = 'planned' | 'pitching' | 'scoring' | 'starring'
export type Ends = Readonly<Record<TimedStep, Day>>

export type Event = {
  id: string
  title: string
  whatFor: string
  organiser: Somebody
  organisation: { id: string; name: string }
  venue: string
  address: string
  firstDay: Day
  lastDay: Day
  /** Whoever knows it may sign up without an account. */
  code: string
  places: number
  /** How many are in, and how many wait for a place. */
  taken: number
  waiting: number
  step: Step
  ends: Ends
  conduct: string
  /** One in a line. */
  sponsors: string
  /** It does not take place; it is over since. */
  calledOff?: { reason: string; on: Day }
}

export const nextStep = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'over'

/** The last day of a step. */
export const endOf = ({ ends, lastDay }: Pick<Event, 'ends' | 'lastDay'>, step: Step): Day =>
  step === 'scheduled' || step === 'over' ? lastDay : ends[step]
export const stepEnds = (event: Pick<Event, 'step' | 'ends' | 'lastDay'>): Day => endOf(event, event.step)

/** Its last day has passed, and the organiser has not moved it on. */
export const isStepOverdue = (event: Pick<Event, 'step' | 'ends' | 'lastDay'>, today: Day): boolean =>
  event.step !== 'over' && stepEnds(event) < today

/** Two weeks from the first pitch to the agenda, where there is the time. Never in the past, never after the first day. */
export function endsBefore(firstDay: Day, today: Day): Ends {
  const before = (days: number): Day => laterOf(today, addDays(firstDay, -days))
  const pitching = before(10)
  const planned = addDays(today, 7) < pitching ? addDays(today, 7) : pitching
  return { planned, pitching, scoring: before(6), starring: before(2) }
}

/** The event lies so many days later, or earlier: so do the ends of its steps, but for those that would lie in the past. */
export function endsMoved(ends: Ends, days: number, lastDay: Day, today: Day): Ends {
  const moved = (day: Day): Day => {
    const later = laterOf(today, addDays(day, days))
    return later < lastDay ? later : laterOf(today, lastDay)
  }
  return { planned: moved(ends.planned), pitching: moved(ends.pitching), scoring: moved(ends.scoring), starring: moved(ends.starring) }
}

/** For a step that begins today: its planned end, or some days from now where that has passed. */
export function endProposed(event: Pick<Event, 'ends' | 'lastDay'>, step: Step, today: Day): Day {
  const proposed = endOf(event, step) > today ? endOf(event, step) : addDays(today, 3)
  return proposed < event.lastDay ? proposed : laterOf(today, event.lastDay)
}

export type OpenRefusal = 'may not open' | 'supplier' | 'not a member'

export function mayOpenEvent(viewer: Viewer, speaks: boolean): Answer<string, OpenRefusal> {
  if (viewer.sector === 'supplier') return no('supplier')
  if (!viewer.broker && !speaks) return no('may not open')
  return viewer.organisation === undefined ? no('not a member') : yes(viewer.organisation)
}

/** A broker may do for an organiser what must be done, so that nothing stays with somebody who is away. */
export const isOrganiser = ({ organiser }: Pick<Event, 'organiser'>, viewer: Viewer | undefined): boolean =>
  viewer !== undefined && (viewer.broker || (viewer.person === organiser.id && isMember(viewer)))

/** What somebody needs to be there is told to the organiser in person, and to nobody who stands in for them. */
export const seesAccessNeeds = ({ organiser }: Pick<Event, 'organiser'>, viewer: Viewer | undefined): boolean =>
  viewer?.person === organiser.id

export type RunRefusal = 'not the organiser' | 'over'

export function mayRun(event: Pick<Event, 'organiser' | 'step'>, viewer: Viewer): Answer<true, RunRefusal> {
  if (!isOrganiser(event, viewer)) return no('not the organiser')
  return event.step === 'over' ? no('over') : yes(true)
}

export type MoveRefusal = RunRefusal | 'another step' | 'no such day' | 'day has passed' | 'after the event'

/** To the next step, or to a later end of this one. */
export function mayMove(event: Event, viewer: Viewer, to: Step, until: Day | undefined, today: Day): Answer<Day, MoveRefusal> {
  const run = mayRun(event, viewer)
  if (!run.yes) return run
  const isLast = event.step === 'scheduled' && to === 'scheduled'
  if ((to !== event.step && to !== nextStep(event.step)) || isLast) return no('another step')
  if (to === 'over' || to === 'scheduled') return yes(event.lastDay)
  if (until === undefined) return no('no such day')
  if (until < today) return no('day has passed')
  return until > event.lastDay ? no('after the event') : yes(until)
}
