/** The page of one session: when and where it is, who hosts it, and whether one goes there. */
import { button } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign, needSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import type { Event } from '../events/event.ts'
import { sayRoom } from '../events/times-pages.ts'
import { sayState } from '../events/words.ts'
import type { Session } from './agenda.ts'
import { DONE, OFF, sayHosts, sayWhenAndWhere } from './words.ts'

/** What a later feature shows on the page of a session; `me` is whoever looks, when they come. */
export type BesideSession = (visit: Visit, event: Event, session: Session, me: Attendee | undefined) => Promise<Markup | ''>

export type SessionPage = {
  me: Attendee | undefined
  seesNames: boolean
  goes: boolean
  beside: readonly (Markup | '')[]
}

export function sessionPage(visit: Visit, event: Event, session: Session, { me, seesNames, goes, beside }: SessionPage): Markup {
  const { id, title, hosts, room, was, isOff, isEncore } = session
  const done = DONE[visit.query('done') ?? '']
  const isOver = event.step === 'over'
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${backLink({ href: `/events/${event.id}/agenda`, text: `Agenda of ${event.title}` })}
<div id="where" data-live><p class="state${isOff || isOver ? ' state-quiet' : ''}">${event.calledOff ? sayState(event, visit.today) : isOff ? OFF : sayWhenAndWhere(session, visit.today)}</p>
<h1>${title}</h1>
<p>${hosts.length > 0 ? haveSign() : needSign()} ${hosts.length > 0 && seesNames ? 'Hosted by ' : ''}${sayHosts(session, seesNames)}${isEncore ? '. Held once more, for those who could not see it the first time' : ''}.</p>
${isOff ? html`<p>It was to be on ${sayWhenAndWhere(was ?? session, visit.today)}. See what else is there at that time <a href="/events/${event.id}/agenda">on the agenda</a>.</p>` : html`<p><strong>${room.name}</strong>: ${sayRoom(room)}.<br><a href="/sessions/${id}/session.ics">${event.calledOff ? 'Take it out of your calendar' : 'Put it into your calendar'}</a></p>`}
${was && !isOff ? html`<p><strong>Moved.</strong> It was to be on ${sayWhenAndWhere(was, visit.today)}.</p>` : ''}</div>
${isOff || isOver ? '' : goesPart(event, session, me, goes)}
${beside}
<p class="not-on-paper"><a href="/pitches/${session.pitch}">How it was pitched</a></p>`
}

function goesPart(event: Event, { id }: Session, me: Attendee | undefined, goes: boolean): Markup {
  if (!isIn(me)) return html`<p><a href="/events/${event.id}">Sign up for the event</a> to put it among your sessions.</p>`
  return html`<form method="post" action="/sessions/${id}/choice"><input type="hidden" name="on" value="${goes ? 'no' : 'yes'}">
${goes ? html`<p>It is among <a href="/events/${event.id}/my-sessions">your sessions</a>.</p>${button({ text: 'I do not go there any more', kind: 'quiet' })}` : button({ text: 'I go there', kind: 'have' })}</form>`
}
