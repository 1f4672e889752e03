/** The scoring of the demo's events: who scores how many cards, who has no phone, and what closes it. */

import type { Moment } from './basics/day.ts'
import type { DemoScoring } from './demo-pack.ts'
import { fail, must, type Scene, type Stage } from './demo-scene.ts'
import { findEvent, moveEvent } from './features/events/actions.ts'
import { byAccount } from './features/events/attendee.ts'
import { attendeeOf } from './features/events/attendee-actions.ts'
import { raterOf, scoreCard, takeCard } from './features/scores/actions.ts'
import { closeScoring } from './features/scores/closing-actions.ts'
import { nameHelper, sitDown } from './features/scores/run-actions.ts'
import { findHand } from './features/scores/store.ts'
import { tieOf } from './matching/tie.ts'

/** `made` is the event, once it has been opened; `by` runs it. */
export function scenesOfScoring(story: DemoScoring, { db, who }: Stage, by: string, made: () => string): Scene[] {
  const begin = async (at: Moment): Promise<void> => {
    const event = (await findEvent(db, made())) ?? fail('there is no event')
    must(await moveEvent(db, event.id, who(by), { to: 'scoring', until: event.ends.scoring }, at))
    if (story.helper !== undefined) must(await nameHelper(db, event.id, who(by), story.helper, at))
  }
  /** Takes a card, scores so many, and holds the next. */
  const score = async (key: string, cards: number, at: Moment): Promise<void> => {
    const comer = (await attendeeOf(db, made(), byAccount(who(key)))) ?? fail(`${key} has not signed up`)
    must(await takeCard(db, made(), comer, at))
    for (let turn = 0; turn < cards; turn++) {
      const { card } = await findHand(db, made(), comer.id)
      const { deal, title } = card ?? fail(`no card is left for ${key}`)
      const points = Math.min(5, 1 + (tieOf(1, title, '') % 3) + (tieOf(2, title, key) % 3))
      must(await scoreCard(db, made(), raterOf(comer), { deal, points }, at))
    }
  }
  const close = async (at: Moment): Promise<void> => {
    const event = (await findEvent(db, made())) ?? fail('there is no event')
    must(await closeScoring(db, event.id, who(by), event.ends.starring, at))
  }
  return [
    { on: story.on, play: begin },
    ...story.scores.map(({ who: key, on, cards }): Scene => ({ on, play: (at) => score(key, cards, at) })),
    ...(story.terminal === undefined
      ? []
      : [{ on: story.terminal, play: async (at: Moment) => void must(await sitDown(db, made(), '', at)) }]),
    ...(story.closed === undefined ? [] : [{ on: story.closed, play: close }]),
  ]
}
