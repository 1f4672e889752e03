/** The page of an event: what it is, what happens next, and what one can do. */
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { whoLink } from '../people/pages.ts'
import type { Attendee } from './attendee.ts'
import { comingPart } from './coming-pages.ts'
import { type Event, isOrganiser } from './event.ts'
import type { SaidFaults } from './form-words.ts'
import type { TypedGuest } from './guest-pages.ts'
import { runPart } from './run-pages.ts'
import { timesPart } from './times-pages.ts'
import type { Timetable } from './timetable.ts'
import { DONE, sayDates, sayNext, sayPlaces, sayState } from './words.ts'

/** What a later feature shows on the page of an event; `me` is whoever looks, when they come. */
export type BesideEvent = (visit: Visit, event: Event, me: Attendee | undefined) => Promise<Markup | ''>

export type EventAbout = {
  me: Attendee | undefined
  timetable: Timetable
  /** What later features show of it. */
  beside: readonly (Markup | '')[]
  guest: TypedGuest
  faults?: SaidFaults
  refused?: string | undefined
}

export function eventPage(visit: Visit, event: Event, about: EventAbout): Markup {
  const { title, whatFor, organiser, organisation, venue, address, step } = event
  const { faults = {}, refused } = about
  const errors = [...(refused ? [{ text: refused }] : []), ...Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))]
  const done = errors.length > 0 ? undefined : DONE[visit.query('done') ?? '']
  const runs = isOrganiser(event, visit.viewer)
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: '/events', text: 'Events' })}
<p class="state${step === 'over' ? ' state-quiet' : step === 'scheduled' ? ' state-good' : ''}">${sayState(event, visit.today)}</p>
<h1>${title}</h1>
<p class="lede typed" dir="auto">${whatFor}</p>
${event.calledOff ? insetText({ content: html`<strong>This event does not take place.</strong> The organiser writes: <span class="typed" dir="auto">${event.calledOff.reason}</span>` }) : ''}
<p><strong>${sayDates(event, visit.today)}</strong>, ${[venue, address].filter(Boolean).join(', ')}<br><a href="/events/${event.id}/event.ics">${event.calledOff ? 'Take it out of your calendar' : 'Put it into your calendar'}</a></p>
<p class="meta">${sayPlaces(event)} · Run by ${whoLink(visit.viewer, organiser)}, for <a href="/organisations/${organisation.id}">${organisation.name}</a></p>
${comingPart(visit, event, about)}
<section class="next"><h2>What happens next</h2><p>${sayNext(event, visit.today)}</p></section>
${about.beside}
${timesPart(visit, event, about.timetable, runs)}
${conductPart(event)}
${runs ? runPart(visit, event, faults) : ''}`
}

function conductPart({ conduct, sponsors }: Event): Markup {
  const named = sponsors.split('\n').filter((line) => line.trim() !== '')
  return html`${conduct ? html`<section aria-labelledby="conduct-of"><h2 id="conduct-of">How we treat each other</h2><p class="typed" dir="auto">${conduct}</p></section>` : ''}
${named.length > 0 ? html`<section aria-labelledby="sponsors-of"><h2 id="sponsors-of">Made possible by</h2><ul>${named.map((line) => html`<li>${line}</li>`)}</ul></section>` : ''}`
}
