/** A heading that stands one or two steps below the title of the page, as its place asks. */
import { attributes, type Content, html, type Markup } from '../markup.ts'

export type Level = 'h2' | 'h3'

export function heading(level: Level, content: Content, given: Parameters<typeof attributes>[0] = {}): Markup {
  const all = attributes(given)
  return level === 'h2' ? html`<h2${all}>${content}</h2>` : html`<h3${all}>${content}</h3>`
}
