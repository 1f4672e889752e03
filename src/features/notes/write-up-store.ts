/** Remembers what came of which events everybody may read. The only file that writes the table write_ups. */
import type { Db, Tx } from '../../storage/db.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    write_ups: { event: string; published_at: Date; published_by: string }
  }
}

export async function isPublished(db: Db, event: string): Promise<boolean> {
  return (await db.selectFrom('write_ups').select('event').where('event', '=', event).executeTakeFirst()) !== undefined
}

export async function saveWriteUp(tx: Tx, event: string, by: string | undefined, now: Date): Promise<void> {
  if (by === undefined) await tx.deleteFrom('write_ups').where('event', '=', event).execute()
  else
    await tx
      .insertInto('write_ups')
      .values({ event, published_at: now, published_by: by })
      .onConflict((same) => same.doNothing())
      .execute()
}
