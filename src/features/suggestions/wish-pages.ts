/** Whom somebody does not want suggested, each with a button that takes it back. */
import { button } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { sayName, sayWho } from '../people/person.ts'
import type { Away } from './wish.ts'
import { PUT_OFF, sayAway, TAKEN_BACK } from './words.ts'

export function wishesPage(visit: Visit, away: readonly Away[]): Markup {
  const done = visit.query('done') ? notificationBanner({ kind: 'success', title: TAKEN_BACK.title, content: TAKEN_BACK.text }) : ''
  return html`${backLink({ href: '/suggestions', text: 'Who and what fits you' })}
${done}
<h1>${PUT_OFF}</h1>
<p class="lede">These people are not suggested to you, on pages and in letters. They are not told.</p>
${
  away.length > 0
    ? html`<ul class="stack">${away.map((each) => row(visit, each))}</ul>`
    : html`<p class="meta">Nobody. Beside each person who is suggested to you, you can say "Not now" or "Never".</p>`
}`
}

const row = (visit: Visit, { who, until }: Away): Markup =>
  html`<li><div class="cast"><div>${sayWho(visit.viewer, who)}<span class="sub">${sayAway(until, visit.today)}</span></div><form method="post" action="/wishes/${who.id}/removal">${button({ text: html`Take it back<span class="govuk-visually-hidden">: ${sayName(visit.viewer, who)}</span>`, kind: 'quiet' })}</form></div></li>`
