/** Who comes to an event. */
import { button } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { pagination } from '../../web/components/pagination.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Attendee, AttendeeLine } from './attendee.ts'
import type { Event } from './event.ts'
import { DONE } from './words.ts'

export type AttendeesPage = {
  attendees: readonly AttendeeLine[]
  seesNeeds: boolean
  /** Those who can be taken out are all but the organiser. */
  runs: boolean
  takenOut: readonly Attendee[]
  next: string | undefined
}

export function attendeesPage(visit: Visit, { id, title }: Event, about: AttendeesPage): Markup {
  const { attendees, seesNeeds, runs, takenOut, next } = about
  const done = DONE[visit.query('done') ?? '']
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${backLink({ href: `/events/${id}`, text: title })}
<h1>Who comes</h1>
<p class="lede">Only those who come see this list${seesNeeds ? ', and only you see what somebody needs to be there' : ''}.</p>
${
  attendees.length > 0
    ? html`<ul class="stack">${attendees.map(
        ({ id: attendee, name, team, state, accessNeeds, isOrganiser }) =>
          html`<li><div class="cast"><div><strong>${name || 'Somebody'}</strong>${team ? html`<span class="sub">${team}</span>` : ''}${state === 'waiting' ? html`<span class="sub">Waits for a place</span>` : ''}${accessNeeds ? html`<p class="typed" dir="auto">Needs: ${accessNeeds}</p>` : ''}</div>${runs && !isOrganiser ? html`<a href="/attendees/${attendee}/removal">Take out<span class="govuk-visually-hidden"> ${name || 'somebody'}</span></a>` : ''}</div></li>`,
      )}</ul>`
    : html`<div class="empty">${logo()}<div><h2>Nobody has signed up yet</h2><p>Send the address of the event to those whom you know.</p></div></div>`
}
${next ? pagination({ next: { href: next, text: 'More' } }) : ''}
${
  takenOut.length > 0
    ? html`<section aria-labelledby="taken-out"><h2 id="taken-out">Taken out</h2><p>Only you see them. They cannot sign up until you let them back in.</p><ul class="stack">${takenOut.map(
        ({ id: attendee, name, team }) =>
          html`<li><div class="cast"><div><strong>${name || 'Somebody'}</strong>${team ? html`<span class="sub">${team}</span>` : ''}</div><form method="post" action="/attendees/${attendee}/return">${button({ text: html`Let back in<span class="govuk-visually-hidden"> ${name || 'somebody'}</span>`, kind: 'quiet' })}</form></div></li>`,
      )}</ul></section>`
    : ''
}`
}
