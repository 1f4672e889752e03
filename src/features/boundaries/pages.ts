/** The pages on which somebody chooses who finds them, blocks somebody and reports somebody. */
import { type Day, sayDay } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type Somebody, sayWho } from '../people/person.ts'
import { MOST_REASON, type TypedBoundaries } from './boundary.ts'
import { DONE, WHO_FINDS_YOU } from './words.ts'

export type BoundariesPage = {
  typed: TypedBoundaries
  pausedUntil: Day | undefined
  blocked: readonly Somebody[]
  fault?: string | undefined
}

export function boundariesPage(visit: Visit, { typed, pausedUntil, blocked, fault }: BoundariesPage): Markup {
  const done = fault ? undefined : DONE[visit.query('done') ?? '']
  const ticked = [...(typed.hides ? ['hides'] : []), ...(typed.isAnonymous ? ['anonymous'] : [])]
  return html`${backLink({ href: '/profile', text: 'Your page' })}
${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
<form class="form" method="post" action="/boundaries" novalidate>
${fault ? errorSummary({ errors: [{ text: fault, href: '#until' }] }) : ''}
<h1>${WHO_FINDS_YOU}</h1>
<p class="lede">${pausedUntil ? `You take a break until ${sayDay(pausedUntil, visit.today)}: until then nobody is told of you.` : 'Members find you by what you show of yourself. You can change that here.'} On projects that you own or pledge to, your name stays as it is.</p>
${checkboxes({
  name: 'finds',
  legend: 'How others find you',
  items: [
    {
      value: 'hides',
      text: 'Hide me from my organisation',
      hint: 'Nobody who works there finds you, not even in a number. If you speak for it, your name still stands there.',
    },
    {
      value: 'anonymous',
      text: 'Stay anonymous until both have said yes',
      hint: 'Others see what you do and for whom, never your name, until you are introduced.',
    },
  ],
  values: ticked,
})}
${dateField({ name: 'until', label: 'Take a break until (optional)', hint: 'Until the end of that day you are not suggested and not introduced to anybody. Empty it to be found again.', value: typed.until, error: fault })}
${buttonGroup(button({ text: 'Save' }), html`<a href="/profile">Go back</a>`)}
</form>
<section aria-labelledby="blocked"><h2 id="blocked">Whom you have blocked</h2>
${
  blocked.length > 0
    ? html`<ul class="stack">${blocked.map((each) => html`<li><div class="cast"><div>${sayWho(visit.viewer, each)}</div><form method="post" action="/blocks/${each.id}/removal">${button({ text: html`Unblock<span class="govuk-visually-hidden"> ${sayWho(visit.viewer, each)}</span>`, kind: 'quiet' })}</form></div></li>`)}</ul>`
    : html`<p class="meta">Nobody. You can block somebody from their page: then you do not find each other, and they are not told.</p>`
}</section>`
}

export const blockPage = (
  visit: Visit,
  who: Somebody,
): Markup => html`${backLink({ href: `/people/${who.id}`, text: 'Back to their page' })}
<form class="form" method="post" action="/people/${who.id}/blocks" novalidate>
<h1>Block ${sayWho(visit.viewer, who)}?</h1>
<p class="lede">You do not find each other any more: not on pages, not in letters, not in suggestions.</p>
<p>They are never told. In projects in which you both take part, your names stay. You can unblock them at any time.</p>
${buttonGroup(button({ text: 'Block', kind: 'warning' }), html`<a href="/people/${who.id}">Go back</a>`)}
</form>`

export type ReportPage = {
  who: Somebody
  typed: string
  blocks: boolean
  by: Day
  fault?: string | undefined
  refused?: string | undefined
}

export const reportPage = (
  visit: Visit,
  { who, typed, blocks, by, fault, refused }: ReportPage,
): Markup => html`${backLink({ href: `/people/${who.id}`, text: 'Back to their page' })}
<form class="form" method="post" action="/people/${who.id}/reports" novalidate>
${fault || refused ? errorSummary({ errors: [fault ? { text: fault, href: '#reason' } : { text: refused ?? '' }] }) : ''}
<h1>Report ${sayWho(visit.viewer, who)}</h1>
${textArea({ name: 'reason', label: 'What happened? (optional)', hint: `Only one moderator reads this. At most ${MOST_REASON} characters.`, rows: 4, value: typed, error: fault })}
${checkboxes({ name: 'block', items: [{ value: 'yes', text: 'Block them as well' }], values: blocks ? ['yes'] : [] })}
${buttonGroup(button({ text: 'Report', kind: 'warning' }), html`<a href="/people/${who.id}">Go back</a>`)}
<section class="next"><h2>What happens next</h2><p>A moderator who works for neither of your organisations looks at it by ${sayDay(by, visit.today)}. If they do not, we ask another one. You get a letter. Whom you report is not told who it was.</p></section>
</form>`
