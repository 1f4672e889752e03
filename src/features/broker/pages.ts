/** The brokers' inbox: the oldest broken promise first, each with who looks after it. */
import { sayDay } from '../../basics/day.ts'
import { sayNumber } from '../../basics/text.ts'
import { buttonLink } from '../../web/components/button.ts'
import { notificationBanner, tag } from '../../web/components/notices.ts'
import { pagination } from '../../web/components/pagination.ts'
import { attributes, html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { type Counts, type Item, isSnoozed, SHOWS, type Show } from './item.ts'
import { DATES, doneFor, EMPTY_WORDS, INBOX, KIND_WORDS, OUTCOME_WORDS, SHOW_WORDS, sayTaker, titleOf } from './words.ts'

export type InboxPage = { show: Show; items: readonly Item[]; counts: Counts; next: string | undefined }

export function inboxPage(visit: Visit, { show, items, counts, next }: InboxPage): Markup {
  const done = doneFor(visit.query('done'))
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
<h1>${INBOX}</h1>
<p class="lede">Whoever made the promise has heard first, and nothing has changed. ${show === 'closed' ? 'What was closed last comes first.' : 'The oldest comes first.'}</p>
<nav class="filters" aria-label="Which ones"><ul>${SHOWS.map((each) => filter(each, show, counts))}</ul></nav>
${items.length > 0 ? html`<ul class="stack">${items.map((item) => line(visit, item))}</ul>` : nothingPart(show)}
${next ? pagination({ next: { href: next, text: show === 'closed' ? 'Earlier ones' : 'Newer ones' } }) : ''}
<section aria-labelledby="elsewhere"><h2 id="elsewhere">Also for brokers</h2><ul>
<li><a href="/held">People who wait to be let in</a></li>
<li><a href="/mine">People for whom nothing fits yet</a>, when you look for them</li>
<li><a href="/broker/dates">${DATES}</a></li>
</ul></section>`
}

const filter = (each: Show, show: Show, counts: Counts): Markup =>
  html`<li><a${attributes({ href: each === 'all' ? '/broker' : `/broker?show=${each}`, 'aria-current': each === show ? 'page' : undefined })}>${SHOW_WORDS[each]}${each === 'closed' ? '' : ` (${sayNumber(counts[each])})`}</a></li>`

function line(visit: Visit, item: Item): Markup {
  const me = visit.viewer?.person ?? ''
  const { closing, since } = item
  const isMine = item.takenBy?.id === me && !closing
  const state = closing
    ? `${OUTCOME_WORDS[closing.outcome]} on ${sayDay(closing.on, visit.today)}${closing.by ? `, by ${closing.by.name}` : ''}`
    : sayTaker(item, me, visit.today)
  const sleeps = isSnoozed(item, visit.today) ? html` ${tag({ text: 'Put off', kind: 'quiet' })}` : ''
  return html`<li><div class="cast"><div><a class="skill" href="/broker/${item.id}">${titleOf(item)}</a>
<span class="sub">${KIND_WORDS[item.kind].name}${item.project && item.what && item.kind !== 'phase overdue' ? `: ${item.what}` : ''}. ${state}.</span></div>
<p class="since">${isMine ? html`${tag({ text: 'Yours', kind: 'good' })} ` : ''}${sleeps}<strong>Since ${sayDay(since, visit.today)}</strong></p></div></li>`
}

const nothingPart = (show: Show): Markup =>
  html`<div class="empty">${wholeSign()}<div><h2>${EMPTY_WORDS[show].title}</h2><p>${EMPTY_WORDS[show].text}</p>${buttonLink(show === 'all' ? { text: 'See all projects', href: '/projects', kind: 'quiet' } : { text: 'See all that waits', href: '/broker', kind: 'quiet' })}</div></div>`
