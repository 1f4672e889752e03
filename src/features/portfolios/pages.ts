/** The portfolio of an organisation: one table for everybody who asks for a report, on a page, on paper and in a spreadsheet. */

import { csvOf } from '../../basics/csv.ts'
import { type Day, sayDay } from '../../basics/day.ts'
import { sayNumber } from '../../basics/text.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { PHASE_WORDS } from '../projects/words.ts'
import type { OrganisationAbout, Undertaking } from './portfolio.ts'
import { COLUMNS, HOURS_NOTE, sayStateOf } from './words.ts'

/** Wider than a telephone: there it is moved sideways in its own frame. */
export function portfolioTable({ today }: Visit, organisation: OrganisationAbout, all: readonly Undertaking[]): Markup {
  const day = (date: Day | undefined) => (date ? sayDay(date, today) : '')
  return html`<section class="portfolio" aria-labelledby="portfolio"><h2 id="portfolio">Portfolio</h2>
<p class="not-on-paper">Print this page, and it is a report. <a href="/organisations/${organisation.id}/portfolio.csv">Download the portfolio as a spreadsheet (CSV)</a></p>
<div class="wide-table" role="region" aria-label="Table of projects" tabindex="0"><table class="govuk-table">
<thead class="govuk-table__head"><tr class="govuk-table__row">${['Project', 'State', 'Dates', 'Hours pledged', 'Hours given', 'Partners', 'What came of it'].map((name) => html`<th scope="col" class="govuk-table__header">${name}</th>`)}</tr></thead>
<tbody class="govuk-table__body">${all.map(
    (
      each,
    ) => html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><a href="/projects/${each.id}">${each.title}</a>${each.startedBy ? html`<span class="sub">joined; started by ${each.startedBy}</span>` : ''}</th>
<td class="govuk-table__cell">${sayStateOf(each)}${each.phase ? html`<span class="sub">${PHASE_WORDS[each.phase]}</span>` : ''}</td>
<td class="govuk-table__cell">${day(each.firstDate ?? each.publishedOn)} to ${day(each.until)}${each.goLive ? html`<span class="sub">goes live ${day(each.goLive)}</span>` : ''}</td>
<td class="govuk-table__cell govuk-table__cell--numeric">${sayNumber(each.hoursPledged)}</td>
<td class="govuk-table__cell govuk-table__cell--numeric">${sayNumber(each.hoursGiven)}</td>
<td class="govuk-table__cell">${each.partners.join(', ')}</td>
<td class="govuk-table__cell">${each.reason}${each.learnt ? html`<span class="sub">Learnt: ${each.learnt}</span>` : ''}</td></tr>`,
  )}</tbody></table></div>
<p class="meta">${HOURS_NOTE}</p></section>`
}

/** All that the table says, a cell a fact; days as spreadsheets sort them. */
export const portfolioCsv = ({ name }: OrganisationAbout, all: readonly Undertaking[]): string =>
  csvOf([
    COLUMNS,
    ...all.map((each) => [
      each.title,
      each.startedBy ?? name,
      sayStateOf(each),
      each.phase ? PHASE_WORDS[each.phase] : '',
      each.publishedOn,
      each.firstDate ?? '',
      each.until,
      each.goLive ?? '',
      each.hoursPledged,
      each.hoursGiven,
      each.partners.join('; '),
      each.reason,
      each.learnt,
    ]),
  ])
