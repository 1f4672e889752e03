/** How a project ended, told by its owner: delivered, handed over or stopped. All three are good endings. */
import { button, buttonGroup } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { attributes, html, type Markup } from '../../web/markup.ts'
import { LESSON_FIELDS, type Lesson, type LessonFaults, MOST_HANDED_TO, MOST_LESSON } from './lesson.ts'
import type { EndHow, Project } from './project.ts'
import { END_WORDS, HANDED_TO, HOW_WORDS, LESSON_LABELS } from './words.ts'

export type EndingPage = {
  project: Project
  how: EndHow
  typed: Lesson & { handedTo: string }
  faults: LessonFaults
  handedToFault?: string | undefined
  refused?: string | undefined
}

const HOWS = ['delivered', 'handed over', 'stopped'] as const satisfies readonly EndHow[]

/** What can be said of the project as it is: what never ran can only stop. */
export const endHowOf = (project: Project, wanted: string | undefined): EndHow =>
  project.state === 'running' ? (HOWS.find((how) => how === wanted) ?? 'delivered') : 'stopped'

export function endingPage({ project, how, typed, faults, handedToFault, refused }: EndingPage): Markup {
  const errors = [
    ...(handedToFault ? [{ text: handedToFault, href: '#handed-to' }] : []),
    ...LESSON_FIELDS.flatMap((field) => (faults[field] ? [{ text: sayLessonFault(field, faults), href: `#${field}` }] : [])),
  ]
  const words = END_WORDS[how]
  return html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
<form class="form" method="post" action="/projects/${project.id}/ending" novalidate>
${errors.length > 0 || refused ? errorSummary({ errors: refused ? [{ text: refused }] : errors }) : ''}
<h1>${words.title}</h1>
${project.state === 'running' ? waysToEnd(project, how) : ''}
<p class="lede">${words.lede} Leave a short note for the next who try. It is public. Everybody who pledged is thanked and freed at once.</p>
<input type="hidden" name="how" value="${how}">
${how === 'handed over' ? textField({ name: 'handed-to', label: HANDED_TO.label, hint: HANDED_TO.hint, value: typed.handedTo, error: handedToFault }) : ''}
${LESSON_FIELDS.map((field) =>
  textArea({
    name: field,
    label: `${LESSON_LABELS[field].label}${how !== 'stopped' && field === 'again' ? ' (optional)' : ''}`,
    hint: LESSON_LABELS[field].hint,
    rows: 3,
    value: typed[field],
    error: faults[field] && sayLessonFault(field, faults),
  }),
)}
${buttonGroup(button({ text: words.button }), html`<a href="/projects/${project.id}">Go back, change nothing</a>`)}
</form>`
}

const waysToEnd = (project: Project, chosen: EndHow): Markup =>
  html`<nav class="filters" aria-label="How it ended"><ul>${HOWS.map(
    (how) =>
      html`<li><a${attributes({ href: `/projects/${project.id}/ending?how=${encodeURIComponent(how)}`, 'aria-current': how === chosen ? 'page' : undefined })}>${HOW_WORDS[how]}</a></li>`,
  )}</ul></nav>`

function sayLessonFault(field: keyof Lesson, faults: LessonFaults): string {
  const { label, empty } = LESSON_LABELS[field]
  if (faults[field] === 'empty') return empty
  return faults[field] === 'too long'
    ? `Shorten your answer to "${label}" to ${MOST_LESSON} characters or fewer.`
    : `Type your answer to "${label}" again: it has a character that cannot be shown.`
}

export const sayHandedToFault = (why: 'empty' | 'too long' | 'unseen characters'): string =>
  why === 'empty'
    ? HANDED_TO.empty
    : why === 'too long'
      ? `Shorten it to ${MOST_HANDED_TO} characters or fewer.`
      : 'Type it again: it has a character that cannot be shown.'
