/** The portfolio of an organisation: one table for everybody who asks for a report, on a page, on paper and in a spreadsheet. */

import { csvOf } from '../../basics/csv.ts'
import { type Day, sayDay } from '../../basics/day.ts'
import { sayNumber } from '../../basics/text.ts'
import { type Cell, table } from '../../web/components/table.ts'
import { type Content, html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { PHASE_WORDS } from '../projects/words.ts'
import type { OrganisationAbout, Undertaking } from './portfolio.ts'
import { COLUMNS, HOURS_NOTE, sayStateOf } from './words.ts'

const HEAD = ['Project', 'State', 'Dates', 'Hours pledged', 'Hours given', 'Partners', 'What came of it']

function rowOf(each: Undertaking, today: Day): (Content | Cell)[] {
  const sub = (text: string) => html`<span class="sub">${text}</span>`
  return [
    html`<a href="/projects/${each.id}">${each.title}</a>${each.startedBy ? sub(`joined; started by ${each.startedBy}`) : ''}`,
    html`${sayStateOf(each)}${each.phase ? sub(PHASE_WORDS[each.phase]) : ''}`,
    html`${sayDay(each.firstDate ?? each.publishedOn, today)} to ${sayDay(each.until, today)}${each.goLive ? sub(`goes live ${sayDay(each.goLive, today)}`) : ''}`,
    { content: sayNumber(each.hoursPledged), isNumber: true },
    { content: sayNumber(each.hoursGiven), isNumber: true },
    each.partners.join(', '),
    html`${each.reason}${each.learnt ? sub(`Learnt: ${each.learnt}`) : ''}`,
  ]
}

/** Wider than a telephone: there it is moved sideways in its own frame. */
export function portfolioTable({ today }: Visit, organisation: OrganisationAbout, all: readonly Undertaking[]): Markup {
  return html`<section class="portfolio" aria-labelledby="portfolio"><h2 id="portfolio">Portfolio</h2>
<p class="not-on-paper">Print this page, and it is a report. <a href="/organisations/${organisation.id}/portfolio.csv">Download the portfolio as a spreadsheet (CSV)</a></p>
<div class="wide-table" role="region" aria-label="Table of projects" tabindex="0">${table({ head: HEAD, rows: all.map((each) => rowOf(each, today)), firstCellIsHeader: true })}</div>
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
