/** Facts about one thing, each with its name, and where wanted a way to change it. */
import { type Content, html, type Markup } from '../markup.ts'
import { classes } from './field.ts'

type Action = { text: Content; href: string /** Said after the text to those who hear it: Change *name*. */; hidden?: string | undefined }

export type SummaryRow = { key: Content; value: Content; actions?: readonly Action[] | undefined }
export type SummaryList = { rows: readonly SummaryRow[]; hasBorder?: boolean | undefined }

const link = ({ text, href, hidden }: Action): Markup =>
  html`<a class="govuk-link" href="${href}">${text}${hidden && html`<span class="govuk-visually-hidden"> ${hidden}</span>`}</a>`

const actionsOf = (actions: readonly Action[]): Markup =>
  html`<dd class="govuk-summary-list__actions">${
    actions.length === 1
      ? actions.map(link)
      : html`<ul class="govuk-summary-list__actions-list">${actions.map(
          (action) => html`<li class="govuk-summary-list__actions-list-item">${link(action)}</li>`,
        )}</ul>`
  }</dd>`

export const summaryList = ({ rows, hasBorder = true }: SummaryList): Markup => {
  const anyActs = rows.some((row) => row.actions?.length)
  return html`<dl class="${classes('govuk-summary-list', !hasBorder && 'govuk-summary-list--no-border')}">${rows.map(
    ({ key, value, actions = [] }) =>
      html`<div class="${classes(
        'govuk-summary-list__row',
        anyActs && actions.length === 0 && 'govuk-summary-list__row--no-actions',
      )}"><dt class="govuk-summary-list__key">${key}</dt><dd class="govuk-summary-list__value">${value}</dd>${
        actions.length > 0 && actionsOf(actions)
      }</div>`,
  )}</dl>`
}
