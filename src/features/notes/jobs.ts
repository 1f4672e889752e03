/** What the clock does with notes. */
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { FOLLOW_UP, NOTES_DUE, NOTES_MISSING, STEP_DUE, SUM_UP } from './clocks.ts'
import { lookForNotes } from './evening-actions.ts'
import { followUp, sumUp } from './follow-up-actions.ts'
import { askAboutStep, tellMissing } from './missing-actions.ts'

export const noteJobs = (zone: string): Job[] => {
  const does = (kind: string, work: (tx: Tx, about: string, at: Moment) => Promise<void>): Job => ({
    kind,
    inside: (tx, about, now) => work(tx, about, momentAt(zone, now)),
  })
  return [
    does(NOTES_DUE, lookForNotes),
    does(NOTES_MISSING, tellMissing),
    does(STEP_DUE, askAboutStep),
    does(FOLLOW_UP, followUp),
    does(SUM_UP, sumUp),
  ]
}
