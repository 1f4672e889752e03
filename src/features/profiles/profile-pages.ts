/** One's own page to change: what one has and needs, who one is, and what members see of it. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign, needSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { WHO_FINDS_YOU } from '../boundaries/words.ts'
import type { Listing, ListingKind } from '../listings/listing.ts'
import type { TypedAbout } from './about.ts'
import { SECTION_WORDS } from './detail-words.ts'
import { SECTIONS } from './details-form.ts'
import { faultSummary, havesField, hoursField, nameField, needsField, whereField } from './field-pages.ts'
import { fromSession } from './listing-pages.ts'
import { DONE, HOW_LONG, type SaidFaults } from './words.ts'

export type ProfilePage = {
  person: string
  organisation: string | undefined
  typed: TypedAbout
  haves: string
  needs: string
  listings: readonly Listing[]
  knowsPlaces: boolean
  faults: SaidFaults
}

export function profilePage(visit: Visit, about: ProfilePage): Markup {
  const done = Object.keys(about.faults).length > 0 ? undefined : DONE[visit.query('done') ?? '']
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${faultSummary(about.faults)}
<h1>Your page</h1>
<p class="lede">What you have and need is how others find you. ${HOW_LONG} <a href="/people/${about.person}">See your page as it is</a>.</p>
<div class="two">
<section class="card card-have" aria-labelledby="have"><h2 id="have">What you have</h2>
${own(visit, about.listings, 'have', 'Nothing yet. What do colleagues ask you for?')}
<form method="post" action="/listings" novalidate><input type="hidden" name="is" value="have">
${havesField(about.haves, about.faults.haves, 'Add what you have')}${button({ text: 'Add' })}</form></section>
<section class="card card-need" aria-labelledby="need"><h2 id="need">What you need</h2>
${own(visit, about.listings, 'need', 'Nothing yet. What would save you a week?')}
<form method="post" action="/listings" novalidate><input type="hidden" name="is" value="need">
${needsField(about.needs, about.faults.needs, 'Add what you need')}${button({ text: 'Add', kind: 'need' })}</form></section>
</div>
${aboutForm(about)}
${more}`
}

function own(visit: Visit, listings: readonly Listing[], is: ListingKind, nothing: string): Markup {
  const mine = listings.filter((listing) => listing.is === is)
  if (mine.length === 0) return html`<p class="meta">${nothing}</p>`
  return html`<ul class="roles">${mine.map(
    (listing) => html`<li>${is === 'have' ? haveSign() : needSign()}<div class="role"><h3 dir="auto">${listing.what}</h3>
<span class="sub">Open until ${sayDay(listing.until, visit.today)}${fromSession(listing)}</span></div>
<form class="role-action" method="post" action="/listings/${listing.id}/closing">${button({ text: html`Close<span class="govuk-visually-hidden"> ${listing.what}</span>`, kind: 'quiet' })}</form></li>`,
  )}</ul>`
}

const aboutForm = ({
  organisation,
  typed,
  knowsPlaces,
  faults,
}: ProfilePage): Markup => html`<form class="form" method="post" action="/profile" novalidate>
<h2>About you</h2>
${organisation ? html`<p>You work for ${organisation}.</p>` : ''}
${nameField(typed.name, faults.name)}
${textField({ name: 'job', label: 'What you do (optional)', hint: 'Everybody sees it, for example: digital lead.', autocomplete: 'organization-title', value: typed.job, error: faults.job })}
${knowsPlaces ? whereField(typed.where, faults.where) : ''}
${hoursField(typed.hours, faults.hours)}
${buttonGroup(button({ text: 'Save' }), html`<a href="/mine">Go back</a>`)}
</form>`

/** What one tells when one has more than a minute. */
const more = html`<section aria-labelledby="more"><h2 id="more">Tell more</h2>
<p>Nobody has to. The more you say, the better the people fit whom we suggest.</p>
<ul class="stack">${SECTIONS.map((section) => html`<li><a href="/profile/${section}">${SECTION_WORDS[section].title}</a><span class="sub">${SECTION_WORDS[section].row}</span></li>`)}
<li><a href="/profile/visibility">Who sees what</a><span class="sub">All members, people you are introduced to, or nobody</span></li>
<li><a href="/boundaries">${WHO_FINDS_YOU}</a><span class="sub">Hide from your organisation, stay anonymous, take a break, whom you have blocked</span></li>
<li><a href="/copy">What we hold about you</a><span class="sub">All that is stored of you, to read and to take with you</span></li></ul></section>`
