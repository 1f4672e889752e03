/** The list of projects: one field to search, links that narrow it down, and what was found. */

import { isSector } from '../../basics/sector.ts'
import { sayNumber } from '../../basics/text.ts'
import { isMember } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { pagination } from '../../web/components/pagination.ts'
import { textField } from '../../web/components/text-field.ts'
import { attributes, type Content, html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import { projectCards } from '../projects/list-pages.ts'
import type { ProjectLine } from '../projects/project-line.ts'
import {
  addressOf,
  type Facet,
  fieldsOf,
  isNarrowed,
  MOST_RANKED,
  NARROWING,
  type Narrowing,
  type Search,
  SHOWN,
  type Shown,
  without,
} from './search.ts'
import { ASKING, ASKING_HINT, FITS_ME, LOOSENED, MORE_THAN_RANKED, NARROWING_WORDS, SAY_HAVES, SHOWN_WORDS, sayFound } from './words.ts'

export type FoundPage = {
  search: Search
  projects: readonly ProjectLine[]
  facets: readonly Facet[]
  /** Members who have said what they have can look for who needs it; the others can say it. */
  haves: 'said' | 'unsaid' | 'no member'
  isLoosened: boolean
  next: string | undefined
}

export function projectsPage(visit: Visit, knowledge: Knowledge, found: FoundPage): Markup {
  const { search, projects, facets, next } = found
  const total = countIn(facets, search.show)
  return html`<h1>Projects</h1>
<p class="lede">Briefs that need your hands, projects under way, and what was learnt from those that ended.</p>
${searchForm(search)}
${states(search, facets)}
${chosen(search, knowledge)}
<div class="found"><div>
<p class="found-head"><strong>${sayFound(total, search.q)}</strong> <a class="to-narrow" href="#narrow">Narrow down</a></p>
${alsoMeant(search, knowledge)}
${found.isLoosened ? html`<p>${LOOSENED}</p>` : ''}
${projects.length === 0 ? nothing(search) : projectCards(visit, projects)}
${search.q !== '' && countIn(facets, 'all') >= MOST_RANKED && !next ? html`<p>${MORE_THAN_RANKED}</p>` : ''}
${next ? pagination({ next: { href: next, text: search.q === '' ? 'Older projects' : 'More projects' } }) : ''}
${peopleToo(visit, search)}
<p class="meta">New briefs also come as a <a href="/feed.atom">feed</a> to your feed reader.</p>
</div>${narrowDown(found, knowledge, total)}</div>`
}

/** Members may want somebody who knows it more than a project about it. Suppliers do not look for people. */
function peopleToo({ viewer }: Visit, { q }: Search): Markup | '' {
  if (!isMember(viewer) || viewer?.sector === 'supplier') return ''
  const said = q === '' ? '' : `?${new URLSearchParams({ q })}`
  return html`<p class="meta">Rather a person than a project? <a href="/people${said}" rel="nofollow">Search for people</a></p>`
}

/** Asks the same list again, with all that narrows it down. */
export const searchForm = (search: Search): Markup => html`<form class="search" method="get" action="/projects" role="search">
${textField({ name: 'q', label: ASKING, hint: ASKING_HINT, type: 'search', value: search.q || undefined, attributes: { maxlength: 200 } })}
${fieldsOf(search).flatMap(([name, value]) => (name === 'q' ? [] : [html`<input type="hidden" name="${name}" value="${value}">`]))}
${button({ text: 'Search' })}</form>`

const isAmong = (shown: Shown, state: string): boolean => SHOWN[shown].some((each) => each === state)

const countIn = (facets: readonly Facet[], shown: Shown): number =>
  facets.reduce((sum, { kind, value, count }) => sum + (kind === 'state' && isAmong(shown, value) ? count : 0), 0)

const states = (search: Search, facets: readonly Facet[]): Markup =>
  html`<nav class="filters" aria-label="Which projects"><ul>${(['open', 'running', 'ended', 'all'] as const).map((show) => {
    const link = attributes({
      href: addressOf({ ...search, show }),
      'aria-current': show === search.show ? 'page' : undefined,
      rel: isNarrowed(search) ? 'nofollow' : undefined,
    })
    return html`<li><a${link}>${SHOWN_WORDS[show]} <span class="how-many">${sayNumber(countIn(facets, show))}</span></a></li>`
  })}</ul></nav>`

/** What narrows the list down now; a press takes it away. */
function chosen(search: Search, knowledge: Knowledge): Markup | '' {
  const names = (['q', ...NARROWING] as const).filter((name) => (name === 'q' ? search.q !== '' : search[name] !== undefined))
  if (names.length === 0) return ''
  return html`<nav class="chosen" aria-label="What you look for"><ul>${names.map((name) => {
    const said = name === 'q' ? `"${search.q}"` : nameOf(name, search[name] ?? '', knowledge)
    const before = name === 'q' || name === 'for' ? '' : html`<span class="meta">${NARROWING_WORDS[name]}:</span> `
    return html`<li><a href="${addressOf(without(search, name))}" rel="nofollow"><span class="govuk-visually-hidden">Take away </span>${before}${said} <span aria-hidden="true">×</span></a></li>`
  })}</ul></nav>`
}

function nameOf(narrowing: Narrowing, value: string, knowledge: Knowledge): string {
  if (narrowing === 'for') return FITS_ME
  if (narrowing === 'skill') return knowledge.nameOf(value)
  if (narrowing === 'service' || narrowing === 'area') return knowledge.tags.get(value)?.name ?? value
  return narrowing === 'sector' && isSector(value) ? SECTOR_NAMES[value] : value
}

const MOST_MEANT = 4

/** Says why there is something in the list that has none of the words. */
function alsoMeant(search: Search, knowledge: Knowledge): Markup | '' {
  if (search.q === '') return ''
  const rest = without(search, 'q')
  const meant = [
    ...knowledge.tagsMeant(search.q, 2).map((tag): [Narrowing, string] => [tag.is === 'public service' ? 'service' : 'area', tag.id]),
    ...knowledge.termsIn(search.q).map((term): [Narrowing, string] => ['skill', term]),
  ].slice(0, MOST_MEANT)
  if (meant.length === 0) return ''
  const links = meant.map(
    ([narrowing, value], at) =>
      html`${at > 0 ? ', ' : ''}<a href="${addressOf({ ...rest, [narrowing]: value })}" rel="nofollow">${nameOf(narrowing, value, knowledge)}</a>`,
  )
  return html`<p class="meta">We also looked for what is about ${links}.</p>`
}

const nothing = (search: Search): Markup =>
  isNarrowed(search)
    ? html`<div class="empty">${logo()}<div><h2>Nobody has started this yet</h2><p>Or it has another name here: try a word less. If you need it, others do too. Write down what you have and what you need; it takes five minutes.</p>${buttonGroup(buttonLink({ text: 'Write a brief', href: '/projects/new' }), html`<a href="${addressOf({ q: '', show: 'all' })}">See all projects</a>`)}</div></div>`
    : html`<div class="empty">${logo()}<div><h2>Nothing here yet</h2><p>Be the first: write down what you have and what you need. It takes five minutes.</p>${buttonLink({ text: 'Write a brief', href: '/projects/new' })}</div></div>`

const MOST_LINKS = 8

/** Each group offers what is there, so no link leads to an empty list. Skills and tags also find what lies below them: only sectors and regions have a number. */
function narrowDown({ search, facets, haves }: FoundPage, knowledge: Knowledge, total: number): Markup | '' {
  const values = (kind: Facet['kind'], keep: (value: string) => boolean = () => true) =>
    facets.filter((facet) => facet.kind === kind && keep(facet.value)).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const isTag = (is: 'public service' | 'policy area') => (value: string) => knowledge.tags.get(value)?.is === is
  const group = (narrowing: Narrowing, all: readonly Facet[], isCounted = true): Markup | '' => {
    if (search[narrowing] !== undefined || !all.some(({ count }) => count < total)) return ''
    return links(
      NARROWING_WORDS[narrowing],
      all.slice(0, MOST_LINKS).map(({ value, count }) => ({
        href: addressOf({ ...search, [narrowing]: value }),
        text: html`${nameOf(narrowing, value, knowledge)}${isCounted ? html` <span class="how-many">${sayNumber(count)}</span>` : ''}`,
      })),
    )
  }
  const fitting = haves === 'said' ? { href: addressOf({ ...search, for: 'me' }), text: FITS_ME } : { href: '/profile', text: SAY_HAVES }
  const forMe = haves === 'no member' || search.for !== undefined || total === 0 ? '' : links(NARROWING_WORDS.for, [fitting])
  return html`<nav class="narrow" id="narrow" aria-labelledby="narrow-title"><h2 id="narrow-title">Narrow down</h2>
${forMe}${group(
  'skill',
  values('skill', (value) => knowledge.vocabulary.terms.has(value)),
  false,
)}${group('service', values('tag', isTag('public service')), false)}${group('area', values('tag', isTag('policy area')), false)}${group('sector', values('sector'))}${group('region', values('region'))}
</nav>`
}

const links = (title: string, all: readonly { href: string; text: Content }[]): Markup =>
  html`<section><h3>${title}</h3><ul>${all.map(({ href, text }) => html`<li><a href="${href}" rel="nofollow">${text}</a></li>`)}</ul></section>`
