/** The first page of somebody who is signed in: what waits for them, their next dates, and who and what fits them. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { suggestionsPart } from '../suggestions/pages.ts'
import type { Fitting } from '../suggestions/suggestion.ts'
import type { NextDate } from './next-date.ts'
import { type AllWaiting, countAll, waitingPart } from './waiting-pages.ts'
import { sayDate } from './words.ts'

export type HomePage = {
  waiting: AllWaiting
  held: Markup | ''
  dates: readonly NextDate[]
  fitting: Fitting
  /** Shown where nothing fits yet. */
  open: Markup | ''
}

export const homePage = (
  visit: Visit,
  { waiting, held, dates, fitting, open }: HomePage,
): Markup => html`<h1>Hello${visit.viewer?.name ? ` ${visit.viewer.name.split(' ')[0]}` : ''}</h1>
<p class="lede">${countAll(waiting) > 0 ? `${count(countAll(waiting), 'thing waits', 'things wait')} for your answer.` : 'Nothing waits for your answer today.'}</p>
${held}
${countAll(waiting) > 0 ? waitingPart(visit, waiting) : ''}
${dates.length > 0 ? datesPart(visit, dates) : ''}
<section aria-labelledby="fitting"><h2 id="fitting">Fits you</h2>${suggestionsPart(visit, fitting, 'h3')}</section>
${open}`

const datesPart = (
  visit: Visit,
  dates: readonly NextDate[],
): Markup => html`<section aria-labelledby="dates"><h2 id="dates">Your next dates</h2>
<ul class="stack">${dates.map(
  (date) =>
    html`<li><strong>${sayDay(date.on, visit.today)}</strong> <a href="/projects/${date.project}">${date.title}</a><span class="sub">${sayDate(date)}</span></li>`,
)}</ul></section>`
