/** What waits for somebody's answer, each with its button, its date, and what happens if they say nothing. */
import { sayDay } from '../../basics/day.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { whoLink } from '../people/pages.ts'
import { sayHours } from '../projects/hours.ts'
import { askOfLife } from './life-pages.ts'
import type { Waiting } from './waiting.ts'
import { sayNext } from './words.ts'

export const waitingPart = (
  visit: Visit,
  waiting: readonly Waiting[],
): Markup => html`<section aria-labelledby="waiting"><h2 id="waiting">Waiting for you</h2>
${waiting.length > 0 ? html`<ul class="cards">${waiting.map((each) => html`<li class="card ask-card">${ask(visit, each)}</li>`)}</ul>` : html`<p>Nothing waits for your answer. When something does, you get a letter and see it here.</p>`}</section>`

function ask(visit: Visit, waiting: Waiting): Markup {
  const { id, what, title } = waiting
  const by = sayDay(waiting.by, visit.today)
  const next = sayNext(waiting, visit.today)
  switch (waiting.is) {
    case 'pledge':
      return html`<p class="state">Answer by ${by}</p><h3>A pledge for ${what}</h3>
<p>${waiting.who ? whoLink(visit.viewer, waiting.who) : 'Somebody'} offers ${sayHours(waiting.hoursAWeek ?? 0)} to "${title}".</p>
${buttonGroup(buttonLink({ text: html`Answer<span class="govuk-visually-hidden"> the pledge for ${what}</span>`, href: `/pledges/${id}` }))}
<p class="meta">If you say nothing, they are freed after ${by}.</p>`
    case 'start':
      return html`<p class="state state-good">Name the first date by ${by}</p><h3>${title} is ready</h3>
<p>Every must-have place is filled.</p>
${buttonGroup(buttonLink({ text: html`Name the first date<span class="govuk-visually-hidden"> of ${title}</span>`, href: `/projects/${id}#first-date` }))}
<p class="meta">${next}</p>`
    case 'choice':
      return html`<p class="state">Choose by ${by}</p><h3>The deadline of ${title} has passed</h3>
<p>Extend it once, make it smaller, merge it into another, or stop it.</p>
${buttonGroup(buttonLink({ text: html`Choose<span class="govuk-visually-hidden"> for ${title}</span>`, href: `/projects/${id}/choice` }))}
<p class="meta">If you choose nothing by ${by}, it ends as not reached and everybody is freed.</p>`
    case 'ending':
      return html`<p class="state">The work ended on ${by}</p><h3>How did ${title} end?</h3>
<p>Delivered, handed over or stopped: each is a good ending. Everybody is thanked and freed.</p>
${buttonGroup(buttonLink({ text: html`Say how it ended<span class="govuk-visually-hidden">: ${title}</span>`, href: `/projects/${id}#yours` }))}
<p class="meta">It has waited since ${by}. ${next}</p>`
    case 'review':
    case 'merging':
    case 'handover':
    case 'giving away':
      return askOfLife(visit, waiting, waiting.is)
    case 'gift':
      return html`<p class="state">Answer by ${by}</p><h3>An offer of ${what}</h3>
<p>${waiting.who ? whoLink(visit.viewer, waiting.who) : 'Somebody'} offers it to "${title}".</p>
${buttonGroup(buttonLink({ text: html`Answer<span class="govuk-visually-hidden"> the offer of ${what}</span>`, href: `/gifts/${id}` }))}
<p class="meta">If you say nothing, they are freed after ${by}.</p>`
    case 'lookout':
      return html`<p class="state">${waiting.by < visit.today ? `No answer since ${by}` : `Answer by ${by}`}</p><h3>Nothing fits ${what || 'somebody new'} yet</h3>
<p>They have joined, and were told that you look for somebody.</p>
${buttonGroup(buttonLink({ text: html`Look<span class="govuk-visually-hidden"> for ${what || 'somebody new'}</span>`, href: `/lookouts/${id}` }))}
<p class="meta">${next}</p>`
    case 'claim':
      return html`<p class="state">${waiting.by < visit.today ? `No answer since ${by}` : `Answer by ${by}`}</p><h3>Does ${what || 'somebody new'} work for ${title}?</h3>
<p>They say so, and their address does not tell it.</p>
${buttonGroup(buttonLink({ text: html`Answer<span class="govuk-visually-hidden"> for ${what || 'somebody new'}</span>`, href: `/claims/${id}` }))}
<p class="meta">Until somebody answers, they can only read and write drafts. ${next}</p>`
    case 'report':
      return html`<p class="state">${waiting.by < visit.today ? `It has waited since ${by}` : `Look at it by ${by}`}</p><h3>A reported post about ${title}</h3>
<p>A member asks the moderators to look at it.</p>
${buttonGroup(buttonLink({ text: html`Look at it<span class="govuk-visually-hidden">: a post about ${title}</span>`, href: `/reports/${id}` }), html`<a href="/reports">All reports</a>`)}
<p class="meta">${next}</p>`
  }
}
