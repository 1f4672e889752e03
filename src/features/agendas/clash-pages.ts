/** What an organiser could better: pairs that many people want both, and what could be held once more. */
import { count } from '../../basics/text.ts'
import { button } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import { needSign } from '../../web/sign.ts'
import type { Event } from '../events/event.ts'
import { sayTimes } from '../events/timetable.ts'
import type { Clashing, EncoreProposed, Weighed } from './board.ts'
import { sayPlace } from './words.ts'

/** Whoever would have something more to see, and whoever would have less. */
export function sayWeighed({ gained, lost }: Pick<Weighed, 'gained' | 'lost'>): string {
  if (gained + lost === 0) return 'nobody gains or loses'
  const [more, less] = [count(gained, 'person gains', 'people gain'), count(lost, 'person loses', 'people lose')]
  return `${gained === 0 ? 'nobody gains' : more}, ${lost === 0 ? 'nobody loses' : less}`
}

function sayWhy({ ways }: Clashing): string {
  const [best] = ways
  if (!best) return 'They are together because no way apart keeps to the rules.'
  if (best.gained > best.lost) return 'It could be better: the first way apart serves more people than it costs.'
  return best.gained === best.lost
    ? 'They are together because the best way apart serves as many as it costs.'
    : 'They are together because every way apart costs more people than it serves.'
}

export const clashesPart = ({ id }: Event, clashes: readonly Clashing[]): Markup | '' =>
  clashes.length === 0
    ? ''
    : html`<section aria-labelledby="clashes"><h2 id="clashes">What clashes most</h2>
<ul class="stack">${clashes.map(
        (
          clash,
        ) => html`<li class="suggestion">${needSign()}<div><strong>${clash.topics[0].title}</strong> and <strong>${clash.topics[1].title}</strong>
<span class="sub">${sayTimes(clash.slot)}: ${count(clash.people, 'person', 'people')} starred both. ${sayWhy(clash)}</span>
${clash.ways.length > 0 ? html`<ul>${clash.ways.map((way) => wayLine(id, way))}</ul>` : ''}</div></li>`,
      )}</ul></section>`

const wayLine = (event: string, way: Weighed): Markup =>
  html`<li><a href="/events/${event}/board/move?session=${way.topic.at?.session ?? ''}&amp;to=${way.slot.id}.${way.room.id}">“${way.topic.title}” to ${sayPlace(way)}</a>${way.with ? `, in exchange with “${way.with.title}”` : ''}: ${sayWeighed(way)}</li>`

export const encoresPart = ({ id }: Event, encores: readonly EncoreProposed[]): Markup | '' =>
  encores.length === 0
    ? ''
    : html`<section aria-labelledby="encores"><h2 id="encores">Free places: what could be held once more</h2>
<p>For people who starred it and have nothing else at that time.</p>
<ul class="stack">${encores.map(
        ({ topic, slot, room, gained }) =>
          html`<li class="cast"><div><strong>${topic.title}</strong><span class="sub">${sayPlace({ slot, room })}: ${count(gained, 'person gains', 'people gain')}</span></div><form method="post" action="/events/${id}/encores"><input type="hidden" name="pitch" value="${topic.pitch}"><input type="hidden" name="slot" value="${slot.id}"><input type="hidden" name="room" value="${room.id}">${button({ text: html`Hold it once more<span class="govuk-visually-hidden">: ${topic.title}</span>`, kind: 'quiet' })}</form></li>`,
      )}</ul></section>`
