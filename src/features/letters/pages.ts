/** The demo's letters, as their readers would find them. */
import { dayIn, sayDay, sayTime } from '../../basics/day.ts'
import { buttonLink } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { pagination } from '../../web/components/pagination.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { type Letter, partsOf } from './letter.ts'

const day = (visit: Visit, at: Date) => `${sayDay(dayIn(visit.zone, at), visit.today)}, ${sayTime(visit.zone, at)}`

export function lettersPage(visit: Visit, letters: readonly Letter[], mine: boolean, next: string | undefined): Markup {
  return html`<h1>${mine ? 'Letters to you' : 'Letters'}</h1>
<p class="lede">In this demo no letter leaves the house. Here is every letter that would have been sent, newest first.</p>
${visit.viewer ? html`<p>${mine ? html`<a href="/letters">Everybody's letters</a>` : html`<a href="/letters?to=me">Only letters to you</a>`}</p>` : ''}
${
  letters.length === 0
    ? html`<div class="empty">${logo()}<div><h2>No letters yet</h2><p>Pledge to a role, and its owner gets one.</p>${buttonLink({ text: 'See projects', href: '/projects' })}</div></div>`
    : html`<ul class="stack letters">${letters.map(
        (letter) =>
          html`<li><a href="/letters/${letter.id}">${letter.subject}</a><span class="sub">to ${letter.recipientName ?? letter.recipient} · ${day(visit, letter.writtenAt)}</span></li>`,
      )}</ul>`
}
${next ? pagination({ next: { href: next, text: 'Older letters' } }) : ''}`
}

/** `stop` is what a mail program is given so that one click stops letters like this. */
export const letterPage = (
  visit: Visit,
  letter: Letter,
  stop?: string,
): Markup => html`${backLink({ href: '/letters', text: 'All letters' })}
<h1>Letter</h1>
<article class="letter">
<dl class="letter-head"><div><dt>To</dt><dd>${letter.recipient}</dd></div><div><dt>Written</dt><dd>${day(visit, letter.writtenAt)}</dd></div></dl>
<h2 class="letter-subject">${letter.subject}</h2>
<div class="letter-body letter-plain">${withLinks(letter.body)}</div>
</article>
${stop === undefined ? '' : html`<p class="meta">Mail programs show a button beside a letter like this: <a href="/letters/stop/${stop}">Stop these letters</a>.</p>`}`

/** Our own links can be followed; nothing else in a letter can. */
const withLinks = (body: string): Markup[] =>
  partsOf(body).map(({ is, text }) => (is === 'link' ? html`<a href="${text}">${text}</a>` : html`${text}`))
