/** A scene of the demo's story, and what it needs to know: the cast, the day that offsets count from, and the project as it was published. */
import { type Answer, no } from './basics/answer.ts'
import type { Day, Moment } from './basics/day.ts'
import type { Viewer } from './basics/viewer.ts'
import type { Offset } from './demo-pack.ts'
import type { Refused } from './features/asks/actions.ts'
import type { Project } from './features/projects/project.ts'
import type { Db } from './storage/db.ts'

export type Scene = { on: Offset; play: (at: Moment) => Promise<void> }
/** Who acts is said by their key in the cast. */
export type Stage = {
  db: Db
  who: (key: string) => Viewer
  today: Day
  /** The projects that are published by now, by their titles. */
  titles: Map<string, { id: string; owner: Viewer }>
}
/** The stage once the project has been published: earlier nobody may ask for it. */
export type ProjectStage = Stage & { owner: Viewer; published: () => Project }

/** The demo breaks no rule; if it does, its story must be mended. */
export function must<T>(answer: Answer<T, string>): T {
  return answer.yes ? answer.value : fail(answer.why)
}

/** What came of an answer, with the sentence of a refusal. */
export const sayRefused = <T, W extends string>(done: Answer<T, never> | Refused<W>): Answer<T, string> =>
  done.yes ? done : no('says' in done ? done.says : done.why)

export function fail(why: string): never {
  throw new Error(`The demo's story does not hold: ${why}.`)
}
