/** The page of a meeting, for those who are in it: with whom, why, when, and how to say that one cannot come. */
import { sayDay } from '../../basics/day.ts'
import { list } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { NO_SLOTS, SLOTS_PASSED, saySlot } from '../introductions/words.ts'
import { whoLink } from '../people/pages.ts'
import { type Somebody, sayName } from '../people/person.ts'
import type { RoundMeeting } from './meeting.ts'

export type MeetingPage = {
  meeting: RoundMeeting
  others: readonly { who: Somebody; address: string; why: string }[]
  question: string
  /** Whether they may still say that they cannot come. */
  mayWithdraw: boolean
  /** What waits for them about it. */
  ask?: string | undefined
  zone: string
  fault?: string | undefined
}

export function meetingPage(visit: Visit, { meeting, others, question, mayWithdraw, ask, zone, fault }: MeetingPage): Markup {
  const { id, round, title, turn } = meeting
  const until = sayDay(turn.meetBy ?? visit.today, visit.today)
  const names = list(others.map(({ who }) => sayName(visit.viewer, who)))
  const isPast = turn.meetBy !== undefined && turn.meetBy < visit.today
  return html`${fault ? errorSummary({ errors: [{ text: fault }] }) : ''}
${backLink({ href: `/rounds/${round}`, text: title })}
<p class="state${isPast ? ' state-quiet' : ''}">${isPast ? `The time to meet ended on ${until}` : `Meet until ${until}`}</p>
<h1>${others.length > 0 ? `You meet ${names}` : 'Nobody to meet just now'}</h1>
${others.length > 0 ? withOthers(visit, meeting, others, question, zone, isPast) : html`<p class="lede">Whom you were to meet is not in it any more. If somebody is left who fits you, you hear it by letter.</p>`}
<section class="next"><h2>What happens next</h2>
<p>${isPast ? 'We ask each of you by letter whether you met. What you say is only counted.' : 'Whoever reads this first writes first; a line is enough. When the time is over we ask whether you met.'}</p>
${ask ? buttonGroup(buttonLink({ text: 'Answer what we asked you', href: `/asks/${ask}`, kind: 'quiet' })) : ''}
${mayWithdraw ? html`<form method="post" action="/round-meetings/${id}/departures">${button({ text: 'I cannot come', kind: 'quiet' })}</form><p class="meta">Then whoever would wait for you hears it today, and meets somebody else where somebody is left.</p>` : ''}</section>`
}

const withOthers = (
  visit: Visit,
  meeting: RoundMeeting,
  others: MeetingPage['others'],
  question: string,
  zone: string,
  isPast: boolean,
): Markup => html`<ul class="stack">${others.map(({ who, address, why }) => html`<li>${whoLink(visit.viewer, who)}<span class="sub">${why}</span>${address ? html`<a href="mailto:${address}">${address}</a>` : ''}</li>`)}</ul>
<section class="card suggestion">${wholeSign()}<div><h2>To begin with</h2><p>${question}</p></div></section>
${isPast ? '' : html`<section aria-labelledby="times"><h2 id="times">When you could talk</h2>${slotsPart(visit, meeting, others.length, zone)}</section>`}`

function slotsPart(visit: Visit, { id, slots }: RoundMeeting, others: number, zone: string): Markup {
  const ahead = slots.map((at, turn) => ({ at, turn: turn + 1, said: saySlot(zone, at, visit.today) })).filter(({ at }) => at > visit.now)
  if (ahead.length === 0) return html`<p>${slots.length > 0 ? SLOTS_PASSED : NO_SLOTS}</p>`
  return html`<p>Half an hour is enough. These suit ${others > 1 ? 'all of you' : 'you both'}.</p><ul class="stack">${ahead.map(({ turn, said }) => html`<li>${said}<span class="sub"><a href="/round-meetings/${id}/meeting.ics?slot=${turn}">Put it into your calendar<span class="govuk-visually-hidden">: ${said}</span></a></span></li>`)}</ul>`
}
