/** The agenda of an event as everybody sees it, and what stands of it on the page of the event. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign, logo, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Attendee } from '../events/attendee.ts'
import { type Event, stepEnds } from '../events/event.ts'
import type { Timetable } from '../events/timetable.ts'
import { sayDates, sayNext, sayState } from '../events/words.ts'
import type { Agenda, Session } from './agenda.ts'
import { gridTable } from './grid-pages.ts'
import { type Cell, type Letters, lettersFor } from './paper.ts'
import { DONE, NOT_YET, sayHosts, sayPlace } from './words.ts'

/** What a later feature shows beside the grid, in the order of the page; `me` is whoever looks, when they come. */
export type BesideAgenda = (visit: Visit, event: Event, agenda: Agenda, me: Attendee | undefined) => Promise<Markup | ''>

/** By the ids of pitches, and of sessions. */
export type Mine = { stars: ReadonlySet<string>; goesTo: ReadonlySet<string>; comes: boolean }

export type AgendaPage = {
  timetable: Timetable
  agenda: Agenda
  mine: Mine
  seesNames: boolean
  beside: readonly (Markup | '')[]
  runs: boolean
  /** What a later feature shows in each cell. */
  more: (session: Session) => Markup
}

export function agendaPage(visit: Visit, event: Event, { timetable, agenda, mine, seesNames, beside, runs, more }: AgendaPage): Markup {
  const { id, title, venue } = event
  const { sessions } = agenda
  const done = DONE[visit.query('done') ?? '']
  const marks = [
    ...(mine.stars.size > 0 ? [html`${haveSign()} you starred it`] : []),
    ...(mine.goesTo.size > 0 ? [html`${wholeSign()} you go there`] : []),
  ]
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
<div class="agenda-sheet"><div class="not-on-paper">${backLink({ href: `/events/${id}`, text: title })}</div>
<p class="state ${agenda.publishedAt && !event.calledOff ? 'state-good' : 'state-quiet'}">${event.calledOff ? sayState(event, visit.today) : agenda.publishedAt ? sayDates(event, visit.today) : 'Not published yet: only you see it'}</p>
<h1>Agenda</h1>
<p class="lede">${title}, ${venue}: ${count(sessions.length, 'session')}.</p>
<div class="not-on-paper">${buttonGroup(
    ...(mine.comes ? [buttonLink({ text: 'My sessions', href: `/events/${id}/my-sessions` })] : []),
    html`<a class="govuk-link" href="/events/${id}/agenda.ics">All sessions into your calendar</a>`,
    ...(runs ? [buttonLink({ text: 'Work on the agenda', href: `/events/${id}/board`, kind: 'quiet' })] : []),
  )}
${marks.length > 0 ? html`<p class="meta agenda-marks">Only you see these: ${marks.map((mark, at) => html`${at > 0 ? ', ' : ''}${mark}`)}.</p>` : ''}</div>
<div id="grid" data-live>${gridTable({ timetable, sessions, today: visit.today, letters: lettersOf(timetable, sessions, seesNames), cell: (session) => html`${cell(session, mine, seesNames)}${more(session)}` })}</div></div>
<div class="not-on-paper">${beside}
<section class="next"><h2>What happens next</h2><p>${event.step === 'over' ? sayNext(event, visit.today) : html`The event is on ${sayDates(event, visit.today)}. When something changes, it stands here at once, marked as moved${mine.comes ? '' : html`. To choose your sessions, <a href="/events/${id}">sign up</a>`}.`}</p></section></div>`
}

function lettersOf({ rooms, slots }: Timetable, sessions: readonly Session[], seesNames: boolean): Letters {
  const days = [...new Set(slots.map(({ day }) => day))]
  const cellOf = (session: Session): Cell => ({ title: session.title, below: below(session, seesNames) })
  const rows = slots.map(({ id, day }) => ({ day, cells: sessions.filter(({ slot }) => slot.id === id).map(cellOf) }))
  return lettersFor(
    days.map((day) => rows.filter((row) => row.day === day).map(({ cells }) => cells)),
    rooms.length,
  )
}

const below = (session: Session, seesNames: boolean): string[] => [
  ...(session.isEncore ? ['Once more'] : []),
  ...(seesNames ? [sayHosts(session, seesNames)] : []),
  ...(session.was ? [`Moved, was ${sayPlace(session.was)}`] : []),
]

const cell = (session: Session, { stars, goesTo }: Mine, seesNames: boolean): Markup =>
  html`${goesTo.has(session.id) ? wholeSign() : stars.has(session.pitch) ? haveSign() : ''}<a href="/sessions/${session.id}">${session.title}</a>${goesTo.has(session.id) ? html`<span class="govuk-visually-hidden"> (you go there)</span>` : stars.has(session.pitch) ? html`<span class="govuk-visually-hidden"> (you starred it)</span>` : ''}${session.isEncore ? html`<span class="sub">Once more</span>` : ''}${seesNames ? html`<span class="sub">${sayHosts(session, seesNames)}</span>` : ''}${session.was ? html`<span class="sub"><strong>Moved</strong>, was ${sayPlace(session.was)}</span>` : ''}`

/** Before it is published, to those who do not run the event. */
export const noAgendaYet = (visit: Visit, event: Event): Markup => html`${backLink({ href: `/events/${event.id}`, text: event.title })}
<p class="state state-quiet">Not there yet</p>
<h1>Agenda</h1>
<div class="empty">${logo()}<div><h2>${NOT_YET}</h2><p>${event.step === 'starring' ? html`Until ${sayDay(stepEnds(event), visit.today)} people <a href="/events/${event.id}/stars">star the sessions that they want to see</a>. Then ${event.organisation.name} makes the agenda.` : `The event is on ${sayDates(event, visit.today)}. Before that its organiser makes the agenda, and it stands here.`}</p></div></div>`

/** On the page of the event; without a number it is not published. */
export function besidePart({ id, step }: Event, sessions: number | undefined, runs: boolean): Markup | '' {
  if (sessions === undefined && (step === 'over' || !runs)) return ''
  const work = buttonLink({ text: 'Work on the agenda', href: `/events/${id}/board`, kind: sessions === undefined ? 'have' : 'quiet' })
  return html`<section aria-labelledby="agenda"><h2 id="agenda">Agenda</h2>
<p>${sessions === undefined ? 'Nobody but you sees it yet.' : `${count(sessions, 'session')}, each with its time and room.`}</p>${buttonGroup(
    ...(sessions === undefined ? [] : [buttonLink({ text: 'See the agenda', href: `/events/${id}/agenda` })]),
    ...(runs ? [work] : []),
  )}</section>`
}
