/** What brokers see: everybody who is held, and how to let one of them in or decline. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { pagination } from '../../web/components/pagination.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { NO_NAME } from '../people/words.ts'
import { type Claim, type Held, MOST_DECLINE_LINE, nameOfClaimed } from './claim.ts'
import { sectorSelect } from './pages.ts'
import { nameOfClaimant } from './words.ts'

export const heldPage = (visit: Visit, held: readonly Held[], next: string | undefined): Markup => html`<h1>Waiting to be let in</h1>
<p class="lede">Everybody whose address does not tell us for whom they work. Those who have been here longest come first.</p>
${
  held.length === 0
    ? html`<div class="empty">${logo()}<div><h2>Nobody is held</h2><p>Everybody who is here belongs to an organisation. When somebody new does not, you find them here and get a letter.</p></div></div>`
    : html`<ul class="stack">${held.map((each) => html`<li>${heldLine(visit, each)}</li>`)}</ul>`
}
${next ? pagination({ next: { href: next, text: 'Those who came later' } }) : ''}`

function heldLine(visit: Visit, { name, job, domain, since, claim }: Held): Markup {
  const who = name || NO_NAME
  const sub = [job, `an address at ${domain}`].filter(Boolean).join(' · ')
  const day = sayDay(since, visit.today)
  if (!claim)
    return html`<strong>${who}</strong><span class="sub">${sub}</span><p class="meta">Here since ${day}. Has not said for whom they work, so nothing waits for you.</p>`
  return html`<a href="/claims/${claim.id}">${who}, for ${claim.organisation}</a><span class="sub">${sub}</span>
<p class="meta">Waits since ${day}. ${claim.isKnown ? 'A colleague can say yes, and so can you.' : 'We do not know this organisation yet: only a broker can answer.'}</p>`
}

export type DecisionForm = {
  claim: Claim
  near: readonly { id: string; name: string }[]
  chosen: string
  name: string
  sector: string
  faults: { organisation?: string; name?: string; sector?: string }
}

/** The summary of what is wrong stands at the top of the page. */
export const decisionFaults = ({ faults }: DecisionForm): Markup | '' => {
  const errors = [
    ...(faults.organisation ? [{ text: faults.organisation, href: '#choice' }] : []),
    ...(faults.name ? [{ text: faults.name, href: '#name' }] : []),
    ...(faults.sector ? [{ text: faults.sector, href: '#sector' }] : []),
  ]
  return errors.length > 0 ? errorSummary({ errors }) : ''
}

export function decisionPart({ claim, near, chosen, name, sector, faults }: DecisionForm): Markup {
  const items = [
    ...near.map((each) => ({ value: each.id, text: each.name })),
    { value: 'named', text: 'Another one that is here already' },
    { value: 'new', text: 'It is new here: add it' },
  ]
  return html`<section aria-labelledby="decision"><h2 id="decision">Your answer as a broker</h2>
<form class="form" method="post" action="/claims/${claim.id}/admission" novalidate>
${radios({ name: 'choice', legend: `Which organisation is "${claim.saidName}"?`, items, value: chosen, error: faults.organisation })}
${textField({ name: 'name', label: 'Its name', hint: 'For the last two answers.', value: name, error: faults.name })}
${sectorSelect({ name: 'sector', label: 'What kind of organisation is it?', hint: 'Only when you add it.', value: sector, error: faults.sector })}
${buttonGroup(button({ text: html`Let them in<span class="govuk-visually-hidden">: ${nameOfClaimant(claim)}</span>` }), buttonLink({ text: 'Decline', href: `/claims/${claim.id}/refusal`, kind: 'quiet' }))}
<p class="meta">They get a letter either way. We keep that it was you who answered.</p>
</form></section>`
}

export const declinePage = (
  claim: Claim,
  typed: string,
  fault?: string,
): Markup => html`${backLink({ href: `/claims/${claim.id}`, text: 'Back' })}
<form class="form" method="post" action="/claims/${claim.id}/refusal" novalidate>
${fault ? errorSummary({ errors: [{ text: fault, href: '#line' }] }) : ''}
<h1>Decline ${nameOfClaimant(claim)}?</h1>
<p class="lede">They say that they work for ${nameOfClaimed(claim)}. They can still read and write drafts, and may say it again.</p>
${textArea({ name: 'line', label: 'Why not, and what they can do now', hint: `They read it in their letter. At most ${MOST_DECLINE_LINE} characters.`, rows: 3, value: typed, error: fault })}
${buttonGroup(button({ text: 'Decline' }), html`<a href="/claims/${claim.id}">Go back</a>`)}
</form>`
