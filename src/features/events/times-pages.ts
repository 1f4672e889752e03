/** The rooms and times of an event, as everybody sees them. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count, list } from '../../basics/text.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from './event.ts'
import { type Room, type Slot, sayTimes, type Timetable } from './timetable.ts'

export const sayRoom = ({ seats, features, stepFree }: Room): string =>
  [count(seats, 'seat'), ...(stepFree ? ['step-free'] : []), ...features].join(', ')

/** By day, in the order of time. */
const byDay = (slots: readonly Slot[]): [Day, Slot[]][] => {
  const days = new Map<Day, Slot[]>()
  for (const slot of slots) days.set(slot.day, [...(days.get(slot.day) ?? []), slot])
  return [...days]
}

export function timesPart(visit: Visit, { step }: Event, { rooms, slots }: Timetable, runs: boolean): Markup | '' {
  if (rooms.length === 0 && slots.length === 0) return ''
  const days = byDay(slots)
  return html`<section aria-labelledby="times"><h2 id="times">Rooms and times</h2>
<p>${list(rooms.map((room) => `${room.name} (${sayRoom(room)})`))}.</p>
${days.map(
  ([day, all]) => html`${days.length > 1 ? html`<h3>${sayDay(day, visit.today)}</h3>` : ''}
<ul>${all.map((slot) => html`<li>${sayTimes(slot)}: ${slot.name}</li>`)}</ul>`,
)}${runs && step === 'planned' && rooms.length === 1 ? html`<p class="meta">Only you see this line: put more rooms in below, before people pitch.</p>` : ''}</section>`
}
