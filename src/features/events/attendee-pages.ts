/** Who comes to an event. */
import { backLink } from '../../web/components/links.ts'
import { pagination } from '../../web/components/pagination.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { AttendeeLine } from './attendee.ts'
import type { Event } from './event.ts'

export type AttendeesPage = { attendees: readonly AttendeeLine[]; seesNeeds: boolean; next: string | undefined }

export function attendeesPage({ id, title }: Event, { attendees, seesNeeds, next }: AttendeesPage): Markup {
  return html`${backLink({ href: `/events/${id}`, text: title })}
<h1>Who comes</h1>
<p class="lede">Only those who come see this list${seesNeeds ? ', and only you see what somebody needs to be there' : ''}.</p>
${
  attendees.length > 0
    ? html`<ul class="stack">${attendees.map(
        ({ name, team, state, accessNeeds }) =>
          html`<li><strong>${name || 'Somebody'}</strong>${team ? html`<span class="sub">${team}</span>` : ''}${state === 'waiting' ? html`<span class="sub">Waits for a place</span>` : ''}${accessNeeds ? html`<p class="typed" dir="auto">Needs: ${accessNeeds}</p>` : ''}</li>`,
      )}</ul>`
    : html`<div class="empty">${logo()}<div><h2>Nobody has signed up yet</h2><p>Send the address of the event to those whom you know.</p></div></div>`
}
${next ? pagination({ next: { href: next, text: 'More' } }) : ''}`
}
