/** Asking to merge a project into another one, and the page on which the other owner answers. */
import { type Day, sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { sayWho } from '../people/person.ts'
import type { Project } from '../projects/project.ts'
import type { Alike, MergeOffer } from './merge.ts'
import { MERGE_STATES } from './words.ts'

export type TypedMerge = { into: string; address: string; reason: string }
export type MergeForm = {
  project: Project
  /** What looks like it. */
  alike: readonly Alike[]
  typed: TypedMerge
  faults: { into?: string; reason?: string }
  answerBy: Day
}

const ANOTHER = 'another'

export function mergeForm(visit: Visit, { project, alike, typed, faults, answerBy }: MergeForm): Markup {
  const target = alike.length > 0 ? 'into' : 'address'
  const errors = [
    ...(faults.into ? [{ text: faults.into, href: `#${target}` }] : []),
    ...(faults.reason ? [{ text: faults.reason, href: '#reason' }] : []),
  ]
  const address = textField({
    name: 'address',
    label: alike.length > 0 ? 'Its address, if it is another one' : 'The address of the other project',
    hint: 'Open the page of the other project, and copy its address here.',
    value: typed.address,
    ...(alike.length === 0 && faults.into ? { error: faults.into } : {}),
  })
  return html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
<form class="form" method="post" action="/projects/${project.id}/merge-offers" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>Merge it into another project</h1>
<p class="lede">"${project.title}" ends and goes on in the other one. Everybody who pledged is freed and shown the way there.</p>
${
  alike.length > 0
    ? radios({
        name: 'into',
        legend: 'Into which?',
        hint: 'These look like yours.',
        items: [
          ...alike.map(({ id, title, organisationName }) => ({
            value: id,
            text: title,
            ...(organisationName ? { hint: organisationName } : {}),
          })),
          { value: ANOTHER, text: 'Another one' },
        ],
        value: typed.into,
        ...(faults.into ? { error: faults.into } : {}),
      })
    : ''
}
${address}
${textArea({ name: 'reason', label: 'Why?', hint: 'One or two sentences for the other owner. They stay on the page of your project.', rows: 4, value: typed.reason, ...(faults.reason ? { error: faults.reason } : {}) })}
${buttonGroup(button({ text: 'Ask the other owner' }), html`<a href="/projects/${project.id}">Go back, change nothing</a>`)}
<section class="next"><h2>What happens next</h2><p>The other owner gets a letter at once and answers by ${sayDay(answerBy, visit.today)}. Until then your project is not ended. If they say nothing, it stays as it is. If the other project is yours too, the two are merged at once.</p></section>
</form>`
}

/** For both owners: each sees what they can do. */
export function mergeOfferPage(visit: Visit, offer: MergeOffer, refused?: string): Markup {
  const me = visit.viewer?.person
  const by = sayDay(offer.answerBy, visit.today)
  const isWaiting = offer.state === 'waiting'
  const link = ({ id, title }: MergeOffer['from']) => html`<a href="/projects/${id}">${title}</a>`
  const rows = [
    { key: 'From', value: html`${link(offer.from)}<span class="sub">${sayWho(visit.viewer, offer.from.owner)}</span>` },
    { key: 'Into', value: html`${link(offer.into)}<span class="sub">${sayWho(visit.viewer, offer.into.owner)}</span>` },
    { key: 'Why', value: html`<span class="typed" dir="auto">${offer.reason}</span>` },
  ]
  return html`${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
<p class="state${isWaiting ? '' : ' state-quiet'}">${isWaiting ? `Answer by ${by}` : MERGE_STATES[offer.state]}</p>
<h1>Two projects become one</h1>
${summaryList({ rows })}
${isWaiting ? html`<section class="next"><h2>What happens next</h2><p>The owner of "${offer.into.title}" answers by ${by}. With a yes, "${offer.from.title}" ends as merged, and everybody who pledged to it is freed and told where it goes on. With a no, or without a word, both stay as they are.</p></section>` : ''}
${isWaiting && me === offer.into.owner.id ? answers(offer) : ''}
${isWaiting && me === offer.from.owner.id ? html`<form method="post" action="/merge-offers/${offer.id}/withdrawal">${button({ text: 'Take the question back', kind: 'quiet' })}</form>` : ''}`
}

const answers = (offer: MergeOffer): Markup => html`<div class="govuk-button-group">
<form method="post" action="/merge-offers/${offer.id}/acceptance">${button({ text: 'Yes, merge them' })}</form>
<form method="post" action="/merge-offers/${offer.id}/refusal">${button({ text: 'No, keep them apart', kind: 'quiet' })}</form></div>`

/** On the owner's project page: what would like to join it. */
export const joinersPart = (visit: Visit, { joiners = [] }: Project): Markup | '' =>
  joiners.length === 0
    ? ''
    : html`<section aria-labelledby="joiners"><h2 id="joiners">Would like to join this project</h2><ul class="cards">${joiners.map(
        ({ offer, title, by }) => html`<li class="card ask-card"><p class="state">Answer by ${sayDay(by, visit.today)}</p><h3>${title}</h3>
<p>Its owner would like to merge it into yours.</p>
${buttonGroup(buttonLink({ text: html`Answer<span class="govuk-visually-hidden"> ${title}</span>`, href: `/merge-offers/${offer}` }))}</li>`,
      )}</ul></section>`
