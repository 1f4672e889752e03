/** The page on which somebody scores one card after another. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { type Event, stepEnds } from '../events/event.ts'
import { isClosed, type Scoring, seedOf } from './scoring.ts'
import { BLIND, HIDDEN, POINTS, SCORE_REFUSALS, sayLottery } from './words.ts'

export type Held = { scored: number; card?: { deal: string; title: string } }

export type ScorePage = {
  event: Event
  scoring: Scoring
  /** Nothing for whoever is not in. */
  hand: Held | undefined
  /** None is left for them. */
  isEmpty: boolean
  mayHelp: boolean
  runs: boolean
  fault?: string | undefined
}

export function scorePage(visit: Visit, { event, scoring, hand, isEmpty, mayHelp, runs, fault }: ScorePage): Markup {
  const action = `/events/${event.id}`
  return html`${backLink({ href: action, text: event.title })}
${fault === undefined ? '' : errorSummary({ errors: [{ text: fault, ...(hand?.card ? { href: '#points-1' } : {}) }] })}
${hand?.card ? html`${cardPart(`${action}/scores`, hand.card, sayTurn(hand.scored, scoring.each))}<p class="meta">You can stop and go on until ${sayDay(stepEnds(event), visit.today)}: the card waits for you here.</p>` : beforeOrAfter(visit, event, scoring, { hand, isEmpty })}
${mayHelp && scoring.step === 'scoring' ? html`<p><a href="${action}/terminal">Score for people without a phone</a></p>` : ''}
${runs ? html`<p><a href="${action}/scoring">How the scoring goes</a></p>` : ''}`
}

export const sayTurn = (scored: number, each: number): string => `Card ${scored + 1} of ${each}`

/** The card, and five buttons. */
export const cardPart = (action: string, { deal, title }: { deal: string; title: string }, turn: string): Markup =>
  html`<p class="state">${turn}</p>
<h1 class="typed" dir="auto">${title}</h1>
<p class="lede">How much would you like to talk about this?</p>
<form method="post" action="${action}"><input type="hidden" name="deal" value="${deal}">
<ul class="points">${POINTS.map(
    ({ points, means }) =>
      html`<li>${button({ text: html`<strong>${points}</strong> ${means}`, kind: 'quiet', name: 'points', value: String(points), id: `points-${points}` })}</li>`,
  )}</ul>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">This card is mine, or my team’s</span></summary>
<div class="govuk-details__text"><p>Nobody scores their own. Hand it back, and take another.</p>${button({ text: 'Hand it back', kind: 'quiet', name: 'points', value: 'pass' })}</div></details>
</form>
<p class="meta">${BLIND}</p>`

function beforeOrAfter(visit: Visit, event: Event, scoring: Scoring, { hand, isEmpty }: Pick<ScorePage, 'hand' | 'isEmpty'>): Markup {
  const { id } = event
  const until = sayDay(stepEnds(event), visit.today)
  if (scoring.step !== 'scoring')
    return html`<h1>Score the pitches</h1><p class="lede">${SCORE_REFUSALS['not begun']}</p>
<section class="next"><h2>What happens next</h2><p>Pitches are gathered until ${sayDay(event.ends.pitching, visit.today)}. Then everybody who comes scores ${count(scoring.each, 'card')}, one after another.</p></section>`
  if (!hand)
    return html`<h1>Score the pitches</h1><p class="lede">${SCORE_REFUSALS['not in']}</p>${buttonGroup(buttonLink({ text: 'Sign up for the event', href: `/events/${id}` }))}`
  const isDone = hand.scored >= scoring.each
  // After every card the next one comes by itself, so there was none.
  if (isDone || isEmpty || hand.scored > 0)
    return html`<h1>Thank you</h1><p class="lede">${isDone ? `You have scored ${count(hand.scored, 'card')}, which is all that we ask of you.` : SCORE_REFUSALS['no card left']}</p>
${isDone || isEmpty ? '' : html`<form method="post" action="/events/${id}/deals">${button({ text: 'Look for another card', kind: 'quiet' })}</form>`}
<section class="next"><h2>What happens next</h2><p>Others score until ${until}. ${HIDDEN} Then you see <a href="/events/${id}/ranking">what came of it</a>.</p></section>`
  return html`<h1>Score the pitches</h1>
<div class="empty">${logo()}<div><h2>${count(scoring.each, 'card')}, one to five points each</h2>
<p>${BLIND} It takes two minutes.</p><form method="post" action="/events/${id}/deals">${button({ text: 'Give me a card' })}</form></div></div>
<section class="next"><h2>What happens next</h2><p>You can score until ${until}. ${HIDDEN}</p></section>
<p class="meta">${sayLottery(seedOf(id))}</p>`
}

/** On the page of the event. */
export function besidePart(
  { id, step }: Pick<Event, 'id' | 'step'>,
  about: { isRanked: boolean; isIn: boolean; runs: boolean },
): Markup | '' {
  if (about.isRanked) return html`<p><a href="/events/${id}/ranking">What came of the scoring</a></p>`
  const own =
    step === 'scoring' && about.isIn
      ? html`<section aria-labelledby="score"><h2 id="score">Score the pitches</h2><p>${BLIND}</p>${buttonGroup(buttonLink({ text: 'Score the pitches', href: `/events/${id}/score` }))}</section>`
      : ''
  return html`${own}${about.runs && !isClosed(step) ? html`<p><a href="/events/${id}/scoring">How the scoring goes</a></p>` : ''}`
}
