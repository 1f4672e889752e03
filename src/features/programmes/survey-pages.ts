/** The closing survey of a programme. */
import { button } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Programme } from './programme.ts'
import { MOST_SURVEY_LINE, type Survey, WORTHS } from './survey.ts'
import { NOBODY_READS, QUESTIONS, WORTH_WORDS } from './words.ts'

export type SurveyPage = {
  programme: Programme
  said: { worth: string; again: string; inTouch: string; line: string }
  faults: { worth?: string; line?: string }
}

export const typedSurvey = (survey: Survey | undefined): SurveyPage['said'] => ({
  worth: survey?.worth ?? '',
  again: survey?.again ?? '',
  inTouch: survey?.inTouch ?? '',
  line: survey?.line ?? '',
})

export function surveyPage({ programme: { id, title }, said, faults }: SurveyPage): Markup {
  const errors = Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))
  const yesNo = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ]
  return html`${backLink({ href: `/programmes/${id}`, text: title })}
<form class="form" method="post" action="/programmes/${id}/survey" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>${title}: how was it?</h1>
<p class="lede">Three questions. ${NOBODY_READS}</p>
${radios({ name: 'worth', legend: QUESTIONS.worth, items: WORTHS.map((value) => ({ value, text: WORTH_WORDS[value] })), value: said.worth, error: faults.worth })}
${radios({ name: 'again', legend: QUESTIONS.again, items: yesNo, value: said.again, inline: true })}
${radios({ name: 'inTouch', legend: QUESTIONS.inTouch, items: yesNo, value: said.inTouch, inline: true })}
${textArea({ name: 'line', label: 'A line (optional)', hint: `What should be different next time? At most ${MOST_SURVEY_LINE} characters.`, rows: 2, value: said.line, error: faults.line })}
${button({ text: 'Say so' })}
</form>`
}
