/** Who speaks for an organisation: a part of its page, and a small page of its own where that is changed. */
import { count } from '../../basics/text.ts'
import { maySee } from '../../basics/viewer.ts'
import { button } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { select } from '../../web/components/select.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { mayDecideSpeakers, type Speaker } from './speaker.ts'
import { NO_SPEAKER, SPEAKER_DONE } from './speaker-words.ts'
import { NO_NAME } from './words.ts'

export type Speakers = {
  organisation: { id: string; name: string }
  speakers: readonly Speaker[]
  /** Who else belongs to it and could speak; read only for those who may decide. */
  others: readonly Speaker[]
}

/** On the page of the organisation; whoever may change it is led to the page of its own. */
export const speakersPart = (visit: Visit, organisation: string, speakers: readonly Speaker[]): Markup =>
  html`<section aria-labelledby="speakers"><h2 id="speakers">Who speaks for it</h2>
${listPart(visit, speakers, false, '')}
${decidesOn(visit, speakers) ? html`<p><a href="${doorOf(organisation)}">Name or remove a speaker</a></p>` : ''}</section>`

const doorOf = (organisation: string): string => `/organisations/${organisation}/speakers`

const decidesOn = ({ viewer }: Visit, speakers: readonly Speaker[]): boolean => viewer !== undefined && mayDecideSpeakers(viewer, speakers)

function listPart(visit: Visit, speakers: readonly Speaker[], decides: boolean, door: string): Markup {
  if (speakers.length === 0) return html`<p>${NO_SPEAKER}</p>`
  const seen = speakers.filter(({ id }) => maySee(visit.viewer, { is: 'person', of: id }) || decides)
  if (seen.length === 0) return html`<p>${count(speakers.length, 'person speaks', 'people speak')} for it. Members see who.</p>`
  return html`<ul class="stack">${seen.map(
    ({
      id,
      name,
      job,
    }) => html`<li><div class="cast"><div><strong>${speakerName(visit, id, name)}</strong><span class="sub">${job}</span></div>
${decides ? html`<form method="post" action="${door}/${id}/removal">${button({ text: html`Remove<span class="govuk-visually-hidden"> ${name} as a speaker</span>`, kind: 'quiet' })}</form>` : ''}</div></li>`,
  )}</ul>`
}

const speakerName = (visit: Visit, id: string, name: string): Markup => {
  if (name === '') return html`${NO_NAME}`
  return maySee(visit.viewer, { is: 'name', of: id }) ? html`<a href="/people/${id}">${name}</a>` : html`${name}`
}

const namePart = (organisation: string, others: readonly Speaker[], door: string): Markup =>
  others.length === 0
    ? html`<p class="meta">Nobody else from ${organisation} is here yet who could speak for it.</p>`
    : html`<form class="form" method="post" action="${door}">
${select({ name: 'person', label: 'Name another speaker', items: [{ value: '', text: 'Choose a member' }, ...others.map(({ id, name, job }) => ({ value: id, text: [name, job].filter(Boolean).join(', ') }))] })}
${button({ text: 'Name as speaker', kind: 'quiet' })}</form>`

export function speakersPage(visit: Visit, { organisation, speakers, others }: Speakers, refused?: string): Markup {
  const decides = decidesOn(visit, speakers)
  const door = doorOf(organisation.id)
  const done = SPEAKER_DONE[visit.query('done') ?? '']
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${backLink({ href: `/organisations/${organisation.id}`, text: organisation.name })}
<h1>Who speaks for ${organisation.name}</h1>
<p class="lede">A speaker acts for ${organisation.name} here. The first who joins is one; speakers and brokers name others, and remove either.</p>
${listPart(visit, speakers, decides, door)}
${decides ? namePart(organisation.name, others, door) : ''}`
}
