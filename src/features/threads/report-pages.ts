/** The pages for reporting a post, and those on which moderators answer. */

import { addDays, dayIn, sayDay } from '../../basics/day.ts'
import { sayNumber } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { pagination } from '../../web/components/pagination.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { sayWho } from '../people/person.ts'
import { placeOf, words } from './pages.ts'
import type { Post } from './post.ts'
import { LOOK_DAYS, MOST_REASON, type Report, type Reported } from './report.ts'
import { DONE_REPORTS, sayWhen } from './words.ts'

export const reportPage = (
  visit: Visit,
  post: Post,
  typed: string,
  fault?: string,
  refused?: string,
): Markup => html`${backLink({ href: placeOf(post), text: 'Back to the conversation' })}
<form class="form" method="post" action="/posts/${post.id}/reports" novalidate>
${fault || refused ? errorSummary({ errors: [fault ? { text: fault, href: '#reason' } : { text: refused ?? '' }] }) : ''}
<h1>Report this post</h1>
<blockquote class="quoted"><p><strong>${sayWho(visit.viewer, post.person)}</strong></p>${words(post.said)}</blockquote>
${textArea({ name: 'reason', label: 'What is wrong with it?', hint: `Only the moderators read this. At most ${sayNumber(MOST_REASON)} characters.`, rows: 4, value: typed, error: fault })}
${buttonGroup(button({ text: 'Report it' }), html`<a href="${placeOf(post)}">Go back</a>`)}
<section class="next"><h2>What happens next</h2><p>The moderators get a letter at once. One of them looks at it by ${sayDay(addDays(visit.today, LOOK_DAYS), visit.today)} and removes it or keeps it. You get a letter either way. Its writer is not told who reported it.</p></section>
</form>`

export function reportedPage(visit: Visit, post: Post, { at }: Report): Markup {
  const by = addDays(dayIn(visit.zone, at), LOOK_DAYS)
  return html`${backLink({ href: placeOf(post), text: 'Back to the conversation' })}
<h1>You have reported this post</h1>
<p class="lede">Thank you. The moderators were told on ${sayWhen(visit.zone, at, visit.today)}.</p>
<section class="next"><h2>What happens next</h2><p>One of them looks at it by ${sayDay(by, visit.today)} and removes it or keeps it. ${by < visit.today ? `That day has passed, so we remind them every ${LOOK_DAYS} days.` : ''} You get a letter either way.</p></section>`
}

export const noReportPage = (
  post: Post,
  refused: string,
): Markup => html`${backLink({ href: placeOf(post), text: 'Back to the conversation' })}
<h1>Report this post</h1>
${insetText({ content: refused })}`

/** What waits for the moderators, the oldest first. */
export const reportsPage = (visit: Visit, reported: readonly Reported[], next: string | undefined): Markup => html`${
  visit.query('done') === 'answered' ? notificationBanner({ kind: 'success', title: DONE_REPORTS.title, content: DONE_REPORTS.text }) : ''
}
<h1>Reports</h1>
<p class="lede">Posts that members have asked you to look at. What has waited longest comes first.</p>
${
  reported.length > 0
    ? html`<ul class="cards">${reported.map((each) => html`<li class="card ask-card">${reportedCard(visit, each)}</li>`)}</ul>`
    : html`<div class="empty">${wholeSign()}<div><h2>Nothing is reported</h2><p>When a member reports a post, you get a letter and see it here. You can read the conversations meanwhile.</p>${buttonLink({ text: 'See all projects', href: '/projects?show=all', kind: 'quiet' })}</div></div>`
}
${next ? pagination({ next: { href: next, text: 'Later reports' } }) : ''}`

const reportedCard = (visit: Visit, { post, subject, reports }: Reported): Markup => html`<p class="state">${lookBy(visit, reports)}</p>
<h2>A post about ${subject.title}</h2>
${whatWasSaid(visit, post, reports)}
${whoReported(visit, reports)}
${buttonGroup(buttonLink({ text: html`Answer<span class="govuk-visually-hidden"> about the post in ${subject.title}</span>`, href: `/reports/${post.id}` }))}`

function lookBy(visit: Visit, [first]: readonly Report[]): string {
  const by = addDays(first ? dayIn(visit.zone, first.at) : visit.today, LOOK_DAYS)
  return by >= visit.today ? `Look at it by ${sayDay(by, visit.today)}` : `It has waited since ${sayDay(by, visit.today)}`
}

/** What stood there when it was reported comes first; what stands there now only if that is something else. */
function whatWasSaid(visit: Visit, post: Post, reports: readonly Report[]): Markup {
  const reported = [...new Set(reports.map(({ said }) => said))]
  const now = post.removed
    ? html`<p class="meta">Its writer has removed it since.</p>`
    : reported.at(-1) === post.said
      ? ''
      : html`<p class="meta">Its writer has changed it since. Now it says:</p><blockquote class="quoted">${words(post.said)}</blockquote>`
  return html`<p>${sayWho(visit.viewer, post.person)} wrote on ${sayWhen(visit.zone, post.saidAt, visit.today)}:</p>
${reported.map((said) => html`<blockquote class="quoted">${words(said)}</blockquote>`)}${now}`
}

const whoReported = (visit: Visit, reports: readonly Report[]): Markup =>
  html`${reports.map(
    ({ by, reason, at }) =>
      html`<p>${sayWho(visit.viewer, by)} reported it on ${sayWhen(visit.zone, at, visit.today)}:</p><blockquote class="quoted">${words(reason)}</blockquote>`,
  )}`

export type TypedVerdict = { verdict: string; reason: string }
export type VerdictFaults = { verdict?: string; reason?: string }

export function judgingPage(visit: Visit, { post, subject, reports }: Reported, typed: TypedVerdict, faults: VerdictFaults = {}): Markup {
  const errors = (['verdict', 'reason'] as const).flatMap((field) => (faults[field] ? [{ text: faults[field], href: `#${field}` }] : []))
  return html`${backLink({ href: '/reports', text: 'All reports' })}
${errors.length > 0 ? errorSummary({ errors }) : ''}
<p class="state">${lookBy(visit, reports)}</p>
<h1>A reported post</h1>
<p class="meta">In <a href="${placeOf(post)}">the conversation</a> about ${subject.title}</p>
${whatWasSaid(visit, post, reports)}
${whoReported(visit, reports)}
<form class="form" method="post" action="/reports/${post.id}/answer" novalidate>
${radios({
  name: 'verdict',
  legend: 'What becomes of it?',
  value: typed.verdict,
  error: faults.verdict,
  items: [
    { value: 'removed', text: 'Remove it', hint: 'Its words go. The others see that a moderator removed something here.' },
    { value: 'kept', text: 'Keep it', hint: 'It stays as it is. Its writer does not hear of the report.' },
  ],
})}
${textArea({ name: 'reason', label: 'Your reason', hint: 'If you remove it, its writer reads this in a letter: write kindly. If you keep it, whoever reported it does, and you may leave it empty.', rows: 4, value: typed.reason, error: faults.reason })}
${buttonGroup(button({ text: 'Answer' }), html`<a href="/reports">Go back</a>`)}
<section class="next"><h2>What happens next</h2><p>We write to everybody whom it concerns at once, in your words but without your name. If nobody answers, we remind all moderators every ${LOOK_DAYS} days.</p></section>
</form>`
}
