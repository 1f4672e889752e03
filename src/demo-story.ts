/** What is said in the demo's projects: updates, the talk of members, and who watches, lived through the product's own actions. */
import type { Answer } from './basics/answer.ts'
import { type Moment, momentAt, startOfDay } from './basics/day.ts'
import { newId } from './basics/id.ts'
import type { Viewer } from './basics/viewer.ts'
import { postUpdate, tellOfUpdates } from './features/projects/update-actions.ts'
import { startWatching } from './features/projects/watch-actions.ts'
import { writePost } from './features/threads/actions.ts'
import { reportPost } from './features/threads/report-actions.ts'
import { type Db, together } from './storage/db.ts'

/** Days are counted from today, as everywhere in the demo; what is said on one day is said in this order. */
export type DemoStory = {
  updates?: { on: number; text: string }[]
  thread?: { by: string; on: number; text: string; reported?: { by: string; on: number; why: string } }[]
  watchers?: string[]
}

type Cast = { who: (key: string) => Viewer; at: (days: number) => Moment; must: <T>(answer: Answer<T, string>) => T }

export async function liveWatchers(db: Db, project: string, on: number, { watchers = [] }: DemoStory, cast: Cast): Promise<void> {
  for (const key of watchers) cast.must(await startWatching(db, project, cast.who(key), cast.at(on)))
}

/** Everybody hears of an update on the morning after, in the demo too. */
export async function liveStory(db: Db, project: string, owner: Viewer, story: DemoStory, { who, at, must }: Cast): Promise<void> {
  for (const { on, text } of story.updates ?? []) {
    const when = at(on)
    must(await postUpdate(db, project, owner, { form: newId(when.now), said: text }, when))
    if (on <= -1) await together(db, (tx) => tellOfUpdates(tx, project, at(on + 1)))
  }
  for (const [turn, { by, on, text, reported }] of (story.thread ?? []).entries()) {
    const when = inOfficeHours(at(on), turn, at(0))
    const post = must(await writePost(db, project, who(by), { form: newId(when.now), said: text }, when))
    if (reported) must(await reportPost(db, post, who(reported.by), reported.why, inOfficeHours(at(reported.on), turn + 1, at(0))))
  }
}

const HOUR = 3_600_000

/** Half past nine, and a while later with each turn: nobody here writes at night. Not later than now. */
function inOfficeHours({ today, zone }: Moment, turn: number, { now }: Moment): Moment {
  const said = startOfDay(zone, today).getTime() + 9.5 * HOUR + (turn % 10) * 0.71 * HOUR
  return momentAt(zone, new Date(Math.min(said, now.getTime())))
}
