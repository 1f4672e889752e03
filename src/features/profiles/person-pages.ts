/** The page of a person: who they are, what they have and need as far as they show it, and what they take part in. */
import { sayDay } from '../../basics/day.ts'
import { isMember } from '../../basics/viewer.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { insetText } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign, logo, needSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Listing, ListingKind } from '../listings/listing.ts'
import type { Person } from '../people/person.ts'
import { type Profile, type ProfileField, type Relation, type Standing, showsField } from '../people/profile.ts'
import { NO_NAME } from '../people/words.ts'
import { sayHours } from '../projects/hours.ts'
import type { Details } from './details.ts'
import { fromSession } from './listing-pages.ts'
import { morePart } from './more-pages.ts'
import type { Part } from './part.ts'
import { sayPart } from './words.ts'

export type PersonPage = {
  person: Person
  profile: Profile
  details: Details
  /** The names of their policy areas. */
  areas: readonly string[]
  relation: Relation
  /** Their name stands there, and what tells it. */
  isNamed: boolean
  standing: Standing
  listings: readonly Listing[]
  parts: { now: readonly Part[]; before: readonly Part[] }
  /** The organisation that somebody who is held says is theirs. */
  claimed: string | undefined
  /** What a later feature offers to do with them. */
  offered: Markup | ''
}

export function personPage(visit: Visit, about: PersonPage): Markup {
  const { person, relation } = about
  const isOwn = relation === 'self'
  return html`<h1>${about.isNamed ? person.name || NO_NAME : STAYS_ANONYMOUS}</h1>
<p class="lede">${[person.job, employer(about)].filter(Boolean).join(', ')}</p>
${facts(about)}
${isOwn ? buttonGroup(buttonLink({ text: 'Change your page', href: '/profile', kind: 'quiet' })) : about.offered}
${isOwn || person.organisation ? html`<div class="two">${listed(visit, about, 'have')}${listed(visit, about, 'need')}</div>` : stillHeld(person)}
${morePart(about, (field) => shows(about, field))}
${about.isNamed ? parts(visit, about) : ''}
${isOwn || !isMember(visit.viewer) ? '' : away(person)}`
}

const STAYS_ANONYMOUS = 'Somebody who says their name when both have said yes'

/** Two clicks away from having nothing more to do with somebody. */
const away = ({ id }: Person): Markup =>
  html`<p class="meta"><a href="/people/${id}/block">Block</a> · <a href="/people/${id}/report">Report</a></p>`

function employer({ person, claimed }: Pick<PersonPage, 'person' | 'claimed'>): string {
  if (person.organisation) return `${person.organisation.name}${person.organisation.sector === 'supplier' ? ' (supplier)' : ''}`
  return claimed ? `says that they work for ${claimed}` : 'organisation not known yet'
}

const stillHeld = (person: Person): Markup =>
  insetText({
    content: `Nobody has said yes yet that ${person.name || 'they'} works there. What they have and need is shown to others when somebody has.`,
  })

const shows = ({ relation, standing, profile }: PersonPage, field: ProfileField): boolean =>
  showsField(relation, standing, profile.seenBy[field])

function facts(about: PersonPage): Markup | '' {
  const { person, profile } = about
  const said = [
    profile.district && shows(about, 'place') ? `Near ${profile.district}` : '',
    profile.hoursAWeek !== undefined && shows(about, 'hours') ? `Could give about ${sayHours(profile.hoursAWeek)}` : '',
    person.broker ? 'Broker here' : '',
  ].filter(Boolean)
  return said.length > 0 ? html`<p class="meta">${said.join(' · ')}</p>` : ''
}

const HEADINGS: Record<ListingKind, { title: string; card: string; nothing: string; field: ProfileField }> = {
  have: { title: 'Have', card: 'card card-have', nothing: 'Has not said yet what they have.', field: 'haves' },
  need: { title: 'Need', card: 'card card-need', nothing: 'Has not said yet what they need.', field: 'needs' },
}

/** Whoever keeps it to themselves looks like whoever has said nothing. */
function listed(visit: Visit, about: PersonPage, is: ListingKind): Markup {
  const { person, profile, listings, relation } = about
  const { title, card, nothing, field } = HEADINGS[is]
  const seen = shows(about, field) ? listings.filter((listing) => listing.is === is) : []
  const isOwn = relation === 'self'
  const onlyMine = isOwn && (person.organisation === undefined || profile.seenBy[field] === 'matching')
  return html`<section class="${card}"><h2>${title}</h2>
${onlyMine && seen.length > 0 ? html`<p class="meta">Only you see this.</p>` : ''}
${
  seen.length > 0
    ? html`<ul class="roles">${seen.map((listing) => html`<li>${is === 'have' ? haveSign() : needSign()}<div class="role"><h3 dir="auto">${listing.what}</h3><span class="sub">Open until ${sayDay(listing.until, visit.today)}${about.isNamed ? fromSession(listing) : ''}</span></div></li>`)}</ul>`
    : html`<p class="meta">${isOwn ? 'You have not said it yet.' : nothing}</p>`
}</section>`
}

const MOST_BEFORE = 5

function parts(visit: Visit, { person, parts: { now, before } }: Pick<PersonPage, 'person' | 'parts'>): Markup {
  if (now.length + before.length === 0) return noParts(visit.viewer?.person === person.id)
  const line = (part: Part): Markup => {
    const { id, title } = part.is === 'started' ? part.project : { id: part.pledge.project, title: part.pledge.title }
    return html`<li><a href="/projects/${id}">${title}</a><span class="sub">${sayPart(part, visit.today)}</span></li>`
  }
  const more = before.length - MOST_BEFORE
  return html`${now.length > 0 ? html`<section aria-labelledby="now"><h2 id="now">Takes part in</h2><ul class="stack">${now.map(line)}</ul></section>` : ''}
${before.length > 0 ? html`<section aria-labelledby="before"><h2 id="before">Before</h2><ul class="stack">${before.slice(0, MOST_BEFORE).map(line)}</ul>${more > 0 ? html`<p class="meta">And ${more} more.</p>` : ''}</section>` : ''}`
}

const noParts = (isOwn: boolean): Markup => html`<section aria-labelledby="now"><h2 id="now">Takes part in</h2>
<div class="empty">${logo()}<div><p>${isOwn ? 'Nothing yet. A few hours a week can be what a project waits for.' : 'Nothing yet. Perhaps your project is the first.'}</p>
${buttonLink(isOwn ? { text: 'See what is needed', href: '/projects', kind: 'need' } : { text: 'Write a brief', href: '/projects/new' })}</div></div></section>`
