/** The wall: what is on and what comes next at an event, for a big screen that is read from ten metres. */
import { type Day, sayDay, sayTime } from '../../basics/day.ts'
import { html, type Markup } from '../../web/markup.ts'
import { qrCode } from '../../web/qr.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from '../events/event.ts'
import { sayClock, sayTimes } from '../events/timetable.ts'
import { sayDates } from '../events/words.ts'
import { announcementList } from './above-pages.ts'
import { type Announcement, isOnTheDay } from './announcement.ts'
import { type Counted, fillOf } from './count.ts'
import { fillMark } from './fill-pages.ts'
import type { AtATime } from './now-and-next.ts'

export type Wall = {
  announcements: readonly Announcement[]
  now?: AtATime
  next?: AtATime
  counts: ReadonlyMap<string, Counted>
  hasAgenda: boolean
  /** For those alone who may hand it out. */
  code?: string | undefined
}

/** More are read from ten metres by nobody. */
const MOST_ANNOUNCED = 2
/** From so many sessions at once the type is smaller, so that all stand on the screen. */
const [SOME, MANY] = [6, 12] as const

export function wallPage(visit: Visit, event: Event, wall: Wall): Markup {
  const { id, title, venue } = event
  const { announcements, now, next, hasAgenda, code } = wall
  const most = Math.max(now?.sessions.length ?? 0, next?.sessions.length ?? 0)
  const size = most > MANY ? ' wall-many' : most > SOME ? ' wall-some' : ''
  const address = `${visit.origin}/events/${id}${hasAgenda ? '/agenda' : ''}`
  return html`<div id="wall" class="wall-inside${size}" data-live data-wall${isOnTheDay(event, visit.today) ? html` data-news="/events/${id}/news"` : ''}>
<header class="wall-head">${wholeSign()}<h1>${title}</h1><p class="wall-clock">${sayTime(visit.zone, visit.now)}</p></header>
<p class="wall-lost" data-lost hidden>This screen has no network. It shows how it was at ${sayTime(visit.zone, visit.now)}.</p>
${announcements.length > 0 ? html`<div class="wall-said">${announcementList(announcements.slice(0, MOST_ANNOUNCED), visit)}</div>` : ''}
<div class="wall-times">${timesPart(visit.today, event, wall)}</div>
<footer class="wall-foot">${qrCode(address, hasAgenda ? 'The agenda on your phone' : 'The event on your phone')}<p>${hasAgenda ? 'The agenda on your phone' : 'The event on your phone'}<br><span>${new URL(visit.origin).host}</span></p><p>${venue}${code ? html`<br>Code of the event: <strong>${code}</strong>` : ''}</p></footer></div>
<script src="/static/event.js" defer></script>`
}

function timesPart(today: Day, event: Event, { now, next, counts, hasAgenda }: Wall): Markup {
  if (event.step === 'over' || (hasAgenda && !now && !next))
    return html`<section><h2>That was it</h2><p class="wall-line">Thank you all. What came of it stands on the page of the event.</p></section>`
  if (!hasAgenda)
    return html`<section><h2>${sayDates(event, today)}</h2><p class="wall-line">The agenda is made of what you would talk about. It stands here as soon as it is there.</p></section>`
  const at = ({ slot }: AtATime): string => `${slot.day === today ? '' : `on ${sayDay(slot.day, today)} `}at ${sayClock(slot.starts)}`
  return html`${now ? part(`Now, until ${sayClock(now.slot.ends)}`, now, counts) : ''}${next ? part(`Next, ${at(next)}`, next, counts) : ''}`
}

const part = (heading: string, { slot, sessions }: AtATime, counts: Wall['counts']): Markup => html`<section><h2>${heading}</h2>
${
  sessions.length === 0
    ? html`<p class="wall-line">${slot.isBreak ? `${slot.name}, ${sayTimes(slot)}` : 'Nothing is planned at this time.'}</p>`
    : html`<ul>${sessions.map((session) => html`<li><strong>${session.room.name}</strong><span>${session.title} ${fillMark(session.id, fillOf(counts.get(session.id), session.room))}</span></li>`)}</ul>`
}</section>`
