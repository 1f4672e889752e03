/** The pages on which people choose what is written to them, pause it, or stop it. */
import { addDays } from '../../basics/day.ts'
import { button } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { select } from '../../web/components/select.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type LetterChoices, MOST_PAUSE_DAYS } from './choice.ts'
import type { Stoppable } from './stop-token.ts'
import { CHOICES_DONE, CLASS_NAMES, STOPPED, sayPaused } from './words.ts'

export type ChoicesPage = {
  choices: LetterChoices
  /** The chapter's own, which stands where somebody has chosen none. */
  zone: string
  address: string
  /** When the next weekly letter comes. */
  next: string
  /** A day that was typed wrong. */
  until?: string
  faults?: { until?: string; zone?: string }
}

export function choicesPage(visit: Visit, { choices, zone, address, next, until = '', faults = {} }: ChoicesPage): Markup {
  const done = CHOICES_DONE[visit.query('done') ?? '']
  const errors = [
    ...(faults.until ? [{ text: faults.until, href: '#until' }] : []),
    ...(faults.zone ? [{ text: faults.zone, href: '#zone' }] : []),
  ]
  const isPaused = choices.pausedUntil !== undefined && choices.pausedUntil >= visit.today
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>Your letters</h1>
<p class="lede">We write to you at ${address}, and only when there is something to say. <a href="/addresses">Your addresses</a></p>
${choices.stoppedAt ? stoppedPart() : isPaused ? pausedPart(visit, choices.pausedUntil ?? visit.today) : ''}
<form class="form" method="post" action="/letter-choices" novalidate>
<h2>What comes</h2>
${summaryList({ rows: (['ask', 'door'] as const).map((each) => ({ key: CLASS_NAMES[each].name, value: CLASS_NAMES[each].often })) })}
${checkboxes({
  name: 'wants',
  legend: 'And besides',
  values: [...(choices.news ? ['news'] : []), ...(choices.digest ? ['digest'] : [])],
  items: (['news', 'digest'] as const).map((value) => ({ value, text: CLASS_NAMES[value].name, hint: CLASS_NAMES[value].often })),
})}
${next === '' ? '' : html`<p class="meta">${next}</p>`}
${select({ name: 'zone', label: 'Your time zone', hint: 'For the weekly letter, and for the morning after a pause.', items: zones(zone), value: choices.zone ?? zone, error: faults.zone })}
${button({ text: 'Save' })}
</form>
${choices.stoppedAt ? '' : html`${isPaused ? '' : pauseForm(visit, until, faults.until)}${stopForm()}`}`
}

const pausedPart = (visit: Visit, until: string): Markup => html`<div class="card ask-card"><p class="state">Paused</p>
<p>${sayPaused(until, addDays(until, 1), visit.today)}</p>
<form method="post" action="/letter-choices/resumption">${button({ text: 'End the pause' })}</form></div>`

const stoppedPart = (): Markup => html`<div class="card ask-card"><p class="state">Stopped</p>
<p>Nothing comes but codes to sign in. What waits for you stands under "For you".</p>
<form method="post" action="/letter-choices/resumption">${button({ text: 'Let letters come again' })}</form></div>`

const pauseForm = (
  visit: Visit,
  until: string,
  fault: string | undefined,
): Markup => html`<form class="form" method="post" action="/letter-choices/pause" novalidate>
<h2>Pause</h2>
<p>For a holiday, or a busy week. Asks and news wait and come the morning after, at 9:00; weekly letters are left out.</p>
${dateField({ name: 'until', label: 'The last day without letters', value: until, min: addDays(visit.today, 1), max: addDays(visit.today, MOST_PAUSE_DAYS), error: fault })}
${button({ text: 'Pause', kind: 'quiet' })}
</form>`

const stopForm = (): Markup => html`<section aria-labelledby="stop"><h2 id="stop">Stop</h2>
<p>One last letter says so, and then none but codes to sign in. What you promised stays, and you see what waits for you when you sign in.</p>
<form method="post" action="/letter-choices/stop">${button({ text: 'Stop all letters', kind: 'warning' })}</form></section>`

/** The chapter's first, since most people live there. */
const zones = (own: string) =>
  [own, ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== own)].map((zone) => ({
    value: zone,
    text: zone.replaceAll('_', ' '),
  }))

/** Where a mail program's link leads: nothing ends before the button is pressed. */
export const stopPage = (
  about: Stoppable,
  token: string,
): Markup => html`<h1>${about === 'digest' ? 'Stop the weekly letter?' : 'Stop news?'}</h1>
<p class="lede">${CLASS_NAMES[about].name}: ${CLASS_NAMES[about].often}</p>
<form method="post" action="/letters/stop/${token}">${button({ text: 'Stop these letters' })}</form>
<p class="meta">If you press nothing, they keep coming. <a href="/letter-choices">Choose for each kind, or pause</a></p>`

export const stoppedPage = (about: Stoppable): Markup => html`<h1>${STOPPED[about].title}</h1>
<p class="lede">${STOPPED[about].text}</p>
<p><a href="/letter-choices">Change your mind, or choose for other kinds</a></p>`
