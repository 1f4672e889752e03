/** The pages for pledging, and for answering a pledge. */
import { type Day, sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { sayWho } from '../people/person.ts'
import { sayHours } from '../projects/hours.ts'
import type { Project, Role } from '../projects/project.ts'
import { DONE, sayDates } from '../projects/words.ts'
import { ANSWER_DAYS, isAlive, MOST_LINE, type Pledge, type TermFaults, type TypedTerms } from './pledge.ts'
import { SHORT_STATES, sayPledgeNext, TERM_FAULTS } from './words.ts'

export type PledgeForm = { project: Project; role: Role; typed: TypedTerms; faults: TermFaults; refused?: string | undefined }

export function pledgeForm(visit: Visit, { project, role, typed, faults, refused }: PledgeForm): Markup {
  const say = (field: keyof TypedTerms) => faults[field] && TERM_FAULTS[faults[field]]
  const fields = ['hours', 'from', 'until', 'line'] as const
  const errors = [
    ...(refused ? [{ text: refused }] : []),
    ...fields.flatMap((field) => (say(field) ? [{ text: say(field) ?? '', href: `#${field}` }] : [])),
  ]
  return html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
<form class="form" method="post" action="/roles/${role.id}/pledges" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>Pledge ${role.skill}</h1>
<p class="lede">${project.title} looks for ${sayHours(role.hoursAWeek)}, ${sayDates(role.from, role.until, visit.today)}. Promise only what you can keep.</p>
${textField({ name: 'hours', label: 'Hours a week', width: 3, inputmode: 'decimal', value: typed.hours, error: say('hours') })}
${dateField({ name: 'from', label: 'From', value: typed.from, error: say('from') })}
${dateField({ name: 'until', label: 'Until', value: typed.until, min: visit.today, error: say('until') })}
${textArea({ name: 'line', label: 'A line to the owner (optional)', hint: `What you have done before, or what you hope for. At most ${MOST_LINE} characters.`, rows: 3, value: typed.line, error: say('line') })}
${buttonGroup(button({ text: 'Pledge', kind: 'need' }), html`<a href="/projects/${project.id}">Go back</a>`)}
<p class="meta">What happens next: the owner gets a letter and answers within ${ANSWER_DAYS} days. You can withdraw at any time.</p>
</form>`
}

/** For the pledger and for the owner: each sees what they can do. */
export function pledgePage(visit: Visit, pledge: Pledge, refused?: string): Markup {
  const done = DONE[visit.query('done') ?? '']
  const isOwner = visit.viewer?.person === pledge.owner
  const rows = [
    { key: 'Who', value: sayWho(visit.viewer, pledge.person) },
    { key: 'Offers', value: `${sayHours(pledge.hoursAWeek)}, ${sayDates(pledge.from, pledge.until, visit.today)}` },
    ...(pledge.line ? [{ key: 'They write', value: html`<span class="typed" dir="auto">${pledge.line}</span>` }] : []),
  ]
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${backLink({ href: `/projects/${pledge.project}`, text: pledge.title })}
<p class="state">${isOwner ? ownersState(pledge, visit.today) : SHORT_STATES[pledge.state]}</p>
<h1>${pledge.skill}</h1>
${summaryList({ rows })}
${isOwner ? ownersAnswer(pledge) : pledgersPart(visit, pledge)}`
}

const ownersState = (pledge: Pledge, today: Day): string =>
  pledge.state === 'offered'
    ? `Offered · waits for your answer until ${sayDay(pledge.answerBy, today)}`
    : SHORT_STATES[pledge.state].replace('You are', 'They are').replace('You', 'They')

function ownersAnswer(pledge: Pledge): Markup | '' {
  if (pledge.state !== 'offered') return ''
  return html`<section class="next"><h2>What happens next</h2><p>Accept, and the place is theirs. Decline, and we tell them kindly.</p></section>
${answerButtons(pledge)}`
}

const answerButtons = (pledge: Pledge): Markup => html`<div class="govuk-button-group">
<form method="post" action="/pledges/${pledge.id}/acceptance">${button({ text: html`Accept<span class="govuk-visually-hidden"> ${pledge.person.name}</span>` })}</form>
${buttonLink({ text: html`Decline kindly<span class="govuk-visually-hidden">: ${pledge.person.name}</span>`, href: `/pledges/${pledge.id}/refusal`, kind: 'quiet' })}</div>`

const pledgersPart = (
  visit: Visit,
  pledge: Pledge,
): Markup => html`<section class="next"><h2>What happens next</h2><p>${sayPledgeNext(pledge, visit.today)}</p></section>
${isAlive(pledge) ? buttonLink({ text: 'Withdraw', href: `/pledges/${pledge.id}/withdrawal`, kind: 'quiet' }) : ''}`

export const withdrawalPage = (pledge: Pledge): Markup => html`${backLink({ href: `/pledges/${pledge.id}`, text: pledge.skill })}
<h1>Withdraw your pledge?</h1>
<p class="lede">You give back your place for ${pledge.skill} in "${pledge.title}". The owner is told, and somebody else can take it. Nobody is asked for a reason.</p>
<form method="post" action="/pledges/${pledge.id}/withdrawal">${buttonGroup(button({ text: 'Withdraw', kind: 'warning' }), html`<a href="/pledges/${pledge.id}">Keep it</a>`)}</form>`

export const refusalPage = (
  visit: Visit,
  pledge: Pledge,
  typed: string,
  fault?: string,
): Markup => html`${backLink({ href: `/pledges/${pledge.id}`, text: pledge.skill })}
<form class="form" method="post" action="/pledges/${pledge.id}/refusal" novalidate>
${fault ? errorSummary({ errors: [{ text: fault, href: '#line' }] }) : ''}
<h1>Decline this pledge?</h1>
<p class="lede">${sayWho(visit.viewer, pledge.person)} offered ${sayHours(pledge.hoursAWeek)} for ${pledge.skill}. We thank them for you.</p>
${textArea({ name: 'line', label: 'A kind line (optional)', rows: 3, value: typed, error: fault })}
${buttonGroup(button({ text: 'Decline', kind: 'warning' }), html`<a href="/pledges/${pledge.id}">Go back</a>`)}
</form>`

/** On the owner's project page: who offers, and the two answers. */
export const offersPart = (
  visit: Visit,
  offers: readonly Pledge[],
): Markup => html`<section aria-labelledby="offers"><h2 id="offers">Waiting for your answer</h2>
<ul class="cards">${offers.map(
  (
    pledge,
  ) => html`<li class="card ask-card"><p class="state">Answer by ${sayDay(pledge.answerBy, visit.today)}</p><h3><a href="/pledges/${pledge.id}">${pledge.skill}</a></h3>
<p>${sayWho(visit.viewer, pledge.person)} offers ${sayHours(pledge.hoursAWeek)}, ${sayDates(pledge.from, pledge.until, visit.today)}.</p>
${pledge.line ? html`<blockquote class="typed" dir="auto">${pledge.line}</blockquote>` : ''}
${answerButtons(pledge)}<p class="meta">If you say nothing, they are freed after that day.</p></li>`,
)}</ul></section>`
