/** Sheets for the doors of the rooms: what is held there, each with a square that a phone reads. */
import { sayDay } from '../../basics/day.ts'
import { backLink } from '../../web/components/links.ts'
import { html, type Markup } from '../../web/markup.ts'
import { qrCode } from '../../web/qr.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from '../agendas/agenda.ts'
import type { Event } from '../events/event.ts'
import { sayRoom } from '../events/times-pages.ts'
import { type Room, sayTimes } from '../events/timetable.ts'

/** A sheet hangs where anybody passes, so it names nobody. */
export function doorsPage(visit: Visit, event: Event, rooms: readonly Room[], sessions: readonly Session[]): Markup {
  const { id, title, firstDay, lastDay } = event
  const row = ({ id, title, slot, isEncore }: Session) =>
    html`<li><p><strong>${firstDay === lastDay ? '' : `${sayDay(slot.day, visit.today)}, `}${sayTimes(slot)}</strong><span>${title}${isEncore ? ' (once more)' : ''}</span></p>${qrCode(`${visit.origin}/sessions/${id}`, `The page of ${title}`)}</li>`
  const sheet = (room: Room) => {
    const here = sessions.filter((session) => session.room.id === room.id)
    return here.length === 0
      ? ''
      : html`<section class="door-sheet" aria-labelledby="room-${room.id}"><h2 id="room-${room.id}">${room.name}</h2><p>${title}. ${sayRoom(room)}.</p><ul>${here.map(row)}</ul></section>`
  }
  return html`<div class="not-on-paper">${backLink({ href: `/events/${id}/day`, text: 'On the day' })}
<h1>Sheets for the doors</h1>
<p class="lede">One page for each room. Print them, and hang each beside its door. The squares lead to the pages of the sessions, which say so when something moves.</p></div>
${sessions.length > 0 ? rooms.map(sheet) : html`<div class="empty">${logo()}<div><h2>There is no agenda yet</h2><p>Once it is made, a sheet for each room stands here, with its sessions.</p></div></div>`}`
}
