/** Asking to meet somebody, and the page of an introduction for those whom it concerns. */
import { type Day, sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText } from '../../web/components/notices.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { whoLink } from '../people/pages.ts'
import { type Somebody, sayInFull, sayName, sayWho } from '../people/person.ts'
import { askedNow, type Introduction, MOST_LINE, partnerOf, whyFor } from './introduction.ts'
import type { Why } from './why.ts'
import {
  ASK_FIRST,
  NO_SLOTS,
  NOT_NOW_HEARD,
  SILENT_NO,
  SLOTS_PASSED,
  sayProblem,
  sayQuestion,
  sayReason,
  saySlot,
  sayWeAsk,
} from './words.ts'

export type MeetForm = {
  other: Somebody
  me: Somebody
  why: Why
  /** Until when the other would be asked. */
  until: string
  typed: string
  fault?: string | undefined
  /** Why it cannot be now; then there is nothing to fill in. */
  refused?: string | undefined
}

export function meetForm(visit: Visit, { other, me, why, until, typed, fault, refused }: MeetForm): Markup {
  const name = sayName(visit.viewer, other)
  const head = html`${backLink({ href: `/people/${other.id}`, text: name })}
${fault ? errorSummary({ errors: [{ text: fault, href: '#line' }] }) : ''}
<h1>Would you like to meet ${name}?</h1>`
  const propose = visit.viewer?.broker
    ? html`<p><a href="/people/${other.id}/proposal">Propose that ${name} meets somebody else</a></p>`
    : ''
  if (refused)
    return html`${head}${insetText({ content: refused })}${buttonGroup(buttonLink({ text: 'See who else fits you', href: '/suggestions' }))}${propose}`
  const by = sayDay(until, visit.today)
  return html`${head}
<p class="lede">${sayReason(why)}</p>
<form class="form" method="post" action="/people/${other.id}/introductions" novalidate>
${textArea({ name: 'line', label: 'A line to them (optional)', hint: `What would you like to talk about? At most ${MOST_LINE} characters.`, rows: 3, value: typed, error: fault })}
${button({ text: 'I would like to meet' })}
</form>
<section class="next"><h2>What happens next</h2><p>We ask them by letter until ${by}, and remind them twice. They see who you are (${sayInFull(me)}), why you fit, and your line.</p><p>${ASK_FIRST}</p><p>If they do not say yes by ${by}, you hear it then, with who fits you next.</p></section>
${propose}`
}

/** `ask` waits for the visitor; of the two, `address` and `problem` are the other's, and `askedOn` is when both are asked whether they met. */
export type IntroductionAbout = {
  ask?: string | undefined
  address?: string | undefined
  problem?: string | undefined
  askedOn?: Day | undefined
  zone: string
}

export function introductionPage(visit: Visit, introduction: Introduction, about: IntroductionAbout): Markup {
  const me = visit.viewer?.person ?? ''
  return html`${backLink({ href: '/mine', text: 'For you' })}
<p class="state${introduction.state === 'over' ? ' state-quiet' : ''}">${stateOf(visit, introduction, me)}</p>
<h1>${titleOf(visit, introduction, me)}</h1>
<p class="lede">${sayReason(whyFor(introduction, me))}</p>
${introduction.state === 'met' ? metPart(visit, introduction, me, about) : waitingPart(visit, introduction, me, about.ask)}`
}

const isBroker = ({ broker, person, other }: Introduction, me: string): boolean => broker?.id === me && person.id !== me && other.id !== me

function titleOf(visit: Visit, introduction: Introduction, me: string): string {
  const { person, other } = introduction
  if (isBroker(introduction, me)) return `${sayName(visit.viewer, person)} and ${sayName(visit.viewer, other)}`
  return `You and ${sayName(visit.viewer, partnerOf(introduction, me))}`
}

function stateOf(visit: Visit, introduction: Introduction, me: string): string {
  const { state, answerBy, metOn } = introduction
  if (state === 'met') return `Both said yes${metOn ? ` on ${sayDay(metOn, visit.today)}` : ''}`
  if (state === 'over') return 'It does not work out now'
  if (introduction.declinedBy === me) return 'You said no'
  return askedNow(introduction).id === me ? `Answer by ${sayDay(answerBy, visit.today)}` : sayWeAsk(answerBy, visit.today)
}

function waitingPart(visit: Visit, introduction: Introduction, me: string, ask: string | undefined): Markup {
  const { answerBy, line, broker } = introduction
  const by = sayDay(answerBy, visit.today)
  const asked = askedNow(introduction)
  const said = html`${whoPart(visit, introduction, me)}${line ? html`<p>${broker ? sayWho(visit.viewer, broker) : introduction.person.id === me ? 'You' : 'They'} wrote:</p><blockquote class="typed" dir="auto">${line}</blockquote>` : ''}`
  if (introduction.state !== 'asked')
    return html`${said}<section class="next"><h2>What happens next</h2><p>Nothing more. ${NOT_NOW_HEARD}</p>${buttonGroup(buttonLink({ text: 'See who fits you next', href: '/suggestions' }))}</section>`
  if (introduction.declinedBy === me)
    return html`${said}<section class="next"><h2>What happens next</h2><p>Nobody is told that you said no. After ${by} this introduction ends.</p></section>`
  if (asked.id === me)
    return html`${said}${ask ? buttonGroup(buttonLink({ text: 'Answer', href: `/asks/${ask}` })) : ''}
<section class="next"><h2>What happens next</h2><p>${ASK_FIRST}</p><p>${SILENT_NO} If you say nothing by ${by}, it ends in the same way.</p></section>`
  const whom = isBroker(introduction, me) ? sayName(visit.viewer, asked) : 'them'
  return html`${said}<section class="next"><h2>What happens next</h2><p>We ask ${whom} until ${by}, and remind them twice. ${ASK_FIRST}</p><p>If there is no yes by ${by}, you hear it then.</p></section>`
}

/** Who it is about, with the way to their pages. */
function whoPart(visit: Visit, introduction: Introduction, me: string): Markup {
  const { person, other, broker } = introduction
  const shown = isBroker(introduction, me) ? [person, other] : [partnerOf(introduction, me)]
  const by = broker && broker.id !== me ? html`<p class="meta">Proposed by ${sayWho(visit.viewer, broker)}.</p>` : ''
  return html`${shown.map((each) => html`<p>${whoLink(visit.viewer, each)}</p>`)}${by}`
}

function metPart(visit: Visit, introduction: Introduction, me: string, { address, problem, askedOn, zone }: IntroductionAbout): Markup {
  if (isBroker(introduction, me))
    return html`${whoPart(visit, introduction, me)}<section class="next"><h2>What happens next</h2><p>They have each other's address. Thank you for putting them together.</p></section>`
  const { person, other } = introduction
  const question = sayQuestion(whyFor(introduction, me), [person.id, other.id])
  return html`${whoPart(visit, introduction, me)}
${address ? html`<p>Their address: <a href="mailto:${address}">${address}</a></p>` : ''}
<section class="card suggestion">${wholeSign()}<div><h2>To begin with</h2><p>${question}</p>${problem ? html`<p class="typed" dir="auto">${sayProblem(problem)}</p>` : ''}</div></section>
<section aria-labelledby="times"><h2 id="times">When you could talk</h2>
${slotsPart(visit, introduction, zone)}</section>
<section class="next"><h2>What happens next</h2><p>Whoever reads this first writes first; a line is enough.${askedOn && askedOn > visit.today ? ` On ${sayDay(askedOn, visit.today)} we ask both of you whether you met.` : ''}</p></section>`
}

function slotsPart(visit: Visit, { id, slots }: Introduction, zone: string): Markup {
  const ahead = slots.map((at, turn) => ({ at, turn: turn + 1, said: saySlot(zone, at, visit.today) })).filter(({ at }) => at > visit.now)
  if (ahead.length === 0) return html`<p>${slots.length > 0 ? SLOTS_PASSED : NO_SLOTS}</p>`
  return html`<p>Half an hour is enough. These suit you both.</p><ul class="stack">${ahead.map(({ turn, said }) => html`<li>${said}<span class="sub"><a href="/introductions/${id}/meeting.ics?slot=${turn}">Put it into your calendar<span class="govuk-visually-hidden">: ${said}</span></a></span></li>`)}</ul>`
}

/** On a person's page: the way to meet them, or to what is under way. */
export function meetPart(other: string, { last, may }: { last?: string | undefined; may: boolean }): Markup | '' {
  if (last !== undefined) return buttonGroup(buttonLink({ text: 'Your introduction', href: `/introductions/${last}`, kind: 'quiet' }))
  return may ? buttonGroup(buttonLink({ text: 'I would like to meet', href: `/people/${other}/introduction` })) : ''
}

/** Among what is mine. */
export const introductionsPart = (visit: Visit, introductions: readonly Introduction[]): Markup | '' =>
  introductions.length === 0
    ? ''
    : html`<section aria-labelledby="introductions"><h2 id="introductions">Your introductions</h2><ul class="stack">${introductions.map(
        (each) => {
          const me = visit.viewer?.person ?? ''
          return html`<li><div class="cast"><div><a class="skill" href="/introductions/${each.id}">${titleOf(visit, each, me)}</a><span class="sub">${sayReason(whyFor(each, me))}</span></div><strong>${stateOf(visit, each, me)}</strong></div></li>`
        },
      )}</ul></section>`
