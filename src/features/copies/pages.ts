/** The page that says what is stored of somebody, and gives them a copy. */
import { sayNumber } from '../../basics/text.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { html, type Markup } from '../../web/markup.ts'
import { type Copy, PARTS } from './copy.ts'
import { PART_WORDS, TITLE, WHAT_IT_IS, WHAT_IT_IS_NOT } from './words.ts'

export const copyPage = (copy: Copy): Markup => html`${backLink({ href: '/profile', text: 'Your page' })}
<h1>${TITLE}</h1>
<p class="lede">${WHAT_IT_IS}</p>
${buttonGroup(buttonLink({ text: 'Download your copy', href: '/copy.json' }))}
<p>${WHAT_IT_IS_NOT}</p>
<section aria-labelledby="parts"><h2 id="parts">What is in it</h2>
${summaryList({ rows: PARTS.filter((part) => copy[part].length > 0).map((part) => ({ key: PART_WORDS[part], value: sayNumber(copy[part].length) })) })}
<h3>What is empty</h3>
<ul>${PARTS.filter((part) => copy[part].length === 0).map((part) => html`<li>${PART_WORDS[part]}</li>`)}</ul></section>`
