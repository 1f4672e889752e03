/** One table of a pack: a CSV file whose rows know their line, so that a fault can name it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import type { PackFault } from './pack.ts'

export type Row<Column extends string> = { line: number; cells: Readonly<Record<Column, string>> }
export type Table<Column extends string> = { rows: Row<Column>[]; faults: PackFault[] }

type Recorded = { record: string[]; info: { lines: number } }

/** The quotation marks of a file do not match. */
export class WrongQuotes extends Error {
  readonly line: number
  constructor(line: number) {
    super('The quotation marks do not match.')
    this.line = line
  }
}

/** Every row with cells, and the line on which it ends. */
export function readRows(text: string): { line: number; cells: string[] }[] {
  try {
    // The package's types do not know what its option `info` adds to each record.
    const records = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as Recorded[]
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (fault) {
    throw fault instanceof CsvError ? new WrongQuotes(Number(fault['lines'] ?? 1)) : fault
  }
}

export async function readTable<Column extends string>(folder: string, file: string, columns: readonly Column[]): Promise<Table<Column>> {
  const faultAt = (line: number, why: string): Table<Column> => ({ rows: [], faults: [{ file, line, why }] })
  let text: string
  try {
    text = await readFile(join(folder, file), 'utf8')
  } catch {
    return faultAt(1, 'The file is missing.')
  }
  try {
    const rows = readRows(text)
    const heading = rows[0]?.cells.join(',')
    if (heading !== columns.join(',')) return faultAt(1, `The columns must be ${columns.join(',')}.`)
    const table: Table<Column> = { rows: [], faults: [] }
    for (const { line, cells } of rows.slice(1)) {
      if (cells.length !== columns.length) table.faults.push({ file, line, why: `There are ${cells.length} cells, not ${columns.length}.` })
      else
        table.rows.push({
          line,
          cells: Object.fromEntries(columns.map((column, at) => [column, (cells[at] ?? '').trim()])) as Record<Column, string>,
        })
    }
    return table
  } catch (fault) {
    if (!(fault instanceof WrongQuotes)) throw fault
    return faultAt(fault.line, fault.message)
  }
}

/** "a; b" as a list. */
export const listed = (cell: string, mark: string): string[] =>
  cell
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean)
