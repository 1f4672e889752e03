/** Ways around: past the header, and back. */
import { type Content, html, type Markup } from '../markup.ts'

export const skipLink = ({ text = 'Skip to main content', href = '#content' }: { text?: Content; href?: string } = {}): Markup =>
  html`<a href="${href}" class="govuk-skip-link" data-module="govuk-skip-link">${text}</a>`

export const backLink = ({ href, text = 'Back' }: { href: string; text?: Content }): Markup =>
  html`<a href="${href}" class="govuk-back-link">${text}</a>`
