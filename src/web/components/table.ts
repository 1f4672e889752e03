/** Rows and columns. Numbers are set to the right so that their digits line up. */
import { attributes, type Content, html, type Markup } from '../markup.ts'
import { classes } from './field.ts'

export type Cell = { content: Content; isNumber?: boolean | undefined; colspan?: number | undefined; rowspan?: number | undefined }

export type Table = {
  caption?: Content | undefined
  captionSize?: 's' | 'm' | 'l' | 'xl' | undefined
  head?: readonly (Content | Cell)[] | undefined
  rows: readonly (readonly (Content | Cell)[])[]
  firstCellIsHeader?: boolean | undefined
}

const isCell = (given: Content | Cell): given is Cell => typeof given === 'object' && 'content' in given
const cellOf = (given: Content | Cell): Cell => (isCell(given) ? given : { content: given })

const spans = ({ colspan, rowspan }: Cell): Markup => attributes({ colspan, rowspan })

const row = (cells: Markup[]): Markup => html`<tr class="govuk-table__row">${cells}</tr>`

const headCell = (given: Content | Cell): Markup => {
  const cell = cellOf(given)
  const names = classes('govuk-table__header', cell.isNumber && 'govuk-table__header--numeric')
  return html`<th scope="col" class="${names}"${spans(cell)}>${cell.content}</th>`
}

const bodyCell = (given: Content | Cell, isHeader: boolean): Markup => {
  const cell = cellOf(given)
  if (isHeader) return html`<th scope="row" class="govuk-table__header"${spans(cell)}>${cell.content}</th>`
  return html`<td class="${classes('govuk-table__cell', cell.isNumber && 'govuk-table__cell--numeric')}"${spans(cell)}>${cell.content}</td>`
}

export const table = ({ caption, captionSize, head, rows, firstCellIsHeader = false }: Table): Markup => {
  const names = classes('govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`)
  return html`<table class="govuk-table">${caption !== undefined && html`<caption class="${names}">${caption}</caption>`}${
    head && html`<thead class="govuk-table__head">${row(head.map(headCell))}</thead>`
  }<tbody class="govuk-table__body">${rows.map((cells) =>
    row(cells.map((cell, at) => bodyCell(cell, firstCellIsHeader && at === 0))),
  )}</tbody></table>`
}
