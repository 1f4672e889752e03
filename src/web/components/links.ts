/** Ways around: past the header, back, and where this page belongs. */
import { type Content, html, type Markup } from '../markup.ts'

export const skipLink = ({ text = 'Skip to main content', href = '#content' }: { text?: Content; href?: string } = {}): Markup =>
  html`<a href="${href}" class="govuk-skip-link" data-module="govuk-skip-link">${text}</a>`

export const backLink = ({ href, text = 'Back' }: { href: string; text?: Content }): Markup =>
  html`<a href="${href}" class="govuk-back-link">${text}</a>`

export type Breadcrumbs = {
  items: readonly { text: Content; href?: string | undefined }[]
  label?: string | undefined
  /** On a narrow screen only the first and the last are shown. */
  collapse?: boolean | undefined
}

export const breadcrumbs = ({ items, label = 'Breadcrumb', collapse = false }: Breadcrumbs): Markup =>
  html`<nav class="govuk-breadcrumbs${collapse && ' govuk-breadcrumbs--collapse-on-mobile'}" aria-label="${label}">
    <ol class="govuk-breadcrumbs__list">${items.map(({ text, href }) =>
      href === undefined
        ? html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${text}</li>`
        : html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${href}">${text}</a></li>`,
    )}</ol>
  </nav>`
