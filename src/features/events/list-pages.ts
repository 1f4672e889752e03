/** The list of events, and a door to one for those who stand in it. */
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { pagination } from '../../web/components/pagination.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { EventLine } from './event-line.ts'
import { STEP_NAMES, sayDates } from './words.ts'

export type EventsPage = {
  coming: readonly EventLine[]
  past: readonly EventLine[]
  mayOpen: boolean
  next: string | undefined
  /** A code that no event has, or that nobody may try just now. */
  wrongCode?: { typed: string; fault: string } | undefined
}

export function eventsPage(visit: Visit, { coming, past, mayOpen, next, wrongCode }: EventsPage): Markup {
  const fault = wrongCode?.fault
  return html`${fault ? errorSummary({ errors: [{ text: fault, href: '#code' }] }) : ''}
<h1>Events</h1>
<p class="lede">A day on which those who come make the programme: everybody says what they would talk about, and the best become sessions.</p>
${mayOpen ? buttonGroup(buttonLink({ text: 'Open an event', href: '/events/new' })) : ''}
<section aria-labelledby="coming"><h2 id="coming">Coming</h2>
${
  coming.length > 0
    ? html`<ul class="stack">${coming.map((line) => lineOf(visit, line))}</ul>`
    : html`<div class="empty">${logo()}<div><h3>No event is planned</h3><p>Brokers open events, and those who speak for an organisation. Ask yours.</p>${buttonLink({ text: 'See the organisations', href: '/organisations', kind: 'quiet' })}</div></div>`
}</section>
<form class="form" method="post" action="/events/codes" novalidate>${textField({ name: 'code', label: 'Are you there already? The code of the event', hint: 'It stands on the wall and on the cards.', width: 10, autocapitalize: 'characters', spellcheck: false, value: wrongCode?.typed, error: fault })}${button({ text: 'Go to the event', kind: 'quiet' })}</form>
${past.length > 0 ? html`<section aria-labelledby="past"><h2 id="past">Over</h2><ul class="stack">${past.map((line) => lineOf(visit, line))}</ul></section>` : ''}
${next ? pagination({ next: { href: next, text: 'Older events' } }) : ''}`
}

function lineOf(visit: Visit, { id, title, venue, step, isCalledOff, isMine, state, ...days }: EventLine): Markup {
  const mine = [isMine ? 'You run it.' : '', state === 'in' ? 'You have a place.' : state === 'waiting' ? 'You wait for a place.' : '']
  return html`<li><div class="cast"><div><a href="/events/${id}"><strong>${title}</strong></a><span class="sub">${sayDates(days, visit.today)}, ${venue}. ${mine.filter(Boolean).join(' ')}</span></div><strong>${isCalledOff ? 'Called off' : STEP_NAMES[step]}</strong></div></li>`
}
