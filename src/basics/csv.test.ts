/** Spreadsheets get what was meant, and nothing that they would work out. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { csvOf } from './csv.ts'

const read = (text: string): string[][] => parse(text, { bom: true })

it('writes cells that a spreadsheet reads back, whatever is in them', () => {
  const rows = [
    ['Title', 'Hours'],
    ['Bins, parks and "trees"', 12.5],
    ['Two\nlines\r\nand a third', 0],
    ['Ärger über Öl; Ł', ''],
  ]
  const text = csvOf(rows)
  assert.deepEqual(
    read(text),
    rows.map((row) => row.map(String)),
  )
  assert.ok(text.startsWith('\ufeffTitle,Hours\r\n') && text.endsWith('\r\n'))
})
it('puts an apostrophe before what would be a formula, and leaves numbers alone', () => {
  const typed = ['=1+1', '+44 20', '-2', '@sum', '\t=1', '\r=1', 'a=1', "'=1"]
  assert.deepEqual(read(csvOf([typed, [-2]].map((row) => (row.length === 1 ? [...row, '', '', '', '', '', '', ''] : row)))), [
    ["'=1+1", "'+44 20", "'-2", "'@sum", "'\t=1", "'\r=1", 'a=1', "'=1"],
    ['-2', '', '', '', '', '', '', ''],
  ])
})
