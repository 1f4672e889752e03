/** What went wrong with a form, at the top of the page, each line leading to its field. */
import { type Content, html, type Markup } from '../markup.ts'

export type ErrorSummary = {
  errors: readonly { text: Content; href?: string | undefined }[]
  title?: Content | undefined
  description?: Content | undefined
}

export const errorSummary = ({ errors, title = 'There is a problem', description }: ErrorSummary): Markup => {
  const items = errors.map(({ text, href }) => html`<li>${href === undefined ? text : html`<a href="${href}">${text}</a>`}</li>`)
  return html`<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
    <h2 class="govuk-error-summary__title">${title}</h2>
    <div class="govuk-error-summary__body">${description !== undefined && html`<p>${description}</p>`}${
      items.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${items}</ul>`
    }</div>
  </div></div>`
}
