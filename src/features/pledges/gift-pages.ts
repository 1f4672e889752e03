/** The pages for giving something other than time, and for answering. */
import { type Day, sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText } from '../../web/components/notices.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { OtherNeed, Project } from '../projects/project.ts'
import { OTHER_WORDS } from '../projects/words.ts'
import type { Gift } from './gift.ts'
import { sayGiftNext, sayGiftState } from './gift-words.ts'
import { MOST_LINE, type Reader } from './pledge.ts'
import { forWhomPart } from './speaking-pages.ts'
import { sayPledger } from './words.ts'

export type GiftForm = {
  project: Project
  need: OtherNeed
  typed: string
  fault?: string | undefined
  /** The organisation for which the visitor may speak. */
  speaksFor: string | undefined
  isForOrganisation: boolean
  /** Until when the owner would answer. */
  answerBy: Day
}

export const giftForm = (
  visit: Visit,
  { project, need, typed, fault, speaksFor, isForOrganisation, answerBy }: GiftForm,
): Markup => html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
<form class="form" method="post" action="/needs/${need.id}/gifts" novalidate>
${fault ? errorSummary({ errors: [{ text: fault, href: '#line' }] }) : ''}
<h1>Give: ${need.what}</h1>
<p class="lede">${project.title} needs ${OTHER_WORDS[need.kind]}: ${need.what}.</p>
${textArea({ name: 'line', label: 'What exactly can you give?', hint: `For example what it covers, in what form, and from when. At most ${MOST_LINE} characters.`, rows: 4, value: typed, error: fault })}
${forWhomPart(visit, speaksFor, isForOrganisation)}
${buttonGroup(button({ text: 'Offer it', kind: 'need' }), html`<a href="/projects/${project.id}">Go back</a>`)}
<section class="next"><h2>What happens next</h2><p>The owner gets a letter at once and answers by ${sayDay(answerBy, visit.today)}. If they say nothing, you are freed. You can take it back at any time.</p></section>
</form>`

export const noGiftPage = (
  project: Project,
  refused: string,
): Markup => html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
<h1>Give something</h1>
${insetText({ content: refused })}
${buttonLink({ text: 'See what is needed elsewhere', href: '/projects' })}`

/** For the giver, the owner and the broker: each sees what they can do. */
export function giftPage(visit: Visit, gift: Gift, reader: Reader, refused?: string): Markup {
  const rows = [
    { key: 'Who', value: sayPledger(visit.viewer, gift) },
    { key: 'What', value: gift.what },
    { key: 'In their words', value: html`<span class="typed" dir="auto">${gift.line}</span>` },
  ]
  return html`${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${backLink({ href: `/projects/${gift.project}`, text: gift.title })}
<p class="state">${sayGiftState(gift, visit.today)}</p>
<h1 class="skill">${gift.what}</h1>
${summaryList({ rows })}
<section class="next"><h2>What happens next</h2><p>${sayGiftNext(gift, reader, visit.today)}</p></section>
${reader === 'owner' && gift.state === 'offered' ? giftAnswers(gift) : ''}
${reader === 'pledger' && (gift.state === 'offered' || gift.state === 'accepted') ? html`<form method="post" action="/gifts/${gift.id}/withdrawal">${button({ text: 'Take it back', kind: 'quiet' })}</form>` : ''}`
}

const giftAnswers = (gift: Gift): Markup => html`<div class="govuk-button-group">
<form method="post" action="/gifts/${gift.id}/acceptance">${button({ text: html`Accept<span class="govuk-visually-hidden"> ${gift.what}</span>` })}</form>
<form method="post" action="/gifts/${gift.id}/refusal">${button({ text: html`Decline kindly<span class="govuk-visually-hidden">: ${gift.what}</span>`, kind: 'quiet' })}</form></div>`

/** On the owner's project page. */
export const giftOffersPart = (visit: Visit, gifts: readonly Gift[]): Markup | '' =>
  gifts.length === 0
    ? ''
    : html`<section aria-labelledby="gifts"><h2 id="gifts">Offered to you</h2><ul class="cards">${gifts.map(
        (
          gift,
        ) => html`<li class="card ask-card"><p class="state">Answer by ${sayDay(gift.answerBy, visit.today)}</p><h3><a class="skill" href="/gifts/${gift.id}">${gift.what}</a></h3>
<p>${sayPledger(visit.viewer, gift)}</p><blockquote class="typed" dir="auto">${gift.line}</blockquote>${giftAnswers(gift)}</li>`,
      )}</ul></section>`
