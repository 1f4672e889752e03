/** Two pitches that could be one: to their hosts, and to the organiser. */
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { select } from '../../web/components/select.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Attendee } from '../events/attendee.ts'
import type { Event } from '../events/event.ts'
import type { AlikePair } from './alike.ts'
import type { Merging } from './merging.ts'
import type { Pitch } from './pitch.ts'

/** Those that wait for the word of whoever looks. */
export const waitingFor = (open: readonly Merging[], me: Pick<Attendee, 'id'> | undefined): Merging[] =>
  open.filter(({ consents }) => consents.some(({ attendee, agrees }) => attendee === me?.id && agrees === null))

/** To a host who has not answered; with an account or without. */
export const consentParts = (mergings: readonly Merging[]): Markup | '' =>
  mergings.length === 0
    ? ''
    : html`<ul class="cards">${mergings.map(
        ({ id, pitch, into }) => html`<li class="card suggestion">${logo()}<div><h2>Shall these two become one?</h2>
<p>You host one of them. <a href="/pitches/${pitch.id}">${pitch.title}</a> would become part of <a href="/pitches/${into.id}">${into.title}</a>, with the hosts of both. Whoever would come to either is counted once.</p>
<form method="post" action="/mergings/${id}/consents">${buttonGroup(button({ text: 'Yes, make them one', name: 'agrees', value: 'yes' }), button({ text: 'No, keep both', name: 'agrees', value: 'no', kind: 'quiet' }))}</form></div></li>`,
      )}</ul>`

export type OrganiserPart = { alike: readonly AlikePair<Pitch>[]; open: readonly Merging[] }

export function organiserPart({ id }: Event, { alike, open }: OrganiserPart): Markup {
  return html`<section class="owner" aria-labelledby="run"><h2 id="run">You run this event</h2>
${buttonGroup(buttonLink({ text: 'Cards to print', href: `/events/${id}/cards`, kind: 'quiet' }))}
<h3>Pitches that look alike</h3>
${
  alike.length > 0
    ? html`<p>When the hosts of both agree, the second becomes part of the first.</p><ul class="stack">${alike.map(
        ({
          one,
          other,
        }) => html`<li><a href="/pitches/${one.id}">${one.title}</a><span class="sub">and <a href="/pitches/${other.id}">${other.title}</a></span>
<form method="post" action="/events/${id}/mergings"><input type="hidden" name="pitch" value="${other.id}"><input type="hidden" name="into" value="${one.id}">${button({ text: html`Propose to make them one<span class="govuk-visually-hidden">: ${one.title}</span>`, kind: 'quiet' })}</form></li>`,
      )}</ul>`
    : html`<p>No two look alike. On the page of a pitch you can propose to make it one with any other.</p>`
}
${open.length > 0 ? html`<h3>Hosts who are asked</h3><ul class="stack">${open.map(({ pitch, into, consents }) => html`<li>${pitch.title}<span class="sub">into ${into.title}: ${consents.filter(({ agrees }) => agrees).length} of ${consents.length} agree</span></li>`)}</ul>` : ''}</section>`
}

/** On the page of a pitch. */
export const mergePart = ({ id }: Event, pitch: Pitch, others: readonly Pitch[]): Markup | '' =>
  others.length === 0
    ? ''
    : html`<section class="owner" aria-labelledby="merge"><h2 id="merge">Make it part of another</h2>
<p>The hosts of both are asked first. Where nobody hosts either, it is done at once.</p>
<form class="form" method="post" action="/events/${id}/mergings"><input type="hidden" name="pitch" value="${pitch.id}">
${select({ name: 'into', label: 'Of which?', items: others.map((each) => ({ value: each.id, text: each.title })) })}
${button({ text: 'Propose it', kind: 'quiet' })}</form></section>`
