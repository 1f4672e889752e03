/** The list of rounds: those that one is in or looks after, and those that one can join. */
import { sayDay } from '../../basics/day.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { pagination } from '../../web/components/pagination.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { sayWho } from '../people/person.ts'
import type { Round } from './round.ts'
import { sayAudience, sayRoundState, sayRules, sayTurns } from './round-words.ts'

export type RoundsPage = {
  mine: readonly Round[]
  open: readonly Round[]
  /** The id after which the next page begins. */
  next?: string | undefined
  mayOrganise: boolean
}

export const roundsPage = (visit: Visit, { mine, open, next, mayOrganise }: RoundsPage): Markup => html`<h1>Rounds</h1>
<p class="lede">Join with one button. On a date everybody who joined is put together with somebody who fits, and you hear whom you meet and why.</p>
${mayOrganise ? buttonGroup(buttonLink({ text: 'Open a round', href: '/rounds/new' }), html`<a href="/rounds/spreadsheet">Match people from a spreadsheet</a>`) : ''}
${mine.length > 0 ? html`<section aria-labelledby="yours"><h2 id="yours">Yours</h2><ul class="stack">${mine.map((round) => html`<li><div class="cast"><div><a class="skill" href="/rounds/${round.id}">${round.title}</a><span class="sub">${round.organiser.id === visit.viewer?.person ? 'You look after it.' : 'You are in it.'}</span></div><strong>${sayRoundState(round, visit.today)}</strong></div></li>`)}</ul></section>` : ''}
<section aria-labelledby="open"><h2 id="open">Open now</h2>
${open.length > 0 ? html`<ul class="cards">${open.map((round) => html`<li class="card suggestion">${wholeSign()}<div>${card(visit, round)}</div></li>`)}</ul>` : nothingOpen(mayOrganise)}
${next ? pagination({ next: { href: `/rounds?before=${next}` } }) : ''}</section>`

const card = (visit: Visit, round: Round): Markup => html`<h3><a href="/rounds/${round.id}">${round.title}</a></h3>
${round.line ? html`<p class="why">${round.line}</p>` : ''}
<p>${sayRules(round)} ${sayTurns(round)}</p>
<p class="meta">For: ${sayAudience(round.audience)}. Open until ${sayDay(round.turn.closesOn, visit.today)}. From ${sayWho(visit.viewer, round.organiser)}.</p>`

const nothingOpen = (mayOrganise: boolean): Markup =>
  mayOrganise
    ? html`<div class="empty">${logo()}<div><h3>No round is open for you today</h3><p>Open one: a monthly coffee takes two minutes to set up.</p></div></div>`
    : html`<div class="empty">${logo()}<div><h3>No round is open for you today</h3><p>Brokers open rounds, and those who speak for your organisation: ask one of them for a monthly coffee. Meanwhile, see who fits you.</p>${buttonLink({ text: 'See who fits you', href: '/suggestions' })}</div></div>`
