/** Who of the demo would like to meet whom, and what they answer. */
import type { Moment } from './basics/day.ts'
import type { DemoIntroduction } from './demo-pack.ts'
import { fail, must, type Scene, type Stage, sayRefused } from './demo-scene.ts'
import { answerAsk, listOpenOf } from './features/asks/actions.ts'
import { askToMeet, proposeIntroduction } from './features/introductions/actions.ts'
import { ASKS } from './letters-and-asks.ts'
import type { Knowledge } from './matching/knowledge.ts'

const MOST_ASKED = 50

export function scenesOfIntroduction(story: DemoIntroduction, { db, who }: Stage, knowledge: Knowledge): Scene[] {
  const { by, to, broker, on, line = '', first, said, met = [] } = story
  let made = ''
  const begin = async (at: Moment): Promise<void> => {
    const [person, other] = [who(by), who(to).person]
    made = must(
      broker
        ? await proposeIntroduction(db, knowledge, who(broker), { person: person.person, other, line }, at)
        : await askToMeet(db, knowledge, person, other, line, at),
    )
  }
  const answers = (key: string, answer: string, day: number): Scene => ({
    on: day,
    play: async (at) => {
      const { person } = who(key)
      const asked = (await listOpenOf(db, person, MOST_ASKED)).find(({ about }) => about === made) ?? fail(`${key} was not asked`)
      must(sayRefused(await answerAsk(db, ASKS, { id: asked.id, person, given: { answer, line: '' }, via: 'letter' }, at)))
    },
  })
  return [
    { on, play: begin },
    ...(first === undefined ? [] : [answers(by, 'yes', first)]),
    ...(said ? [answers(to, said.answer, said.on)] : []),
    ...met.map((each) => answers(each.by, each.answer, each.on)),
  ]
}
