/** What stands at the top of every page of an event: what is said to everybody, and by what means the page hears more. */
import type { Moment } from '../../basics/day.ts'
import { html, type Markup } from '../../web/markup.ts'
import { type Above, type Announcement, isOnTheDay } from './announcement.ts'
import { saySaidAt } from './words.ts'

/** By itself a page hears more only on the day. */
export function abovePart({ id, announcements, ...event }: Above, at: Moment): Markup | '' {
  const isLive = isOnTheDay(event, at.today)
  if (announcements.length === 0 && !isLive) return ''
  return html`<div class="announced" role="status"${isLive ? html` data-news="/events/${id}/news"` : ''}${event.step === 'over' ? html` data-forgets="${id}"` : ''}>${announcements.length > 0 ? announcementList(announcements, at) : ''}</div>
${isLive ? html`<script src="/static/event.js" defer></script>` : ''}`
}

/** The script writes the same markup. */
export const announcementList = (announcements: readonly Announcement[], at: Pick<Moment, 'zone' | 'today'>): Markup =>
  html`<ul>${announcements.map(({ text, saidAt }) => html`<li><strong>${saySaidAt(saidAt, at)}</strong> <span dir="auto">${text}</span></li>`)}</ul>`
