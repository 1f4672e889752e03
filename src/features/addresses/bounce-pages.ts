/** What brokers see of addresses from which letters come back, and what they can do about one. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { pagination } from '../../web/components/pagination.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Bouncing } from '../people/address.ts'
import { NO_NAME } from '../people/words.ts'
import { BOUNCE_DONE } from './words.ts'

const nameOf = ({ person }: Bouncing): string => person.name || NO_NAME

export function bouncesPage(visit: Visit, bouncing: readonly Bouncing[], next: string | undefined): Markup {
  const done = BOUNCE_DONE[visit.query('done') ?? '']
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
<h1>Addresses from which letters come back</h1>
<p class="lede">Nothing but codes to sign in is sent there. Find out by other means what is wrong. <a href="/deliveries?view=bounced">The letters that came back</a></p>
${
  bouncing.length === 0
    ? html`<div class="empty">${wholeSign()}<div><h2>Every address works</h2><p>When a letter comes back, you see here whose address it was.</p></div></div>`
    : html`<ul class="stack">${bouncing.map(
        (
          each,
        ) => html`<li><a href="/bounces/${each.id}">${nameOf(each)}</a><span class="sub">${[each.person.job, each.email].filter(Boolean).join(' · ')}</span>
<p class="meta">Since ${sayDay(each.since, visit.today)}. ${each.hasOther ? 'Another address of theirs works.' : 'They have no other address, so they may not get in.'}</p></li>`,
      )}</ul>`
}
${next ? pagination({ next: { href: next, text: 'More addresses' } }) : ''}`
}

export type BouncePage = { bouncing: Bouncing; typed: string; fault?: string | undefined }

export function bouncePage(visit: Visit, { bouncing, typed, fault }: BouncePage): Markup {
  const { id, email, since, hasOther } = bouncing
  const name = nameOf(bouncing)
  return html`${backLink({ href: '/bounces', text: 'All addresses' })}
${fault ? errorSummary({ errors: [{ text: fault, href: '#email' }] }) : ''}
<h1>Letters to ${name} come back</h1>
<p class="lede">${email} has taken no letters since ${sayDay(since, visit.today)}. ${hasOther ? 'Another address of theirs works, so they can still sign in.' : 'It is their only address that we know of, or none of the others works.'}</p>
<section aria-labelledby="works"><h2 id="works">It works again</h2>
<p>A typing mistake at their mail server, or a full mailbox that is empty now.</p>
<form method="post" action="/bounces/${id}/repair">${button({ text: 'Write there again', kind: 'quiet' })}</form></section>
<form class="form" method="post" action="/bounces/${id}/address" novalidate>
<h2>Vouch for another address</h2>
<p>You have spoken with ${name}, and know that this address is theirs. They sign in with a code that we send there.</p>
${textField({ name: 'email', label: 'Their other address', type: 'email', autocomplete: 'off', spellcheck: false, value: typed, error: fault })}
${buttonGroup(button({ text: 'Add this address' }), html`<a href="/bounces">Go back</a>`)}
<section class="next"><h2>What happens next</h2><p>Each of their addresses gets a letter that says so, with your name. We keep that it was you.</p></section>
</form>`
}
