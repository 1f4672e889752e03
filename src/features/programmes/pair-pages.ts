/** A pair of a programme: who the partner is, how often the two have met, and what to talk about next. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { html, type Markup } from '../../web/markup.ts'
import { gauge, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { turned } from '../introductions/why.ts'
import { sayQuestion, sayReason } from '../introductions/words.ts'
import { whoLink } from '../people/pages.ts'
import { sayName } from '../people/person.ts'
import { meetingsOf, nudgeDay, type Pair } from './pair.ts'
import { MEETING_HOURS, type Programme } from './programme.ts'
import { ideaOf, JOINED_BY_BOTH } from './words.ts'

export type PairAbout = { programme: Programme; ask: string | undefined; address: string | undefined }

export function pairPage(visit: Visit, pair: Pair, { programme, ask, address }: PairAbout): Markup {
  const me = visit.viewer?.person
  const [who, side] = pair.left.id === me ? [pair.right, programme.right.name] : [pair.left, programme.left.name]
  const why = pair.why && (pair.left.id === me ? pair.why : turned(pair.why))
  const meetings = meetingsOf(pair, programme)
  const isRunning = pair.state === 'running'
  const question = pair.turns === 0 && why ? sayQuestion(why, [pair.left.id, pair.right.id]) : ideaOf(Math.max(1, pair.turns))
  const places = Array.from({ length: meetings }, (_, at) => (at < pair.met ? ('filled' as const) : ('must' as const)))
  const met = `Met ${Math.min(pair.met, meetings)} of ${count(meetings, 'time')}`
  return html`${backLink({ href: `/programmes/${programme.id}`, text: programme.title })}
<p class="state${isRunning ? ' state-good' : ' state-quiet'}">${isRunning ? `Until ${sayDay(pair.until, visit.today)}` : 'Ended'}${pair.isRenewed ? ', for the second time' : ''}</p>
<h1>You and ${sayName(visit.viewer, who)}</h1>
<p class="lede">${why ? sayReason(why) : JOINED_BY_BOTH}</p>
<p>${whoLink(visit.viewer, who)} <span class="meta">(${side})</span></p>
${address ? html`<p>Their address: <a href="mailto:${address}">${address}</a></p>` : ''}
${ask ? buttonGroup(buttonLink({ text: 'Answer what waits for you', href: `/asks/${ask}` })) : ''}
<p class="gauge-line">${gauge(places, met)}<span class="gauge-words">${met}. Each meeting counts as ${count(MEETING_HOURS, 'hour')}.</span></p>
${isRunning ? html`<section class="card suggestion">${wholeSign()}<div><h2>An idea for the next time</h2><p>${question}</p></div></section>` : ''}
<section class="next"><h2>What happens next</h2><p>${nextOf(visit, pair, programme, meetings)}</p></section>
<p><a href="/programmes/${programme.id}/certificate">Your certificate of hours</a></p>`
}

function nextOf(visit: Visit, pair: Pair, programme: Programme, meetings: number): string {
  if (pair.state !== 'running')
    return programme.state === 'ended'
      ? 'The programme is over. If both of you say yes when we ask, you go on; else you meet as you like.'
      : 'Nothing more is asked of you. You meet as you like.'
  if (pair.met >= meetings)
    return `You have met as often as was planned. Until ${sayDay(pair.until, visit.today)} you can go on as you like; then we ask how it was.`
  const first = nudgeDay(programme.firstDay, programme.firstDay)
  return pair.turns === 0 && first > visit.today
    ? `Whoever reads this first writes first; a line is enough. On ${sayDay(first, visit.today)} we ask both of you whether you met.`
    : `Every two weeks we ask both of you in a word whether you met, until ${sayDay(pair.until, visit.today)}. To stop earlier, leave the programme on its page.`
}
