/** The list of programmes, and the page of one: what it is, its two sides, and what one can do. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { pagination } from '../../web/components/pagination.ts'
import { select } from '../../web/components/select.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign, logo, needSign, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { whoLink } from '../people/pages.ts'
import type { Pair } from './pair.ts'
import { FEWEST, isFor, type Membership, otherSide, type Programme, SIDES, type SideKey } from './programme.ts'
import type { ProgrammeLine } from './programme-line.ts'
import { CROSSES, DONE, JOIN_REFUSALS, OUT_WORDS, STATES, saySides, sayWhoMayJoin } from './words.ts'

export type ProgrammesPage = { own: readonly ProgrammeLine[]; all: readonly ProgrammeLine[]; mayOpen: boolean; next: string | undefined }

export function programmesPage(visit: Visit, { own, all, mayOpen, next }: ProgrammesPage): Markup {
  const others = all.filter(({ id }) => !own.some((each) => each.id === id))
  return html`<h1>Programmes</h1>
<p class="lede">People of two sides meet in pairs over months, and learn from each other.</p>
${mayOpen ? buttonGroup(buttonLink({ text: 'Open a programme', href: '/programmes/new' })) : ''}
${own.length > 0 ? html`<section aria-labelledby="own"><h2 id="own">Yours</h2><ul class="stack">${own.map((line) => lineOf(visit, line))}</ul></section>` : ''}
<section aria-labelledby="all"><h2 id="all">${own.length > 0 ? 'Others' : 'Open and running'}</h2>
${
  others.length > 0
    ? html`<ul class="stack">${others.map((line) => lineOf(visit, line))}</ul>`
    : html`<div class="empty">${logo()}<div><h3>No ${own.length > 0 ? 'other ' : ''}programme today</h3><p>Brokers open programmes, and those who speak for an organisation. Ask yours.</p>${buttonLink({ text: 'See the organisations', href: '/organisations', kind: 'quiet' })}</div></div>`
}</section>
${next ? pagination({ next: { href: next, text: 'Older programmes' } }) : ''}`
}

function lineOf(visit: Visit, line: ProgrammeLine): Markup {
  const pairs = (line.pairs ?? []).map((pair, at) => html` <a href="/pairs/${pair}">Your ${at === 0 ? 'partner' : `partner ${at + 1}`}</a>`)
  const mine = [
    line.isMine ? 'You run it.' : '',
    line.side ? `You have joined: ${line.side === 'left' ? line.leftName : line.rightName}.` : '',
  ]
  return html`<li><div class="cast"><div><a href="/programmes/${line.id}"><strong>${line.title}</strong></a><span class="sub">${saySides(line)}. ${mine.filter(Boolean).join(' ')}${pairs}</span></div><strong>${STATES[line.state](line, visit.today)}</strong></div></li>`
}

export type ProgrammeAbout = {
  counts: { left: number; right: number }
  membership: Membership | undefined
  waitsFor: SideKey | undefined
  ask: string | undefined
  pairs: readonly Pair[]
  refused?: string | undefined
  typed?: { side: string; partners: string } | undefined
  /** What its organiser sees besides. */
  run: Markup | ''
}

export function programmePage(visit: Visit, programme: Programme, about: ProgrammeAbout): Markup {
  const { title, what, state, organiser, firstDay, lastDay, meetings } = programme
  const done = about.refused ? undefined : DONE[visit.query('done') ?? '']
  const isOver = state === 'ended' || state === 'stopped'
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${about.refused ? errorSummary({ errors: [{ text: about.refused }] }) : ''}
${backLink({ href: '/programmes', text: 'Programmes' })}
<p class="state${state === 'running' ? ' state-good' : isOver ? ' state-quiet' : ''}">${STATES[state](programme, visit.today)}</p>
<h1>${title}</h1>
<p class="lede typed" dir="auto">${what}</p>
<p class="meta">${count(meetings, 'meeting')} between ${sayDay(firstDay, visit.today)} and ${sayDay(lastDay, visit.today)} · Run by ${whoLink(visit.viewer, organiser)}</p>
${about.ask ? buttonGroup(buttonLink({ text: 'Answer what waits for you', href: `/asks/${about.ask}` })) : ''}
<div class="two">${SIDES.map((side) => sidePart(visit, programme, side, about))}</div>
${nextPart(visit, programme, about)}
${about.pairs.length > 0 ? pairsPart(visit, programme, about.pairs) : ''}
${about.membership && (!isOver || about.pairs.some((pair) => pair.state === 'running')) ? leavePart(programme) : ''}
${about.run}`
}

/** Small numbers are told as such. */
const sayJoined = (joined: number): string =>
  joined === 0
    ? 'Nobody has joined yet'
    : joined < FEWEST
      ? 'Fewer than five have joined'
      : `${count(joined, 'person has', 'people have')} joined`

function sidePart(visit: Visit, programme: Programme, side: SideKey, about: ProgrammeAbout): Markup {
  const own = programme[side]
  const isOpen = programme.state === 'open' && programme.closesOn >= visit.today
  return html`<section class="card suggestion">${side === 'left' ? haveSign() : needSign()}<div><h2>${own.name}</h2>
<p>${sayWhoMayJoin(own.who)}. ${own.capacity > 1 ? `Up to ${own.capacity} partners each.` : 'One partner each.'}</p>
<p class="meta">${sayJoined(about.counts[side])}${own.opensOn > visit.today ? `. It opens on ${sayDay(own.opensOn, visit.today)}` : ''}.</p>
${isOpen ? joinPart(visit, programme, side, about) : ''}</div></section>`
}

/** One button; with how many, where more than one partner is possible. */
function joinPart(visit: Visit, programme: Programme, side: SideKey, { membership, waitsFor, typed }: ProgrammeAbout): Markup | '' {
  const { id, [side]: own } = programme
  const { viewer } = visit
  if (!viewer) return html`<p><a href="/sign-in?next=${encodeURIComponent(`/programmes/${id}`)}">Sign in to join</a></p>`
  if (membership?.side === otherSide(side)) return ''
  if (viewer.organisation === undefined) return html`<p>${JOIN_REFUSALS['not a member']}</p>`
  if (!isFor(own, viewer)) return ''
  if (own.opensOn > visit.today)
    return waitsFor === side
      ? html`<p>You get a letter on ${sayDay(own.opensOn, visit.today)}, and can join by answering it.</p>`
      : html`<form method="post" action="/programmes/${id}/waiters"><input type="hidden" name="side" value="${side}">${button({ text: 'Tell me when it opens', kind: 'quiet' })}</form>`
  if (membership && own.capacity === 1) return insetText({ content: 'You have joined.' })
  const numbers = Array.from({ length: own.capacity }, (_, at) => ({ value: String(at + 1), text: count(at + 1, 'partner') }))
  const chosen = typed?.side === side ? typed.partners : String(membership?.partners ?? 1)
  return html`${membership ? insetText({ content: `You have joined: with ${count(membership.partners, 'partner')}.` }) : html`<p>${CROSSES}</p>`}
<form method="post" action="/programmes/${id}/members"><input type="hidden" name="side" value="${side}">
${own.capacity > 1 ? select({ name: 'partners', id: `${side}-partners`, label: 'With how many would you meet?', items: numbers, value: chosen }) : html`<input type="hidden" name="partners" value="1">`}
${button({ text: membership ? 'Change the number' : html`Join<span class="govuk-visually-hidden"> ${own.name}</span>`, kind: side === 'left' ? 'have' : 'need' })}</form>`
}

function nextPart(visit: Visit, { state, closesOn, firstDay, lastDay, sendBy }: Programme, { membership }: ProgrammeAbout): Markup {
  const day = (each: string) => sayDay(each, visit.today)
  const said = {
    open: `Everybody can join or leave until ${day(closesOn)}. Then it is matched, the organiser looks at it, and each hears by ${day(firstDay)} who their partner is, or why there is none.`,
    preview: `Nobody can join any more. The organiser looks at the pairs until ${day(sendBy ?? firstDay)}; then they are sent, and whoever is left out hears why.`,
    running: membership?.out
      ? `${OUT_WORDS[membership.out]} In the next programme that you join you come before others.`
      : `Every two weeks the pairs are asked whether they met, until ${day(lastDay)}. Then everybody is asked how it was.`,
    ended: 'Nothing more. Pairs in which both liked to go on do so.',
    stopped: 'Nothing more. Everybody who had joined has been told why.',
  }[state]
  return html`<section class="next"><h2>What happens next</h2><p>${said}</p></section>`
}

function pairsPart(visit: Visit, { id, state }: Programme, pairs: readonly Pair[]): Markup {
  const me = visit.viewer?.person
  return html`<section aria-labelledby="mine"><h2 id="mine">Your ${pairs.length === 1 ? 'partner' : 'partners'}</h2><ul class="stack">${pairs.map(
    ({ id: pair, left, right }) =>
      html`<li>${wholeSign()} <a href="/pairs/${pair}">${(left.id === me ? right : left).name || 'Your partner'}</a></li>`,
  )}</ul><p><a href="/programmes/${id}/certificate">Your certificate of hours</a>${state === 'ended' ? html` · <a href="/programmes/${id}/survey">Say how it was</a>` : ''}</p></section>`
}

const leavePart = ({ id, state }: Programme): Markup => html`<section class="owner"><h2>Leave</h2>
<p>Leaving is normal, and nobody asks why.${state === 'running' || state === 'ended' ? ' Your partner is told today.' : ''}</p>
<form method="post" action="/programmes/${id}/departure">${button({ text: 'Leave this programme', kind: 'quiet' })}</form></section>`
