/** The page for people without a phone: somebody else types in what they say, one person after another. */
import { sayDay, sayTime } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type Event, stepEnds } from '../events/event.ts'
import { cardPart, type Held, sayTurn } from './pages.ts'
import type { Scoring } from './scoring.ts'

export type TerminalPage = {
  event: Event
  scoring: Scoring
  /** Who sits there, and what they hold. */
  sitting: (Held & { rater: string }) | undefined
  /** Others who hold a card. */
  others: readonly { id: string; begunAt: Date; scored: number }[]
  name: string
  fault?: string | undefined
}

export function terminalPage(visit: Visit, { event, scoring, sitting, others, name, fault }: TerminalPage): Markup {
  const home = `/events/${event.id}/terminal`
  const isAtCard = sitting?.card !== undefined
  return html`${backLink(isAtCard ? { href: home, text: 'Next person' } : { href: `/events/${event.id}/score`, text: 'Your own cards' })}
${fault === undefined ? '' : errorSummary({ errors: [{ text: fault, href: isAtCard ? '#points-1' : '#name' }] })}
${
  sitting?.card
    ? cardPart(`${home}/${sitting.rater}/scores`, sitting.card, `At the terminal. ${sayTurn(sitting.scored, scoring.each)}`)
    : html`<h1>${sitting ? 'Thank you. Who is next?' : 'Score for people without a phone'}</h1>
<p class="lede">${sitting ? `They have scored ${count(sitting.scored, 'card')}.` : 'Read the card out to them, and press what they say.'} The scoring is planned to end on ${sayDay(stepEnds(event), visit.today)}.</p>
<form class="form" method="post" action="/events/${event.id}/terminal" novalidate>
${textField({ name: 'name', label: 'Their name (optional)', hint: 'As they have signed up, so that they do not get what they have pitched. It is shown to nobody.', width: 30, autocomplete: 'off', value: name, error: fault })}
${button({ text: 'Next person' })}</form>
${othersPart(visit, home, others)}`
}`
}

const othersPart = ({ zone }: Visit, home: string, others: TerminalPage['others']): Markup | '' =>
  others.length === 0
    ? ''
    : html`<section aria-labelledby="others"><h2 id="others">Who has not finished</h2><ul class="stack">${others.map(
        ({ id, begunAt, scored }) =>
          html`<li><a href="${home}?rater=${id}">Whoever began at ${sayTime(zone, begunAt)}</a>: ${count(scored, 'card')} scored</li>`,
      )}</ul></section>`

/** Before the scoring begins, and after. */
export const noTerminal = (event: Event, why: string): Markup =>
  html`${backLink({ href: `/events/${event.id}`, text: event.title })}<h1>Score for people without a phone</h1><p class="lede">${why}</p>${buttonGroup(buttonLink({ text: 'Back to the event', href: `/events/${event.id}` }))}`
