/** What somebody watches, on their own page. */
import { sayDay } from '../../basics/day.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { sayState } from '../projects/words.ts'
import type { Watched } from './watched.ts'

export const watchedPart = (visit: Visit, watched: readonly Watched[]): Markup | '' =>
  watched.length === 0
    ? ''
    : html`<section aria-labelledby="watched"><h2 id="watched">You watch</h2><ul class="stack">${watched.map(
        (project) =>
          html`<li><a href="/projects/${project.id}">${project.title}</a><span class="sub">${sayState(project, visit.today)}${
            project.updatedOn ? `. Last update ${sayDay(project.updatedOn, visit.today)}` : ''
          }</span></li>`,
      )}</ul></section>`
