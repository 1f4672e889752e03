/** Projects like the one being written, each with its reason and its lesson, and what its writer can do: join, watch, or say why not. */
import { isMember } from '../../basics/viewer.ts'
import { button } from '../../web/components/button.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { sayStateInList } from '../projects/words.ts'
import { MOST } from './brief.ts'
import type { LookAlike } from './look-alike.ts'
import type { Say } from './row-pages.ts'
import { JOINING, sayAlike } from './words.ts'

/** What stands beside a brief while it is written. */
export type Alikes = {
  found: readonly LookAlike[]
  /** Another draft of the same writer that says the same. */
  twin?: { id: string; title: string } | undefined
}

/** Beside the form: its buttons send the whole form, so that nothing typed is lost. */
export function alikePart(visit: Visit, id: string, { found, twin }: Alikes, noneFits: string, say: Say): Markup {
  const double = twin
    ? html`<p><strong>You have another draft with the same words:</strong> <a href="/drafts/${twin.id}">${twin.title}</a>. You can throw one of them away.</p>`
    : ''
  if (found.length === 0 && noneFits === '')
    return html`${double}<p class="meta alike-none">${wholeSign()} Projects like yours appear here once you have written a little.</p>`
  const answers: Answers = ({ project, isWatched }) => html`<div class="alike-answers">
${button({ text: named('Join theirs', project), kind: 'quiet', name: 'project', value: project.id, attributes: { formaction: `/drafts/${id}/joining` } })}
${isWatched ? YOU_WATCH : button({ text: named('Watch', project), kind: 'quiet', name: 'then', value: `watch-${project.id}` })}</div>`
  const cards = html`<h2>Like yours</h2><p>Somebody may be there already. ${JOINING}</p>${alikeCards(visit, found, answers)}`
  return html`${double}${found.length > 0 ? cards : ''}
${noneFitsField(noneFits, say)}`
}

/** The buttons for a project that one can join. */
export type Answers = (found: LookAlike) => Markup

export const YOU_WATCH = html`<p class="meta">You watch this.</p>`

/** Read alone, a button says which project it means. */
export const named = (text: string, { title }: LookAlike['project']): Markup =>
  html`${text}<span class="govuk-visually-hidden">: ${title}</span>`

export const alikeCards = (visit: Visit, found: readonly LookAlike[], answers: Answers): Markup =>
  html`<ul class="alikes">${found.map((each) => alikeCard(visit, each, answers))}</ul>`

function alikeCard(visit: Visit, found: LookAlike, answers: Answers): Markup {
  const { project, lesson } = found
  const isOwn = project.ownerId === visit.viewer?.person
  const canJoin = !isOwn && isMember(visit.viewer) && project.state !== 'ended'
  return html`<li class="card alike"><p class="state${project.state === 'ended' ? ' state-quiet' : ''} sentence">${sayStateInList(project, visit.today)}</p>
<h3><a href="/projects/${project.id}">${project.title}</a></h3>
<p class="meta">${isOwn ? 'Yours' : project.organisationName}</p>
<p>${sayAlike(found)}</p>
${lesson ? html`<div class="alike-lesson"><strong>What was learnt</strong><p class="typed" dir="auto">${lesson}</p></div>` : ''}
${canJoin ? answers(found) : ''}</li>`
}

export const joinedNote = (draft: string): Markup =>
  html`<div id="joined">${notificationBanner({
    kind: 'success',
    title: 'You have joined',
    content: html`<p class="govuk-notification-banner__heading">The owner has your words. Now choose a role below, and pledge your hours to it.</p>
<p><a class="govuk-notification-banner__link" href="/drafts/${draft}">Your draft</a> is kept until you throw it away.</p>`,
  })}</div>`

export const noneFitsField = (noneFits: string, say: Say): Markup =>
  textArea({
    name: 'none-fits',
    label: 'None fits, because ...',
    hint: `Needed before you publish, when projects like yours are shown. Members can read it on your project's page. At most ${MOST.noneFits} characters.`,
    rows: 3,
    value: noneFits,
    error: say('none-fits'),
  })
