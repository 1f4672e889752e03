/** What came of the scoring: every pitch with its total, what to give or take, and where the cut is. */
import { dayIn, sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { pagination } from '../../web/components/pagination.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from '../events/event.ts'
import { sayNext, sayState } from '../events/words.ts'
import type { RankedPitch } from './ranked.ts'
import { seedOf, type Way } from './scoring.ts'
import { DONE, HIDDEN, HOW_RANKED, sayLottery, WAY_NAMES } from './words.ts'

export type RankingPage = {
  event: Event
  ranking: { way: Way; places: number; seed: number; people: number; scores: number; closedAt: Date; cards: number }
  pitches: readonly (RankedPitch & { title: string })[]
  next: string | undefined
}

export function rankingPage(visit: Visit, { event, ranking, pitches, next }: RankingPage): Markup {
  const done = DONE[visit.query('done') ?? '']
  const { way, places, seed, people, scores, closedAt, cards } = ranking
  const isTied = pitches.some((pitch) => pitch.isTied)
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${backLink({ href: `/events/${event.id}`, text: event.title })}
<p class="state state-good">Closed on ${sayDay(dayIn(visit.zone, closedAt), visit.today)}</p>
<h1>What came of the scoring</h1>
<p class="lede">${count(Math.min(places, cards), 'pitch becomes a session', 'pitches become sessions')}, of ${cards}. ${count(people, 'person', 'people')} gave ${count(scores, 'score')}.</p>
${insetText({ content: html`<p><strong>${WAY_NAMES[way]}.</strong> ${HOW_RANKED[way]}</p><p>${sayLottery(seed)}</p>` })}
${isTied ? html`<p>Pitches marked “by lottery” have the same total, and there was not room for all of them.</p>` : ''}
${listPart(
  'sessions',
  'These become sessions',
  pitches.filter((pitch) => pitch.isChosen),
)}
${listPart(
  'others',
  'Below the cut',
  pitches.filter((pitch) => !pitch.isChosen),
)}
${next ? pagination({ next: { href: next, text: 'Further pitches' } }) : ''}
<section class="next"><h2>What happens next</h2><p>${sayNext(event, visit.today)}</p></section>`
}

const listPart = (id: string, heading: string, pitches: RankingPage['pitches']): Markup | '' =>
  pitches.length === 0
    ? ''
    : html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><ul class="stack">${pitches.map(
        (pitch) =>
          html`<li class="cast"><div><strong>${pitch.place}. <a href="/pitches/${pitch.pitch}" dir="auto">${pitch.title}</a></strong><span class="sub">${count(pitch.scored, 'score')}${pitch.isTied ? ', by lottery' : ''}</span></div><strong>${sayTotal(pitch)}</strong></li>`,
      )}</ul></section>`

/** Before the organiser closes it. */
export const noRankingYet = (visit: Visit, event: Event): Markup => html`${backLink({ href: `/events/${event.id}`, text: event.title })}
<p class="state">${event.calledOff ? sayState(event, visit.today) : 'Not closed yet'}</p>
<h1>What came of the scoring</h1>
<p class="lede">${HIDDEN}</p>
<section class="next"><h2>What happens next</h2><p>${event.calledOff ? sayNext(event, visit.today) : `The scoring is planned to end on ${sayDay(event.ends.scoring, visit.today)}. Then this page shows every pitch with its total, and where the cut is.`}</p></section>
<p class="meta">${sayLottery(seedOf(event.id))}</p>`

/** "19.2 out of 25, give or take 1.8" */
const sayTotal = ({ tenths, giveOrTake, scored }: RankedPitch): string =>
  scored === 0
    ? 'No scores'
    : giveOrTake === undefined
      ? `${tenths / 10} out of 25`
      : `${(tenths / 10).toFixed(1)} out of 25, give or take ${(giveOrTake / 10).toFixed(1)}`
