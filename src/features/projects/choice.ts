/** What an owner can choose in a word, and how long they may at the deadline, while the project waits to be merged into another one and after. */
import { addDays, type Day, laterOf } from '../../basics/day.ts'
import type { Choice } from '../asks/ask.ts'
import { CHOICE_DAYS, type Project } from './project.ts'

/** In whatever way its owner is asked, a project can be stopped by saying why. */
export const STOP: Choice = {
  answer: 'stop',
  label: 'Stop it',
  words: ['stopped', 'stop it', 'stop the project', 'we stop', 'we stopped', 'it stopped', 'it has stopped'],
  takes: 'a reason',
  isFinal: true,
}

const DAYS_AFTER_MERGING = 2

/** While another owner thinks about it, a brief whose deadline has passed is not ended: its own owner can choose until then, and a little longer. */
export const afterMerging = (answerBy: Day): Day => addDays(answerBy, DAYS_AFTER_MERGING)

/** The last day to choose once an offer to merge came to nothing: as it was, but never before the owner could read of it. */
export const chooseAfterRefusal = (project: Pick<Project, 'openUntil'>, today: Day): Day =>
  laterOf(addDays(project.openUntil, CHOICE_DAYS), addDays(today, DAYS_AFTER_MERGING))
