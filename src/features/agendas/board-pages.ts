/** The board of an event's organiser: the grid with who is expected where, what clashes, and what can be done about it. */
import { dayIn, sayDay } from '../../basics/day.ts'
import { count, sayNumber } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { type Event, stepEnds } from '../events/event.ts'
import type { Timetable } from '../events/timetable.ts'
import { isOpenToStars } from '../stars/star.ts'
import type { Session } from './agenda.ts'
import type { BoardFacts } from './board.ts'
import { clashesPart, encoresPart } from './clash-pages.ts'
import type { Counted } from './counted.ts'
import { gridTable } from './grid-pages.ts'
import type { Topic } from './inputs.ts'
import type { MadeWith, Order, TypedSettings } from './making.ts'
import { type MakingFaults, orderPart, settingsForm } from './making-pages.ts'
import type { Telling } from './telling.ts'
import { DONE, KEPT_TO_OLDER, sayCounted, sayHosts, sayPlace, sayTellings, TOO_FEW_STARS } from './words.ts'

export type BoardPage = {
  timetable: Timetable
  made: MadeWith | undefined
  order: Order | undefined
  sessions: readonly Session[]
  facts: BoardFacts | undefined
  counted: Counted | undefined
  tellings: readonly Telling[]
  /** Chosen, and without a place. */
  out: readonly Topic[]
  typed: TypedSettings
  faults: MakingFaults
  refused?: string | undefined
}

export function boardPage(visit: Visit, event: Event, about: BoardPage): Markup {
  const { made, order, faults, refused, typed, out } = about
  const errors = [...(refused ? [{ text: refused }] : []), ...Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))]
  const done = errors.length > 0 ? undefined : DONE[visit.query('done') ?? '']
  const isWaiting = order?.state === 'waiting'
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: `/events/${event.id}`, text: event.title })}
${statePart(visit, event, made)}
<h1>The agenda, as you make it</h1>
${made && about.facts ? html`<p class="lede">${sayWorth(event, about)}</p>${countedPart(visit, event, about)}` : html`<p class="lede">When and where each session is held, so that as many people as possible see what they starred. Rooms go by how many are expected.</p>`}
${order ? orderPart(visit, event, order) : ''}
${made && !isWaiting && event.step !== 'over' ? actions(event, made) : ''}
${about.tellings.length > 0 ? html`<p>${sayTellings(about.tellings, visit)}</p>` : ''}
${made ? gridPart(visit, event, about) : ''}
${out.length > 0 && made ? html`<section aria-labelledby="out"><h2 id="out">Without a place</h2><p>No place was left for these. Put in another room or time, then make it again.</p><ul>${out.map(({ title }) => html`<li>${title}</li>`)}</ul></section>` : ''}
${made && about.facts && !isWaiting ? html`${clashesPart(event, about.facts.clashes)}${encoresPart(event, about.facts.encores)}` : ''}
${made?.publishedAt || isWaiting || event.step === 'over' ? '' : html`<section aria-labelledby="make"><h2 id="make">${made ? 'Make it again' : 'Make the agenda'}</h2>${notYet(visit, event)}${settingsForm(event, typed, faults, made !== undefined)}</section>`}`
}

function statePart(visit: Visit, event: Event, made: MadeWith | undefined): Markup {
  const { zone, today } = visit
  if (made?.publishedAt) return html`<p class="state state-good">Published on ${sayDay(dayIn(zone, made.publishedAt), today)}</p>`
  if (made) return html`<p class="state">Made on ${sayDay(dayIn(zone, made.madeAt), today)}; nobody but you sees it</p>`
  return html`<p class="state state-quiet">Not made yet; the event is on ${sayDay(event.firstDay, today)}</p>`
}

const notYet = (visit: Visit, event: Event): Markup | '' =>
  event.step === 'starring' && stepEnds(event) >= visit.today
    ? insetText({
        content: `People star sessions until ${sayDay(stepEnds(event), visit.today)}. You can look at what an agenda would be before that; make it again once they are done.`,
      })
    : ''

/** "412 people starred something. Each of them finds it in 4.3 of 5 times, on average." */
function sayWorth(event: Event, { facts, sessions: { length }, timetable }: BoardPage): string {
  const { score, people } = facts ?? { score: { coverage: 0 }, people: 0 }
  const times = timetable.slots.filter(({ isBreak }) => !isBreak).length
  if (people === 0)
    return `${count(length, 'session')}. ${isOpenToStars(event) ? TOO_FEW_STARS : 'Nobody has starred anything, so any order serves.'}`
  const each = (score.coverage / people).toFixed(1)
  return `${count(length, 'session')}. ${count(people, 'person', 'people')} starred some; on average each finds something that they starred in ${each} of ${count(times, 'time')}.`
}

const countedPart = (visit: Visit, event: Event, { made, counted }: BoardPage): Markup | '' =>
  made && counted
    ? html`<p class="meta">${sayCounted(event, counted, visit)}${isOpenToStars(event) && made.starsAt < made.madeAt ? ` ${KEPT_TO_OLDER}` : ''}</p>`
    : ''

const actions = ({ id }: Event, { publishedAt }: MadeWith): Markup =>
  publishedAt
    ? buttonGroup(
        buttonLink({ text: 'Something has changed', href: `/events/${id}/board/change` }),
        buttonLink({ text: 'Move a session', href: `/events/${id}/board/move`, kind: 'quiet' }),
        html`<a class="govuk-link" href="/events/${id}/agenda">As everybody sees it</a>`,
        html`<a class="govuk-link" href="/events/${id}/board/record">How it was found</a>`,
      )
    : html`<form method="post" action="/events/${id}/publications"><div class="govuk-button-group">${button({ text: 'Publish the agenda' })}${buttonLink({ text: 'Move a session', href: `/events/${id}/board/move`, kind: 'quiet' })}<a class="govuk-link" href="/events/${id}/agenda">As everybody will see it</a><a class="govuk-link" href="/events/${id}/board/record">How it was found</a></div></form>
<p class="meta">When you publish it, everybody who comes is told, and hosts with an account hear when and where they are awaited.</p>`

function gridPart(visit: Visit, event: Event, { timetable, sessions, facts, order }: BoardPage): Markup {
  const isFixed = order?.state === 'waiting' || event.step === 'over'
  return html`<section aria-labelledby="grid"><h2 id="grid" class="govuk-visually-hidden">The grid</h2>
${gridTable({
  timetable,
  sessions,
  today: visit.today,
  ...(isFixed ? {} : { movesTo: `/events/${event.id}/board/move` }),
  cell: (session) => boardCell(event, session, facts?.expected.get(session.id) ?? 0, isFixed),
})}</section>`
}

function boardCell({ id: event }: Event, session: Session, expected: number, isFixed: boolean): Markup {
  const { id, title, room, isLocked, isEncore, was } = session
  const isFull = expected > room.seats
  const on = isLocked ? 'no' : 'yes'
  return html`<a href="/sessions/${id}">${title}</a>${isEncore ? html`<span class="sub">Once more</span>` : ''}<span class="sub">${sayHosts(session, true)}</span>
<span class="sub${isFull ? ' agenda-full' : ''}">${isFull ? html`<strong>${sayNumber(expected)} expected, ${count(room.seats, 'seat')}</strong>` : `${sayNumber(expected)} expected`}</span>${was ? html`<span class="sub"><strong>Moved</strong>, was ${sayPlace(was)}</span>` : ''}
${isFixed ? '' : html`<div class="agenda-tools"><a href="/events/${event}/board/move?session=${id}">Move<span class="govuk-visually-hidden"> ${title}</span></a><form method="post" action="/sessions/${id}/locks"><input type="hidden" name="on" value="${on}"><button class="as-link" type="submit">${isLocked ? 'Unlock' : 'Lock'}<span class="govuk-visually-hidden"> ${title}</span></button></form>${isLocked ? html`<strong>${wholeSign()} Locked</strong>` : ''}${isEncore ? html`<form method="post" action="/sessions/${id}/removal"><button class="as-link" type="submit">Take out<span class="govuk-visually-hidden"> ${title}</span></button></form>` : ''}</div>`}`
}
