/** Remembers on how many lists each is this week. The only file that writes the table exposures. */
import { type Db, sql, type Tx } from '../../storage/db.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    exposures: { person: string; week: number; lists: number }
  }
}

/** All lists of a week, of everybody together. */
export async function countLists(db: Db, week: number): Promise<number> {
  const { rows } = await sql<{ lists: number }>`select coalesce(sum(lists), 0)::int as lists from exposures where week = ${week}`.execute(
    db,
  )
  return rows[0]?.lists ?? 0
}

/** Those for whom there was still room; for the others nothing is counted. In one order, so that two who count do not wait for each other. */
export async function addToLists(
  tx: Tx,
  listed: ReadonlyMap<string, number>,
  { week, cap }: { week: number; cap: number },
): Promise<ReadonlySet<string>> {
  if (listed.size === 0) return new Set()
  const given = [...listed].map(([person, lists]) => ({ person, lists }))
  const { rows } = await sql<{ person: string }>`
    insert into exposures as e (person, week, lists)
      select person, ${week}::int, lists from json_to_recordset(${JSON.stringify(given)}::json) as r (person text, lists int) order by person
    on conflict (person) do update set week = excluded.week, lists = case when e.week = excluded.week then e.lists else 0 end + excluded.lists
      where e.week <> excluded.week or e.lists + excluded.lists <= ${cap}::int
    returning person`.execute(tx)
  return new Set(rows.map(({ person }) => person))
}
