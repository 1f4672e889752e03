/** Where the hand of a clock stands that is moved by hand. The only file that writes the table clock. */
import { type Db, sql } from '../storage/db.ts'

declare module '../storage/db.ts' {
  interface Tables {
    clock: { now: Date; mover: string | null; mover_until: Date | null }
  }
}

/** At a first start the machine's time; never before the newest entry of the journal, should the clock have run by itself meanwhile. */
export async function beginHand(db: Db, machine: Date): Promise<void> {
  await sql`insert into clock (now) values (${machine}) on conflict do nothing`.execute(db)
  await sql`update clock set now = greatest(now, (select at from journal order by id desc limit 1))`.execute(db)
}

export async function findHand(db: Db): Promise<{ now: Date; mover: string | undefined; until: Date | undefined } | undefined> {
  const row = await db.selectFrom('clock').select(['now', 'mover', 'mover_until']).executeTakeFirst()
  return row && { now: row.now, mover: row.mover ?? undefined, until: row.mover_until ?? undefined }
}

/** False when it stands later already, or somebody else moves it. */
export async function putHand(
  db: Db,
  { to, mover, until, machine }: { to: Date; mover: string; until: Date; machine: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('clock')
    .set({ now: to, mover, mover_until: until })
    .where('now', '<=', to)
    .where((row) => row.or([row('mover', 'is', null), row('mover', '=', mover), row('mover_until', '<', machine)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Without a mover, whoever it was. */
export async function letGoOfHand(db: Db, mover?: string): Promise<void> {
  await db
    .updateTable('clock')
    .set({ mover: null, mover_until: null })
    .$if(mover !== undefined, (query) => query.where('mover', '=', mover ?? ''))
    .execute()
}
