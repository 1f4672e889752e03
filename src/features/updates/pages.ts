/** What updates look like: dated, the newest first, with a way to write one for the owner. */

import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { sayNumber } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { heading, type Level } from '../../web/components/heading.ts'
import { backLink } from '../../web/components/links.ts'
import { pagination } from '../../web/components/pagination.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Project } from '../projects/project.ts'
import { MOST_UPDATE, mayEditUpdate, removeUpdate, type Update } from './update.ts'
import { sayDated, sayRemoval, sayTelling, UPDATES, WRITE_AN_UPDATE } from './words.ts'

type Of = Pick<Project, 'id' | 'title' | 'owner'>

/** On the project's page: the last few, and the rest a link away. Where there is nothing yet, only its owner sees the invitation. */
export function updatesPart(
  visit: Visit,
  project: Project,
  updates: readonly Update[],
  more: { hasMore: boolean; writes: boolean },
): Markup | '' {
  const { hasMore, writes } = more
  if (updates.length === 0 && !writes) return ''
  return html`<section class="updates" id="updates" aria-labelledby="since"><h2 id="since">${UPDATES}</h2>
${updates.length > 0 ? updateList(visit, project, updates, { level: 'h3', writes }) : html`<p>Nothing yet. A few lines now and then keep everybody with you: what happened, and what comes next.</p>`}
${hasMore ? html`<p><a href="/projects/${project.id}/updates">All updates</a></p>` : ''}
${writes ? buttonLink({ text: WRITE_AN_UPDATE, href: `/projects/${project.id}/update`, kind: 'quiet' }) : ''}</section>`
}

export const updatesPage = (
  visit: Visit,
  project: Project,
  updates: readonly Update[],
  { next, writes }: { next: string | undefined; writes: boolean },
): Markup => html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
<h1>${UPDATES}</h1>
<p class="lede">All updates of <a href="/projects/${project.id}">${project.title}</a>, the newest first.</p>
<div class="updates">${updates.length > 0 ? updateList(visit, project, updates, { level: 'h2', writes }) : html`<p>There is no update here yet.</p>`}</div>
${next ? pagination({ next: { href: next, text: 'Older updates' } }) : ''}`

/** `writes`: this viewer writes for the project. */
type Drawn = { level: Level; writes: boolean }

const updateList = (visit: Visit, project: Of, updates: readonly Update[], drawn: Drawn): Markup =>
  html`<ol class="update-list">${updates.map((update) => updateItem(visit, project, update, drawn))}</ol>`

function updateItem(visit: Visit, project: Of, update: Update, { level, writes }: Drawn): Markup {
  const { on, edited } = sayDated(update, visit.zone, visit.today)
  return html`<li class="update" id="update-${update.id}">${heading(level, on)}${edited ? html`<p class="meta">${edited}</p>` : ''}
<p class="typed" dir="auto">${update.said}</p>${ways(visit, project, update, { on, writes })}</li>`
}

function ways(visit: Visit, project: Of, update: Update, { on, writes }: { on: string; writes: boolean }): Markup | '' {
  const by = visit.viewer?.person ?? ''
  const link = (noun: string, text: string): Markup =>
    html`<a href="/updates/${update.id}/${noun}">${text}<span class="govuk-visually-hidden"> the update of ${on}</span></a>`
  const edit = mayEditUpdate(update, project.owner.id, { by, writes }, visit).yes ? html`${link('revision', 'Edit')} ` : ''
  return removeUpdate(update, project.owner.id, by).yes ? html`<p class="post-ways">${edit}${link('removal', 'Remove')}</p>` : ''
}

export type TypedUpdate = { form: string; said: string; fault?: string | undefined }

export const updateForm = (
  visit: Visit,
  project: Of,
  typed: TypedUpdate = { form: newId(visit.now), said: '' },
): Markup => html`${backLink({ href: `/projects/${project.id}#updates`, text: project.title })}
<form class="form" method="post" action="/projects/${project.id}/updates" novalidate>
${typed.fault ? errorSummary({ errors: [{ text: typed.fault, href: '#said' }] }) : ''}
<h1>${WRITE_AN_UPDATE}</h1>
<input type="hidden" name="form" value="${typed.form}">
${textArea({ name: 'said', label: 'What happened since, and what comes next?', hint: `Everybody can read it, also without signing in, so name nobody. At most ${sayNumber(MOST_UPDATE)} characters.`, rows: 8, value: typed.said, error: typed.fault })}
${buttonGroup(button({ text: 'Publish it' }), html`<a href="/projects/${project.id}#updates">Go back</a>`)}
<section class="next"><h2>What happens next</h2><p>${sayTelling(visit.today, visit.zone, visit.now)}</p></section>
</form>`

const placeOf = ({ project, id }: Update): string => `/projects/${project}/updates#update-${id}`

export const editPage = (update: Update, typed: string, fault?: string): Markup => html`${backLink({ href: placeOf(update) })}
<form class="form" method="post" action="/updates/${update.id}/revision" novalidate>
${fault ? errorSummary({ errors: [{ text: fault, href: '#said' }] }) : ''}
<h1>Edit your update</h1>
${textArea({ name: 'said', label: 'What happened since, and what comes next?', hint: 'Everybody sees that it was edited, and when.', rows: 8, value: typed, error: fault })}
${buttonGroup(button({ text: 'Save' }), html`<a href="${placeOf(update)}">Go back, change nothing</a>`)}
</form>`

export const removalPage = (update: Update, { zone, today }: Moment): Markup => html`${backLink({ href: placeOf(update) })}
<h1>Remove this update?</h1>
<p class="lede">${sayRemoval(update, zone, today)}</p>
<blockquote class="quoted"><p class="typed" dir="auto">${update.said}</p></blockquote>
<form method="post" action="/updates/${update.id}/removal">${buttonGroup(button({ text: 'Remove it', kind: 'warning' }), html`<a href="${placeOf(update)}">Keep it</a>`)}</form>`
