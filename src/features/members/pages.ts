/** The page on which somebody says for whom they work, and the page of what became of it. */
import { sayDay } from '../../basics/day.ts'
import { SECTORS } from '../../basics/sector.ts'
import { count } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { type Select, select } from '../../web/components/select.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type Claim, NONE_OF_THESE, nameOfClaimed, type Standing } from './claim.ts'
import { claimDone, NOT_SAID_YET, nameOfClaimant, SECTOR_NAMES, sayBroker, sayClaimState, sayWhoAnswers, WHILE_HELD } from './words.ts'

/** One sector of all; nothing is chosen beforehand. */
export const sectorSelect = (given: Omit<Select, 'items'>): Markup =>
  select({
    ...given,
    items: [{ value: '', text: 'Choose one' }, ...SECTORS.map((sector) => ({ value: sector, text: SECTOR_NAMES[sector] }))],
  })

export type ClaimForm = {
  /** As it is typed. */
  organisation: string
  /** Known ones with a like name, and which of them is meant. */
  near: readonly { id: string; name: string }[]
  which: string
  sector: string
  asksSector: boolean
  faults: { organisation?: string | undefined; which?: string | undefined; sector?: string | undefined }
}

/** Which organisation, in the words of whoever works there: here and at their first visit. */
export const organisationFields = ({
  organisation,
  near,
  which,
  sector,
  asksSector,
  faults,
}: ClaimForm): Markup => html`${textField({ name: 'organisation', label: 'Your organisation', hint: 'Its whole name, for example: Harrowmere City Council.', autocomplete: 'organization', value: organisation, error: faults.organisation })}
${near.length > 0 ? radios({ name: 'which', legend: 'Is it one of these?', items: [...near.map(({ id, name }) => ({ value: id, text: name })), { value: NONE_OF_THESE, text: 'None of these' }], value: which, error: faults.which }) : ''}
${asksSector ? sectorSelect({ name: 'sector', label: 'What kind of organisation is it?', hint: near.length > 0 ? 'Only when it is none of these.' : undefined, value: sector, error: faults.sector }) : ''}`

export function claimForm(form: ClaimForm): Markup {
  const { faults } = form
  const errors = [
    ...(faults.organisation ? [{ text: faults.organisation, href: '#organisation' }] : []),
    ...(faults.which ? [{ text: faults.which, href: '#which' }] : []),
    ...(faults.sector ? [{ text: faults.sector, href: '#sector' }] : []),
  ]
  return html`<form class="form" method="post" action="/claims" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>For whom do you work?</h1>
<p class="lede">Your address does not tell us. A colleague who is here already, or a broker, says yes; then you can pledge and publish.</p>
${organisationFields(form)}
${buttonGroup(button({ text: 'Ask' }), html`<a href="/mine">Go back</a>`)}
<p>Have you got an address at work? <a href="/addresses">Add it</a>, and you may need nobody's answer.</p>
</form>`
}

/** On the pages of somebody who is held: where they stand, who answers, and until when. */
export function heldNotice(visit: Visit, standing: Standing): Markup {
  const { claim } = standing
  if (!claim)
    return insetText({
      content: html`<p>${NOT_SAID_YET}</p>${buttonGroup(buttonLink({ text: 'Say for whom you work', href: '/claims/new' }))}`,
    })
  const said = sayWhoAnswers({ ...standing, organisation: nameOfClaimed(claim), today: visit.today })
  return insetText({
    content: html`<p><a href="/claims/${claim.id}">You asked to belong to ${nameOfClaimed(claim)}</a>. ${said}</p><p>${WHILE_HELD}</p>`,
  })
}

export type ClaimPage = {
  claim: Claim
  standing: Standing
  /** Whether this viewer is asked as a colleague, and has said that they do not know the person. */
  isColleague: boolean
  hasPassed: boolean
  /** Colleagues who do not know them: for brokers. */
  passes: number
  refused?: string | undefined
  /** What a broker can do. */
  decision: Markup | ''
}

export function claimPage(visit: Visit, about: ClaimPage): Markup {
  const { claim } = about
  const isOwn = claim.person.id === visit.viewer?.person
  const done = claimDone(claim, visit.query('done'))
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${about.refused ? errorSummary({ errors: [{ text: about.refused }] }) : ''}
${backLink({ href: visit.viewer?.broker ? '/held' : '/mine', text: visit.viewer?.broker ? 'Everybody who is held' : 'For you' })}
<p class="state${claim.state === 'vouched' || claim.state === 'admitted' ? ' state-good' : ''}">${sayClaimState(claim, visit.today)}</p>
${isOwn ? ownPart(visit, about) : othersPart(visit, about)}
${claim.state === 'open' ? about.decision : ''}`
}

function ownPart(visit: Visit, { claim, standing }: ClaimPage): Markup {
  const organisation = nameOfClaimed(claim)
  if (claim.state === 'open')
    return html`<h1>You asked to belong to ${organisation}</h1>
<section class="next"><h2>What happens next</h2><p>${sayWhoAnswers({ ...standing, organisation, today: visit.today })} You get a letter when there is an answer.</p><p>${WHILE_HELD}</p></section>
<p>Is it another organisation? <a href="/claims/new">Say it again</a>. Have you got an address at work? <a href="/addresses">Add it</a>.</p>`
  if (claim.state === 'declined')
    return html`<h1>Not yet: ${organisation}</h1>
<p class="lede">A broker could not let you in. You can still read everything and write drafts.</p>
${claim.line ? html`<blockquote class="typed" dir="auto">${claim.line}</blockquote>` : ''}
${buttonGroup(buttonLink({ text: 'Say it in other words', href: '/claims/new' }))}`
  return html`<h1>${organisation}</h1><p class="lede">${claim.state === 'withdrawn' ? 'You took this back.' : `You belong to ${organisation}. You can pledge and publish in its name.`}</p>
<p><a href="/projects">See what is needed</a></p>`
}

function othersPart(visit: Visit, { claim, standing, isColleague, hasPassed, passes }: ClaimPage): Markup {
  const [name, organisation] = [nameOfClaimant(claim), nameOfClaimed(claim)]
  const who = `${name}${claim.person.job ? `, ${claim.person.job},` : ''}`
  const isOpen = claim.state === 'open'
  return html`<h1>${isOpen && isColleague ? `Does ${name} work with you?` : `${name} and ${organisation}`}</h1>
<p class="lede">${who} says that they work for ${organisation}. They sign in with an address at ${claim.person.domain}, which does not tell us so.</p>
${isOpen && isColleague ? (hasPassed ? insetText({ content: 'You said that you do not know them. Others of your organisation can still say yes, and so can you.' }) : '') : ''}
${isOpen && isColleague ? vouchPart(visit, claim, standing, hasPassed) : ''}
${visit.viewer?.broker && passes > 0 ? html`<p>${count(passes, 'colleague does', 'colleagues do')} not know them.</p>` : ''}
${claim.answered && !isOpen ? html`<p>${claim.answered.name ? `Answered by ${claim.answered.name} on ${sayDay(claim.answered.on, visit.today)}.` : ''}</p>` : ''}
${claim.state === 'declined' && visit.viewer?.broker && claim.line ? html`<blockquote class="typed" dir="auto">${claim.line}</blockquote>` : ''}`
}

const vouchPart = (
  visit: Visit,
  claim: Claim,
  { broker, askedAgainOn }: Standing,
  hasPassed: boolean,
): Markup => html`<div class="govuk-button-group">
<form method="post" action="/claims/${claim.id}/vouch">${button({ text: `Yes, ${claim.person.name || 'they'} ${claim.person.name ? 'works' : 'work'} with us` })}</form>
${hasPassed ? '' : html`<form method="post" action="/claims/${claim.id}/pass">${button({ text: 'I do not know them', kind: 'quiet' })}</form>`}</div>
<section class="next"><h2>What happens next</h2><p>With your yes they can pledge and publish in the name of ${nameOfClaimed(claim)} from today. We keep that it was you who said so. If nobody says yes by ${sayDay(askedAgainOn, visit.today)}, we ask ${sayBroker(broker)}.</p></section>`
