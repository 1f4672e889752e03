/** Giving a project to another owner: whom to ask, and the page on which they answer. */
import { type Day, sayDay } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { sayWho } from '../people/person.ts'
import type { Project } from '../projects/project.ts'
import { candidates, type Handover } from './handover.ts'
import { HANDOVER_STATES } from './words.ts'

export type TypedHandover = { person: string; email: string }
export type HandoverForm = { project: Project; typed: TypedHandover; faults: { person?: string; email?: string }; answerBy: Day }

export function handoverForm(visit: Visit, { project, typed, faults, answerBy }: HandoverForm): Markup {
  const among = candidates(project)
  const errors = [
    ...(faults.person ? [{ text: faults.person, href: among.length > 0 ? '#person' : '#email' }] : []),
    ...(faults.email ? [{ text: faults.email, href: '#email' }] : []),
  ]
  return html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
<form class="form" method="post" action="/projects/${project.id}/handovers" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>Who looks after it from now on?</h1>
<p class="lede">You ask one person to be the owner of "${project.title}". It then belongs to their organisation. What it has and who is in it stays.</p>
${
  among.length > 0
    ? radios({
        name: 'person',
        legend: 'Somebody who takes part',
        items: [
          ...among.map((each) => ({ value: each.id, text: sayWho(visit.viewer, each) })),
          { divider: 'or' },
          { value: 'address', text: 'Somebody else, by their e-mail address' },
        ],
        value: typed.person,
        ...(faults.person ? { error: faults.person } : {}),
      })
    : ''
}
${textField({ name: 'email', type: 'email', label: 'Their e-mail address', hint: 'Of a member of this chapter. We do not say whether we know an address; if we do, they get a letter.', autocomplete: 'off', spellcheck: false, value: typed.email, ...((faults.email ?? (among.length > 0 ? undefined : faults.person)) ? { error: faults.email ?? faults.person } : {}) })}
${buttonGroup(button({ text: 'Ask them' }), html`<a href="/projects/${project.id}">Go back, change nothing</a>`)}
<section class="next"><h2>What happens next</h2><p>They say yes or no by ${sayDay(answerBy, visit.today)}. Until then nothing changes, and you can take it back. If they had pledged to it, that pledge is withdrawn with thanks: what an owner gives stands under "Have".</p></section>
</form>`
}

/** For who was asked, and for who asked. */
export function handoverPage(visit: Visit, handover: Handover, refused?: string): Markup {
  const me = visit.viewer?.person
  const by = sayDay(handover.answerBy, visit.today)
  const isWaiting = handover.state === 'waiting'
  const isAsked = me !== undefined && me === handover.person
  return html`${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${backLink({ href: `/projects/${handover.project}`, text: handover.title })}
<p class="state${isWaiting ? '' : ' state-quiet'}">${isWaiting ? `Answer by ${by}` : HANDOVER_STATES[handover.state]}</p>
<h1>${isAsked ? 'Would you look after it?' : 'Another owner'}</h1>
<p class="lede">${isAsked ? askedOf(visit, handover) : askedBy(visit, handover)}</p>
${isWaiting ? html`<section class="next"><h2>What happens next</h2><p>With a yes, the project and its page belong to ${isAsked ? 'you and your organisation' : 'them and their organisation'}. With a no, or without a word by ${by}, nothing changes.</p></section>` : ''}
${isWaiting && isAsked ? answers(handover) : ''}
${isWaiting && !isAsked ? html`<form method="post" action="/handovers/${handover.id}/withdrawal">${button({ text: 'Take the question back', kind: 'quiet' })}</form>` : ''}`
}

const askedOf = (visit: Visit, handover: Handover): string =>
  `${sayWho(visit.viewer, handover.owner)} brought "${handover.title}" this far. You are asked to be its owner from now on. What you have pledged to it yourself would be withdrawn with thanks.`

const askedBy = (visit: Visit, { name, title }: Handover): string =>
  `${name ? sayWho(visit.viewer, name) : 'The person whose address was typed'} has been asked to be the owner of "${title}".`

const answers = ({ id }: Handover): Markup => html`<div class="govuk-button-group">
<form method="post" action="/handovers/${id}/acceptance">${button({ text: 'Yes, I look after it' })}</form>
<form method="post" action="/handovers/${id}/refusal">${button({ text: 'No', kind: 'quiet' })}</form></div>`
