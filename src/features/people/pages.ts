/** How a person is named on other pages. */
import { maySee, type Viewer } from '../../basics/viewer.ts'
import { html, type Markup } from '../../web/markup.ts'
import { type Somebody, sayWho } from './person.ts'

/** As `sayWho` says it; for whoever may see the name it leads to the person's page. */
export function whoLink(viewer: Viewer | undefined, somebody: Somebody): Markup {
  const { id, name } = somebody
  const said = sayWho(viewer, somebody)
  if (name === '' || !maySee(viewer, { is: 'person', of: id })) return html`${said}`
  return html`<a href="/people/${id}">${name}</a>${said.slice(name.length)}`
}

/** To the page of somebody whose name a broker sees, unless that page is none of theirs. */
export const nameLink = (viewer: Viewer | undefined, id: string, name: string): Markup =>
  viewer?.unseen?.includes(id) ? html`${name}` : html`<a href="/people/${id}">${name}</a>`
