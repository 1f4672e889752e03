/** What came of the demo's events that are over: what those who were there wrote, and what became of it. */

import { addDays, type Moment } from './basics/day.ts'
import { answerOf } from './demo-answer.ts'
import type { DemoNote, DemoNotes } from './demo-pack.ts'
import { fail, must, type Scene, type Stage } from './demo-scene.ts'
import { findAgenda } from './features/agendas/actions.ts'
import { byAccount } from './features/events/attendee.ts'
import { attendeeOf } from './features/events/attendee-actions.ts'
import { writeHeard } from './features/notes/actions.ts'
import { makeListing } from './features/notes/becoming-actions.ts'
import { putLine } from './features/notes/line-actions.ts'
import type { Writer } from './features/notes/note.ts'
import { putHere, sayNone } from './features/notes/settling-actions.ts'
import { takeStep } from './features/notes/step-actions.ts'
import { publishWriteUp } from './features/notes/write-up-actions.ts'

/** `made` is the event, once it has been opened; `by` runs it. */
export function scenesOfNotes(story: DemoNotes, stage: Stage, by: string, made: () => string): Scene[] {
  const { db, who, today } = stage
  const writer = async (key: string): Promise<Writer> => {
    const viewer = who(key)
    return { viewer, me: await attendeeOf(db, made(), byAccount(viewer)) }
  }
  async function write({ title, heard, none, here, lines }: DemoNote, at: Moment): Promise<void> {
    const agenda = await findAgenda(db, made())
    const sessions = agenda?.sessions.filter((each) => each.title === title) ?? []
    const session = sessions.find(({ isEncore }) => !isEncore)?.id ?? fail(`no session is called ${title}`)
    // Of the second time there is nothing more to say.
    const encore = sessions.find(({ isEncore }) => isEncore)?.id
    if (encore) must(await sayNone(db, encore, await writer(by), at))
    const before: string[] = []
    for (const { by: key, text } of heard ?? []) {
      const base = before.join('\n')
      before.push(text)
      must(await writeHeard(db, session, await writer(key), { base, heard: before.join('\n') }, at))
    }
    if (none) must(await sayNone(db, session, await writer(none), at))
    for (const key of here ?? []) must(await putHere(db, session, (await writer(key)).me, true, at))
    for (const { by: key, kind, what, on, taken, listed } of lines ?? []) {
      const said = { kind, what, ...(on === undefined ? {} : { on: addDays(today, on) }) }
      const line = must(await putLine(db, session, await writer(key), said, at))
      if (taken) must(await takeStep(db, line, await writer(taken), true, at))
      if (listed) must(await makeListing(db, line, await writer(listed), at))
    }
  }
  return [
    ...story.sessions.map((note): Scene => ({ on: story.on, play: (at) => write(note, at) })),
    ...story.answers.map(
      ({ who: key, on, kind, answer, line }): Scene => ({ on, play: (at) => answerOf(stage, key, kind, answer, at, line) }),
    ),
    { on: story.published, play: async (at) => void must(await publishWriteUp(db, made(), who(by), true, at)) },
  ]
}
