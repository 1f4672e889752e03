/** What a project's page offers its owner besides, and a broker when its owner has gone. */
import { sayDay } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { Forbidden } from '../../web/faults.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { mend } from './mending.ts'
import { isPastDeadline, isWorkOver, type Project, phaseOf, reviewBy } from './project.ts'
import { OWNER_ONLY } from './words.ts'

/** For doors that open to its owner alone. */
export function ownedBy({ person }: Viewer, project: Project): Project {
  if (project.owner.id !== person) throw new Forbidden(OWNER_ONLY)
  return project
}

export function ownersEnd(visit: Visit, project: Project): Markup {
  const { id, state } = project
  return html`<section class="owner" aria-labelledby="yours"><h2 id="yours">Your project</h2>
${state === 'open' ? choiceOf(visit, project) : state === 'running' ? reviewOf(visit, project) : stopOnly(project)}
<ul class="stack">
${mend(project, project.owner.id).yes ? html`<li><a href="/projects/${id}/brief">Mend what it says</a></li>` : ''}
${project.merging ? html`<li><a href="/merge-offers/${project.merging.offer}">What you asked the owner of ${project.merging.title}</a></li>` : state === 'open' ? '' : html`<li><a href="/projects/${id}/merge-offer">Merge it into another project</a></li>`}
<li>${project.handover ? html`<a href="/handovers/${project.handover.id}">Whom you asked to be its owner</a>` : html`<a href="/projects/${id}/handover">Give it another owner</a><span class="sub">They are asked, and nothing changes before they say yes.</span>`}</li>
</ul></section>`
}

/** Without an organisation its owner can do little for it: a broker may look for another one. */
export const orphanPart = (visit: Visit, project: Project): Markup | '' =>
  visit.viewer?.broker && project.isOwnerGone && project.state !== 'ended'
    ? html`<section class="card" aria-labelledby="orphan"><h2 id="orphan">Its owner has left</h2>
<p>The owner of this project belongs to no organisation any more. As a broker you can ask somebody else to look after it.</p>
${buttonGroup(project.handover ? buttonLink({ text: 'See who was asked', href: `/handovers/${project.handover.id}`, kind: 'quiet' }) : buttonLink({ text: 'Find another owner', href: `/projects/${project.id}/handover` }))}</section>`
    : ''

function choiceOf(visit: Visit, project: Project): Markup {
  const isLate = isPastDeadline(project, visit.today)
  return html`${buttonGroup(buttonLink({ text: isLate ? 'Choose what becomes of it' : 'Extend, make smaller, merge or stop', href: `/projects/${project.id}/choice`, kind: isLate ? 'have' : 'quiet' }))}
<p class="meta">Each of these is a good way on. None of them shames anybody.</p>`
}

function reviewOf(visit: Visit, project: Project): Markup {
  const phase = phaseOf(project)
  const isOver = isWorkOver(project, visit.today)
  const review = buttonLink({
    text: phase === 'live' ? 'Say whether it is still looked after' : `Say what becomes of ${phase}`,
    href: `/projects/${project.id}/phase`,
    kind: isOver ? 'quiet' : 'have',
  })
  const ending = buttonLink({ text: 'Say how it ended', href: `/projects/${project.id}/ending`, kind: isOver ? 'have' : 'quiet' })
  return html`${isOver ? buttonGroup(ending, review) : buttonGroup(review, ending)}
<p class="meta">The next word is due by ${sayDay(reviewBy(project, visit.today), visit.today)}. Delivered, handed over and stopped are all good endings: everybody is thanked and freed.</p>`
}

const stopOnly = ({
  id,
}: Project): Markup => html`${buttonGroup(buttonLink({ text: 'Stop the project', href: `/projects/${id}/ending`, kind: 'quiet' }))}
<p class="meta">Stopping is normal. You leave a short note, everybody is thanked and freed, and the next who try can start from there.</p>`
