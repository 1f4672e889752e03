/** Which rounds the demo has had: who opened them, who joined, and what came of them. */
import { addDays, type Moment } from './basics/day.ts'
import type { DemoRound, Offset } from './demo-pack.ts'
import { fail, must, type Scene, type Stage, sayRefused } from './demo-scene.ts'
import { answerAsk, listOpenOf } from './features/asks/actions.ts'
import { joinRound, openRound } from './features/rounds/actions.ts'
import { matchAnew, wishFor } from './features/rounds/match-actions.ts'
import { inProcess } from './features/rounds/plan.ts'
import { findRound } from './features/rounds/store.ts'
import { ASKS } from './letters-and-asks.ts'
import type { Knowledge } from './matching/knowledge.ts'

const MOST_ASKED = 50
const nothing = async (): Promise<void> => {}

export function scenesOfRound(story: DemoRound, { db, who, today }: Stage, knowledge: Knowledge): Scene[] {
  const {
    by,
    on,
    closes,
    title,
    line,
    sectors = [],
    across,
    days,
    turns = 1,
    weeks = 1,
    invites = false,
    joined,
    sent,
    apart,
    said = [],
  } = story
  let made = ''
  const open = async (at: Moment): Promise<void> => {
    const audience = sectors.length > 0 ? ({ is: 'sectors', sectors } as const) : ({ is: 'everybody' } as const)
    const terms = {
      audience,
      across,
      size: 2,
      closesOn: addDays(today, closes),
      meetDays: days,
      turns,
      everyWeeks: weeks,
      invites,
    } as const
    made = must(await openRound(db, who(by), { title, line, ...terms }, at))
  }
  /** Whom chance has left out was not asked. */
  const answers = (key: string, kind: string, answer: string, day: Offset): Scene => ({
    on: day,
    play: async (at) => {
      const { person } = who(key)
      const asked = (await listOpenOf(db, person, MOST_ASKED)).find((each) => each.kind === kind && each.person === person)
      if (asked) must(sayRefused(await answerAsk(db, ASKS, { id: asked.id, person, given: { answer, line: '' }, via: 'letter' }, at)))
    },
  })
  const keepApart = ([one = '', other = '']: readonly string[]): Scene => ({
    on: 0,
    play: async (at) => {
      must(await wishFor(db, made, who(by), { one: who(one).person, other: who(other).person, wish: 'apart' }, at))
      await matchAnew(db, inProcess(knowledge), (await findRound(db, made, at.zone)) ?? fail(`${title} is not open`), at)
    },
  })
  return [
    { on, play: open },
    ...joined.map(
      (key, turn): Scene => ({ on: on + 1 + (turn % 2), play: async (at) => void must(await joinRound(db, made, who(key), true, at)) }),
    ),
    // The clock goes by on these days.
    ...(sent === undefined
      ? []
      : [{ on: closes + 1, play: nothing }, answers(by, 'look at round', 'send', sent), { on: sent + 1, play: nothing }]),
    ...(apart ? [keepApart(apart)] : []),
    ...said.map((each) => answers(each.by, each.to, each.answer, each.on)),
  ]
}
