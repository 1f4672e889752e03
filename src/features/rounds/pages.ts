/** The page of one round: what it is, until when, and joining and leaving it. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { whoLink } from '../people/pages.ts'
import type { Progress } from './progress.ts'
import { progressPart } from './progress-pages.ts'
import { comesAgain, isOpen, looksAfter, type Round } from './round.ts'
import { JOIN_MEANS, NOBODY_LEFT_OUT, ROUND_DONE, sayAudience, sayRoundState, sayRules, sayTurns } from './round-words.ts'

export type RoundPage = {
  round: Round
  joined: number
  isIn: boolean
  /** Its organiser has asked them although it has closed. */
  isAsked: boolean
  /** Why they cannot join. */
  cannot?: string | undefined
  /** Their own, the newest first. */
  meetings: readonly string[]
  /** For whoever looks after it. */
  progress: Progress | undefined
  fault?: string | undefined
}

export function roundPage(visit: Visit, about: RoundPage): Markup {
  const { round, joined, meetings, fault } = about
  const done = fault ? undefined : ROUND_DONE[visit.query('done') ?? '']
  const [newest] = meetings
  return html`${fault ? errorSummary({ errors: [{ text: fault }] }) : ''}
${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${backLink({ href: '/rounds', text: 'Rounds' })}
<p class="state${round.isOver ? ' state-quiet' : ''}">${sayRoundState(round, visit.today)}</p>
<h1>${round.title}</h1>
${round.line ? html`<p class="lede typed" dir="auto">${round.line}</p>` : ''}
<p>${sayRules(round)} ${sayTurns(round)}</p>
<p class="meta">For: ${sayAudience(round.audience)}. From ${whoLink(visit.viewer, round.organiser)}. ${count(joined, 'person is', 'people are')} in it.</p>
${newest ? html`<section class="card suggestion">${wholeSign()}<div><h2>Your meeting</h2><p>You have been put together with somebody.</p>${buttonGroup(buttonLink({ text: 'See whom you meet', href: `/round-meetings/${newest}` }))}</div></section>` : ''}
${ownPart(visit, about)}
${viewerLooksAfter(visit, round) ? organiserPart(visit, about) : ''}`
}

const viewerLooksAfter = ({ viewer }: Visit, round: Round): boolean => viewer !== undefined && looksAfter(round, viewer)

function ownPart(visit: Visit, { round, isIn, isAsked, cannot }: RoundPage): Markup | '' {
  const { id, turn } = round
  if (isIn) return round.isOver ? '' : inPart(visit, round)
  if (round.isOver) return html`<p>This round is over. <a href="/rounds">See what else is open</a>.</p>`
  const mayStill = isOpen(round, visit.today) || (isAsked && turn.state === 'matched')
  if (!mayStill)
    return html`<p>${comesAgain(round) || turn.state !== 'open' ? 'It has closed for this time.' : 'It has closed.'} <a href="/rounds">See what else is open</a>.</p>`
  if (cannot) return insetText({ content: cannot })
  return html`<form class="form" method="post" action="/rounds/${id}/joinings" novalidate>
${checkboxes({ name: 'three', items: [{ value: 'yes', text: 'A third is fine with me', hint: 'Where the number is odd, three meet, if all three do not mind.' }], values: ['yes'] })}
${button({ text: 'Join' })}
</form>
<section class="next"><h2>What happens next</h2><p>It closes on ${sayDay(turn.closesOn, visit.today)}. A few days later one letter tells you whom you meet, why you fit, and three times to talk. Until then you can leave with one button.</p><p>${JOIN_MEANS}</p><p>${NOBODY_LEFT_OUT}</p></section>`
}

const inPart = (visit: Visit, { id, turn }: Round): Markup =>
  html`<section class="next"><h2>You are in</h2><p>${nextOf(visit, turn)}</p><p>${JOIN_MEANS}</p>
<form method="post" action="/rounds/${id}/departures">${button({ text: 'Leave the round', kind: 'quiet' })}</form></section>`

const nextOf = (visit: Visit, { state, closesOn }: Round['turn']): string =>
  state === 'open' && closesOn >= visit.today
    ? `It closes on ${sayDay(closesOn, visit.today)}. A few days later one letter tells you whom you meet, and why.`
    : state === 'sent'
      ? 'This was the last time.'
      : 'It has closed. In a few days one letter tells you whom you meet, and why.'

const organiserPart = (
  visit: Visit,
  { round, progress }: RoundPage,
): Markup => html`<section aria-labelledby="after"><h2 id="after">You look after it</h2>
${progressPart(visit, round, progress)}
${
  round.turn.state === 'matched' && !round.isOver
    ? html`<p>Look who meets whom by ${sayDay(round.turn.lookBy ?? round.turn.closesOn, visit.today)}. If you do nothing, it is sent the day after as it is.</p>${buttonGroup(buttonLink({ text: 'Look who meets whom', href: `/rounds/${round.id}/preview` }))}`
    : ''
}
<p><a href="/rounds/${round.id}/figures">What came of it, in numbers</a></p>
${round.isOver ? '' : html`<form method="post" action="/rounds/${round.id}/endings">${button({ text: 'End the round', kind: 'warning' })}</form><p class="meta">Nobody is put together from then on. Those who have joined are told. Those who know already whom they meet still meet.</p>`}</section>`
