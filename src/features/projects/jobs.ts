/** What the clock does with projects: nothing open is forgotten. */
import { addDays, momentAt, startOfDay } from '../../basics/day.ts'
import { type Job, plan } from '../../storage/due-work.ts'
import { tell } from '../letters/actions.ts'
import { askToChoose, endIfNotReached, lockProject } from './actions.ts'
import { tellOfUpdates } from './update-actions.ts'

const A_WEEK = 7
const TWO_WEEKS = 14

export const projectJobs = (zone: string): Job[] => [
  { kind: 'brief deadline', inside: (tx, id, now) => askToChoose(tx, id, momentAt(zone, now)) },
  { kind: 'brief not reached', inside: (tx, id, now) => endIfNotReached(tx, id, momentAt(zone, now)) },
  { kind: 'tell of updates', inside: (tx, id, now) => tellOfUpdates(tx, id, momentAt(zone, now)) },
  remindOwner('start overdue', 'ready', A_WEEK, zone),
  remindOwner('work over', 'running', TWO_WEEKS, zone),
]

/** Asks the owner again and again for as long as the project is in a state. */
function remindOwner(kind: 'start overdue' | 'work over', state: 'ready' | 'running', days: number, zone: string): Job {
  return {
    kind,
    async inside(tx, id, now) {
      const project = await lockProject(tx, id, zone)
      if (project?.state !== state) return
      await tell(tx, project.owner.id, kind, { project: id, title: project.title }, now)
      await plan(tx, { kind, about: id, at: startOfDay(zone, addDays(momentAt(zone, now).today, days)) })
    },
  }
}
