/** Which organisations of the demo are partners, and what their speakers say. */
import { addDays, type Moment } from './basics/day.ts'
import { answerOf } from './demo-answer.ts'
import type { DemoPartnership } from './demo-pack.ts'
import { must, type Scene, type Stage } from './demo-scene.ts'
import { proposePartnership } from './features/partnerships/actions.ts'

export function scenesOfPartnership({ by, to, on, what, until, said }: DemoPartnership, stage: Stage): Scene[] {
  const { db, who, today } = stage
  const propose = async (at: Moment): Promise<void> => {
    const term = { what, from: at.today, until: addDays(today, until), host: who(by).person }
    must(await proposePartnership(db, who(by), who(to).organisation ?? '', term, at))
  }
  return [
    { on, play: propose },
    ...(said ? [{ on: said.on, play: (at: Moment) => answerOf(stage, to, 'partnership proposed', said.answer, at) }] : []),
  ]
}
