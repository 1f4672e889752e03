/** What is lost on the day, and what would become of the agenda, before it is kept. */
import { count, sayNumber } from '../../basics/text.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { select } from '../../web/components/select.ts'
import { html, type Markup } from '../../web/markup.ts'
import { needSign, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from '../events/event.ts'
import type { Session } from './agenda.ts'
import { markOf, type Proposal, type Shift, type TypedLost } from './change.ts'
import type { Counted } from './counted.ts'
import type { Inputs } from './inputs.ts'
import { hostsIn } from './rules-pages.ts'
import { HOSTS_HEAR, sayCounted, sayPlace, saySlotOf } from './words.ts'

export type ChangePage = {
  inputs: Inputs
  counted: Counted | undefined
  sessions: readonly Session[]
  typed: TypedLost
  /** Nothing before it is said what is lost. */
  proposal?: Proposal | undefined
  faults: { host?: string; from?: string; until?: string }
  refused?: string | undefined
}

export function changePage(visit: Visit, event: Event, about: ChangePage): Markup {
  const { inputs, typed, proposal, faults, refused } = about
  const { id } = event
  const left = inputs.slots.filter((slot) => !inputs.begun.has(slot.id))
  const times = left.map((slot) => ({ value: slot.id, text: saySlotOf(slot, event, visit.today) }))
  const errors = [...(refused ? [{ text: refused }] : []), ...Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))]
  return html`${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: `/events/${id}/board`, text: 'The agenda, as you make it' })}
<h1>Something has changed</h1>
<p class="lede">Say who is gone or which room is lost. As few sessions as possible move, and you see all of it before it is kept.</p>
${proposal ? proposalPart(visit, event, about, proposal) : ''}
${
  left.length === 0
    ? html`<p>All times of this event have begun, so nothing is left to change.</p>`
    : html`<form class="form" method="get" action="/events/${id}/board/change" novalidate>
<div class="two"><div>${select({ name: 'host', label: 'A host who is gone', items: [{ value: '', text: 'Nobody' }, ...hostsIn(inputs.topics)], value: typed.host, error: faults.host })}</div>
<div>${select({ name: 'room', label: 'Or a room that is lost', items: [{ value: '', text: 'None' }, ...inputs.rooms.map(({ id: room, name }) => ({ value: room, text: name }))], value: typed.room })}</div></div>
<div class="two"><div>${select({ name: 'from', label: 'From when?', items: times, value: typed.from || left[0]?.id, error: faults.from })}</div>
<div>${select({ name: 'until', label: 'Until when?', items: times, value: typed.until || left.at(-1)?.id, error: faults.until })}</div></div>
${buttonGroup(button({ text: 'See what moves', kind: proposal ? 'quiet' : 'have' }))}</form>`
}`
}

function proposalPart(visit: Visit, event: Event, { sessions, typed, counted }: ChangePage, proposal: Proposal): Markup {
  const { host, room, from, until } = typed
  const { shifts, off, before, after } = proposal
  const placeOf = (session: string | undefined): string => {
    const found = sessions.find((each) => each.id === session)
    return found ? sayPlace(found) : ''
  }
  return html`<section class="next" aria-labelledby="moves"><h2 id="moves">${sayMoves(shifts.length, off.length)}</h2>
<ul class="stack">${shifts.map((shift) => html`<li class="suggestion">${wholeSign()}<div><strong>${shift.topic.title}</strong><span class="sub">From ${placeOf(shift.topic.at?.session)} to <strong>${sayPlace(shift)}</strong>. ${sayTorn(shift)}</span></div></li>`)}
${off.map(({ topic, starred }) => html`<li class="suggestion">${needSign()}<div><strong>${topic.title}</strong><span class="sub">Not held: no place is left for it (it was ${placeOf(topic.at?.session)}). ${count(starred, 'person', 'people')} starred it.</span></div></li>`)}</ul>
<p>${sayCost(before, after)}</p>
<p class="meta">Moved sessions are marked on the agenda for everybody. ${HOSTS_HEAR}${counted ? ` ${sayCounted(event, counted, visit)}` : ''}</p>
<form method="post" action="/events/${event.id}/agenda-changes"><input type="hidden" name="host" value="${host}"><input type="hidden" name="room" value="${room}"><input type="hidden" name="from" value="${from}"><input type="hidden" name="until" value="${until}"><input type="hidden" name="mark" value="${markOf(proposal)}">
${button({ text: 'Keep it' })}</form></section>`
}

function sayMoves(moves: number, off: number): string {
  if (moves === 0) return off === 0 ? 'Nothing has to move' : `${count(off, 'session is', 'sessions are')} not held`
  return `${count(moves, 'session moves', 'sessions move')}${off > 0 ? `, ${count(off, 'is', 'are')} not held` : ''}`
}

const sayTorn = ({ starred, torn }: Shift): string =>
  starred === 0
    ? 'Nobody starred it.'
    : torn === 0
      ? `${count(starred, 'person', 'people')} starred it, and all of them can be there.`
      : `${sayNumber(torn)} of the ${sayNumber(starred)} who starred it starred something else at its new time.`

const sayCost = (before: number, after: number): string =>
  after >= before
    ? 'Nobody loses anything that they could see before.'
    : `Of all that people starred and could see, ${((100 * (before - after)) / Math.max(1, before)).toFixed(1)} % is lost.`
