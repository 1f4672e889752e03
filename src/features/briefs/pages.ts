/** The form in which a brief is written. Every button saves; nothing typed is lost. */
import { addDays, sayDay, sayTime } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { details } from '../../web/components/details.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText } from '../../web/components/notices.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type Draft, type Fault, OPEN_DAYS, type TypedBrief } from './brief.ts'
import { type Alikes, alikePart } from './look-alike-pages.ts'
import { haveCards, otherCards, roleCards, type Say } from './row-pages.ts'
import type { TagChoice } from './tag.ts'
import { tagPart } from './tag-pages.ts'
import { sayFault, sayFaultBeside } from './words.ts'

export type DraftPage = {
  id: string
  typed: TypedBrief
  faults: readonly Fault[]
  savedAt?: Date | undefined
  refused?: string | undefined
  /** Projects that its writer has joined with it. */
  joined?: Draft['joined']
  /** Undefined where the chapter's pack knows of nothing that a brief could be about. */
  choice: TagChoice | undefined
  alikes: Alikes
}

export function draftPage(visit: Visit, { id, typed, faults, savedAt, refused, joined = [], choice, alikes }: DraftPage): Markup {
  const say = sayIn(faults)
  const action = `/drafts/${id}`
  const rows = { action, typed, say }
  const errors = [...(refused ? [{ text: refused }] : []), ...faults.map((fault) => ({ text: sayFault(fault), href: `#${fault.field}` }))]
  return html`<form class="form" method="post" action="${action}" data-saves-to="${action}" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>Write a brief</h1>
<p class="lede">Say what you want to change, what you have, and which roles you need. Keep it small: few must-haves fill faster.</p>
${joined.map((project) => insetText({ content: html`Joined: <a href="/projects/${project.id}">${project.title}</a>. Its owner has your words. Throw this draft away once you no longer need it.` }))}
${button({ text: 'Save and see how it looks', name: 'then', value: 'preview', attributes: { class: 'govuk-visually-hidden', tabindex: -1, 'aria-hidden': 'true' } })}
<div class="writing">
${textField({ name: 'title', label: 'Title', hint: 'What it does for people, in a few words. For example: Report a missed bin.', value: typed.title, error: say('title') })}
${textArea({ name: 'problem', label: 'The problem', hint: 'What goes wrong today, and what would be better? Two or three sentences are enough.', rows: 5, value: typed.problem, error: say('problem') })}
<section class="beside" id="alike" aria-label="Projects like yours" data-beside="alike">${alikePart(visit, id, alikes, typed.noneFits, say)}</section>
${textField({ name: 'for-whom', label: 'Who is it for?', hint: 'For example: residents of three districts.', value: typed.forWhom, error: say('for-whom') })}
${choice ? html`<section class="about" id="about" aria-label="What it is about" data-beside="about">${tagPart(choice, say, true)}</section>` : ''}
</div>
<section class="role-cards" aria-labelledby="haves"><h2 id="haves">What you have</h2><p>Skill and time, data, code, research, money, a room: whatever you bring.</p>
${haveCards(rows)}
</section>
<section class="role-cards" aria-labelledby="needs"><h2 id="needs">What you need</h2><p>Break the work into roles, for example database development or user research. Others pledge their time to one of them.</p>
${roleCards(visit, rows)}
${othersPart(rows)}
</section>
${textField({ name: 'days', label: 'How many days is it open for pledges?', hint: `From ${OPEN_DAYS.least} to ${OPEN_DAYS.most}. Published today, it is open until ${sayDay(addDays(visit.today, daysOf(typed)), visit.today)}. If the must-have roles are not filled by then, you extend it once or stop it.`, width: 2, inputmode: 'numeric', value: typed.days, error: say('days') })}
${suppliersBox(typed.suppliers)}
<div class="save-bar">${saveStatus(visit, savedAt)}
${buttonGroup(
  button({ text: 'Save and see how it looks', name: 'then', value: 'preview' }),
  button({ text: 'Save and come back later', kind: 'quiet', name: 'then', value: 'later' }),
  ...(savedAt ? [html`<a href="/drafts/${id}/removal">Throw it away</a>`] : []),
)}</div>
</form>`
}

/** Open when there is something in it. */
const othersPart = (rows: Parameters<typeof otherCards>[0]): Markup => {
  const { others, removed } = rows.typed
  const open = others.length > 1 || others.some(({ kind, what }) => kind !== '' || what !== '') || removed?.what === 'other'
  const content = html`<p>Code, data, people for research, a venue, money, or others who will use it.</p>${otherCards(rows)}`
  return details({ id: 'others', summary: 'Other things you need (optional)', open, content })
}

export const sayIn =
  (faults: readonly Fault[]): Say =>
  (field) => {
    const fault = faults.find((each) => each.field === field)
    return fault && sayFaultBeside(fault)
  }

export const suppliersBox = (suppliers: string): Markup =>
  checkboxes({
    name: 'suppliers',
    small: true,
    items: [{ value: 'yes', text: 'Suppliers may pledge', hint: 'They are always labelled as suppliers.' }],
    values: [suppliers],
  })

/** The script says more than the page may promise without it. */
const saveStatus = (visit: Visit, savedAt: Date | undefined): Markup =>
  savedAt
    ? html`<p class="meta is-saved" role="status" data-saved>Draft saved at ${sayTime(visit.zone, savedAt)}. Only you can see it.</p>`
    : html`<p class="meta" role="status" data-saved data-while-typing="Your draft saves itself while you type. Only you can see it.">Every button here saves your draft. Only you can see it.</p>`

const daysOf = ({ days }: TypedBrief): number =>
  Number(days) >= OPEN_DAYS.least && Number(days) <= OPEN_DAYS.most ? Math.trunc(Number(days)) : OPEN_DAYS.most

export const removalPage = (id: string, title: string): Markup => html`${backLink({ href: `/drafts/${id}`, text: 'Go on writing' })}
<h1>Throw this draft away?</h1>
<p class="lede">${title ? `"${title}"` : 'Your draft'} will be gone. This cannot be undone.</p>
<form method="post" action="/drafts/${id}/removal">${buttonGroup(button({ text: 'Throw it away', kind: 'warning' }), html`<a href="/drafts/${id}">Keep it</a>`)}</form>`
