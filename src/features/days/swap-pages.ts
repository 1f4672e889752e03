/** Two sessions that would change places: the organiser does it in one click, a host asks for it. */
import { count } from '../../basics/text.ts'
import { button } from '../../web/components/button.ts'
import { select } from '../../web/components/select.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from '../agendas/agenda.ts'
import { sayPlace, sayWhenAndWhere } from '../agendas/words.ts'
import type { RoomSwap, Swap } from './swap.ts'
import { sayPeople } from './words.ts'

/** Says whom it concerns before anything moves. */
export function roomSwapCard({ session, people, into, others }: RoomSwap): Markup {
  const crowd = people === undefined ? `is full (${count(session.room.seats, 'seat')})` : `has ${sayPeople(people, session.room.seats)}`
  return html`<form class="card" method="post" action="/events/${session.event}/swaps"><input type="hidden" name="one" value="${session.id}"><input type="hidden" name="other" value="${into.id}">
<p><strong>${session.title}</strong> ${crowd}. <strong>${into.title}</strong>, at the same time, has ${sayPeople(others, into.room.seats)}.</p>
<p>If you swap them, ${people === undefined ? 'all in the first' : count(people, 'person', 'people')} move to ${into.room.name} and ${count(others, 'person', 'people')} to ${session.room.name}.</p>
${button({ text: html`Swap the two rooms<span class="govuk-visually-hidden">: ${session.title} and ${into.title}</span>` })}</form>`
}

/** What a host of a session sees: they ask, and hear who decides. */
export function askSwapForm({ id }: Session, others: readonly Session[], error?: string): Markup {
  const items = others.map((other) => ({ value: other.id, text: `${sayPlace(other)}: ${other.title}` }))
  return html`<form class="form" method="post" action="/sessions/${id}/swaps" novalidate><p>Ask to swap places with another session. Its hosts and the organiser are asked, and nothing changes before they agree.</p>
${select({ name: 'other', label: 'Which session?', value: '', items: [{ value: '', text: 'Choose one' }, ...items], error })}${button({ text: 'Ask to swap', kind: 'quiet' })}</form>`
}

/** A swap that waits for an answer, as everybody who hosts one of the two and the organiser see it. */
export function waitingSwap(visit: Visit, swap: Swap, sessions: readonly Session[]): Markup | '' {
  const [one, other] = [sessions.find(({ id }) => id === swap.one), sessions.find(({ id }) => id === swap.other)]
  if (!one || !other) return ''
  const waitsFor = [
    ...(swap.asksHost && swap.hostAgrees === undefined ? ['the host of the other'] : []),
    ...(swap.organiserAgrees === undefined ? ['the organiser'] : []),
  ]
  return html`<div class="govuk-inset-text"><p><strong>A swap is asked for.</strong> "${one.title}" (${sayWhenAndWhere(one, visit.today)}) would change places with "${other.title}" (${sayWhenAndWhere(other, visit.today)}).</p>
<p>It waits for ${waitsFor.join(' and ')}. Whoever is asked finds it <a href="/mine">among what waits for them</a>. Without an answer both stay where they are.</p></div>`
}
