/** Who and what fits somebody, each with its reason; or who looks for them, until when. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { heading, type Level } from '../../web/components/heading.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { sayName, sayWho } from '../people/person.ts'
import type { Lookout } from './lookout.ts'
import type { Fitting, Suggestion } from './suggestion.ts'
import { WISHES, type Wish } from './wish.ts'
import { PUT_OFF, sayReasons, sayTerms, WISH_WORDS, WISHED } from './words.ts'

export type SuggestionsPage = Fitting & {
  isNew: boolean
  /** Where the visitor was going before they were asked who they are. */
  next: string
  /** What was just said of somebody. */
  wished?: Wish | undefined
  /** Whoever sees people. */
  looksForPeople: boolean
}

/** The cards, or where nothing fits, who looks and until when. */
export const suggestionsPart = (visit: Visit, about: Fitting, level: Level): Markup =>
  about.suggestions.length > 0 ? suggestionCards(visit, about.suggestions, level) : nothingYet(visit, about, level)

export const suggestionsPage = (
  visit: Visit,
  about: SuggestionsPage,
): Markup => html`${about.wished ? notificationBanner({ kind: 'success', title: WISHED[about.wished].title, content: WISHED[about.wished].text }) : ''}
<h1>${about.isNew ? 'Welcome. Here is a start' : 'Who and what fits you'}</h1>
<p class="lede">${lede(about)}</p>
${suggestionsPart(visit, about, 'h2')}
${about.next === '/' ? '' : buttonGroup(buttonLink({ text: 'Go on to where you were', href: about.next }))}
<ul class="ways">
<li><a href="/rounds">Meet somebody in a round</a></li>
<li><a href="/profile">Change what you have and need</a></li>
<li><a href="/projects">See all projects</a></li>
${about.looksForPeople ? html`<li>Rather look yourself? <a href="/people">Search for people</a></li><li><a href="/suggestions/wishes">${PUT_OFF}</a></li>` : ''}
</ul>`

function lede({ suggestions, hasSaid }: SuggestionsPage): string {
  if (suggestions.length > 0) return 'Each fits something that you have or need. Look at one today; it takes a minute.'
  return hasSaid
    ? 'Nothing here fits what you said yet. That will not be forgotten.'
    : 'Say what you have and what you need, and we find who fits.'
}

function nothingYet(visit: Visit, { lookout, hasSaid }: Fitting, level: Level): Markup {
  if (!hasSaid)
    return html`<div class="empty">${logo()}<div>${heading(level, 'What do you have?')}<p>A skill, some data, a room, an hour a week: somebody may need just that.</p>${buttonLink({ text: 'Say what you have and need', href: '/profile' })}</div></div>`
  if (!lookout)
    return html`<div class="empty">${logo()}<div>${heading(level, 'You are early')}<p>Write a brief, and the next who join will find it.</p>${buttonLink({ text: 'Write a brief', href: '/projects/new' })}</div></div>`
  const by = sayDay(lookout.by, visit.today)
  const name = lookout.broker.name
  return html`<div class="empty">${logo()}<div>${heading(level, `${name} looks for you`)}<p>${name} is a broker here: somebody who knows many of us. You hear from ${name.split(' ')[0]} by ${by}. If not, we remind them until you do.</p>${buttonLink({ text: 'Write a brief meanwhile', href: '/projects/new', kind: 'need' })}</div></div>`
}

const suggestionCards = (visit: Visit, suggestions: readonly Suggestion[], level: Level): Markup =>
  html`<ul class="cards">${suggestions.map((each) => html`<li class="card suggestion">${wholeSign()}<div>${card(visit, each, level)}</div></li>`)}</ul>`

function card(visit: Visit, suggestion: Suggestion, level: Level): Markup {
  if (suggestion.is === 'brief') {
    const { project, title, organisationName, role } = suggestion.role
    return html`${heading(level, html`<a href="/projects/${project}">${title}</a>`)}
<p class="why">${sayReasons(suggestion)}</p>
<p class="meta">${organisationName} · ${sayTerms(suggestion, visit.today)} <a href="/roles/${role}/pledge">Pledge<span class="govuk-visually-hidden"> ${suggestion.role.skill} to ${title}</span></a></p>`
  }
  const name = sayName(visit.viewer, suggestion.person)
  return html`${heading(level, html`<a href="/people/${suggestion.id}">${sayWho(visit.viewer, suggestion.person)}</a>`)}
<p class="why">${sayReasons(suggestion)}</p>
${buttonGroup(
  buttonLink({
    text: html`I would like to meet<span class="govuk-visually-hidden"> ${name}</span>`,
    href: `/people/${suggestion.id}/introduction`,
  }),
)}
<form class="wishes" method="post" action="/suggestions/${suggestion.id}/wishes">${WISHES.map((wish) => html`<button type="submit" class="link-button" name="wish" value="${wish}">${WISH_WORDS[wish]}<span class="govuk-visually-hidden">: ${name}</span></button>`)}</form>`
}

export type LookoutPage = {
  lookout: Lookout
  haves: readonly string[]
  needs: readonly string[]
  typed: string
  fault?: string | undefined
}

/** For brokers: somebody for whom nothing fits, and where to answer. */
export function lookoutPage(visit: Visit, { lookout, haves, needs, typed, fault }: LookoutPage): Markup {
  const who = sayWho(visit.viewer, lookout.person)
  const listed = (things: readonly string[]) =>
    things.length > 0
      ? html`<ul>${things.map((thing) => html`<li>${thing}</li>`)}</ul>`
      : html`<p class="meta">Nothing that they show to brokers.</p>`
  return html`${fault ? errorSummary({ errors: [{ text: fault, href: '#line' }] }) : ''}
<p class="state${lookout.isOver ? ' state-quiet' : ''}">${lookout.isOver ? 'Answered' : `Answer by ${sayDay(lookout.by, visit.today)}`}</p>
<h1>Nothing fits ${lookout.person.name || 'somebody new'} yet</h1>
<p class="lede">${who}. Whom do you know, or what could they look at?</p>
<div class="two"><section class="card card-have"><h2>Have</h2>${listed(haves)}</section><section class="card card-need"><h2>Need</h2>${listed(needs)}</section></div>
${
  lookout.isOver
    ? html`<p>It has been answered. Thank you.</p>`
    : html`<form class="form" method="post" action="/lookouts/${lookout.id}/answers" novalidate>
${textArea({ name: 'line', label: 'What you write to them', hint: 'They get it as a letter with your name. It may also say that you found nobody yet, and what you will do.', rows: 5, value: typed, error: fault })}
${button({ text: 'Send it' })}
<p class="meta">If you send nothing by ${sayDay(lookout.by, visit.today)}, we remind you every week.</p></form>`
}`
}
