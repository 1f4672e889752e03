/** A table as a spreadsheet opens it (RFC 4180): UTF-8 with a mark at its beginning, by which Excel knows it. */

/** A cell that begins so would be worked out as a formula. */
const FORMULA = /^[=+\-@\t\r]/
const BYTE_ORDER_MARK = '\ufeff'

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `${BYTE_ORDER_MARK}${rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`

function cellOf(value: string | number): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
