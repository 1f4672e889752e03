/** The form in which an owner mends a published brief. */
import { button, buttonGroup } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Project } from '../projects/project.ts'
import type { Fault, TypedBrief } from './brief.ts'
import { sayIn, suppliersBox } from './pages.ts'
import { otherCard } from './row-pages.ts'
import type { TagChoice } from './tag.ts'
import { tagPart } from './tag-pages.ts'
import { sayFault } from './words.ts'

export type MendingPage = { project: Project; typed: TypedBrief; faults: readonly Fault[]; choice: TagChoice | undefined }

export function mendingPage({ project, typed, faults, choice }: MendingPage): Markup {
  const say = sayIn(faults)
  const action = `/projects/${project.id}/brief`
  const errors = faults.map((fault) => ({ text: sayFault(fault), href: `#${fault.field}` }))
  return html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
<form class="form" method="post" action="${action}" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>Mend what it says</h1>
<p class="lede">Roles stay as they are, because people pledge to them. If you change the title or the problem, everybody who pledged gets a letter with the new words.</p>
${textField({ name: 'title', label: 'Title', value: typed.title, error: say('title') })}
${textArea({ name: 'problem', label: 'The problem', rows: 6, value: typed.problem, error: say('problem') })}
${textField({ name: 'for-whom', label: 'Who is it for?', value: typed.forWhom, error: say('for-whom') })}
${choice ? html`<section class="about" aria-label="What it is about">${tagPart(choice, say, false)}</section>` : ''}
<section class="role-cards" aria-labelledby="others"><h2 id="others">Other things you need</h2>
<p>Say it better, or fill in the last row to add something. What is asked for already stays, because somebody may have answered it.</p>
${typed.others.map((other, at) => otherCard(other, at + 1, say, ''))}</section>
${suppliersBox(typed.suppliers)}
${buttonGroup(button({ text: 'Save' }), html`<a href="/projects/${project.id}">Go back, change nothing</a>`)}
</form>`
}
