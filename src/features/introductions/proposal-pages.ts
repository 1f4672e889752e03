/** For brokers: proposing that somebody meets somebody else. */
import { sayDay } from '../../basics/day.ts'
import { button } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type Somebody, sayName } from '../people/person.ts'
import { MOST_LINE } from './introduction.ts'

export type TypedProposal = { email: string; line: string }
export type ProposalForm = { person: Somebody; until: string; typed: TypedProposal; faults: { email?: string; line?: string } }

export function proposalForm(visit: Visit, { person, until, typed, faults }: ProposalForm): Markup {
  const name = sayName(visit.viewer, person)
  const errors = Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))
  return html`${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: `/people/${person.id}`, text: name })}
<form class="form" method="post" action="/people/${person.id}/proposals" novalidate>
<h1>Whom should ${name} meet?</h1>
<p class="lede">You know both. We ask ${name} first, and after a yes the other one.</p>
${textField({ name: 'email', type: 'email', label: 'The e-mail address of the other one', hint: 'Of a member of this chapter.', autocomplete: 'off', spellcheck: false, value: typed.email, error: faults.email })}
${textArea({ name: 'line', label: 'A line to both (optional)', hint: `Why should they meet? Both read it with your name. At most ${MOST_LINE} characters.`, rows: 3, value: typed.line, error: faults.line })}
${button({ text: 'Propose it' })}
<section class="next"><h2>What happens next</h2><p>${name} answers by ${sayDay(until, visit.today)}. After a yes the other one has as long. Once both said yes they get each other's address. Without it you hear at the end that it does not work out now; nobody learns why.</p></section>
</form>`
}
