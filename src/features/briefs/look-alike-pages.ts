/** Projects like the one being written, each with its reason and its lesson, and what its writer can do: join, watch, or say why not. */
import { isMember } from '../../basics/viewer.ts'
import { button } from '../../web/components/button.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { sayStateInList } from '../projects/words.ts'
import { MOST } from './brief.ts'
import type { LookAlike } from './look-alike.ts'
import type { Say } from './row-pages.ts'
import { sayAlike } from './words.ts'

/** What stands beside a brief while it is written. */
export type Alikes = {
  found: readonly LookAlike[]
  /** Another draft of the same writer that says the same. */
  twin?: { id: string; title: string } | undefined
}

/** Beside the form: its buttons send the whole form, so that nothing typed is lost. */
export function alikePart(visit: Visit, id: string, { found, twin }: Alikes, noneFits: string, say: Say): Markup {
  const double = twin
    ? html`<p class="alike-twin"><strong>You have another draft with the same words:</strong> <a href="/drafts/${twin.id}">${twin.title}</a>. You can throw one of them away.</p>`
    : ''
  if (found.length === 0 && noneFits === '')
    return html`${double}<p class="meta alike-none">${wholeSign()} Projects like yours appear here once you have written a little.</p>`
  const answers = (project: string): Markup => html`<div class="alike-answers">
${button({ text: 'Join theirs', kind: 'quiet', name: 'project', value: project, attributes: { formaction: `/drafts/${id}/joining` } })}</div>`
  return html`${double}<h2>Like yours</h2>
${found.length > 0 ? html`<p>Somebody may be there already. Join them, or say below why yours is another.</p>${alikeCards(visit, found, answers)}` : ''}
${noneFitsField(noneFits, say)}`
}

/** `answers` makes the buttons for a project that one can join. */
export const alikeCards = (visit: Visit, found: readonly LookAlike[], answers: (project: string) => Markup): Markup =>
  html`<ul class="alikes">${found.map((each) => alikeCard(visit, each, answers))}</ul>`

function alikeCard(visit: Visit, found: LookAlike, answers: (project: string) => Markup): Markup {
  const { project, lesson } = found
  const isOwn = project.ownerId === visit.viewer?.person
  const canJoin = !isOwn && isMember(visit.viewer) && project.state !== 'ended'
  return html`<li class="card alike"><p class="state${project.state === 'ended' ? ' state-quiet' : ''} sentence">${sayStateInList(project, visit.today)}</p>
<h3><a href="/projects/${project.id}">${project.title}</a></h3>
<p class="meta">${isOwn ? 'Yours' : project.organisationName}</p>
<p>${sayAlike(found)}</p>
${lesson ? html`<div class="alike-lesson"><strong>What was learnt</strong><p class="typed" dir="auto">${lesson}</p></div>` : ''}
${canJoin ? answers(project.id) : ''}</li>`
}

export const noneFitsField = (noneFits: string, say: Say): Markup =>
  textArea({
    name: 'none-fits',
    label: 'None fits, because ...',
    hint: `Needed before you publish. Members can read it on your project's page. At most ${MOST.noneFits} characters.`,
    rows: 3,
    value: noneFits,
    error: say('none-fits'),
  })
