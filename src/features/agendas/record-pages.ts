/** For the record: how an agenda was found, how good it is, and how anybody finds the same again. */
import { count, sayNumber } from '../../basics/text.ts'
import { backLink } from '../../web/components/links.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from '../events/event.ts'
import { hasRecord, type MadeWith } from './making.ts'
import { AIM_NAMES, sayAsOf, WITHOUT_RECORD } from './words.ts'

export function recordPage(visit: Visit, { id, title }: Event, made: MadeWith): Markup {
  const { aim, spreadsTop, seed, evaluations, people, covered, bound, mustPeople, mustSeen, mustBound, coveredFreely, starsAt, madeAt } =
    made
  const cost = coveredFreely === undefined ? undefined : coveredFreely - covered
  return html`${backLink({ href: `/events/${id}/board`, text: 'The agenda, as you make it' })}
<h1>How the agenda was found</h1>
<p class="lede">${title}: made on ${sayAsOf(madeAt, visit)}. What was moved by hand since then is not in these numbers.</p>
${summaryList({
  rows: [
    { key: 'What counts most', value: AIM_NAMES[aim] },
    { key: 'The best pitches', value: spreadsTop ? 'At different times, in the largest rooms' : 'Anywhere' },
    ...(cost === undefined ? [] : [{ key: 'What that costs', value: sayCost(cost, covered) }]),
    { key: 'People who starred something', value: html`${sayNumber(people)}.<br>Stars as they were on ${sayAsOf(starsAt, visit)}.` },
    {
      key: 'Times with something that they starred',
      value: html`${sayNumber(covered)}, all people together.<br>No agenda could reach more than ${sayNumber(bound)}.`,
    },
    {
      key: 'Who sees all that they must',
      value:
        mustPeople === 0
          ? 'Nobody said that they must see something'
          : html`${sayNumber(mustSeen)} of ${sayNumber(mustPeople)}.<br>No agenda could reach more than ${sayNumber(mustBound)}.`,
    },
    { key: 'Seed', value: String(seed) },
    { key: 'Ways that were weighed', value: sayNumber(evaluations) },
  ],
})}
<h2>To find it again</h2>
${
  hasRecord(made)
    ? html`<p><a href="/events/${id}/board/record.json">Download what it was made from</a>: sessions, times, rooms, hosts as numbers, and what people starred, without names and in an order that says nothing of who they are. The same program finds the same agenda from it:</p>
<p><code>npx appstarter match agenda agenda-record.json --seed ${seed} --evaluations ${evaluations}${aim === 'coverage' ? '' : ` --aim ${aim}`}</code></p>`
    : html`<p>${WITHOUT_RECORD}</p>`
}`
}

const sayCost = (cost: number, covered: number): string =>
  cost <= 0
    ? 'Nothing that was found'
    : `${count(cost, 'time', 'times')} with something starred, of ${sayNumber(covered + cost)} (${((100 * cost) / (covered + cost)).toFixed(1)} %)`
