/** The events of the demo: who opens them, who comes, and what they would talk about. The clock does the rest. */

import { addDays, type Moment } from './basics/day.ts'
import { scenesOfAgenda } from './demo-agendas.ts'
import { scenesOfDay } from './demo-days.ts'
import { scenesOfNotes } from './demo-notes.ts'
import type { DemoEvent } from './demo-pack.ts'
import { fail, must, type Scene, type Stage } from './demo-scene.ts'
import { scenesOfScoring } from './demo-scores.ts'
import { findEvent, moveEvent, openEvent } from './features/events/actions.ts'
import { byAccount } from './features/events/attendee.ts'
import { attendeeOf, joinByCode, joinEvent, takeOut } from './features/events/attendee-actions.ts'
import { CONDUCT } from './features/events/event-form.ts'
import { slotsFor } from './features/events/timetable.ts'
import { sayPitch, supportPitch } from './features/pitches/actions.ts'
import { proposeMerging } from './features/pitches/merging-actions.ts'

const TIMES = { begins: 10 * 60, slots: 5, minutes: 40, gap: 10 }

export function scenesOfEvent(story: DemoEvent, stage: Stage): Scene[] {
  const { db, who, today } = stage
  const { by, on, title, what: whatFor, venue, address, first, places, sponsors, rooms } = story
  const firstDay = addDays(today, first)
  let made = ''
  const pitches: string[] = []
  const open = async (at: Moment): Promise<void> => {
    const about = { title, whatFor, venue, address, firstDay, lastDay: firstDay, places, conduct: CONDUCT, sponsors: sponsors.join('\n') }
    const slots = slotsFor({ ...TIMES, firstDay, lastDay: firstDay })
    made = must(await openEvent(db, who(by), { ...about, rooms, slots }, at))
  }
  const comer = (key: string) => attendeeOf(db, made, byAccount(who(key)))
  const move = async (at: Moment): Promise<void> => {
    const event = (await findEvent(db, made)) ?? fail('there is no event')
    must(await moveEvent(db, made, who(by), { to: 'pitching', until: event.ends.pitching }, at))
  }
  return [
    { on, play: open },
    ...story.joined.map(({ who: key, on }): Scene => ({ on, play: async (at) => void must(await joinEvent(db, made, who(key), at)) })),
    ...story.guests.flatMap(({ name, team, on, out }): Scene[] => {
      let guest = ''
      const join = async (at: Moment): Promise<void> => {
        const { code } = (await findEvent(db, made)) ?? fail('there is no event')
        guest = must(await joinByCode(db, made, { name, team, code }, at)).attendee.id
      }
      const takenOut = async (at: Moment): Promise<void> => void must(await takeOut(db, made, who(by), guest, at))
      return [{ on, play: join }, ...(out === undefined ? [] : [{ on: out, play: takenOut }])]
    }),
    { on: story.pitching, play: move },
    ...story.pitches.map(
      ({ by: key, on, title, paper, comes, ...pitch }, turn): Scene => ({
        on,
        play: async (at) => {
          const source = paper === undefined ? (pitch.for ? 'for another' : 'screen') : 'paper'
          pitches[turn] = must(await sayPitch(db, made, await comer(key), { title, source, host: paper ?? '' }, at))
          for (const each of comes) must(await supportPitch(db, pitches[turn] ?? '', await comer(each), true))
        },
      }),
    ),
    ...story.mergings.map(
      ({ pitch, into, on }): Scene => ({
        on,
        play: async (at) =>
          void must(await proposeMerging(db, made, who(by), { pitch: pitches[pitch] ?? '', into: pitches[into] ?? '' }, at)),
      }),
    ),
    ...(story.scoring ? scenesOfScoring(story.scoring, stage, by, () => made) : []),
    ...(story.agenda ? scenesOfAgenda(story.agenda, stage, by, () => made) : []),
    ...(story.day ? scenesOfDay(story.day, stage, by, () => made) : []),
    ...(story.notes ? scenesOfNotes(story.notes, stage, by, () => made) : []),
  ]
}
