/** The grid of an agenda: a table on a wide screen and on paper, one time after another on a phone. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { attributes, html, type Markup } from '../../web/markup.ts'
import { type Room, type Slot, sayTimes, type Timetable } from '../events/timetable.ts'
import type { Session } from './agenda.ts'
import type { Letters } from './paper.ts'

export type Grid = {
  timetable: Timetable
  sessions: readonly Session[]
  today: Day
  cell: (session: Session) => Markup
  /** Nothing stands in a cell without a session, unless there is something to say. */
  free?: (slot: Slot, room: Room) => Markup | ''
  /** Where it says what a move would do: with a script, sessions are dragged there. */
  movesTo?: string
  /** For a grid that is printed. */
  letters?: Letters
}

const cellOf = (slot: string, room: string): string => `${slot} ${room}`

export function gridTable({ timetable: { rooms, slots }, sessions, today, cell, free = () => '', movesTo, letters }: Grid): Markup {
  const held = new Map(sessions.map((session) => [cellOf(session.slot.id, session.room.id), session]))
  const days = [...new Set(slots.map(({ day }) => day))]
  const column = (room: Room) => html`<th scope="col">${room.name}<span class="sub">${count(room.seats, 'seat')}</span></th>`
  const inCell = (slot: Slot, room: Room): Markup => {
    const session = held.get(cellOf(slot.id, room.id))
    const inside = session ? cell(session) : free(slot, room)
    const drag = movesTo === undefined ? {} : { 'data-place': `${slot.id}.${room.id}`, 'data-session': session?.id }
    const kind = inside === '' ? 'agenda-free' : session?.was ? 'agenda-moved' : undefined
    return html`<td${attributes({ class: kind, ...drag })}>${inside === '' ? '' : html`<span class="agenda-room">${room.name}</span>${inside}`}</td>`
  }
  const row = (slot: Slot): Markup => {
    const head = html`<th scope="row">${sayTimes(slot)}${slot.isBreak ? '' : html`<span class="sub">${slot.name}</span>`}</th>`
    return slot.isBreak
      ? html`<tr class="agenda-break">${head}<td colspan="${rooms.length}">${slot.name}</td></tr>`
      : html`<tr>${head}${rooms.map((room) => inCell(slot, room))}</tr>`
  }
  return html`${days.map(
    (
      day,
    ) => html`<div class="agenda-box"><table${attributes({ class: letters === undefined ? 'agenda' : `agenda agenda-${letters}`, 'data-moves-to': movesTo })}><caption${days.length > 1 ? '' : html` class="govuk-visually-hidden"`}>${sayDay(day, today)}</caption>
<thead><tr><th scope="col">Time</th>${rooms.map(column)}</tr></thead>
<tbody>${slots.filter((slot) => slot.day === day).map(row)}</tbody></table></div>`,
  )}`
}
