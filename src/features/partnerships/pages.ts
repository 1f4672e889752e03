/** A partnership: proposing it, its page, how it ends, and what the page of an organisation says of it. */
import { type Day, sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { select } from '../../web/components/select.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { whoLink } from '../people/pages.ts'
import type { Person } from '../people/person.ts'
import { isLasting, MOST_CAME, MOST_WHAT, type Partnership, type PartnershipLine, type TypedPartnership } from './partnership.ts'
import { DONE, STATES, sayTerm, WHAT_IT_DOES } from './words.ts'

type Named = { id: string; name: string }

export type PartnershipForm = {
  partner: Named
  /** Of one's own organisation, who could be its host. */
  members: readonly Person[]
  answerBy: Day
  typed: TypedPartnership
  faults: { what?: string; from?: string; until?: string; host?: string }
  /** Why it cannot be; then there is nothing to fill in. */
  refused?: string | undefined
}

export function partnershipForm(visit: Visit, { partner, members, answerBy, typed, faults, refused }: PartnershipForm): Markup {
  const head = html`${backLink({ href: `/organisations/${partner.id}`, text: partner.name })}`
  if (refused) return html`${head}<h1>A partnership with ${partner.name}</h1>${insetText({ content: refused })}`
  const errors = Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))
  return html`${head}
<form class="form" method="post" action="/organisations/${partner.id}/partnerships" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>A partnership with ${partner.name}</h1>
<p class="lede">Your two organisations agree for a term, and each names a host. ${WHAT_IT_DOES}</p>
${textArea({ name: 'what', label: 'What for?', hint: `For example: our new graduates and your nurses see each other's work. At most ${MOST_WHAT} characters; everybody can read it once it is agreed.`, rows: 3, value: typed.what, error: faults.what })}
<div class="pair">${dateField({ name: 'from', label: 'From', min: visit.today, value: typed.from, error: faults.from })}
${dateField({ name: 'until', label: 'Until', min: visit.today, value: typed.until, error: faults.until })}</div>
${select({ name: 'host', label: 'Your host', hint: 'Whoever has a question about it comes to them.', items: membersToChoose(members), value: typed.host, error: faults.host })}
${button({ text: 'Propose it' })}
<section class="next"><h2>What happens next</h2><p>Those who speak for ${partner.name} are asked by letter and answer by ${sayDay(answerBy, visit.today)}. If nobody does, it does not come about, and you hear so. Until then nobody else sees it.</p></section>
</form>`
}

const membersToChoose = (members: readonly Person[]) =>
  members.map(({ id, name, job }) => ({ value: id, text: [name, job].filter(Boolean).join(', ') }))

export type PartnershipAbout = {
  /** What waits for the visitor. */
  ask?: string | undefined
  /** What the visitor may do: end it, take it back, name the host of their organisation. */
  may: { end: boolean; withdraw: boolean }
  ours?: { side: 'one' | 'other'; members: readonly Person[] } | undefined
  asked: Day
  refused?: string | undefined
  /** What a later feature offers to do within it. */
  offered?: Markup | undefined
}

export function partnershipPage(visit: Visit, partnership: Partnership, about: PartnershipAbout): Markup {
  const { id, one, other, what, state, came } = partnership
  const done = about.refused ? undefined : DONE[visit.query('done') ?? '']
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${about.refused ? errorSummary({ errors: [{ text: about.refused }] }) : ''}
<p class="state${state === 'agreed' ? ' state-good' : state === 'proposed' ? '' : ' state-quiet'}">${STATES[state](partnership, visit.today)}</p>
<h1>${one.name} and ${other.name}</h1>
<p class="lede typed" dir="auto">${what}</p>
<p class="meta">${sayTerm(partnership, visit.today)} · <a href="/organisations/${one.id}">${one.name}</a> · <a href="/organisations/${other.id}">${other.name}</a></p>
${about.ask ? buttonGroup(buttonLink({ text: 'Answer', href: `/asks/${about.ask}` })) : ''}
${came ? html`<section class="card lesson"><h2>What came of it</h2><p class="typed" dir="auto">${came}</p></section>` : ''}
${nextPart(visit, partnership, about)}
<section aria-labelledby="hosts"><h2 id="hosts">Hosts</h2><ul class="stack">${[one, other].map((side) => hostLine(visit, side))}</ul>
${about.ours && state === 'agreed' ? hostForm(partnership, about.ours) : ''}</section>
${isLasting(partnership, visit.today) ? (about.offered ?? '') : ''}
${about.may.end ? html`<section class="owner"><h2>End it earlier</h2><p>Ending is normal. You say in a line what came of it.</p>${buttonGroup(buttonLink({ text: 'End this partnership', href: `/partnerships/${id}/ending`, kind: 'quiet' }))}</section>` : ''}
${about.may.withdraw ? html`<form method="post" action="/partnerships/${id}/withdrawal">${button({ text: 'Take the proposal back', kind: 'quiet' })}</form>` : ''}`
}

/** Where somebody who looks may see no names, they read what the host does. */
const hostLine = (visit: Visit, { name, host }: Partnership['one']): Markup =>
  html`<li>${host ? whoLink(visit.viewer, host) : html`${name} names its host when it agrees`}</li>`

function hostForm(partnership: Partnership, { side, members }: NonNullable<PartnershipAbout['ours']>): Markup {
  const { id, [side]: own } = partnership
  return html`<form class="form" method="post" action="/partnerships/${id}/host">
${select({ name: 'host', label: `The host of ${own.name}`, items: membersToChoose(members), value: own.host?.id ?? '' })}
${button({ text: 'Name as host', kind: 'quiet' })}</form>`
}

function nextPart(visit: Visit, partnership: Partnership, { asked }: PartnershipAbout): Markup {
  const { state, answerBy, until, other, came, endedOn } = partnership
  const day = (each: Day) => sayDay(each, visit.today)
  const said = {
    proposed: `Those who speak for ${other.name} answer by ${day(answerBy)}. If nobody does, it does not come about. Until then only those who speak for the two organisations see this page.`,
    agreed:
      asked > visit.today
        ? `${WHAT_IT_DOES} On ${day(asked)} we ask both hosts whether it goes on.`
        : `${WHAT_IT_DOES} Both hosts have been asked whether it goes on. Without two yeses it ends on ${day(until)}.`,
    'not agreed': 'Nothing more. It can be proposed again at any time.',
    withdrawn: 'Nothing more. It can be proposed again at any time.',
    ended: came
      ? 'Nothing more. Whoever met through it stays in touch as they like.'
      : `Both hosts were asked on ${day(endedOn ?? until)} what came of it. What they say stands here.`,
  }[state]
  return html`<section class="next"><h2>What happens next</h2><p>${said}</p></section>`
}

export type EndingForm = { partnership: Partnership; typed: string; fault?: string | undefined }

export const partnershipEnding = ({
  partnership: { id, one, other },
  typed,
  fault,
}: EndingForm): Markup => html`${backLink({ href: `/partnerships/${id}`, text: `${one.name} and ${other.name}` })}
<form class="form" method="post" action="/partnerships/${id}/ending" novalidate>
${fault ? errorSummary({ errors: [{ text: fault, href: '#came' }] }) : ''}
<h1>End this partnership</h1>
<p class="lede">${one.name} and ${other.name} are no partners any more, from now on. Whoever met through it stays in touch as they like.</p>
${textArea({ name: 'came', label: 'What came of it?', hint: `A line is enough, good or bad. Everybody can read it. At most ${MOST_CAME} characters.`, rows: 3, value: typed, error: fault })}
${buttonGroup(button({ text: 'End it' }), html`<a href="/partnerships/${id}">Go back, change nothing</a>`)}
<section class="next"><h2>What happens next</h2><p>Both hosts are told at once, with your line. What people do together goes on.</p></section>
</form>`

/** On the page of an organisation. */
export function partnershipsPart(
  visit: Visit,
  organisation: Named,
  { speaks, lines }: { speaks: boolean; lines: readonly PartnershipLine[] },
): Markup | '' {
  const { viewer } = visit
  const isTaken = lines.some((line) => line.with === viewer?.organisation && line.state !== 'ended')
  const mayPropose = speaks && viewer?.organisation !== organisation.id && viewer?.sector !== 'supplier' && !isTaken
  if (lines.length === 0 && !mayPropose) return ''
  return html`<section aria-labelledby="partners"><h2 id="partners">Partnerships</h2>
${
  lines.length > 0
    ? html`<ul class="stack">${lines.map(
        (line) =>
          html`<li><div class="cast"><div><a href="/partnerships/${line.id}">With ${line.withName}</a><span class="sub">${line.what}</span></div><strong>${sayLine(line, visit.today)}</strong></div></li>`,
      )}</ul>`
    : html`<div class="empty">${wholeSign()}<div><p>No organisation is a partner of ${organisation.name} yet. Yours could be the first.</p></div></div>`
}
${mayPropose ? buttonGroup(buttonLink({ text: 'Propose a partnership', href: `/organisations/${organisation.id}/partnership`, kind: 'quiet' })) : ''}</section>`
}

const sayLine = ({ state, until }: PartnershipLine, today: Day): string =>
  state === 'agreed' ? `Until ${sayDay(until, today)}` : state === 'proposed' ? 'Proposed' : 'Ended'
