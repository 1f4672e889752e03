/** The form in which a brief is written. Every button saves; nothing typed is lost. */
import { addDays, sayDay, sayTime } from '../../basics/day.ts'
import type { Tag } from '../../matching/tag.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { fieldset } from '../../web/components/fieldset.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText } from '../../web/components/notices.ts'
import { select } from '../../web/components/select.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { previewOf } from '../projects/pages.ts'
import type { Project } from '../projects/project.ts'
import { type Fault, MOST, OPEN_DAYS, type TypedBrief, type TypedHave, type TypedRole } from './brief.ts'
import { sayFault, sayFaultBeside } from './words.ts'

export type DraftPage = {
  id: string
  typed: TypedBrief
  faults: readonly Fault[]
  savedAt?: Date | undefined
  refused?: string | undefined
}

export function draftPage(visit: Visit, { id, typed, faults, savedAt, refused }: DraftPage): Markup {
  const say = (field: string): string | undefined => {
    const fault = faults.find((each) => each.field === field)
    return fault && sayFaultBeside(fault)
  }
  const errors = [...(refused ? [{ text: refused }] : []), ...faults.map((fault) => ({ text: sayFault(fault), href: `#${fault.field}` }))]
  return html`<form class="form" method="post" action="/drafts/${id}" data-saves-to="/drafts/${id}" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>Write a brief</h1>
<p class="lede">Say what you want to change, what you have, and which roles you need. Keep it small: few must-haves fill faster.</p>
${button({ text: 'Save and see how it looks', name: 'then', value: 'preview', attributes: { class: 'govuk-visually-hidden', tabindex: -1, 'aria-hidden': 'true' } })}
${textField({ name: 'title', label: 'Title', hint: 'What it does for people, in a few words. For example: Report a missed bin.', value: typed.title, error: say('title') })}
${textArea({ name: 'problem', label: 'The problem', hint: 'What goes wrong today, and what would be better? Two or three sentences are enough.', rows: 5, value: typed.problem, error: say('problem') })}
${textField({ name: 'for-whom', label: 'Who is it for?', hint: 'For example: residents of three districts.', value: typed.forWhom, error: say('for-whom') })}
<section class="role-cards" aria-labelledby="haves"><h2 id="haves">What you have</h2><p>Skill and time, data, code, research, money, a room: whatever you bring.</p>
${typed.haves.map((have, index) => haveCard(have, index + 1, say, removeButton(id, 'have', index + 1, typed.haves.length)))}
${putBack(typed, 'have')}${typed.haves.length < MOST.haves ? button({ text: 'Add something you have', kind: 'quiet', name: 'then', value: 'add-have' }) : ''}
</section>
<section class="role-cards" aria-labelledby="needs"><h2 id="needs">What you need</h2><p>Break the work into roles, for example database development or user research. Others pledge their time to one of them.</p>
${typed.roles.map((role, index) => roleCard(visit, role, index + 1, say, removeButton(id, 'role', index + 1, typed.roles.length)))}
${putBack(typed, 'role')}${typed.roles.length < MOST.roles ? button({ text: 'Add another role', kind: 'quiet', name: 'then', value: 'add-role' }) : ''}
</section>
${textField({ name: 'days', label: 'How many days is it open for pledges?', hint: `From ${OPEN_DAYS.least} to ${OPEN_DAYS.most}. Published today, it is open until ${sayDay(addDays(visit.today, daysOf(typed)), visit.today)}. If the must-have roles are not filled by then, you extend it once or stop it.`, width: 2, inputmode: 'numeric', value: typed.days, error: say('days') })}
<div class="save-bar">${saveStatus(visit, savedAt)}
${buttonGroup(
  button({ text: 'Save and see how it looks', name: 'then', value: 'preview' }),
  button({ text: 'Save and come back later', kind: 'quiet', name: 'then', value: 'later' }),
  ...(savedAt ? [html`<a href="/drafts/${id}/removal">Throw it away</a>`] : []),
)}</div>
</form>`
}

/** The script says more than the page may promise without it. */
const saveStatus = (visit: Visit, savedAt: Date | undefined): Markup =>
  savedAt
    ? html`<p class="meta is-saved" role="status" data-saved>Draft saved at ${sayTime(visit.zone, savedAt)}. Only you can see it.</p>`
    : html`<p class="meta" role="status" data-saved data-while-typing="Your draft saves itself while you type. Only you can see it.">Every button here saves your draft. Only you can see it.</p>`

const daysOf = ({ days }: TypedBrief): number =>
  Number(days) >= OPEN_DAYS.least && Number(days) <= OPEN_DAYS.most ? Math.trunc(Number(days)) : OPEN_DAYS.most

type Say = (field: string) => string | undefined

/** What was removed by mistake can be put back, until something else is removed. */
const putBack = ({ removed }: TypedBrief, what: 'have' | 'role'): Markup | '' =>
  removed?.what === what
    ? html`<p class="meta">${what === 'have' ? 'Something you have' : 'A role'} was removed.
<input type="hidden" name="removed" value="${JSON.stringify(removed)}">
<button class="link-button" type="submit" name="then" value="put-back">Put it back</button></p>`
    : ''

/** The page comes back where the row was. */
const removeButton = (id: string, what: 'have' | 'role', row: number, rows: number): Markup | '' =>
  rows > 1
    ? html`<div class="role-remove">${button({
        text: html`Remove<span class="govuk-visually-hidden"> ${what} ${row}</span>`,
        kind: 'quiet',
        name: 'then',
        value: `remove-${what}-${row}`,
        attributes: { formaction: `/drafts/${id}#${what === 'have' ? 'haves' : 'needs'}` },
      })}</div>`
    : ''

function haveCard(have: TypedHave, row: number, say: Say, remove: Markup | ''): Markup {
  const field = (name: string) => `have-${row}-${name}`
  const content = html`<div class="role-grid">
${textField({ name: field('what'), label: 'What', hint: 'For example: six months of calls.', value: have.what, error: say(field('what')), groupClasses: 'field-half' })}
${textField({ name: field('about'), label: 'More about it (optional)', hint: 'Hours, until when, in what form.', value: have.about, error: say(field('about')), groupClasses: 'field-half' })}
${remove}</div>`
  return fieldset({ legend: `Have ${row}`, legendSize: 'm', classes: 'card card-have role-card', content })
}

function roleCard(visit: Visit, role: TypedRole, row: number, say: Say, remove: Markup | ''): Markup {
  const field = (name: string) => `role-${row}-${name}`
  const purposes = [
    { value: 'creating', text: 'creating it' },
    { value: 'looking after', text: 'looking after it once it is live' },
  ]
  const content = html`<div class="role-grid">
${textField({ name: field('skill'), label: 'Skill', value: role.skill, error: say(field('skill')), groupClasses: 'field-half' })}
${select({ name: field('purpose'), label: 'What for', items: purposes, value: role.purpose, groupClasses: 'field-half' })}
${textField({ name: field('places'), label: 'People', width: 3, inputmode: 'numeric', value: role.places, error: say(field('places')), groupClasses: 'field-sixth' })}
${textField({ name: field('hours'), label: 'Hours a week', width: 3, inputmode: 'decimal', value: role.hours, error: say(field('hours')), groupClasses: 'field-sixth' })}
${dateField({ name: field('from'), label: 'From', value: role.from, min: visit.today, error: say(field('from')) })}
${dateField({ name: field('until'), label: 'Until', value: role.until, min: visit.today, error: say(field('until')) })}
${radios({
  name: field('must'),
  legend: 'How much it matters',
  inline: true,
  small: true,
  value: role.must === 'welcome' ? 'welcome' : 'must',
  items: [
    { value: 'must', text: 'Must-have' },
    { value: 'welcome', text: 'Welcome' },
  ],
  error: say(field('must')),
  groupClasses: 'field-two-thirds',
})}
${remove}</div>`
  return fieldset({ legend: `Role ${row}`, legendSize: 'm', classes: 'card card-need role-card', content })
}

export const previewPage = (
  visit: Visit,
  id: string,
  project: Project,
  tags: readonly Tag[],
): Markup => html`${backLink({ href: `/drafts/${id}`, text: 'Go on writing' })}
${insetText({ content: 'This is how others will see it. It is not published yet.' })}
${previewOf(visit, project, tags)}
<form method="post" action="/drafts/${id}/publication">${buttonGroup(button({ text: 'Publish' }), html`<a href="/drafts/${id}">Go on writing</a>`)}
<p class="meta">Publish it today, and everybody can see it and pledge until ${sayDay(project.openUntil, visit.today)}.</p></form>`

export const removalPage = (id: string, title: string): Markup => html`${backLink({ href: `/drafts/${id}`, text: 'Go on writing' })}
<h1>Throw this draft away?</h1>
<p class="lede">${title ? `"${title}"` : 'Your draft'} will be gone. This cannot be undone.</p>
<form method="post" action="/drafts/${id}/removal">${buttonGroup(button({ text: 'Throw it away', kind: 'warning' }), html`<a href="/drafts/${id}">Keep it</a>`)}</form>`
