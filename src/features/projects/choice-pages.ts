/** What an owner can choose when a brief is not complete, each by a button; and making it smaller. */
import { sayDay } from '../../basics/day.ts'
import { count, list } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { EXTENSION_DAYS, extend, extendableFrom, hasAllItNeeds, isPastDeadline, nextOf, openMustHaves, type Project } from './project.ts'
import { canShrink, WISHES, type Wishes } from './shrinking.ts'
import { WISH_WORDS } from './shrinking-words.ts'
import { EMPTY_HANDED, EXTEND_REFUSALS, sayNext } from './words.ts'

const way = (title: string, text: string, act: Markup | ''): Markup =>
  html`<li class="card ask-card"><h2>${title}</h2><p>${text}</p>${act === '' ? '' : html`<div class="govuk-button-group">${act}</div>`}</li>`

export function choicePage(visit: Visit, project: Project): Markup {
  const { id } = project
  const missing = openMustHaves(project).map((role) => role.skill)
  const isLate = isPastDeadline(project, visit.today)
  return html`${backLink({ href: `/projects/${id}`, text: project.title })}
<h1>What becomes of it?</h1>
<p class="lede">${missing.length > 0 ? `Still missing: ${list(missing)}.` : EMPTY_HANDED} Each of these is a good way on.</p>
<section class="next"><h2>What happens next</h2><p>${sayNext(nextOf(project, visit.today), visit.today)}</p></section>
<ul class="cards">
${way(`Extend by ${EXTENSION_DAYS} days`, sayExtension(visit, project), extend(project, project.owner.id, visit.today).yes ? html`<form method="post" action="/projects/${id}/extension">${button({ text: `Extend by ${EXTENSION_DAYS} days` })}</form>` : '')}
${way('Make it smaller', sayShrinking(project, isLate, visit), canShrink(project, visit.today) ? buttonLink({ text: 'Make it smaller', href: `/projects/${id}/shrinking`, kind: isLate ? 'have' : 'quiet' }) : '')}
${way('Merge it into another project', project.merging ? `You have asked the owner of "${project.merging.title}", who answers by ${sayDay(project.merging.by, visit.today)}.` : 'If somebody else works on the same thing, join them. Their owner must agree.', project.merging ? buttonLink({ text: 'See what you asked', href: `/merge-offers/${project.merging.offer}`, kind: 'quiet' }) : buttonLink({ text: 'Merge it', href: `/projects/${id}/merge-offer`, kind: 'quiet' }))}
${way('Stop it', 'Stopping is normal. You leave a short note, everybody is thanked and freed, and the next who try can start from there.', buttonLink({ text: 'Stop it', href: `/projects/${id}/ending?how=stopped`, kind: 'quiet' }))}
</ul>`
}

function sayExtension(visit: Visit, project: Project): string {
  const may = extend(project, project.owner.id, visit.today)
  if (may.yes) return `Once. It is then open for pledges until ${sayDay(may.value, visit.today)}.`
  return may.why === 'too early' ? `Once, from ${sayDay(extendableFrom(project), visit.today)} on.` : EXTEND_REFUSALS[may.why]
}

function sayShrinking(project: Project, isLate: boolean, visit: Visit): string {
  const can = canShrink(project, visit.today)
  if (can)
    return isLate
      ? 'Without what is still missing it is complete, and can start at once.'
      : 'Drop a must-have that nobody has pledged to, or make it welcome.'
  return isLate
    ? 'This is for briefs that would be complete without what is missing. Here a must-have or another organisation would still be wanting.'
    : 'It has only one must-have, and that must stay.'
}

export type ShrinkingPage = { project: Project; pledgedTo: ReadonlySet<string>; wishes: Wishes; refused?: string | undefined }

export function shrinkingPage(visit: Visit, { project, pledgedTo, wishes, refused }: ShrinkingPage): Markup {
  const open = openMustHaves(project)
  const kept = project.roles.filter((role) => role.mustHave).length - open.length
  const isLate = isPastDeadline(project, visit.today)
  return html`${backLink({ href: `/projects/${project.id}/choice`, text: 'What becomes of it?' })}
<form class="form" method="post" action="/projects/${project.id}/shrinking" novalidate>
${refused ? errorSummary({ errors: [{ text: refused, href: '#role-1' }] }) : ''}
<h1>Make it smaller</h1>
<p class="lede">${kept > 0 ? `${count(kept, 'must-have is', 'must-haves are')} filled and stay. ` : ''}${
    isLate
      ? 'Change what is still missing, and the project is ready at once.'
      : 'What is welcome can still be pledged to, and the project does not wait for it.'
  }</p>
${open.map((role, index) =>
  radios({
    name: `role-${role.id}`,
    id: `role-${index + 1}`,
    legend: html`<span class="skill">${role.skill}</span>`,
    legendSize: 'm',
    hint: pledgedTo.has(role.id) ? 'Somebody has pledged to it, so it cannot be dropped.' : undefined,
    items: WISHES.filter((wish) => wish !== 'drop' || !pledgedTo.has(role.id)).map((wish) => ({ value: wish, text: WISH_WORDS[wish] })),
    value: wishes.get(role.id) ?? 'keep',
  }),
)}
${buttonGroup(button({ text: 'Make it smaller' }), html`<a href="/projects/${project.id}/choice">Go back, change nothing</a>`)}
<section class="next"><h2>What happens next</h2><p>${
    hasAllItNeeds({ ...project, roles: project.roles.filter((role) => !open.includes(role)) })
      ? 'If nothing is missing any more, the project is ready at once, everybody who pledged hears it, and you name the first date within a week.'
      : `It stays open for pledges until ${sayDay(project.openUntil, visit.today)}.`
  }</p></section>
</form>`
}
