/** The pages for pledging, and for answering a pledge. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { ManagerRefusal } from '../managers/manager.ts'
import { managerField, sharePart } from '../managers/pages.ts'
import type { Shared } from '../managers/share.ts'
import { MANAGER_REFUSALS, sayOwnShare } from '../managers/words.ts'
import { whoLink } from '../people/pages.ts'
import { sayName, sayWho } from '../people/person.ts'
import { sayHours } from '../projects/hours.ts'
import { isFilled, type Project, type Role } from '../projects/project.ts'
import { sayDates } from '../projects/words.ts'
import { isAlive, isHeld, keptUntil, MOST_LINE, type Pledge, readerOf, type TermFaults, type TypedTerms } from './pledge.ts'
import { forWhomPart } from './speaking-pages.ts'
import { pledgeDoneFor, sayAfterPledging, sayLine, sayPledgeNext, sayPledgeState, sayTermFault } from './words.ts'

export type PledgeForm = {
  project: Project
  role: Role
  typed: TypedTerms
  faults: TermFaults
  /** The organisation for which the visitor may speak. */
  speaksFor: string | undefined
  /** Free roles of the same project, for whoever finds this one filled. */
  others: readonly OtherRole[]
  /** Until when the owner would answer. */
  answerBy: Day
  /** How much of their week it takes. */
  shared: Shared | undefined
  /** What is wrong with the address of their manager. */
  managerFault?: ManagerRefusal | undefined
  refused?: string | undefined
}
/** `fits`: the visitor has what it needs. */
export type OtherRole = { role: Role; fits: boolean }

export function pledgeForm(
  visit: Visit,
  { project, role, typed, faults, speaksFor, others, answerBy, shared, managerFault, refused }: PledgeForm,
): Markup {
  const isLine = isFilled(role)
  const say = (field: keyof TermFaults) => faults[field] && sayTermFault(faults[field], role, visit.today)
  const fields = ['hours', 'from', 'until', 'line'] as const
  const errors = [
    ...(refused ? [{ text: refused }] : []),
    ...(managerFault ? [{ text: MANAGER_REFUSALS[managerFault], href: '#manager' }] : []),
    ...fields.flatMap((field) => (say(field) ? [{ text: say(field) ?? '', href: `#${field}` }] : [])),
  ]
  return html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
${errors.length > 0 ? errorSummary({ errors }) : ''}
${isLine ? otherRoles(others) : ''}
<form class="form" method="post" action="/roles/${role.id}/pledges" novalidate>
${isLine ? html`<h2>Or join the line for ${role.skill}</h2><input type="hidden" name="line-up" value="yes">` : html`<h1>Pledge ${role.skill}</h1>`}
<p class="lede">${project.title} looks for ${sayHours(role.hoursAWeek)}, ${sayDates(role.from, role.until, visit.today)}. Promise only what you can keep.</p>
${textField({ name: 'hours', label: 'Hours a week', width: 3, inputmode: 'decimal', value: typed.hours, error: say('hours') })}
${sharePart(shared)}
<div class="pair">${dateField({ name: 'from', label: 'From', value: typed.from, min: visit.today, max: role.until, error: say('from') })}
${dateField({ name: 'until', label: 'Until', value: typed.until, min: visit.today, max: role.until, error: say('until') })}</div>
${textArea({ name: 'line', label: 'A line to the owner (optional)', hint: `What you have done before, or what you hope for. At most ${MOST_LINE} characters.`, rows: 3, value: typed.line, error: say('line') })}
${forWhomPart(visit, speaksFor, typed.for === 'organisation')}
${managerField({ typed: typed.manager ?? '', shared, fault: managerFault })}
${buttonGroup(button({ text: isLine ? 'Join the line' : 'Pledge', kind: 'need' }), html`<a href="/projects/${project.id}">Go back</a>`)}
<section class="next"><h2>What happens next</h2><p>${isLine ? sayLine(keptUntil(role, visit.today), visit.today) : sayAfterPledging(shared?.share.weight === 'above', sayDay(answerBy, visit.today))}</p></section>
</form>`
}

const otherRoles = (others: readonly OtherRole[]): Markup => html`<h1>Every place is filled</h1>
${
  others.length > 0
    ? html`<p class="lede">The project still needs others.</p><ul class="stack">${others.map(
        ({ role, fits }) =>
          html`<li><a class="skill" href="/roles/${role.id}/pledge">${role.skill}</a><span class="sub">${fits ? html`<strong>Fits you</strong> · ` : ''}${sayHours(role.hoursAWeek)}</span></li>`,
      )}</ul>`
    : html`<p class="lede">The project has everybody it looked for. <a href="/suggestions">See what else fits you</a>.</p>`
}`

/** To somebody who may not pledge: why, and a way on. */
export const noPledgePage = (
  project: Project,
  role: Role,
  refused: string,
): Markup => html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
<h1>Pledge ${role.skill}</h1>
${insetText({ content: refused })}
${buttonLink({ text: 'See what is needed elsewhere', href: '/projects' })}`

/** As `sayPledger` says it; whoever may see the name finds the person behind it. */
const pledgerLink = (viewer: Viewer | undefined, { person, isForOrganisation }: Pledge): Markup =>
  html`${isForOrganisation ? `${person.organisationName}, through ` : ''}${whoLink(viewer, person)}`

/** For the pledger, the owner and the broker: each sees what they can do. */
export function pledgePage(visit: Visit, pledge: Pledge, shared: Shared | undefined, refused?: string): Markup {
  const reader = readerOf(pledge, visit.viewer?.person)
  const isOwner = reader === 'owner'
  const done = pledgeDoneFor(pledge, reader, visit.query('done'), visit.today)
  const rows = [
    { key: 'Who', value: pledgerLink(visit.viewer, pledge) },
    { key: 'Promise', value: `${sayHours(pledge.hoursAWeek)}, ${sayDates(pledge.from, pledge.until, visit.today)}` },
    ...(shared ? [{ key: 'Your week', value: sayOwnShare(shared.hours, shared.share) }] : []),
    ...(pledge.line
      ? [{ key: isOwner ? 'They write' : 'A line to the owner', value: html`<span class="typed" dir="auto">${pledge.line}</span>` }]
      : []),
  ]
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${backLink({ href: `/projects/${pledge.project}`, text: pledge.title })}
<p class="state">${sayPledgeState(pledge, reader, visit.today)}</p>
<h1 class="skill">${pledge.skill}</h1>
${summaryList({ rows })}
<section class="next"><h2>What happens next</h2><p>${sayPledgeNext(pledge, reader, visit.today)}</p></section>
${isOwner && pledge.state === 'offered' && !isHeld(pledge) ? answerButtons(visit, pledge) : ''}
${reader === 'pledger' && isAlive(pledge) ? buttonLink({ text: 'Withdraw', href: `/pledges/${pledge.id}/withdrawal`, kind: 'quiet' }) : ''}`
}

const answerButtons = (visit: Visit, pledge: Pledge): Markup => html`<div class="govuk-button-group">
<form method="post" action="/pledges/${pledge.id}/acceptance">${button({ text: html`Accept<span class="govuk-visually-hidden"> ${sayName(visit.viewer, pledge.person)}</span>` })}</form>
${buttonLink({ text: html`Decline kindly<span class="govuk-visually-hidden">: ${sayName(visit.viewer, pledge.person)}</span>`, href: `/pledges/${pledge.id}/refusal`, kind: 'quiet' })}</div>`

export const withdrawalPage = (pledge: Pledge): Markup => html`${backLink({ href: `/pledges/${pledge.id}`, text: 'Back to the pledge' })}
<h1>Withdraw your pledge?</h1>
<p class="lede">${isHeld(pledge) ? html`You take back your offer of ${pledge.skill} for "${pledge.title}". Your manager need not answer any more, and the owner has not heard of it.` : html`You give back your place for ${pledge.skill} in "${pledge.title}". The owner is told, and somebody else can take it.`} Nobody is asked for a reason.</p>
<form method="post" action="/pledges/${pledge.id}/withdrawal">${buttonGroup(button({ text: 'Withdraw' }), html`<a href="/pledges/${pledge.id}">Keep it</a>`)}</form>`

export const refusalPage = (
  visit: Visit,
  pledge: Pledge,
  typed: string,
  fault?: string,
): Markup => html`${backLink({ href: `/pledges/${pledge.id}`, text: 'Back to the pledge' })}
<form class="form" method="post" action="/pledges/${pledge.id}/refusal" novalidate>
${fault ? errorSummary({ errors: [{ text: fault, href: '#line' }] }) : ''}
<h1>Decline this pledge?</h1>
<p class="lede">${whoLink(visit.viewer, pledge.person)} offered ${sayHours(pledge.hoursAWeek)} for ${pledge.skill}. We thank them for you.</p>
${textArea({ name: 'line', label: 'A kind line (optional)', hint: `They read it in their letter. At most ${MOST_LINE} characters.`, rows: 3, value: typed, error: fault })}
${buttonGroup(button({ text: 'Decline' }), html`<a href="/pledges/${pledge.id}">Go back</a>`)}
</form>`

/** On the owner's project page: who offers, and the two answers; then who is in line. */
export const offersPart = (visit: Visit, offers: readonly Pledge[], waiting: readonly Pledge[]): Markup =>
  html`${offers.length > 0 ? answersPart(visit, offers) : ''}${waiting.length > 0 ? linePart(visit, waiting) : ''}`

const answersPart = (
  visit: Visit,
  offers: readonly Pledge[],
): Markup => html`<section aria-labelledby="offers"><h2 id="offers">Waiting for your answer</h2>
<ul class="cards">${offers.map(
  (
    pledge,
  ) => html`<li class="card ask-card"><p class="state">Answer by ${sayDay(pledge.answerBy, visit.today)}</p><h3><a class="skill" href="/pledges/${pledge.id}">${pledge.skill}</a></h3>
<p>${pledgerLink(visit.viewer, pledge)} offers ${sayHours(pledge.hoursAWeek)}, ${sayDates(pledge.from, pledge.until, visit.today)}.</p>
${pledge.line ? html`<blockquote class="typed" dir="auto">${pledge.line}</blockquote>` : ''}
${answerButtons(visit, pledge)}<p class="meta">If you say nothing, they are freed after ${sayDay(pledge.answerBy, visit.today)}.</p></li>`,
)}</ul></section>`

const linePart = (
  visit: Visit,
  waiting: readonly Pledge[],
): Markup => html`<section aria-labelledby="line"><h2 id="line">${count(waiting.length, 'offer', 'offers')} in line</h2>
<p class="meta">Their roles are filled. If a place becomes free, they wait for your answer again.</p>
<ul class="stack">${waiting.map(
  (pledge) =>
    html`<li><a class="skill" href="/pledges/${pledge.id}">${pledge.skill}</a><span class="sub">${sayWho(visit.viewer, pledge.person)}. Kept until ${sayDay(pledge.answerBy, visit.today)}.</span></li>`,
)}</ul></section>`
