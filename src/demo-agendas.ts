/** The agendas of the demo's events: who stars what, when it is made and published, and what changes after that. */

import type { Moment } from './basics/day.ts'
import type { DemoAgenda } from './demo-pack.ts'
import { fail, must, type Scene, type Stage } from './demo-scene.ts'
import { boardOf } from './features/agendas/board.ts'
import { chooseSessions } from './features/agendas/choice-actions.ts'
import { onlyHeld, readInputs } from './features/agendas/input-actions.ts'
import { USUAL } from './features/agendas/making.ts'
import { makeAgenda, orderAgenda } from './features/agendas/making-actions.ts'
import { publishAgenda } from './features/agendas/publishing-actions.ts'
import { moveSession, putEncore } from './features/agendas/shaping-actions.ts'
import { inProcess } from './features/agendas/work.ts'
import { byAccount } from './features/events/attendee.ts'
import { attendeeOf } from './features/events/attendee-actions.ts'
import { listSessions, starSessions } from './features/stars/actions.ts'
import { tieOf } from './matching/tie.ts'

/** For a dozen sessions there is no more to win. */
const EVALUATIONS = 20_000
const STARS_EACH = 5
const MUST_SEES_EACH = 2

/** `made` is the event, once it has been opened; `by` runs it. */
export function scenesOfAgenda(story: DemoAgenda, { db, who }: Stage, by: string, made: () => string): Scene[] {
  const star = async (key: string, at: Moment): Promise<void> => {
    const comer = await attendeeOf(db, made(), byAccount(who(key)))
    const sessions = await listSessions(db, made())
    const liked = sessions.toSorted((a, b) => tieOf(3, a.title, key) - tieOf(3, b.title, key)).map(({ id }) => id)
    const chosen = { stars: liked.slice(0, STARS_EACH), mustSees: liked.slice(0, MUST_SEES_EACH) }
    must(await starSessions(db, made(), comer, chosen, at))
  }
  const make = async (at: Moment): Promise<void> => {
    must(await orderAgenda(db, made(), who(by), USUAL, at))
    await makeAgenda(db, inProcess(EVALUATIONS), made(), at.zone, at.now)
  }
  const holdOnceMore = async (at: Moment): Promise<void> => {
    const { encores } = boardOf(onlyHeld((await readInputs(db, made(), at)).inputs))
    const { topic, slot, room } = encores[0] ?? fail('nothing could be held once more')
    must(await putEncore(db, made(), who(by), { pitch: topic.pitch, slot: slot.id, room: room.id }, at))
  }
  /** The first session that can be anywhere else goes there. */
  const move = async (at: Moment): Promise<void> => {
    const { inputs, sessions } = await readInputs(db, made(), at)
    const places = inputs.slots.flatMap((slot) => inputs.rooms.map((room) => ({ slot: slot.id, room: room.id })))
    const free = places.filter(({ slot, room }) => !sessions.some((each) => each.slot.id === slot && each.room.id === room))
    for (const to of free)
      for (const { id } of sessions.filter(({ slot }) => slot.id !== to.slot))
        if ((await moveSession(db, who(by), { session: id, ...to }, at)).yes) return
    fail('no session can be moved')
  }
  /** Everybody who starred something goes to the first things that they find. */
  const choose = async (key: string, at: Moment): Promise<void> => {
    const comer = await attendeeOf(db, made(), byAccount(who(key)))
    const { sessions } = await readInputs(db, made(), at)
    const liked = sessions.toSorted((a, b) => tieOf(3, a.title, key) - tieOf(3, b.title, key)).slice(0, STARS_EACH)
    must(
      await chooseSessions(
        db,
        made(),
        comer,
        liked.map(({ id }) => id),
      ),
    )
  }
  return [
    ...story.stars.map(({ who: key, on }): Scene => ({ on, play: (at) => star(key, at) })),
    { on: story.made, play: make },
    ...(story.published === undefined
      ? []
      : [
          { on: story.published, play: holdOnceMore },
          { on: story.published, play: async (at: Moment) => void must(await publishAgenda(db, made(), who(by), at)) },
          ...story.stars.map(({ who: key }): Scene => ({ on: story.published ?? 0, play: (at) => choose(key, at) })),
        ]),
    ...(story.moved === undefined ? [] : [{ on: story.moved, play: move }]),
  ]
}
