/** Projects without a next date, and why: a page that should be empty. */
import { sayDay } from '../../basics/day.ts'
import { backLink } from '../../web/components/links.ts'
import { pagination } from '../../web/components/pagination.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { nameLink } from '../people/pages.ts'
import type { Undated } from './undated.ts'
import { DATES, INBOX, sayUndated } from './words.ts'

export const datesPage = (
  visit: Visit,
  undated: readonly Undated[],
  next: string | undefined,
): Markup => html`${backLink({ href: '/broker', text: INBOX })}
<h1>${DATES}</h1>
<p class="lede">Every project has a next date: its own, or the day on which we ask its owner again. This page should be empty.</p>
${
  undated.length > 0
    ? html`<ul class="stack">${undated.map(
        (each) => html`<li><div class="cast"><div><a class="skill" href="/projects/${each.id}">${each.title}</a>
<span class="sub">${sayUndated(each, visit.today)} Its owner: ${nameLink(visit.viewer, each.owner, each.ownerName || 'see their page')}.</span></div><strong>Since ${sayDay(each.since, visit.today)}</strong></div></li>`,
      )}</ul>`
    : html`<div class="empty">${wholeSign()}<div><h2>Every project has its next date</h2><p>Nothing is forgotten. Each project's page says what happens next, and when.</p></div></div>`
}
${next ? pagination({ next: { href: next, text: 'Newer ones' } }) : ''}`
