/** A brief as others will see it, before it is published: a last look at what is there already. */
import { sayDay } from '../../basics/day.ts'
import type { Tag } from '../../matching/tag.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { previewOf } from '../projects/pages.ts'
import type { Project } from '../projects/project.ts'
import type { LookAlike } from './look-alike.ts'
import { type Answers, alikeCards, named, noneFitsField, YOU_WATCH } from './look-alike-pages.ts'
import { JOINING } from './words.ts'

export type PreviewPage = {
  project: Project
  tags: readonly Tag[]
  found: readonly LookAlike[]
  /** A living project of the same organisation that says the same. */
  same?: { id: string; title: string } | undefined
  refused?: { text: string; href: string } | undefined
}

export function previewPage(visit: Visit, { project, tags, found, same, refused }: PreviewPage): Markup {
  const { id } = project
  return html`${backLink({ href: `/drafts/${id}`, text: 'Go on writing' })}
${refused ? errorSummary({ errors: [refused] }) : ''}
${insetText({ content: 'This is how others will see it. It is not published yet.' })}
${previewOf(visit, project, tags)}
${found.length > 0 ? likeThis(visit, id, found) : ''}
<form class="form" method="post" action="/drafts/${id}/publication" novalidate>
${found.length > 0 ? noneFitsField(project.noneFits, (field) => (refused?.href === `#${field}` ? refused.text : undefined)) : ''}
${same ? sameBox(same, refused?.href === '#not-the-same' ? refused.text : undefined) : ''}
${buttonGroup(button({ text: 'Publish' }), html`<a href="/drafts/${id}">Go on writing</a>`)}
<p class="meta">Publish it today, and everybody can see it and pledge until ${sayDay(project.openUntil, visit.today)}.</p></form>`
}

function likeThis(visit: Visit, id: string, found: readonly LookAlike[]): Markup {
  const answers: Answers = ({ project, isWatched }) => html`<div class="alike-answers">
<form method="post" action="/drafts/${id}/joining"><input type="hidden" name="project" value="${project.id}">${button({ text: named('Join theirs', project), kind: 'quiet' })}</form>
${isWatched ? YOU_WATCH : html`<form method="post" action="/projects/${project.id}/watchers">${button({ text: named('Watch', project), kind: 'quiet' })}</form>`}</div>`
  return html`<section class="like-this" aria-labelledby="like"><h2 id="like">Before you publish: like yours</h2>
<p>Somebody may be there already. ${JOINING}</p>
${alikeCards(visit, found, answers)}</section>`
}

/** Publishing the same words again is rarely meant. */
const sameBox = ({ id, title }: { id: string; title: string }, error: string | undefined): Markup =>
  html`<section aria-labelledby="same"><h2 id="same">Is it the same?</h2>
<p><a href="/projects/${id}">${title}</a> says the same words, and your organisation published it.</p>
${checkboxes({ name: 'not-the-same', items: [{ value: id, text: 'No, publish mine too' }], error })}</section>`
