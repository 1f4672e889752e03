/** Where the organiser of an event has the agenda made: how, and how far it is. */
import { sayDay, sayTime } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { checkboxes, radios } from '../../web/components/choices.ts'
import { insetText } from '../../web/components/notices.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from '../events/event.ts'
import { AIMS } from './agenda.ts'
import type { Order, TypedSettings } from './making.ts'
import { AIM_HINTS, AIM_NAMES, sayFault } from './words.ts'

export type MakingFaults = { aim?: string; seed?: string }

/** `isAgain`: there is one already, and what is locked stays. */
export const settingsForm = (
  { id }: Event,
  typed: TypedSettings,
  faults: MakingFaults,
  isAgain: boolean,
): Markup => html`<form class="form" method="post" action="/events/${id}/agenda-orders" novalidate>
${radios({ name: 'aim', legend: 'What counts most?', items: AIMS.map((aim) => ({ value: aim, text: AIM_NAMES[aim], hint: AIM_HINTS[aim] })), value: typed.aim, error: faults.aim })}
${checkboxes({ name: 'top', small: true, values: typed.spreadsTop ? ['yes'] : [], items: [{ value: 'yes', text: 'The best pitches lie at different times and have the largest rooms', hint: 'As many of the best as there are times. You see afterwards what it costs.' }] })}
${textField({ name: 'seed', label: 'Seed', hint: 'The same seed gives the same agenda. Another one searches in another order.', width: 10, inputmode: 'numeric', value: typed.seed, error: faults.seed })}
${buttonGroup(button({ text: isAgain ? 'Make it again' : 'Make the agenda' }), buttonLink({ text: 'What it keeps to', href: `/events/${id}/board/rules`, kind: 'quiet' }))}
${isAgain ? html`<p class="meta">What is locked stays where it is. What is held once more is proposed anew.</p>` : ''}</form>`

/** It looks again by itself, and by the link. */
export function orderPart(visit: Visit, event: Event, { state, done, fault, orderedAt }: Order): Markup {
  const { id } = event
  const back = (text: string) =>
    html`<form method="post" action="/events/${id}/agenda-orders/removal">${button({ text, kind: 'quiet' })}</form>`
  if (state === 'impossible' && fault)
    return html`${insetText({ content: html`<p><strong>It cannot be made as things are.</strong> ${sayFault(fault)}</p>${event.step === 'scheduled' ? html`<p>Everybody who comes waits for it. Until it is published you hear from us every other day, and a broker helps. The event begins on ${sayDay(event.firstDay, visit.today)}.</p>` : ''}` })}
${buttonGroup(buttonLink({ text: 'What it keeps to', href: `/events/${id}/board/rules` }), buttonLink({ text: 'Rooms and times', href: `/events/${id}/timetable`, kind: 'quiet' }))}${back('Choose other settings')}`
  return html`<section class="next" aria-labelledby="making" data-looks-again="2"><h2 id="making">The agenda is being made</h2>
<p>Ordered at ${sayTime(visit.zone, orderedAt)}. It takes a few seconds.</p>
<p><progress max="100" value="${done}">${done} of 100</progress></p>
${buttonGroup(buttonLink({ text: 'Look again', href: `/events/${id}/board` }))}${back('Do not make it')}</section>`
}
