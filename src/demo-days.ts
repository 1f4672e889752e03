/** The day of the demo's events: what is said to everybody, how full two rooms are, and a host who would rather have another place. */

import type { Moment } from './basics/day.ts'
import type { DemoDay } from './demo-pack.ts'
import { fail, must, type Scene, type Stage } from './demo-scene.ts'
import { listSessions } from './features/agendas/actions.ts'
import type { Session } from './features/agendas/agenda.ts'
import { announce } from './features/days/actions.ts'
import { countPeople } from './features/days/count-actions.ts'
import { askToSwap } from './features/days/swap-actions.ts'
import { byAccount } from './features/events/attendee.ts'

/** `made` is the event, once it has been opened; `by` runs it. */
export function scenesOfDay(story: DemoDay, { db, who }: Stage, by: string, made: () => string): Scene[] {
  const as = (key: string) => byAccount(who(key))
  /** The first session in a small room is too popular, and another at the same time in a larger room is not. */
  const count = async (at: Moment): Promise<void> => {
    const sessions = await listSessions(db, made())
    const isBeside = (one: Session) => (other: Session) => one.slot.id === other.slot.id && one.room.seats < other.room.seats
    const small = sessions.find((session) => sessions.some(isBeside(session))) ?? fail('no room is larger than another')
    const large = sessions.find(isBeside(small)) ?? fail('no room is larger than another')
    must(await countPeople(db, small.id, as(by), { people: small.room.seats + 4, isFull: true }, at))
    must(await countPeople(db, large.id, as(by), { people: small.room.seats - 3, isFull: false }, at))
  }
  const swap = async (key: string, at: Moment): Promise<void> => {
    const all = await listSessions(db, made())
    // On its day the demo begins with the first of them, and what has begun stays where it is.
    const sessions = all.filter(({ slot }) => slot.id !== all[0]?.slot.id)
    const mine = sessions.find(({ hosts }) => hosts.some(({ person }) => person === who(key).person)) ?? fail(`${key} hosts nothing`)
    const others = sessions.filter(({ hosts }) => hosts.some(({ person }) => person !== undefined && person !== who(key).person))
    for (const { id: other } of others) if ((await askToSwap(db, made(), as(key), { one: mine.id, other }, at)).yes) return
    fail('no session can be swapped')
  }
  return [
    ...story.announced.map(({ text, on }): Scene => ({ on, play: async (at) => void must(await announce(db, made(), as(by), text, at)) })),
    ...(story.swap ? [{ on: story.swap.on, play: (at: Moment) => swap(story.swap?.by ?? by, at) }] : []),
    ...(story.counted === undefined ? [] : [{ on: story.counted, play: count }]),
  ]
}
