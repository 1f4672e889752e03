/** Puts many rows into a table at once, on both engines: as JSON, which PostgreSQL takes apart by the table's own columns. */
import { type Db, sql, type Tables } from '../../src/storage/db.ts'

/** Every column that the product's stores declare, so that a seed cannot forget a new one. */
export type RowOf<Table extends keyof Tables> = { [Column in keyof Tables[Table]]: unknown }

const AT_ONCE = 4000

export async function fill<Table extends keyof Tables>(db: Db, table: Table, rows: Iterable<RowOf<Table>>): Promise<number> {
  let filled = 0
  let batch: RowOf<Table>[] = []
  const send = async () => {
    const [first] = batch
    if (!first) return
    const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
    const into = sql.table(table)
    await sql`insert into ${into} (${columns}) select ${columns} from json_populate_recordset(null::${into}, ${JSON.stringify(batch)})`.execute(
      db,
    )
    filled += batch.length
    batch = []
  }
  for (const row of rows) {
    batch.push(row)
    if (batch.length === AT_ONCE) await send()
  }
  await send()
  return filled
}
