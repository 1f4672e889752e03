/** The first page for whoever is not signed in: what this is, one question, what is needed now, and what came of it. */
import { count, sayNumber } from '../../basics/text.ts'
import { html, type Markup } from '../../web/markup.ts'
import { gauge, haveSign, logo, needSign, type Place, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { searchForm } from '../finding/pages.ts'
import type { ProjectLine } from '../projects/project-line.ts'
import { discsOf, type Outcomes } from './outcomes.ts'
import { openBriefs } from './pages.ts'

export const frontPage = (visit: Visit, open: readonly ProjectLine[], outcomes: Outcomes): Markup => html`<div class="hero"><div>
<h1>Somebody has what you need</h1>
<p class="lede">Public servants in hundreds of places build the same things alone. Here they say what they have and what they need, and build it together.</p>
${searchForm({ q: '', show: 'open' })}
<p>Nothing like it there? <a href="/projects/new">Write a brief</a>: it takes five minutes.</p>
</div>${logo()}</div>
<ol class="steps">
<li>${haveSign()}<div><h2>Have</h2><p>Say what you want to change, and what you bring: skill and time, data, code.</p></div></li>
<li>${needSign()}<div><h2>Need</h2><p>Break the work into roles. Others pledge a few hours a week to one of them.</p></div></li>
<li>${wholeSign()}<div><h2>Start</h2><p>When the must-haves are filled and another organisation is in, you begin. If it stops, it leaves a lesson.</p></div></li>
</ol>
${openBriefs(visit, open)}
${outcomesPart(outcomes)}`

function outcomesPart(outcomes: Outcomes): Markup | '' {
  const { delivered, lessons, living, met } = outcomes
  if (delivered + lessons === 0) return ''
  const { filled, half, each } = discsOf(outcomes)
  const discs: Place[] = [
    ...Array.from({ length: filled }, () => 'filled' as const),
    ...Array.from({ length: half }, () => 'must' as const),
  ]
  const said = `${count(delivered, 'project')} delivered, ${count(lessons, 'project')} stopped with a lesson`
  return html`<section aria-labelledby="outcomes"><h2 id="outcomes">What came of it</h2>
<p>${gauge(discs, said)}</p>
<p><strong>${sayNumber(delivered)} delivered</strong>, and <strong>${sayNumber(lessons)} stopped with a lesson</strong> that spares the next who try.${living > 0 ? ` ${count(living, 'more is', 'more are')} under way.` : ''}${met > 0 ? html` <strong>${sayNumber(met)} met</strong> after an introduction.` : ''}${each > 1 ? html` <span class="meta">A disc stands for ${each} projects.</span>` : ''}</p>
<p><a href="/projects?show=ended">Read what was learnt</a></p></section>`
}
