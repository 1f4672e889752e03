/** How many watch a project, and the button with which a member begins or stops. */
import { button } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type Watchable, type Watching, watchProject } from './watcher.ts'
import { sayWatchers, WHAT_WATCHERS_HEAR } from './words.ts'

/** The number is for everybody; who they are is for nobody. */
export function watchPart(visit: Visit, project: Watchable, { watchers, isMine }: Watching): Markup | '' {
  const may = isMine || (visit.viewer !== undefined && watchProject(project, visit.viewer).yes)
  if (watchers === 0 && !may) return ''
  const said = isMine ? `You watch this. ${WHAT_WATCHERS_HEAR}` : may ? WHAT_WATCHERS_HEAR : ''
  const form = isMine
    ? html`<form method="post" action="/projects/${project.id}/watchers/removal">${button({ text: 'Stop watching', kind: 'quiet' })}</form>`
    : html`<form method="post" action="/projects/${project.id}/watchers">${button({ text: 'Watch', kind: 'quiet' })}</form>`
  return html`<div class="watch" id="watch">${may ? form : ''}<p class="meta">${watchers > 0 ? html`${sayWatchers(watchers)} ` : ''}${said}</p></div>`
}
