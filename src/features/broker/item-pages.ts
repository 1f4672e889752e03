/** One broken promise: what it is, since when, what was done about it, and what a broker can do now. */
import { addDays, sayDay } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { select } from '../../web/components/select.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { nameLink } from '../people/pages.ts'
import type { Coming } from '../projects/next-date.ts'
import { COMES_BACK_DAYS, type Item, LONGEST_SNOOZE, MOST_CLOSING, OUTCOMES, type Step } from './item.ts'
import { doneFor, INBOX, KIND_WORDS, OUTCOME_HINTS, OUTCOME_WORDS, sayComing, sayStep, sayTaker, titleOf } from './words.ts'

export type Typed = { to?: string; until?: string; outcome?: string; line?: string }
export type Faults = Typed & { refused?: string }
export type ItemPage = {
  item: Item
  steps: readonly Step[]
  earlier: readonly Item[]
  /** Of its project. */
  coming?: Coming | undefined
  /** To whom it can be handed over. */
  brokers: readonly { id: string; name: string }[]
  typed?: Typed
  faults?: Faults
}

export function itemPage(visit: Visit, about: ItemPage): Markup {
  const { item, steps, earlier, coming, faults = {} } = about
  const words = KIND_WORDS[item.kind]
  const done = doneFor(visit.query('done'))
  const errors = [
    ...(faults.refused ? [{ text: faults.refused }] : []),
    ...(['to', 'until', 'outcome', 'line'] as const).flatMap((field) =>
      faults[field] ? [{ text: faults[field], href: `#${field}` }] : [],
    ),
  ]
  const { closing } = item
  return html`${errors.length > 0 ? errorSummary({ errors }) : ''}
${done && !closing ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${backLink({ href: '/broker', text: INBOX })}
<p class="state${closing ? ' state-quiet' : ''}">${closing ? `${OUTCOME_WORDS[closing.outcome]} on ${sayDay(closing.on, visit.today)}` : `Broken since ${sayDay(item.since, visit.today)}`}</p>
<h1>${titleOf(item)}</h1>
<p class="lede">${words.name}.</p>
<p>${words.broken(item.what, sayDay(item.since, visit.today))}</p>
${item.said ? html`<p>They wrote:</p><blockquote class="typed" dir="auto">${item.said}</blockquote>` : ''}
${coming ? html`<p>${sayComing(coming, visit.today)}</p>` : ''}
${linksOf(visit, item)}
${closing ? closedPart(visit, item) : html`<section class="next"><h2>What you can do</h2><p>${words.help}</p><p>${sayTaker(item, visit.viewer?.person ?? '', visit.today)}.</p>${takePart(item)}</section>${forms(visit, about)}`}
<section aria-labelledby="history"><h2 id="history">What happened</h2><ul class="stack">
${steps.map((step) => html`<li><strong>${sayDay(step.on, visit.today)}</strong> ${sayStep(step, visit.today)}</li>`)}</ul></section>
${earlier.length > 0 ? earlierPart(visit, earlier) : ''}`
}

/** To the thing, and to those who can do something about it. */
function linksOf({ viewer }: Visit, { kind, about, project, person }: Item): Markup {
  const links = [
    ...(project ? [html`<a href="/projects/${project.id}">See the project</a>`] : []),
    ...(project ? [nameLink(viewer, project.owner.id, `${project.owner.name || 'Its owner'}, the owner`)] : []),
    ...(kind === 'stuck' ? [html`<a href="/pledges/${about}">See the pledge</a>`] : []),
    ...(kind === 'owner gone' && project ? [html`<a href="/projects/${project.id}/handover">Find another owner</a>`] : []),
    ...(kind === 'letter bounced' ? [html`<a href="/bounces/${about}">See the address</a>`] : []),
    ...(kind === 'notes missing' ? [html`<a href="/events/${about}/written-up">See what is missing</a>`] : []),
    ...(kind === 'agenda missing' ? [html`<a href="/events/${about}/board">See its board</a>`] : []),
    ...(kind === 'event step overdue' ? [html`<a href="/events/${about}">See the event</a>`] : []),
    ...(kind === 'reply unclear' ? [html`<a href="/replies/${about}">Read the letter</a>`] : []),
    ...(person ? [nameLink(viewer, person.id, person.name || 'See their page')] : []),
  ]
  return links.length > 0 ? html`<ul>${links.map((each) => html`<li>${each}</li>`)}</ul>` : html``
}

const closedPart = (visit: Visit, { closing, kind }: Item): Markup =>
  closing?.line
    ? html`<section class="card"><h2>${closing.by?.name ?? 'A broker'} wrote</h2><p class="typed" dir="auto">${closing.line}</p>
<p class="meta">If the same promise is still broken on ${sayDay(addDays(closing.on, COMES_BACK_DAYS), visit.today)}, it comes back${kind === 'stuck' ? ' when they say so again' : ''}.</p></section>`
    : html`<p>Nobody had to do anything.</p>`

const takePart = ({ id, takenBy }: Item): Markup | '' =>
  takenBy ? '' : html`<form method="post" action="/broker/${id}/taking">${button({ text: 'Take it' })}</form>`

function forms(visit: Visit, { item, brokers, typed = {}, faults = {} }: ItemPage): Markup {
  const others = brokers.filter(({ id }) => id !== item.takenBy?.id)
  return html`<form class="form card" method="post" action="/broker/${item.id}/closing" novalidate><h2>Close it</h2>
${radios({ name: 'outcome', legend: 'What came of it?', legendSize: 's', value: typed.outcome, error: faults.outcome, items: OUTCOMES.map((each) => ({ value: each, text: OUTCOME_WORDS[each], hint: OUTCOME_HINTS[each] })) })}
${textArea({ name: 'line', label: 'What was done?', hint: `A sentence, for the other brokers. At most ${MOST_CLOSING} characters.`, rows: 2, value: typed.line, error: faults.line })}
${buttonGroup(button({ text: 'Close it' }))}</form>
<div class="two"><form class="form card" method="post" action="/broker/${item.id}/snooze" novalidate><h2>Put it off</h2>
${dateField({ name: 'until', label: 'Until when?', hint: `At most ${LONGEST_SNOOZE} days. It is yours meanwhile, and comes back to you on that day.`, value: typed.until ?? addDays(visit.today, 7), min: addDays(visit.today, 1), max: addDays(visit.today, LONGEST_SNOOZE), error: faults.until })}
${button({ text: 'Put it off', kind: 'quiet' })}</form>
${
  others.length > 0
    ? html`<form class="form card" method="post" action="/broker/${item.id}/handover" novalidate><h2>Hand it over</h2>
${select({ name: 'to', label: 'To whom?', hint: 'They get a letter.', value: typed.to, error: faults.to, items: [{ text: 'Choose a broker', value: '' }, ...others.map(({ id, name }) => ({ value: id, text: id === visit.viewer?.person ? `${name} (you)` : name }))] })}
${button({ text: 'Hand it over', kind: 'quiet' })}</form>`
    : ''
}</div>`
}

const earlierPart = (visit: Visit, earlier: readonly Item[]): Markup =>
  html`<section aria-labelledby="earlier"><h2 id="earlier">Earlier about the same</h2><ul class="stack">${earlier.map(
    ({ id, kind, closing }) =>
      html`<li><a href="/broker/${id}">${KIND_WORDS[kind].name}</a><span class="sub">${closing ? `${OUTCOME_WORDS[closing.outcome]} on ${sayDay(closing.on, visit.today)}. ${closing.line}` : ''}</span></li>`,
  )}</ul></section>`
