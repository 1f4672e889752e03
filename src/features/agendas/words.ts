/** Every sentence people read about agendas and sessions. */
import { type Day, dayIn, type Moment, sayDay, sayTime } from '../../basics/day.ts'
import { count, list } from '../../basics/text.ts'
import type { Event } from '../events/event.ts'
import { type Slot, sayTimes } from '../events/timetable.ts'
import { RUN_REFUSALS } from '../events/words.ts'
import type { Host } from '../pitches/pitch.ts'
import { isOpenToStars } from '../stars/star.ts'
import type { Aim, ChooseRefusal, Place, Session } from './agenda.ts'
import type { MoveRefusal } from './board.ts'
import type { LostFaults } from './change.ts'
import { type Counted, FEWEST_ON_RECORD } from './counted.ts'
import type { Fault } from './fault.ts'
import type { Need } from './inputs.ts'
import type { MakeRefusal, PublishRefusal, SettingFaults } from './making.ts'
import { type Telling, TOLD_AFTER_MINUTES } from './telling.ts'

/** "10:00 to 10:40, Main hall" */
export const sayPlace = ({ slot, room }: Place): string => `${sayTimes(slot)}, ${room.name}`

/** "10:00 to 10:40, Session 1"; with the day where there are several. */
export const saySlotOf = (slot: Slot, { firstDay, lastDay }: { firstDay: Day; lastDay: Day }, today: Day): string =>
  `${firstDay === lastDay ? '' : `${sayDay(slot.day, today)}, `}${sayTimes(slot)}, ${slot.name}`

/** "15 January, 10:00 to 10:40, Main hall" */
export const sayWhenAndWhere = (place: Place, today: Day): string => `${sayDay(place.slot.day, today)}, ${sayPlace(place)}`

/** Names are for those who come; to others a session has a host or none. */
export function sayHosts({ hosts }: Pick<Session, 'hosts'>, seesNames: boolean): string {
  if (hosts.length === 0) return 'No host yet'
  if (!seesNames) return count(hosts.length, 'host')
  return list(hosts.map(sayHost))
}
export const sayHost = ({ name, team }: Pick<Host, 'name' | 'team'>): string => [name || 'somebody', team].filter(Boolean).join(', ')

export const NOT_YET = 'There is no agenda yet.'
export const OFF = 'This session is not held.'

export const CHOOSE_REFUSALS: Record<ChooseRefusal, string> = {
  'not in': 'Only those who come to this event choose sessions. Sign up on its page first.',
  'not published': 'The agenda is not published yet.',
  over: 'This event is over.',
}

export const MAKE_REFUSALS: Record<MakeRefusal, string> = {
  ...RUN_REFUSALS,
  'not yet': 'The agenda is made once the sessions are chosen and people have starred them.',
  published: 'Everybody has the agenda already. Say what has changed, and it is mended with few moves.',
}
export const PUBLISH_REFUSALS: Record<PublishRefusal, string> = {
  ...MAKE_REFUSALS,
  'not made': 'There is no agenda yet. Make it first.',
  'being made': 'The agenda is being made at this moment. Wait until it is there.',
}
export const MOVE_REFUSALS: Record<MoveRefusal, string> = {
  'not there': 'The session, the time or the room is not there any more.',
  'the same place': 'It is there already.',
  locked: 'One of the two is locked. Unlock it first.',
  begun: 'That time has begun already.',
  'room is shut': 'The room cannot be used at that time.',
  'room does not suit': 'The room lacks something that the session needs.',
  'host away': 'A host is not there at that time.',
  'host elsewhere': 'A host has another session at that time.',
}
export const NOT_THERE = 'Choose one that is there, and save again.'
export const NOT_FREE = 'It does not fit there any more. Look at what is proposed now.'
export const CHANGED_MEANWHILE = 'The agenda has changed meanwhile. Look at what is proposed now.'
export const NOT_PUBLISHED = 'Nobody has the agenda yet. Say it where the rules of the agenda are, and make it again.'

const SETTING_FAULTS: Record<keyof SettingFaults, string> = {
  aim: 'Choose what counts most.',
  seed: 'Enter a whole number from 0 to 2147483647.',
}
export const saySettingFaults = ({ aim, seed }: SettingFaults): { aim?: string; seed?: string } => ({
  ...(aim ? { aim: SETTING_FAULTS.aim } : {}),
  ...(seed ? { seed: SETTING_FAULTS.seed } : {}),
})
const LOST_FAULTS: Record<keyof LostFaults, string> = {
  what: 'Choose a host or a room, one of the two.',
  from: 'Choose a time that has not begun.',
  until: 'Choose the same time or a later one.',
}
export const sayLostFaults = ({ what, from, until }: LostFaults): { host?: string; from?: string; until?: string } => ({
  ...(what ? { host: LOST_FAULTS.what } : {}),
  ...(from ? { from: LOST_FAULTS.from } : {}),
  ...(until ? { until: LOST_FAULTS.until } : {}),
})

export const AIM_NAMES: Record<Aim, string> = {
  coverage: 'Everybody sees as much as possible of what they starred',
  'must-sees': 'As many as possible see all three sessions that they must see',
}
export const AIM_HINTS: Record<Aim, string> = {
  coverage: 'In as many times as possible, each person finds something that they starred.',
  'must-sees': 'No two sessions that somebody must see lie at the same time, for as many people as possible. Then the stars count.',
}
export const NEED_NAMES: Record<Need, string> = {
  'step-free': 'Everybody gets there without steps',
  screen: 'Screen',
  'sound system': 'Sound system',
  'hearing loop': 'Hearing loop',
  'video call': 'Video call',
  whiteboard: 'Whiteboard',
  quiet: 'Quiet',
}

/** Which rule makes it impossible. */
export function sayFault(fault: Fault): string {
  switch (fault.why) {
    case 'no sessions':
      return 'No pitch was chosen, so there is nothing to put anywhere.'
    case 'no times':
      return 'The event has no times for sessions. Put some in.'
    case 'no rooms':
      return 'The event has no rooms. Put some in.'
    case 'hosts away':
      return `The hosts of "${fault.title}" are never there together.`
    case 'no such room':
      return `No room has what "${fault.title}" needs.`
    case 'no such room then':
      return `No room that suits "${fault.title}" is free when its hosts are there.`
    case 'no place':
      return `No place is left for "${fault.title}" in which its hosts are there and the room suits it, because others need those places as well.`
    case 'too much for a host':
      return `A host of "${fault.title}" has ${count(fault.sessions, 'session')}, and there ${fault.times === 1 ? 'is' : 'are'} ${count(fault.times, 'time')} for them. Nobody can be in two places.`
    case 'same host':
      return `"${fault.title}" and "${fault.other}" have the same host, and no way was found to hold them at different times.`
    case 'both at the top':
      return `"${fault.title}" and "${fault.other}" are both among the top, and no way was found to hold them at different times. Let the top sessions lie anywhere.`
  }
}

/** "22 November at 14:05" */
export const sayAsOf = (asOf: Date, { zone, today }: { zone: string; today: Day }): string =>
  `${sayDay(dayIn(zone, asOf), today)} at ${sayTime(zone, asOf)}`

/** When stars were as the numbers of a page have them, and from when on later ones count. */
export function sayCounted(event: Pick<Event, 'step'>, { asOf }: Counted, at: { zone: string; today: Day }): string {
  const then = `The numbers count stars as they were on ${sayAsOf(asOf, at)}.`
  return isOpenToStars(event)
    ? `${then} Later stars count from the next time that the agenda is made, once at least ${FEWEST_ON_RECORD} people have changed theirs: otherwise one could tell what somebody starred.`
    : then
}
export const KEPT_TO_OLDER = `When it was last made, fewer than ${FEWEST_ON_RECORD} had, so it kept to these.`
export const TOO_FEW_STARS = `No stars count yet: fewer than ${FEWEST_ON_RECORD} people had starred something when it was made.`

/** Of sessions that have moved, or are not held: "Not told yet: ..." */
export function sayTellings(tellings: readonly Telling[], { now, zone }: Pick<Moment, 'now' | 'zone'>): string {
  const last = tellings.reduce((latest, { at }) => (at > latest ? at : latest), now)
  return `Not told yet: ${list(tellings.map(({ title }) => `“${title}”`))}. Their hosts with an account hear ${last > now ? `by ${sayTime(zone, last)}` : 'in a moment'} what has changed. What you change back before that is not told.`
}
export const HOSTS_HEAR = `Hosts with an account get one letter, ${TOLD_AFTER_MINUTES} minutes after the last change, or at once where a session begins within the hour. Tell the others yourself.`

export const WITHOUT_RECORD = `What it was made from can be downloaded once the agenda is published, if at least ${FEWEST_ON_RECORD} people starred something. Otherwise one could tell who starred what.`

/** What a page says after something was done: the address carries the key. */
export const DONE: Readonly<Record<string, { title: string; text: string }>> = {
  chosen: { title: 'Saved', text: 'When one of your sessions moves, you see it on the agenda at once.' },
  goes: { title: 'You go there', text: 'It is among your sessions.' },
  published: {
    title: 'The agenda is published',
    text: 'Everybody who comes is told, and hosts with an account hear when and where they are awaited.',
  },
  moved: { title: 'Moved', text: 'It is kept.' },
  locked: { title: 'Locked', text: 'It stays where it is when the agenda is made again.' },
  unlocked: { title: 'Unlocked', text: 'It may be elsewhere when the agenda is made again.' },
  encore: { title: 'It is held once more', text: 'It stands on the agenda.' },
  'no-encore': { title: 'Taken out', text: 'The place is free again.' },
  kept: { title: 'Saved', text: 'It holds from the next time that the agenda is made.' },
  mended: {
    title: 'The agenda is mended',
    text: 'Moved sessions are marked on the agenda.',
  },
  'not-going': { title: 'Taken out', text: 'It is not among your sessions any more.' },
}
