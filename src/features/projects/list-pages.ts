/** Projects in a list: title, one line, who, next date, discs. */
import { count, list } from '../../basics/text.ts'
import { heading, type Level } from '../../web/components/heading.ts'
import { html, type Markup } from '../../web/markup.ts'
import { gauge } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { placesOf } from './project.ts'
import type { ProjectLine } from './project-line.ts'
import { sayStateInList } from './words.ts'

export const projectCards = (visit: Visit, projects: readonly ProjectLine[], level: Level = 'h2'): Markup =>
  html`<ul class="cards">${projects.map((project) => projectCard(visit, project, level))}</ul>`

function projectCard(visit: Visit, project: ProjectLine, level: Level): Markup {
  const places = placesOf(project.roles)
  const filled = `${places.filter((place) => place === 'filled').length} of ${count(places.length, 'place')} filled`
  const link = html`<a href="/projects/${project.id}">${project.title}</a>`
  return html`<li class="card project-card"><div class="project-card-words">
${heading(level, link)}
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
