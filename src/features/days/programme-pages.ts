/** All sessions of an event on one page: to read through, and what a phone keeps for when there is no network. */
import { backLink } from '../../web/components/links.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from '../agendas/agenda.ts'
import { sayHosts, sayWhenAndWhere } from '../agendas/words.ts'
import type { Event } from '../events/event.ts'
import { sayRoom } from '../events/times-pages.ts'
import { type Counted, fillOf } from './count.ts'
import { fillMark } from './fill-pages.ts'

export type Programme = { sessions: readonly Session[]; counts: ReadonlyMap<string, Counted>; seesNames: boolean }

export const programmePage = (visit: Visit, event: Event, { sessions, counts, seesNames }: Programme): Markup =>
  html`${backLink({ href: `/events/${event.id}/agenda`, text: `Agenda of ${event.title}` })}
<h1>All sessions</h1>
<p class="lede">${event.title}, ${event.venue}, one after another.</p>
<ol class="stack programme">${sessions.map(
    (session) => html`<li id="s-${session.id}"><h2><a href="/sessions/${session.id}">${session.title}</a></h2>
<p><strong>${sayWhenAndWhere(session, visit.today)}</strong> ${fillMark(session.id, fillOf(counts.get(session.id), session.room))}</p>
<p class="meta">${seesNames && session.hosts.length > 0 ? 'Hosted by ' : ''}${sayHosts(session, seesNames)}. ${sayRoom(session.room)}.${session.isEncore ? ' Held once more.' : ''}</p></li>`,
  )}</ol>`

/** What the script keeps on this phone, and until when; `who` differs between those who see different names. */
export const keptMark = (event: Pick<Event, 'id' | 'lastDay'>, who: string): Markup =>
  html`<div hidden data-kept="event:${event.id}:${who}:${event.lastDay}"></div>`
