/** What waits for somebody, each with its button, its date, and what happens if they say nothing. */
import { sayDay } from '../../basics/day.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Ask } from '../asks/ask.ts'
import { type AllWords, askCard, askedLine } from '../asks/pages.ts'
import { isItemKind, UNTAKEN_DAYS } from '../broker/item.ts'
import { KIND_WORDS } from '../broker/words.ts'
import type { Waiting } from './waiting.ts'
import { sayNext } from './words.ts'

/** All that waits for one person, and what they wait for themselves. */
export type AllWaiting = { asks: readonly Ask[]; asked: readonly Ask[]; others: readonly Waiting[]; kinds: AllWords }

export const countAll = ({ asks, others }: AllWaiting): number => asks.length + others.length

/** The one that must be answered first comes first. */
export function waitingPart(visit: Visit, { asks, others, kinds }: AllWaiting): Markup {
  const cards = [
    ...asks.map((each) => ({ by: each.answerBy, card: askCard(visit, kinds, each) })),
    ...others.map((each) => ({ by: each.by, card: cardOf(visit, each) })),
  ].sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
  return html`<section aria-labelledby="waiting"><h2 id="waiting">Waiting for you</h2>
${cards.length > 0 ? html`<ul class="cards">${cards.map(({ card }) => html`<li class="card ask-card">${card}</li>`)}</ul>` : html`<p>Nothing waits for your answer. When something does, you get a letter and see it here.</p>`}</section>`
}

/** What others have not answered yet. */
export const askedPart = (visit: Visit, { asked, kinds }: AllWaiting): Markup | '' =>
  asked.length === 0
    ? ''
    : html`<section aria-labelledby="asked"><h2 id="asked">You wait for</h2><ul class="stack">${asked.map((each) => askedLine(visit, kinds, each))}</ul></section>`

function cardOf(visit: Visit, waiting: Waiting): Markup {
  const { id, what, title } = waiting
  const by = sayDay(waiting.by, visit.today)
  const next = sayNext(waiting, visit.today)
  switch (waiting.is) {
    case 'giving away':
      return html`<p class="state">Waits for an owner</p><h3>Who looks after ${title} from now on?</h3>
<p>${waiting.isTheirs ? 'Its owner belongs to no organisation any more.' : 'You belong to no organisation any more. The project stays yours until you give it to somebody.'}</p>
${buttonGroup(buttonLink({ text: html`Give it another owner<span class="govuk-visually-hidden">: ${title}</span>`, href: `/projects/${id}/handover` }))}
<p class="meta">${waiting.isTheirs ? 'Whoever you ask has two weeks to say yes.' : 'Until then a broker may ask somebody for you.'} ${next}</p>`
    case 'lookout':
      return html`<p class="state">${waiting.by < visit.today ? `No answer since ${by}` : `Answer by ${by}`}</p><h3>Nothing fits ${what || 'somebody new'} yet</h3>
<p>They have joined, and were told that you look for somebody.</p>
${buttonGroup(buttonLink({ text: html`Look<span class="govuk-visually-hidden"> for ${what || 'somebody new'}</span>`, href: `/lookouts/${id}` }))}
<p class="meta">${next}</p>`
    case 'bounce':
      return html`<p class="state">Since ${by}</p><h3>Letters to ${what || 'somebody'} come back</h3>
<p>Nothing but codes to sign in is sent there until somebody says that it works again.</p>
${buttonGroup(buttonLink({ text: html`Look at it<span class="govuk-visually-hidden">: letters to ${what || 'somebody'}</span>`, href: `/bounces/${id}` }))}
<p class="meta">It stays here until then. They see it on their own page of addresses, too.</p>`
    case 'broken promise': {
      const name = isItemKind(what) ? KIND_WORDS[what].name : what
      return html`<p class="state">Broken since ${by}</p><h3>${title || name}</h3>
<p>${title ? `${name}. ` : ''}${waiting.isTheirs ? `No broker has taken it for ${UNTAKEN_DAYS} days.` : 'You have taken it.'}</p>
${buttonGroup(buttonLink({ text: html`Look at it<span class="govuk-visually-hidden">: ${title || name}</span>`, href: `/broker/${id}` }), html`<a href="/broker">All broken promises</a>`)}
<p class="meta">It waits here until it is closed, or the promise is kept.</p>`
    }
    case 'report':
      return html`<p class="state">${waiting.by < visit.today ? `It has waited since ${by}` : `Look at it by ${by}`}</p><h3>A reported post about ${title}</h3>
<p>A member asks the moderators to look at it.</p>
${buttonGroup(buttonLink({ text: html`Look at it<span class="govuk-visually-hidden">: a post about ${title}</span>`, href: `/reports/${id}` }), html`<a href="/reports">All reports</a>`)}
<p class="meta">${next}</p>`
    case 'reply':
      return html`<p class="state">${waiting.by < visit.today ? `It has waited since ${by}` : `Read it by ${by}`}</p><h3>A letter that we did not understand</h3>
<p>${what || 'Somebody'} wrote${title ? html` about "${title}"` : ''}, and was told what they can write instead.</p>
${buttonGroup(buttonLink({ text: html`Read it<span class="govuk-visually-hidden">: a letter from ${what || 'somebody'}</span>`, href: `/replies/${id}` }), html`<a href="/replies">All such letters</a>`)}
<p class="meta">It waits here until a broker closes it.</p>`
  }
}
