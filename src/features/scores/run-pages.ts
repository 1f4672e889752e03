/** What the organiser of an event sees of its scoring: how far it is, how it is done, and who helps. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { button } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type Event, stepEnds } from '../events/event.ts'
import { isClosed, seedOf, type TypedScoring } from './scoring.ts'
import { DONE, HIDDEN, sayLottery, WAY_HINTS, WAY_NAMES } from './words.ts'

export type RunPage = {
  event: Event
  progress: { cards: number; scores: number; raters: number; least: number; most: number }
  helpers: readonly { id: string; name: string }[]
  typed: TypedScoring & { helper: string; until: string }
  faults: { way?: string; each?: string; places?: string; helper?: string; until?: string }
}

export function runPage(visit: Visit, { event, progress, helpers, typed, faults }: RunPage): Markup {
  const done = DONE[visit.query('done') ?? '']
  const errors = Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))
  const isOver = isClosed(event.step)
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${backLink({ href: `/events/${event.id}/score`, text: 'Score the pitches' })}
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>How the scoring goes</h1>
<p class="lede">${event.title}</p>
${progressPart(progress)}
${isOver ? html`<p><a href="/events/${event.id}/ranking">See what came of it</a></p>` : html`${wayPart(event, typed, faults)}${helpersPart(event, helpers, typed, faults)}`}
${event.step === 'scoring' ? closingPart(visit, event, typed, faults) : ''}`
}

const progressPart = ({ cards, scores, raters, least, most }: RunPage['progress']): Markup =>
  html`${summaryList({
    rows: [
      { key: 'Cards', value: String(cards) },
      { key: 'Scores', value: scores === 0 ? 'None yet' : `${scores} by ${count(raters, 'person', 'people')}` },
      { key: 'Scores of a card', value: least === most ? String(least) : `${least} to ${most}` },
    ],
  })}<p class="meta">${HIDDEN} You neither.</p>`

const wayPart = (
  { id }: Event,
  typed: TypedScoring,
  faults: RunPage['faults'],
): Markup => html`<form class="form" method="post" action="/events/${id}/scoring" novalidate>
<h2>How it is done</h2>
${radios({ name: 'way', legend: 'How are the pitches ranked?', items: (['fair', 'paper'] as const).map((way) => ({ value: way, text: WAY_NAMES[way], hint: WAY_HINTS[way] })), value: typed.way, error: faults.way })}
${textField({ name: 'each', label: 'Cards for each person', hint: 'Five take two minutes. Ten find a few more of the right ones.', width: 3, inputmode: 'numeric', value: typed.each, error: faults.each })}
${textField({ name: 'places', label: 'How many pitches become sessions', hint: 'Unless you say so: rooms times sessions.', width: 4, inputmode: 'numeric', value: typed.places, error: faults.places })}
${button({ text: 'Save', kind: 'quiet' })}</form><p class="meta">${sayLottery(seedOf(id))}</p>`

const helpersPart = (
  { id }: Event,
  helpers: RunPage['helpers'],
  typed: RunPage['typed'],
  faults: RunPage['faults'],
): Markup => html`<section aria-labelledby="helpers"><h2 id="helpers">People without a phone</h2>
<p>They come to you, or to somebody whom you name, and say their scores: <a href="/events/${id}/terminal">score for people without a phone</a>.</p>
${
  helpers.length > 0
    ? html`<ul class="stack">${helpers.map(
        (helper) =>
          html`<li class="cast"><strong>${helper.name}</strong><form method="post" action="/events/${id}/score-helpers/removal"><input type="hidden" name="helper" value="${helper.id}">${button({ text: html`Take out<span class="govuk-visually-hidden"> ${helper.name}</span>`, kind: 'quiet' })}</form></li>`,
      )}</ul>`
    : ''
}
<form class="form" method="post" action="/events/${id}/score-helpers" novalidate>
${textField({ name: 'helper', label: 'Who helps', hint: 'The name with which they have signed up.', width: 30, autocomplete: 'off', value: typed.helper, error: faults.helper })}
${button({ text: 'Let them help', kind: 'quiet' })}</form></section>`

const closingPart = (
  visit: Visit,
  event: Event,
  typed: RunPage['typed'],
  faults: RunPage['faults'],
): Markup => html`<section class="owner" aria-labelledby="closing"><h2 id="closing">Close the scoring</h2>
<p>It is planned to end on ${sayDay(stepEnds(event), visit.today)}. When you close it nobody can score any more, and everybody sees the totals. The best become sessions, and people star those that they want to see.</p>
<form class="form" method="post" action="/events/${event.id}/ranking" novalidate>
${dateField({ name: 'until', label: 'Until when do people star sessions?', value: typed.until, error: faults.until })}
${button({ text: 'Close it and show the totals' })}</form></section>`
