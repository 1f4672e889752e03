/** What an agenda was worked out from, as `npx appstarter match agenda` reads it: numbers, and beside them what they mean. Pure. */
import type { AgendaTask } from '../../matching/agenda/agenda-task.ts'
import { howMany, type Lists, listAt } from '../../matching/agenda/lists.ts'
import type { Inputs } from './inputs.ts'

export type Instance = {
  /** What the numbers stand for. */
  sessions: readonly string[]
  slots: readonly string[]
  rooms: readonly string[]
  S: number
  caps: readonly number[]
  prefs: readonly (readonly number[])[]
  mustSees: readonly (readonly number[])[]
  hosts: readonly (readonly number[])[]
  /** For each session, the cells where it may be: slot times rooms, plus room. */
  may: readonly (readonly number[])[]
  top?: readonly number[]
}

export function instanceOf({ topics, slots, rooms }: Inputs, { stars, mustSees, hosts, may, top, seats }: AgendaTask): Instance {
  const cells = slots.length * rooms.length
  const open = topics.map((_, session) =>
    Array.from({ length: cells }, (_, cell) => cell).filter((cell) => may === undefined || may[session * cells + cell] === 1),
  )
  return {
    sessions: topics.map(({ title, isEncore }) => (isEncore ? `${title} (once more)` : title)),
    slots: slots.map(({ day, name }) => `${day} ${name}`),
    rooms: rooms.map(({ name }) => name),
    ...{
      S: slots.length,
      caps: [...seats],
      prefs: plain(stars),
      mustSees: mustSees ? plain(mustSees) : [],
      hosts: plain(hosts),
      may: open,
    },
    ...(top ? { top: [...top] } : {}),
  }
}

const plain = (lists: Lists): number[][] => Array.from({ length: howMany(lists) }, (_, at) => [...listAt(lists, at)])
