/** What an organiser and those who help do on the day: say something to everybody, show what is on, and name who helps. */
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from '../events/event.ts'
import { sayDates } from '../events/words.ts'
import { type Announcement, MOST_ANNOUNCEMENT } from './announcement.ts'
import type { RoomSwap } from './swap.ts'
import { roomSwapCard } from './swap-pages.ts'
import { DONE, saySaidAt } from './words.ts'

export type DayPage = {
  announcements: readonly Announcement[]
  helpers: readonly { id: string; name: string }[]
  /** Those that wait for an answer. */
  swaps: Markup
  roomSwaps: readonly RoomSwap[]
  /** The organiser names who helps, and swaps rooms; those who help announce. */
  runs: boolean
  typed?: { text?: string; helper?: string }
  faults?: { text?: string; helper?: string }
  refused?: string
}

export function dayPage(visit: Visit, event: Event, about: DayPage): Markup {
  const { id, title, step } = event
  const { runs, swaps, roomSwaps, faults = {}, refused } = about
  const errors = [...(refused ? [{ text: refused }] : []), ...Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))]
  const done = errors.length > 0 ? undefined : DONE[visit.query('done') ?? '']
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: `/events/${id}`, text: title })}
<p class="state">${sayDates(event, visit.today)}</p>
<h1>On the day</h1>
<p class="lede">Say something to everybody, show on a screen what is on, and see which rooms are too small.</p>
${buttonGroup(
  buttonLink({ text: 'The wall, for a big screen', href: `/events/${id}/wall`, kind: 'quiet' }),
  buttonLink({ text: 'Sheets for the doors', href: `/events/${id}/doors`, kind: 'quiet' }),
)}
${swaps}
${announcePart(visit, event, about)}
${runs && step === 'scheduled' ? roomsPart(roomSwaps) : ''}
${runs ? helpersPart(event, about) : ''}
<section class="next"><h2>What happens next</h2><p>Whoever has a page of the event open hears within seconds what you say. It stays at the top of each page until you take it back, or until five newer ones push it off.</p></section>`
}

function announcePart(visit: Visit, { id, step }: Event, { announcements, typed = {}, faults = {} }: DayPage): Markup {
  const form = html`<form class="form" method="post" action="/events/${id}/announcements" novalidate>${textArea({ name: 'text', label: 'What should everybody know?', hint: `At most ${MOST_ANNOUNCEMENT} characters. Anybody can read it, so name nobody.`, rows: 2, value: typed.text ?? '', error: faults.text })}${button({ text: 'Say it to everybody' })}</form>`
  return html`<section aria-labelledby="said"><h2 id="said">Announcements</h2>${step === 'over' ? '' : form}
${announcements.length > 0 ? html`<ul class="stack">${announcements.map(({ id: each, text, saidAt }) => html`<li><div class="cast"><div><strong>${saySaidAt(saidAt, visit)}</strong> <span dir="auto">${text}</span></div><form method="post" action="/events/${id}/announcements/${each}/removal">${button({ text: html`Take back<span class="govuk-visually-hidden">: ${text}</span>`, kind: 'quiet' })}</form></div></li>`)}</ul>` : html`<p>Nothing is said at the moment.</p>`}</section>`
}

function roomsPart(swaps: readonly RoomSwap[]): Markup {
  return html`<section aria-labelledby="rooms"><h2 id="rooms">Rooms that are too small</h2>${
    swaps.length > 0
      ? swaps.map(roomSwapCard)
      : html`<div class="empty">${wholeSign()}<div><h3>No swap would help now</h3><p>Hosts and those who help say on the page of a session how many are there. Where too many are, and another session fits into that room, you swap the two here in one click.</p></div></div>`
  }</section>`
}

const helpersPart = ({ id, step }: Event, { helpers, typed = {}, faults = {} }: DayPage): Markup =>
  html`<section aria-labelledby="helpers"><h2 id="helpers">Who helps</h2>
<p>They announce, say how full rooms are, and score for people without a phone.</p>
${helpers.length > 0 ? html`<ul class="stack">${helpers.map((helper) => html`<li class="cast"><strong>${helper.name}</strong><form method="post" action="/events/${id}/helpers/removal"><input type="hidden" name="helper" value="${helper.id}">${button({ text: html`Take out<span class="govuk-visually-hidden"> ${helper.name}</span>`, kind: 'quiet' })}</form></li>`)}</ul>` : ''}
${step === 'over' ? '' : html`<form class="form" method="post" action="/events/${id}/helpers" novalidate>${textField({ name: 'helper', label: 'Who helps too', hint: 'The name with which they have signed up.', width: 30, autocomplete: 'off', value: typed.helper ?? '', error: faults.helper })}${button({ text: 'Name them', kind: 'quiet' })}</form>`}</section>`
