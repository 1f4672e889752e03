/** What a brief is about: public services and policy areas that its own words suggest, and that its writer confirms. */
import { button } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Say } from './row-pages.ts'
import type { TagChoice } from './tag.ts'

/** `canAsk`: the form saves what is typed, so suggestions can be asked for on the way. */
export function tagPart({ ticked, suggested }: TagChoice, say: Say, canAsk: boolean): Markup {
  const others = suggested.filter(({ id }) => !ticked.some((tag) => tag.id === id))
  const all = [...ticked, ...others]
  const ask = !canAsk ? '' : button({ text: 'Suggest what it is about', kind: 'quiet', name: 'then', value: 'suggest' })
  if (all.length === 0)
    return html`<h2>What it is about</h2>
<p class="meta">Once you have written a title and the problem, we suggest public services and policy areas here. You tick those that fit.</p>${ask}`
  const boxes = checkboxes({
    name: 'tags',
    legend: 'What it is about',
    legendSize: 'm',
    hint: 'We suggest these from your words. Tick those that fit: people with the same need find each other by them.',
    small: true,
    items: all.map(({ id, is, name }) => ({ value: id, text: html`${name} <span class="meta">${is}</span>` })),
    values: ticked.map(({ id }) => id),
    error: say('tags'),
  })
  return html`${boxes}${ask}`
}
