/** What is said in the demo's projects: updates, the talk of members, and who watches. */
import type { Moment } from './basics/day.ts'
import { newId } from './basics/id.ts'
import type { DemoProject } from './demo-pack.ts'
import { must, type ProjectStage, type Scene } from './demo-scene.ts'
import { writePost } from './features/threads/actions.ts'
import { reportPost } from './features/threads/report-actions.ts'
import { postUpdate } from './features/updates/actions.ts'
import { startWatching } from './features/watchers/actions.ts'

/** Watchers come one after the other in the first days, before anything is over. */
export function scenesOfTalk(story: DemoProject, { db, who, owner, published: project }: ProjectStage): Scene[] {
  const { published = 0, ended = { on: 0 }, updates = [], thread = [], watchers = [] } = story
  return [
    ...watchers.map((key, turn) => ({
      on: Math.min(published + 1 + turn, ended.on - 1),
      play: async (at: Moment) => void must(await startWatching(db, project(), who(key), at)),
    })),
    ...updates.map(({ on, text }) => ({
      on,
      play: async (at: Moment) => void must(await postUpdate(db, project().id, owner, { form: newId(at.now), said: text }, at)),
    })),
    ...thread.flatMap(({ by, on, text, reported }) => {
      let post = ''
      const write = async (at: Moment) => {
        post = must(await writePost(db, project().id, who(by), { form: newId(at.now), said: text }, at))
      }
      const report = reported && {
        on: reported.on,
        play: async (at: Moment) => void must(await reportPost(db, post, who(reported.by), reported.why, at)),
      }
      return [{ on, play: write }, ...(report ? [report] : [])]
    }),
  ]
}
