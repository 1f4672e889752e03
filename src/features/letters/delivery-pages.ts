/** The delivery log: which letters left, wait, were refused or came back, and why; never what they say. */
import { dayIn, sayDay, sayTime } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { pagination } from '../../web/components/pagination.ts'
import { attributes, html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Delivery, DeliveryView } from './delivery.ts'
import type { AllKinds } from './letter.ts'
import { NO_DELIVERIES, STATE_WORDS, sayFault, VIEW_WORDS } from './words.ts'

export type DeliveriesPage = {
  deliveries: readonly Delivery[]
  view: DeliveryView
  kinds: AllKinds
  waiting: number
  oldest: Date | undefined
  next: string | undefined
}

const when = (visit: Visit, at: Date): string => `${sayDay(dayIn(visit.zone, at), visit.today)}, ${sayTime(visit.zone, at)}`

export const deliveriesPage = (visit: Visit, about: DeliveriesPage): Markup => html`<h1>Letters that leave</h1>
<p class="lede">${sayWaiting(visit, about)} What a letter says is its reader's alone. <a href="/bounces">Addresses from which letters come back</a></p>
<nav class="filters" aria-label="Which letters"><ul>${Object.entries(VIEW_WORDS).map(
  ([view, words]) =>
    html`<li><a${attributes({ href: view === 'all' ? '/deliveries' : `/deliveries?view=${view.replaceAll(' ', '+')}`, 'aria-current': view === about.view ? 'page' : undefined })}>${words}</a></li>`,
)}</ul></nav>
${
  about.deliveries.length === 0
    ? html`<div class="empty">${logo()}<div><h2>None</h2><p>${NO_DELIVERIES[about.view]}</p></div></div>`
    : html`<ul class="stack">${about.deliveries.map((each) => html`<li>${deliveryLine(visit, each, about.kinds)}</li>`)}</ul>`
}
${about.next ? pagination({ next: { href: about.next, text: 'Older letters' } }) : ''}`

function sayWaiting(visit: Visit, { waiting, oldest }: DeliveriesPage): string {
  if (waiting === 0 || oldest === undefined) return 'No letter waits to leave.'
  return `${count(waiting, 'letter waits', 'letters wait')} to leave, the oldest since ${when(visit, oldest)}.`
}

function deliveryLine(visit: Visit, delivery: Delivery, kinds: AllKinds): Markup {
  const { kind, state, name, address, writtenAt, sentAt, nextAt, tries, fault } = delivery
  const to = [name, address].filter(Boolean).join(', ') || 'an address that we do not know'
  const times = [
    `Written ${when(visit, writtenAt)}.`,
    ...(sentAt ? [`Sent ${when(visit, sentAt)}${tries > 1 ? `, at try ${tries}` : ''}.`] : []),
    ...(nextAt ? [`${tries > 0 ? `Tried ${count(tries, 'time')}, next` : 'Leaves'} ${when(visit, nextAt)}.`] : []),
  ]
  return html`<strong>${kinds[kind]?.name ?? kind}</strong><span class="sub">to ${to}</span>
<p class="meta">${STATE_WORDS[state]}. ${times.join(' ')}${fault === '' ? '' : html`<br>${sayFault(fault)}`}</p>`
}
