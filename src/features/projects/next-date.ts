/** The next date of a project: every one that lives has one, and whoever has none is noticed. Pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { type Day, laterOf } from '../../basics/day.ts'
import { isLive, isPastDeadline, lastDay, lastDayToChoose, type Project, reviewBy, startBy } from './project.ts'

/** The kinds of due work that look at a project, so that none is forgotten. */
export const CLOCKS = ['half time', 'brief deadline', 'brief not reached', 'start overdue', 'work over', 'phase overdue'] as const

/** The last day for pledges, of the choice after it, to name the first date; the first meeting, going live, the last day of the work, a word on the phase. */
export type ComingIs = 'deadline' | 'choice' | 'start' | 'first date' | 'go-live' | 'last day' | 'review'
/** `asked`: its own dates have passed, and the clock asks its owner again on this day. */
export type Coming = { is: ComingIs | 'asked'; on: Day }
/** `over`: it needs none. */
export type NoDate = 'over' | 'none planned'

/** All that it has, whether they have passed or not. */
export function datesOf(project: Project, today: Day): Coming[] {
  if (project.state === 'ended') return []
  if (project.state === 'open')
    return isPastDeadline(project, today) ? [{ is: 'choice', on: lastDayToChoose(project) }] : [{ is: 'deadline', on: project.openUntil }]
  if (project.state === 'ready') return [{ is: 'start', on: startBy(project, today) }]
  const review: Coming = { is: 'review', on: reviewBy(project, today) }
  if (isLive(project)) return [review]
  return [
    ...(project.firstDate ? [{ is: 'first date', on: project.firstDate } as const] : []),
    ...(project.goLive ? [{ is: 'go-live', on: project.goLive } as const] : []),
    { is: 'last day', on: lastDay(project) },
    review,
  ]
}

/** `asked` is the day for which the clock has planned to look at it again. */
export function nextDateOf(project: Project, today: Day, asked?: Day): Answer<Coming, NoDate> {
  if (project.state === 'ended') return no('over')
  const [next] = datesOf(project, today)
    .filter(({ on }) => on >= today)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  if (next) return yes(next)
  return asked !== undefined && asked >= today ? yes({ is: 'asked', on: asked }) : no('none planned')
}

/** The last of its dates that has passed. */
export const lastDateOf = (project: Project, today: Day): Day => datesOf(project, today).reduce((last, { on }) => laterOf(last, on), '')
