/** Who would meet whom, for the organiser: with reasons, who is left out, and what can still be changed. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { pagination } from '../../web/components/pagination.ts'
import { select } from '../../web/components/select.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { needSign, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { sayWho } from '../people/person.ts'
import { type Member, type PairWhy, shownReasons, type WhyLeftOut, whyOf } from './meeting.ts'
import { pairsIn } from './plan.ts'
import type { Progress } from './progress.ts'
import { progressPart } from './progress-pages.ts'
import type { Round } from './round.ts'
import { LEFT_OUT_THEM, ROUND_DONE, sayQuality } from './round-words.ts'
import { sayReasons } from './words.ts'

export type Previewed = { id: string; whys: readonly PairWhy[]; members: readonly Member[] }
export type PreviewPage = {
  round: Round
  /** In numbers. */
  people: number
  all: number
  /** Those of this page. */
  meetings: readonly Previewed[]
  next?: string | undefined
  leftOut: readonly { member: Member; why: WhyLeftOut }[]
  wishes: readonly { one: string; other: string; wish: 'together' | 'apart' }[]
  /** Whose names the reader sees. */
  named: ReadonlySet<string>
  /** What stands here is from before. */
  progress: Progress | undefined
  nameOf: (thing: string) => string
  typed: { one: string; other: string; wish: string; email: string }
  faults: { one?: string; email?: string; refused?: string }
}

const UNSEEN = 'somebody whose name you do not see'

export function previewPage(visit: Visit, about: PreviewPage): Markup {
  const { round, people, all, meetings, next, leftOut, faults } = about
  const { id, turn, title } = round
  const { one, email, refused } = faults
  const errors = [
    ...(refused ? [{ text: refused }] : []),
    ...(one ? [{ text: one, href: '#one' }] : []),
    ...(email ? [{ text: email, href: '#email' }] : []),
  ]
  const done = errors.length > 0 ? undefined : ROUND_DONE[visit.query('done') ?? '']
  const { value = 0, bound = 0, repeats = 0, across = 0 } = turn.quality ?? {}
  const by = sayDay(turn.lookBy ?? turn.closesOn, visit.today)
  return html`${errors.length > 0 ? errorSummary({ errors }) : ''}
${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${backLink({ href: `/rounds/${id}`, text: title })}
<p class="state">Look at it by ${by}</p>
<h1>Who meets whom</h1>
${progressPart(visit, round, about.progress)}
<p class="lede">${sayQuality({ people, meetings: all, leftOut: leftOut.length, value, bound, repeats, across })}</p>
<form method="post" action="/rounds/${id}/sendings">${buttonGroup(button({ text: 'Send it now' }))}</form>
<p>If you do nothing by ${by}, it is sent the day after as it is.</p>
<section aria-labelledby="meetings"><h2 id="meetings">Meetings</h2>
${meetings.length > 0 ? html`<ul class="cards">${meetings.map((meeting) => html`<li class="card suggestion">${wholeSign()}<div>${meetingCard(visit, meeting, about)}</div></li>`)}</ul>` : html`<p>Nobody can be put together yet. Ask a late one to join, or tell people of the next time.</p>`}
${next ? pagination({ next: { href: `/rounds/${id}/preview?after=${next}` } }) : ''}</section>
${leftOut.length > 0 ? html`<section aria-labelledby="left"><h2 id="left">Left out</h2><p>They get a letter that says so, and come first the next time.</p><ul class="stack">${leftOut.map(({ member, why }) => html`<li>${needSign()} ${sayMember(visit, member, about)}<span class="sub">${LEFT_OUT_THEM[why]}</span></li>`)}</ul></section>` : ''}
${changes(visit, about)}`
}

const sayMember = (visit: Visit, member: Member, { named }: Pick<PreviewPage, 'named'>): string =>
  named.has(member.id) ? sayWho(visit.viewer, member) : UNSEEN

/** What members show is said, to a broker also what they show to those whom they meet; of those without a name, nothing. */
function meetingCard(visit: Visit, { members, whys }: Previewed, about: PreviewPage): Markup {
  const sees = visit.viewer?.broker ? 'matches' : 'members'
  const byId = new Map(members.map((member) => [member.id, member]))
  const reasons = pairsIn(members.map(({ id }) => id)).flatMap(([a, b]) => {
    const [one, other] = [byId.get(a), byId.get(b)]
    if (!one || !other || !about.named.has(a) || !about.named.has(b)) return []
    const shown = shownReasons(whyOf(whys, a, b), new Map([one, other].map(({ id, seenBy }) => [id, seenBy])), sees)
    return [sayReasons(a, b, shown, { person: (id) => byId.get(id)?.name ?? '', thing: about.nameOf })]
  })
  return html`<ul class="stack">${members.map((member) => html`<li>${sayMember(visit, member, about)}</li>`)}</ul>
${reasons.map((said) => html`<p class="why">${said}</p>`)}`
}

function changes(visit: Visit, about: PreviewPage): Markup {
  const { round, meetings, leftOut, wishes, named, typed, faults } = about
  const all = [...meetings.flatMap(({ members }) => members), ...leftOut.map(({ member }) => member)].filter(({ id }) => named.has(id))
  const items = [{ value: '', text: 'Choose somebody' }, ...all.map((member) => ({ value: member.id, text: sayWho(visit.viewer, member) }))]
  const byId = new Map(all.map((member) => [member.id, member]))
  const door = `/rounds/${round.id}`
  return html`<section aria-labelledby="changes"><h2 id="changes">Change something</h2>
<div class="two"><form class="form card" method="post" action="${door}/wishes" novalidate><h3>Two of them</h3>
${select({ name: 'one', label: 'Who', items, value: typed.one, error: faults.one })}
${select({ name: 'other', label: 'And who', items, value: typed.other })}
${radios({
  name: 'wish',
  legend: 'What you want',
  value: typed.wish,
  items: [
    { value: 'together', text: 'Keep them together' },
    { value: 'apart', text: 'Keep them apart' },
  ],
})}
${button({ text: 'Put everybody together with that', kind: 'quiet' })}</form>
<form class="form card" method="post" action="${door}/late-ones" novalidate><h3>Somebody who is late</h3>
${textField({ name: 'email', type: 'email', label: 'Their e-mail address', hint: 'They are asked by letter. Once they say yes, everybody is put together anew.', autocomplete: 'off', spellcheck: false, value: typed.email, error: faults.email })}
${button({ text: 'Ask them to join', kind: 'quiet' })}</form></div>
${
  wishes.length > 0
    ? html`<h3>What you have asked for</h3><ul class="stack">${wishes.map(({ one, other, wish }) => {
        const said = [one, other].map((id) => byId.get(id)?.name ?? 'somebody on another page').join(' and ')
        return html`<li><div class="cast"><div>${wish === 'together' ? 'Together' : 'Apart'}: ${said}</div><form method="post" action="${door}/wishes/removal"><input type="hidden" name="one" value="${one}"><input type="hidden" name="other" value="${other}">${button({ text: html`No longer<span class="govuk-visually-hidden">: ${said}</span>`, kind: 'quiet' })}</form></div></li>`
      })}</ul>`
    : ''
}
<form method="post" action="${door}/matchings">${button({ text: 'Put everybody together anew', kind: 'quiet' })}</form>
<p class="meta">Do it when somebody has changed what they have or need since the round closed.</p></section>`
}
