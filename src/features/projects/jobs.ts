/** What the clock does with projects: nothing open is forgotten. */
import { addDays, type Day, type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { type Job, planOn } from '../../storage/due-work.ts'
import { askOwner, askToChoose, endIfNotReached, lockProject } from './actions.ts'
import { sayHalfTime } from './half-time-actions.ts'
import { isWorkOver, type Project, WORK_OVER_AGAIN_DAYS } from './project.ts'

const START_AGAIN_DAYS = 7

export function projectJobs(zone: string): Job[] {
  const job = (kind: string, work: (tx: Tx, id: string, at: Moment) => Promise<void>): Job => ({
    kind,
    inside: (tx, id, now) => work(tx, id, momentAt(zone, now)),
  })
  return [
    job('half time', sayHalfTime),
    job('brief deadline', askToChoose),
    job('brief not reached', endIfNotReached),
    askInTurn('start overdue', 'project ready', (project) => project.state === 'ready', START_AGAIN_DAYS, zone),
    // What is live is looked after, and its work is never over.
    askInTurn('work over', 'work over', isWorkOver, WORK_OVER_AGAIN_DAYS, zone),
  ]
}

/** Asks the owner again and again for as long as it is so. */
function askInTurn(
  kind: 'start overdue' | 'work over',
  asked: 'project ready' | 'work over',
  isSo: (project: Project, today: Day) => boolean,
  days: number,
  zone: string,
): Job {
  return {
    kind,
    async inside(tx, id, now) {
      const project = await lockProject(tx, id, zone)
      const at = momentAt(zone, now)
      if (!project || !isSo(project, at.today)) return
      const again = addDays(at.today, days)
      await askOwner(tx, project, asked, { project: id, title: project.title }, addDays(again, -1), at)
      await planOn(tx, { kind, about: id }, again, zone)
    },
  }
}
