/** The search for people: what is asked for, and who was found, each with the reason. */
import { SECTORS } from '../../basics/sector.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { pagination } from '../../web/components/pagination.ts'
import { select } from '../../web/components/select.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign, logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import { sayWho } from '../people/person.ts'
import type { AreaGroup } from '../profiles/area.ts'
import { addressOf, DISTANCES, isNarrowed, type Seek, type Shown, type WhyFound } from './seek.ts'
import { ASKING, ASKING_HINT, HOW_FOUND, LOOKING, NO_PLACE, PLACE_HINT, sayFound, sayUnknown } from './words.ts'

export type DirectoryPage = {
  seek: Seek
  areas: readonly AreaGroup[]
  /** Whether we know where whoever asks is. */
  hasPlace: boolean
  isUnknown: boolean
  found: readonly { shown: Shown; whys: readonly WhyFound[] }[]
  next: string | undefined
}

export const directoryPage = (
  visit: Visit,
  knowledge: Knowledge,
  about: DirectoryPage,
): Markup => html`${backLink({ href: '/suggestions', text: 'Who and what fits you' })}
<h1>${LOOKING}</h1>
<p class="lede">${HOW_FOUND}</p>
${form(about, knowledge)}
${about.isUnknown ? html`<p>${sayUnknown(about.seek.q)}</p>` : ''}
${about.found.length > 0 ? cards(visit, about, knowledge) : nothing(about)}
${about.next ? pagination({ next: { href: addressOf(about.seek, about.next), text: 'More people' } }) : ''}`

function form({ seek, areas, hasPlace }: DirectoryPage, knowledge: Knowledge): Markup {
  const anyOf = (text: string) => ({ value: '', text })
  const areaItems = areas.flatMap(({ area, within }) => [
    { value: area.id, text: area.name },
    ...within.map(({ id, name }) => ({ value: id, text: `${area.name}: ${name}` })),
  ])
  const sectors = SECTORS.filter((sector) => sector !== 'supplier').map((value) => ({ value, text: SECTOR_NAMES[value] }))
  const far = DISTANCES.map((each) => ({ value: String(each), text: `Within ${each} km` }))
  return html`<form class="form seek" method="get" action="/people" role="search">
${textField({ name: 'q', label: ASKING, hint: ASKING_HINT, type: 'search', value: seek.q || (seek.skill ? knowledge.nameOf(seek.skill) : undefined), attributes: { maxlength: 200 } })}
<div class="seek-row">
${areas.length > 0 ? select({ name: 'area', label: 'Policy area', items: [anyOf('Any'), ...areaItems], value: seek.area }) : ''}
${select({ name: 'sector', label: 'Sector', items: [anyOf('Any'), ...sectors], value: seek.sector })}
${hasPlace ? select({ name: 'within', label: 'How far', items: [anyOf('Anywhere'), ...far], value: seek.within === undefined ? undefined : String(seek.within) }) : ''}
</div>
${buttonGroup(button({ text: 'Search' }), ...(isNarrowed(seek) ? [html`<a href="/people">Begin anew</a>`] : []))}
${hasPlace ? html`<p class="meta">${PLACE_HINT}</p>` : knowledge.knowsPlaces ? html`<p class="meta"><a href="/profile">${NO_PLACE}</a></p>` : ''}
</form>`
}

const MOST_HAVES = 5

const cards = (visit: Visit, { found }: DirectoryPage, knowledge: Knowledge): Markup =>
  html`<h2>Who was found</h2><ul class="cards">${found.map(
    ({
      shown,
      whys,
    }) => html`<li class="card suggestion">${haveSign()}<div><h3><a href="/people/${shown.person.id}">${sayWho(visit.viewer, shown.person)}</a></h3>
${whys.length > 0 ? html`<p class="why">${whys.map((why) => sayFound(why, knowledge)).join(' ')}</p>` : ''}
${shown.haves.length > 0 ? html`<p class="meta">Has ${shown.haves.slice(0, MOST_HAVES).join(', ')}</p>` : ''}</div></li>`,
  )}</ul>`

const nothing = ({ seek, next }: DirectoryPage): Markup =>
  next !== undefined
    ? html`<p>Nobody among those whom we looked at so far. There are more.</p>`
    : html`<div class="empty">${logo()}<div><h2>Nobody shows this yet</h2><p>${isNarrowed(seek) ? 'Ask for less, or say that you need it: then the weekly letter, on Mondays, tells you who fits.' : 'You are early. Say what you have and need, and the next who join will find you.'}</p>${buttonLink({ text: 'Say what you need', href: '/profile' })}</div></div>`
