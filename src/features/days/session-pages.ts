/** On the page of a session: how full its room is, a square for its door, and changing places. */
import type { Moment } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { details } from '../../web/components/details.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { qrCode } from '../../web/qr.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from '../agendas/agenda.ts'
import { type Counted, fillOf } from './count.ts'
import { fillMark, placesMark } from './fill-pages.ts'
import type { Held } from './news.ts'
import { canChange, type Looker, type RoomSwap, type Swap } from './swap.ts'
import { askSwapForm, refusedSwap, roomSwapCard, waitingSwaps } from './swap-pages.ts'
import { DONE, FILLS, sayPeople } from './words.ts'

type OfSession = {
  count: Counted | undefined
  /** All that are held; with titles and hosts only for those who may swap it, or are asked. */
  held: readonly Held[]
  sessions: readonly Session[]
  mayCount: boolean
  isHost: boolean
  by: Looker
  roomSwaps: readonly RoomSwap[]
  /** Of this session. */
  open: readonly Swap[]
  /** Asked for by its hosts. */
  refused: readonly Swap[]
}

export function sessionParts(visit: Visit, session: Session, of: OfSession): Markup {
  const { count, held, sessions, mayCount, isHost, by, roomSwaps, open, refused } = of
  const done = DONE[visit.query('done') ?? '']
  const places = placesFor(session, sessions, visit)
  return html`<div id="day">${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}</div>
<p>${placesMark(held)}${fillMark(session.id, fillOf(count, session.room))}</p>
${mayCount ? countForm(session, count) : ''}
${waitingSwaps(visit, open, sessions, by)}
${by.runs ? roomSwaps.map(roomSwapCard) : ''}
${
  isHost && open.length === 0
    ? html`${refusedSwap(refused, sessions)}${places.length > 0 ? details({ summary: 'You would rather have another time or room?', content: askSwapForm(session, places) }) : ''}`
    : ''
}
<div class="session-code">${qrCode(`${visit.origin}/sessions/${session.id}`, 'This page on a phone')}<p>This page on another phone: point its camera here.</p></div>`
}

/** Sessions with which one can still swap. */
export const placesFor = (session: Session, sessions: readonly Session[], at: Moment): Session[] =>
  sessions.filter((other) => other.id !== session.id && canChange(session, other, at))

/** A form of a session alone, with what was typed and what is wrong with it. */
export const mistakePage = ({ id, title }: Session, form: Markup, field: string, error: string): Markup =>
  html`${errorSummary({ errors: [{ text: error, href: `#${field}` }] })}${backLink({ href: `/sessions/${id}`, text: title })}<h1>${title}</h1>${form}`

/** What can be done no more. */
export const refusedPage = ({ id, title }: Session, why: string): Markup =>
  html`${errorSummary({ errors: [{ text: why }] })}<h1>${title}</h1><p><a href="/sessions/${id}">See the session as it stands now</a></p>`

export function countForm({ id, room }: Session, counted?: Counted, typed = '', error?: string): Markup {
  const said = counted ? (counted.people === undefined ? FILLS.full : sayPeople(counted.people, room.seats)) : ''
  return html`<form class="card form" method="post" action="/sessions/${id}/counts" novalidate><h2>How full is it?</h2>
<p>${said === '' ? 'Nobody has said it yet.' : `Said last: ${said}.`} Everybody sees on the agenda whether there are still places.</p>
${textField({ name: 'people', label: 'How many are in the room?', width: 4, inputmode: 'numeric', autocomplete: 'off', value: typed, error })}
${buttonGroup(button({ text: 'Save the number' }), button({ text: 'It is full', kind: 'quiet', name: 'full', value: 'yes' }))}</form>`
}
