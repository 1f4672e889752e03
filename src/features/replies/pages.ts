/** What brokers read of letters that did nothing: who wrote, what, why it was not understood; and how they close it. */
import { dayIn, sayDay, sayTime } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { pagination } from '../../web/components/pagination.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { nameLink } from '../people/pages.ts'
import { MOST_CLOSING, type Waiting } from './received.ts'
import { DONE_CLOSED, REPLIES, STRANGERS, sayAttachments, UNCLEAR_TO_BROKERS } from './words.ts'

const when = (visit: Visit, at: Date): string => `${sayDay(dayIn(visit.zone, at), visit.today)}, ${sayTime(visit.zone, at)}`
const aboutOf = ({ subject }: Waiting): string => subject || 'A letter without a subject'

const whoWrote = ({ viewer }: Visit, { person, from, fromName }: Waiting): Markup => {
  if (person) return nameLink(viewer, person.id, person.name || from)
  return html`${[fromName, from].filter(Boolean).join(', ') || 'Nobody who is named'}`
}

export function repliesPage(visit: Visit, waiting: readonly Waiting[], state: Waiting['state'], next: string | undefined): Markup {
  const isUnclear = state === 'unclear'
  return html`${visit.query('done') === 'closed' ? notificationBanner({ kind: 'success', title: DONE_CLOSED.title, content: DONE_CLOSED.text }) : ''}
<h1>${isUnclear ? REPLIES : STRANGERS}</h1>
<p class="lede">${isUnclear ? 'People answered by letter, and we could not tell what they mean. We told them what they can write instead, where we know them. The oldest comes first.' : 'They have done nothing here. Look whether somebody needs an answer.'}</p>
<p>${isUnclear ? html`<a href="/replies?from=strangers">${STRANGERS}</a>` : html`<a href="/replies">${REPLIES}</a>`}</p>
${
  waiting.length > 0
    ? html`<ul class="cards">${waiting.map((each) => html`<li class="card ask-card">${card(visit, each)}</li>`)}</ul>`
    : html`<div class="empty">${wholeSign()}<div><h2>Nothing waits here</h2><p>When a letter comes that we do not understand, you see it here.</p>${buttonLink({ text: 'See what waits for you', href: '/mine', kind: 'quiet' })}</div></div>`
}
${next ? pagination({ next: { href: next, text: 'Later letters' } }) : ''}`
}

const card = (
  visit: Visit,
  waiting: Waiting,
): Markup => html`<p class="state">${waiting.why ? UNCLEAR_TO_BROKERS[waiting.why] : 'We do not know its address'}</p>
<h2>${aboutOf(waiting)}</h2>
<p class="meta">From ${whoWrote(visit, waiting)}, ${when(visit, waiting.at)}</p>
${buttonGroup(buttonLink({ text: html`Read it<span class="govuk-visually-hidden">: ${aboutOf(waiting)}</span>`, href: `/replies/${waiting.id}` }))}`

export const replyPage = (
  visit: Visit,
  waiting: Waiting,
  typed: string,
  fault?: string,
): Markup => html`${backLink({ href: '/replies', text: 'All letters that wait' })}
${fault ? errorSummary({ errors: [{ text: fault, href: '#closing' }] }) : ''}
<p class="state">${waiting.why ? UNCLEAR_TO_BROKERS[waiting.why] : 'We do not know its address'}</p>
<h1>${aboutOf(waiting)}</h1>
<p class="meta">From ${whoWrote(visit, waiting)}${waiting.person ? html` (${waiting.from})` : ''}, ${when(visit, waiting.at)}</p>
${waiting.text === '' ? html`<p>There are no words in it that we can show.</p>` : html`<blockquote class="quoted"><p class="typed" dir="auto">${waiting.text}</p></blockquote>`}
${waiting.attachments > 0 ? html`<p class="meta">${sayAttachments(waiting.attachments)}</p>` : ''}
<form class="form" method="post" action="/replies/${waiting.id}/closing" novalidate>
${textArea({ name: 'closing', label: 'What did you do about it?', hint: `Such as: rang her, she means yes and has answered. At most ${MOST_CLOSING} characters. Only brokers read it.`, rows: 3, value: typed, error: fault })}
${buttonGroup(button({ text: 'Close it' }), html`<a href="/replies">Go back</a>`)}
<section class="next"><h2>What happens next</h2><p>The words of the letter are removed, and what you did is kept. Nothing else changes, and nobody is written to: if they need an answer, write to them yourself first.</p></section>
</form>`
