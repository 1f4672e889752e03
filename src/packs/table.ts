/** One table of a pack: a CSV file whose rows know their line, so that a fault can name it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import type { PackFault } from './pack.ts'

export type Row<Column extends string> = { line: number; cells: Readonly<Record<Column, string>> }
export type Table<Column extends string> = { rows: Row<Column>[]; faults: PackFault[] }

type Recorded = { record: string[]; info: { lines: number } }

export async function readTable<Column extends string>(folder: string, file: string, columns: readonly Column[]): Promise<Table<Column>> {
  const faultAt = (line: number, why: string): Table<Column> => ({ rows: [], faults: [{ file, line, why }] })
  let text: string
  try {
    text = await readFile(join(folder, file), 'utf8')
  } catch {
    return faultAt(1, 'The file is missing.')
  }
  try {
    // The package's types do not know what its option `info` adds to each record.
    const records = parse(text, { bom: true, info: true, relax_column_count: true }) as unknown as Recorded[]
    const heading = records[0]?.record.join(',')
    if (heading !== columns.join(',')) return faultAt(1, `The columns must be ${columns.join(',')}.`)
    const table: Table<Column> = { rows: [], faults: [] }
    for (const { record, info } of records.slice(1)) {
      if (record.length !== columns.length)
        table.faults.push({ file, line: info.lines, why: `There are ${record.length} cells, not ${columns.length}.` })
      else
        table.rows.push({
          line: info.lines,
          cells: Object.fromEntries(columns.map((column, at) => [column, (record[at] ?? '').trim()])) as Record<Column, string>,
        })
    }
    return table
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    return faultAt(Number(fault['lines'] ?? 1), 'The quotation marks do not match.')
  }
}

/** "a; b" as a list. */
export const listed = (cell: string, mark: string): string[] =>
  cell
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean)
