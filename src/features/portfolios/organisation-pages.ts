/** What an organisation has, needs, does and has learnt; on paper it is a report. */
import { sayDay } from '../../basics/day.ts'
import { count, sayNumber } from '../../basics/text.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { pagination } from '../../web/components/pagination.ts'
import { textField } from '../../web/components/text-field.ts'
import { attributes, html, type Markup } from '../../web/markup.ts'
import { gauge, haveSign, logo, needSign, type Place } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import { projectCards } from '../projects/list-pages.ts'
import type { ProjectLine } from '../projects/project-line.ts'
import { portfolioTable } from './pages.ts'
import type { OrganisationAbout, OrganisationLine, Undertaking } from './portfolio.ts'
import { isDelivered, sayPortfolio } from './words.ts'

export type OrganisationPage = {
  organisation: OrganisationAbout
  undertakings: readonly Undertaking[]
  living: readonly ProjectLine[]
  haves: readonly { project: string; title: string; what: string }[]
  /** Only for members, and only skills that several people have. */
  skills: readonly { skill: string; people: number }[]
  speakers: Markup | ''
  partners: Markup | ''
}

const MOST_LESSONS = 5

export function organisationPage(visit: Visit, about: OrganisationPage, knowledge: Knowledge): Markup {
  const { organisation, undertakings, living } = about
  const own = undertakings.filter((each) => each.startedBy === undefined)
  const stopped = own.filter((each) => each.state === 'ended' && !isDelivered(each) && each.learnt !== '')
  const delivered = undertakings.filter(isDelivered)
  return html`<p class="state state-quiet only-paper">Report of ${sayDay(visit.today)}</p>
<h1>${organisation.name}</h1>
<p class="meta">${whereOf(organisation)}</p>
<div class="lede-line">${undertakings.length > 0 ? gauge(undertakings.slice(0, MOST_DISCS).map(placeOf), sayPortfolio(undertakings)) : ''}<p class="lede">${sayPortfolio(undertakings)}</p></div>
<div class="two">${hasPart(about, knowledge)}${needsPart(living)}</div>
<div class="not-on-paper">
${living.length > 0 ? html`<section aria-labelledby="living"><h2 id="living">What it does</h2>${projectCards(visit, living, 'h3')}</section>` : ''}
${delivered.length > 0 ? storiesPart('delivered', 'What it delivered', delivered, visit) : ''}
${stopped.length > 0 ? storiesPart('stopped', 'What it stopped, and learnt', stopped, visit) : ''}
${about.partners}
${about.speakers}
</div>
${undertakings.length > 0 ? portfolioTable(visit, organisation, undertakings) : nothingYet(organisation)}`
}

const MOST_DISCS = 36
const placeOf = (each: Undertaking): Place => (isDelivered(each) ? 'filled' : each.state === 'ended' ? 'welcome' : 'must')

const whereOf = ({ sector, kind, region, nation }: OrganisationAbout): string =>
  [SECTOR_NAMES[sector], kind, region, nation === region ? '' : nation].filter(Boolean).join(' · ')

function hasPart({ haves, skills }: OrganisationPage, knowledge: Knowledge): Markup {
  const counted = skills.map(
    ({ skill, people }) =>
      html`<li>${haveSign()}<div class="role"><h3>${knowledge.nameOf(skill)}</h3><span class="sub">${count(people, 'person has', 'people have')} this</span></div></li>`,
  )
  const given = haves.map(
    ({ project, title, what }) =>
      html`<li>${haveSign()}<div class="role"><h3 class="skill">${what}</h3><span class="sub">in <a href="/projects/${project}">${title}</a></span></div></li>`,
  )
  return html`<section class="card card-have"><h2>Has</h2>${
    given.length + counted.length > 0
      ? html`<ul class="roles">${given}${counted}</ul>`
      : html`<p class="meta">Nothing has been said yet. Its people say what they have in their own words.</p>`
  }</section>`
}

/** Every role that is still free in what it started. */
function needsPart(living: readonly ProjectLine[]): Markup {
  const free = living.flatMap((line) =>
    line.roles
      .filter((role) => role.filled < role.places)
      .map(({ skill, mustHave }) => ({ skill, mustHave, id: line.id, title: line.title })),
  )
  return html`<section class="card card-need"><h2>Needs</h2>${
    free.length > 0
      ? html`<ul class="roles">${free.map(({ skill, mustHave, id, title }) => html`<li>${needSign({ welcome: !mustHave })}<div class="role"><h3 class="skill">${skill}</h3><span class="sub">in <a href="/projects/${id}">${title}</a></span></div></li>`)}</ul>`
      : html`<p class="meta">Nothing that is open today.</p>`
  }</section>`
}

const storiesPart = (
  id: string,
  title: string,
  all: readonly Undertaking[],
  { today }: Visit,
): Markup => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<ul class="stack">${all.slice(0, MOST_LESSONS).map(
  (
    each,
  ) => html`<li><a href="/projects/${each.id}"><strong>${each.title}</strong></a> <span class="meta">${sayDay(each.until, today)}</span>
<p>${isDelivered(each) ? each.reason : each.learnt}</p></li>`,
)}</ul></section>`

const nothingYet = ({ name }: OrganisationAbout): Markup =>
  html`<div class="empty not-on-paper">${logo()}<div><h2>Nothing started here yet</h2><p>What does ${name} pay for that the next organisation pays for too? Whoever works there can write it down in five minutes.</p>${buttonLink({ text: 'Write a brief', href: '/projects/new' })}</div></div>`

export type OrganisationsPage = {
  q: string
  sector: string | undefined
  organisations: readonly OrganisationLine[]
  sectors: readonly { sector: keyof typeof SECTOR_NAMES; count: number }[]
  next: string | undefined
}

export function organisationsAddress(q: string, sector: string | undefined, after = ''): string {
  const said = Object.entries({ q, sector: sector ?? '', after }).filter(([, value]) => value !== '')
  return `/organisations${said.length > 0 ? `?${new URLSearchParams(said)}` : ''}`
}

export function organisationsPage({ q, sector, organisations, sectors, next }: OrganisationsPage): Markup {
  const link = (value: string | undefined, text: string, many: number) =>
    html`<li><a${attributes({ href: organisationsAddress(q, value), 'aria-current': value === sector ? 'page' : undefined, rel: value === undefined ? undefined : 'nofollow' })}>${text} <span class="how-many">${sayNumber(many)}</span></a></li>`
  const all = sectors.reduce((sum, each) => sum + each.count, 0)
  return html`<h1>Organisations</h1>
<p class="lede">Who takes part, what they do together, and what they have learnt.</p>
<form class="search" method="get" action="/organisations" role="search">
${textField({ name: 'q', label: 'Name of an organisation', type: 'search', value: q || undefined, attributes: { maxlength: 100 } })}
${sector ? html`<input type="hidden" name="sector" value="${sector}">` : ''}${button({ text: 'Search' })}</form>
<nav class="filters" aria-label="Which organisations"><ul>${link(undefined, 'All', all)}${sectors.map((each) => link(each.sector, SECTOR_NAMES[each.sector], each.count))}</ul></nav>
${
  organisations.length === 0
    ? html`<div class="empty">${logo()}<div><h2>No organisation of this name</h2><p>Try a part of its name. If you work there, join with your work address: whoever runs this chapter adds it.</p>${buttonGroup(buttonLink({ text: 'Join', href: '/sign-in' }), html`<a href="/organisations">See all organisations</a>`)}</div></div>`
    : html`<ul class="stack">${organisations.map(
        (each) =>
          html`<li><div class="cast"><div><a href="/organisations/${each.id}"><strong>${each.name}</strong></a><span class="sub">${whereOf(each)}</span></div><span class="meta">${saysOf(each)}</span></div></li>`,
      )}</ul>`
}
${next ? pagination({ next: { href: next, text: 'More organisations' } }) : ''}`
}

const saysOf = ({ living, ended }: OrganisationLine): string =>
  [living > 0 ? `${living} under way` : '', ended > 0 ? `${ended} ended` : ''].filter(Boolean).join(', ')
