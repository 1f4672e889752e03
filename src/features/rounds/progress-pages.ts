/** How far the putting together of a round is, for its organiser. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Progress } from './progress.ts'
import type { Round } from './round.ts'
import { sayProgress } from './round-words.ts'

export type ProgressPage = { round: Round; progress: Progress; refreshes: boolean }

export function progressPage(visit: Visit, { round, progress, refreshes }: ProgressPage): Markup {
  const { id, title, turn } = round
  const percent = progress.is === 'runs' ? progress.percent : 0
  const here = `/rounds/${id}/progress`
  return html`${backLink({ href: `/rounds/${id}`, text: title })}
<p class="state">${progress.is === 'runs' ? `${percent} % done` : 'It begins in a moment'}</p>
<h1>Putting everybody together</h1>
<p class="lede">Of all ways to put together those who joined, the best is looked for. With ten thousand people it takes half a minute.</p>
<p><label for="done">How far it is</label><br><progress class="progress" id="done" max="100" value="${String(percent)}">${percent} %</progress></p>
<p class="meta">${refreshes ? html`This page looks again by itself every few seconds. <a href="${here}?still=yes">Stop that</a>.` : html`<a href="${here}?still=yes">Look again</a>, or <a href="${here}">let the page do it by itself</a>.`}</p>
<section class="next"><h2>What happens next</h2><p>${nextOf(visit, turn)}</p></section>
<section aria-labelledby="off"><h2 id="off">Call it off</h2>
<p>${turn.state === 'open' ? 'The round stays closed, as it was before.' : 'Everything stays as it was before, and nothing is sent today.'} Nobody is told anything. You can begin it anew whenever you like.</p>
<form method="post" action="${here}/ending">${button({ text: 'Call it off', kind: 'warning' })}</form></section>`
}

const nextOf = (visit: Visit, { state, lookBy }: Round['turn']): string =>
  state === 'open'
    ? 'When it is done we ask you to look who meets whom, and you have two working days for it. Nothing is sent before.'
    : state === 'matched' && lookBy !== undefined && lookBy >= visit.today
      ? `When it is done you see who meets whom. If you do nothing by ${sayDay(lookBy, visit.today)}, it is sent the day after as it is.`
      : 'When it is done the letters leave, and everybody hears whom they meet.'

/** On the page of the round, and above what stood before. */
export function progressPart(visit: Visit, { id }: Pick<Round, 'id'>, progress: Progress | undefined): Markup | '' {
  if (!progress) return ''
  const said = sayProgress(progress, visit.today)
  return progress.is === 'rests'
    ? html`<p>${said}</p><form method="post" action="/rounds/${id}/matchings">${button({ text: 'Put everybody together now' })}</form>`
    : html`<p>${said}</p>${buttonGroup(buttonLink({ text: 'See how far it is', href: `/rounds/${id}/progress` }))}`
}
