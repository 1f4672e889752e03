/** What the clock does with projects: nothing open is forgotten. */
import { addDays, type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { type Job, planOn } from '../../storage/due-work.ts'
import { tell } from '../letters/actions.ts'
import { askToChoose, endIfNotReached, lockProject } from './actions.ts'
import { sayHalfTime } from './half-time-actions.ts'
import { isLive, type Project, WORK_OVER_AGAIN_DAYS } from './project.ts'

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
    remindOwner('start overdue', (project) => project.state === 'ready', START_AGAIN_DAYS, zone),
    // What is live is looked after, and its work is never over.
    remindOwner('work over', (project) => project.state === 'running' && !isLive(project), WORK_OVER_AGAIN_DAYS, zone),
  ]
}

/** Asks the owner again and again for as long as it is so. */
function remindOwner(kind: 'start overdue' | 'work over', isSo: (project: Project) => boolean, days: number, zone: string): Job {
  return {
    kind,
    async inside(tx, id, now) {
      const project = await lockProject(tx, id, zone)
      if (!project || !isSo(project)) return
      await tell(tx, project.owner.id, kind, { project: id, title: project.title }, now)
      await planOn(tx, { kind, about: id }, addDays(momentAt(zone, now).today, days), zone)
    },
  }
}
