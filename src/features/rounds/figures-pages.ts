/** What came of a round, for its organiser: in numbers that tell nobody who, and drawn. */
import { sayDay } from '../../basics/day.ts'
import { count, sayNumber } from '../../basics/text.ts'
import { backLink } from '../../web/components/links.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { table } from '../../web/components/table.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import { type Figures, type Shown, shownAnswered, shownMet, shownOf, shownPairs, sumOf } from './figures.ts'
import { metPicture } from './picture-pages.ts'
import type { Round } from './round.ts'
import { FEW, sayRoundState } from './round-words.ts'

const say = (shown: Shown): string => (shown === 'few' ? FEW : sayNumber(shown))
const sayAnswered = (shown: ReturnType<typeof shownAnswered>): string => (shown === 'a few more' ? 'a few more than met' : say(shown))

export function figuresPage(visit: Visit, round: Round, { joined, turns, pairs }: Figures): Markup {
  const [shown, met] = [shownPairs(pairs), shownMet(turns)]
  return html`${backLink({ href: `/rounds/${round.id}`, text: round.title })}
<p class="state">${sayRoundState(round, visit.today)}</p>
<h1>What came of it</h1>
<p class="lede">${round.title}. What somebody answers is only counted, and no number of answers under five is shown.</p>
${summaryList({
  rows: [
    { key: 'In it now', value: sayNumber(joined) },
    { key: 'Put together', value: `${sayNumber(sumOf(turns, 'people'))} in ${sayNumber(sumOf(turns, 'meetings'))} meetings` },
    { key: 'Left out', value: sayNumber(sumOf(turns, 'leftOut')) },
    { key: 'Answered what came of it', value: sayAnswered(shownAnswered(turns)) },
    { key: 'Met', value: say(shownOf(sumOf(turns, 'met'))) },
  ],
})}
${turns.length === 0 ? html`<div class="empty">${logo()}<div><h2>Nobody has been put together yet</h2><p>It closes on ${sayDay(round.turn.closesOn, visit.today)}. After that the numbers stand here.</p></div></div>` : ''}
${
  shown.length > 0
    ? html`<section aria-labelledby="sectors"><h2 id="sectors">Who met whom across sectors</h2>
<p>A thick line is many people, a dashed one fewer than five. A small loop is people of the same sector.</p>${metPicture(shown)}
${table({
  caption: 'People who were put together, by the sectors of the two',
  head: ['Sectors', { content: 'Put together', isNumber: true }, { content: 'Their meeting took place', isNumber: true }],
  firstCellIsHeader: true,
  rows: shown.map(({ first, second, people, met }) => [
    first === second ? `Within ${SECTOR_NAMES[first].toLowerCase()}` : `${SECTOR_NAMES[first]} and ${SECTOR_NAMES[second].toLowerCase()}`,
    { content: say(people), isNumber: true },
    { content: say(met), isNumber: true },
  ]),
})}</section>`
    : ''
}
${
  turns.length > 0
    ? html`<section aria-labelledby="each"><h2 id="each">Each time</h2><ul class="stack">${turns.map(
        ({ sentOn, meetings, people, leftOut }, at) =>
          html`<li><strong>${sayDay(sentOn, visit.today)}</strong><span class="sub">${count(people, 'person', 'people')} in ${count(meetings, 'meeting')}, ${sayNumber(leftOut)} left out. Met: ${say(met[at] ?? 'few')}.</span></li>`,
      )}</ul></section>`
    : ''
}
<p><a href="/rounds/${round.id}/figures.csv">The same as a spreadsheet (CSV)</a></p>`
}

/** The same numbers, for a spreadsheet. */
export function figuresRows({ joined, turns, pairs }: Figures): (string | number)[][] {
  const cell = (shown: Shown): string | number => (shown === 'few' ? FEW : shown)
  return [
    ['what', 'sectors', 'people', 'met'],
    ['in it now', '', joined, ''],
    ...turns.map(({ sentOn, people }, at) => [`sent ${sentOn}`, '', people, cell(shownMet(turns)[at] ?? 'few')]),
    ...shownPairs(pairs).map(({ first, second, people, met }) => [
      'put together',
      `${SECTOR_NAMES[first]} and ${SECTOR_NAMES[second]}`,
      cell(people),
      cell(met),
    ]),
  ]
}
