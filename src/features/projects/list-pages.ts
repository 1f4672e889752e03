/** Projects in a list: title, one line, who, next date, discs. */
import { count, list } from '../../basics/text.ts'
import { buttonLink } from '../../web/components/button.ts'
import { pagination } from '../../web/components/pagination.ts'
import { attributes, html, type Markup } from '../../web/markup.ts'
import { gauge, logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { placesOf, type State } from './project.ts'
import type { ProjectLine } from './project-line.ts'
import { sayStateInList } from './words.ts'

export const FILTERS: readonly { key: string; text: string; states: readonly State[] }[] = [
  { key: 'open', text: 'Open for pledges', states: ['open'] },
  { key: 'running', text: 'Ready or running', states: ['ready', 'running'] },
  { key: 'ended', text: 'Ended, with lessons', states: ['ended'] },
  { key: 'all', text: 'All', states: ['open', 'ready', 'running', 'ended'] },
]

export function projectsPage(visit: Visit, projects: readonly ProjectLine[], filter: string, next: string | undefined): Markup {
  return html`<h1>Projects</h1>
<p class="lede">Briefs that need your hands, projects under way, and what was learnt from those that ended.</p>
<nav class="filters" aria-label="Which projects"><ul>${FILTERS.map(
    ({ key, text }) =>
      html`<li><a${attributes({ href: `/projects?show=${key}`, 'aria-current': key === filter ? 'page' : undefined })}>${text}</a></li>`,
  )}</ul></nav>
${
  projects.length === 0
    ? html`<div class="empty">${logo()}<div><h2>Nothing here yet</h2><p>Be the first: write down what you have and what you need. It takes five minutes.</p>${buttonLink({ text: 'Write a brief', href: '/projects/new' })}</div></div>`
    : projectCards(visit, projects)
}
${next ? pagination({ next: { href: next, text: 'Older projects' } }) : ''}`
}

export const projectCards = (visit: Visit, projects: readonly ProjectLine[], heading: 'h2' | 'h3' = 'h2'): Markup =>
  html`<ul class="cards">${projects.map((project) => projectCard(visit, project, heading))}</ul>`

function projectCard(visit: Visit, project: ProjectLine, heading: 'h2' | 'h3'): Markup {
  const places = placesOf(project.roles)
  const filled = `${places.filter((place) => place === 'filled').length} of ${count(places.length, 'place')} filled`
  const link = html`<a href="/projects/${project.id}">${project.title}</a>`
  return html`<li class="card project-card"><div class="project-card-words">
${heading === 'h2' ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
<p>${firstSentence(project.problem)}</p>
${wanted(project)}<p class="meta">${project.organisationName}</p></div>
<div class="project-card-side"><p>${gauge(places, filled)}<span>${filled}</span></p><p class="meta">${sayStateInList(project, visit.today)}</p></div></li>`
}

const MOST_WANTED = 3

/** What an open brief still looks for, what it cannot do without first. */
function wanted({ state, roles }: ProjectLine): Markup | '' {
  const free = roles.filter((role) => role.filled < role.places).sort((a, b) => Number(b.mustHave) - Number(a.mustHave))
  if (state !== 'open' || free.length === 0) return ''
  const named = free.slice(0, MOST_WANTED).map((role) => role.skill)
  const more = free.length > MOST_WANTED ? [`${free.length - MOST_WANTED} more`] : []
  return html`<p>Needs ${list([...named, ...more])}</p>`
}

const MOST_SHOWN = 180

/** The first sentence, or as much of it as fits a card. */
function firstSentence(text: string): string {
  const sentence = /^.*?[.?](?=\s|$)/s.exec(text)?.[0] ?? text
  return sentence.length <= MOST_SHOWN ? sentence : `${sentence.slice(0, sentence.lastIndexOf(' ', MOST_SHOWN))} ...`
}
