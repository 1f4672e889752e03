/** Reads what is due, what is overdue and what is stuck, for those who look after the chapter. */
import { type Db, sql } from './db.ts'
import { STUCK_AFTER } from './run-work.ts'

export type Waiting = { kind: string; about: string; at: Date; tries: number; fault?: string }
export type Count = { kind: string; all: number; overdue: number; failing: number }
/** Work that has failed so often that somebody should look. */
export type Stuck = { kind: string; about: string; since: Date; tries: number; fault: string; nextTry: Date }

/** The next that are due, the oldest first. */
export async function listDue(db: Db, most: number): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('due_work')
    .select(['kind', 'about', 'due_at as at', 'tries', 'last_fault'])
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ last_fault, ...row }) => ({ ...row, ...(last_fault === null ? {} : { fault: last_fault }) }))
}

export async function countDue(db: Db, now: Date): Promise<Count[]> {
  return db
    .selectFrom('due_work')
    .select((row) => [
      'kind',
      row.fn.countAll<number>().as('all'),
      row.fn.countAll<number>().filterWhere('due_at', '<', now).as('overdue'),
      row.fn.countAll<number>().filterWhere('failing_since', 'is not', null).as('failing'),
    ])
    .groupBy('kind')
    .orderBy('kind')
    .execute()
}

/** When, after one moment and until another, the next work of these kinds is due. */
export async function nextDue(db: Db, kinds: readonly string[], after: Date, until: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('due_work')
    .select('due_at')
    .where('kind', 'in', kinds)
    .where('due_at', '>', after)
    .where('due_at', '<=', until)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at
}

/** The longest first. */
export async function listStuck(db: Db, most = 100): Promise<Stuck[]> {
  return db
    .selectFrom('due_work')
    .select(['kind', 'about', 'tries', 'due_at as nextTry'])
    .select(sql<Date>`coalesce(failing_since, due_at)`.as('since'))
    .select(sql<string>`coalesce(last_fault, 'never ended')`.as('fault'))
    .where('tries', '>=', STUCK_AFTER)
    .orderBy('since')
    .orderBy('id')
    .limit(most)
    .execute()
}
