/** Somebody of the demo answers what they were asked, by letter. */
import type { Moment } from './basics/day.ts'
import { fail, must, type Stage, sayRefused } from './demo-scene.ts'
import { answerAsk, listOpenFor } from './features/asks/actions.ts'
import { ASKS } from './letters-and-asks.ts'

/** The oldest of this kind that waits for them. */
export async function answerOf({ db, who }: Stage, key: string, kind: string, answer: string, at: Moment, line = ''): Promise<void> {
  const { person } = who(key)
  const asked = (await listOpenFor(db, [person])).find((each) => each.kind === kind) ?? fail(`${key} was not asked: ${kind}`)
  must(sayRefused(await answerAsk(db, ASKS, { id: asked.id, person, given: { answer, line }, via: 'letter' }, at)))
}
