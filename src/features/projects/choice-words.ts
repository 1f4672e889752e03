/** What a project waits for besides what happens next. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { Project } from './project.ts'

/** Under what happens next, for everybody: what the project waits for besides. */
export function sayWaits({ merging, handover }: Project, today: Day): string[] {
  return [
    ...(merging
      ? [
          `Its owner would like to merge it into "${merging.title}". The owner there answers by ${sayDay(merging.by, today)}; if not, it stays as it is.`,
        ]
      : []),
    ...(handover
      ? [`Somebody has been asked to be its owner, and answers by ${sayDay(handover.by, today)}; if not, nothing changes.`]
      : []),
  ]
}
