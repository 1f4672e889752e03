/** How many watch a project, and the button with which a member begins or stops. */
import { sayDay } from '../../basics/day.ts'
import { button } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Project } from './project.ts'
import { type Watched, type Watching, watchProject } from './watch.ts'
import { sayWatchers, WHAT_WATCHERS_HEAR } from './watch-words.ts'
import { sayState } from './words.ts'

/** The number is for everybody; who they are is for nobody. */
export function watchPart(visit: Visit, project: Project, { watchers, isMine }: Watching): Markup | '' {
  const may = isMine || (visit.viewer !== undefined && watchProject(project, visit.viewer).yes)
  if (watchers === 0 && !may) return ''
  const said = isMine ? `You watch this. ${WHAT_WATCHERS_HEAR}` : may ? WHAT_WATCHERS_HEAR : ''
  const form = isMine
    ? html`<form method="post" action="/projects/${project.id}/watchers/removal">${button({ text: 'Stop watching', kind: 'quiet' })}</form>`
    : html`<form method="post" action="/projects/${project.id}/watchers">${button({ text: 'Watch', kind: 'quiet' })}</form>`
  return html`<div class="watch" id="watch">${may ? form : ''}<p class="meta">${watchers > 0 ? html`${sayWatchers(watchers)} ` : ''}${said}</p></div>`
}

/** What somebody watches, on their own page. */
export const watchedPart = (visit: Visit, watched: readonly Watched[]): Markup | '' =>
  watched.length === 0
    ? ''
    : html`<section aria-labelledby="watched"><h2 id="watched">You watch</h2><ul class="stack">${watched.map(
        (project) =>
          html`<li><a href="/projects/${project.id}">${project.title}</a><span class="sub">${sayState(project, visit.today)}${
            project.updatedOn ? `. Last update ${sayDay(project.updatedOn, visit.today)}` : ''
          }</span></li>`,
      )}</ul></section>`
