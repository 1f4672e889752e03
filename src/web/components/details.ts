/** Something to open when wanted. */
import { attributes, type Content, html, type Markup } from '../markup.ts'

export type Details = { summary: Content; content: Content; open?: boolean | undefined; id?: string | undefined }

export const details = ({ summary, content, open = false, id }: Details): Markup =>
  html`<details${attributes({ id, class: 'govuk-details', open })}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${summary}</span></summary>
    <div class="govuk-details__text">${content}</div>
  </details>`
