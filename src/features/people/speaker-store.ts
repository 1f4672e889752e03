/** Remembers who speaks for an organisation. The only file that writes the table speakers. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Speaker } from './speaker.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    speakers: { organisation: string; person: string; named_by: string | null; named_at: Date }
  }
}

/** Others who change the speakers of this organisation wait until this transaction ends. */
export async function lockSpeakers(tx: Tx, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`speakers ${organisation}`}))`.execute(tx)
}

/** In the order in which they were named. */
export async function listSpeakers(db: Db, organisation: string): Promise<Speaker[]> {
  const rows = await db
    .selectFrom('speakers as s')
    .innerJoin('people as p', 'p.id', 's.person')
    .select(['p.id', 'p.name', 'p.job'])
    .where('s.organisation', '=', organisation)
    .orderBy('s.named_at')
    .orderBy('p.id')
    .execute()
  return rows.map(({ id, name, job }) => ({ id, name: name ?? '', job: job ?? '' }))
}

export async function isSpeaker(db: Db, person: string, organisation: string): Promise<boolean> {
  const row = await db
    .selectFrom('speakers')
    .select('person')
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

export async function hasSpeaker(db: Db, organisation: string): Promise<boolean> {
  const row = await db.selectFrom('speakers').select('person').where('organisation', '=', organisation).limit(1).executeTakeFirst()
  return row !== undefined
}

export async function addSpeaker(tx: Tx, organisation: string, person: string, by: string | undefined, now: Date): Promise<void> {
  await tx
    .insertInto('speakers')
    .values({ organisation, person, named_by: by ?? null, named_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeSpeakerRow(tx: Tx, organisation: string, person: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('speakers')
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .returning('person')
    .executeTakeFirst()
  return removed !== undefined
}
