/** An append-only account of what happened: ids and numbers, never names, addresses, texts or codes, so that a person can be erased. */
import { newId } from '../basics/id.ts'
import { sql, type Tx } from './db.ts'
import { plan } from './due-work.ts'

declare module './db.ts' {
  interface Tables {
    journal: { id: string; at: Date; who: string | null; did: string; about: string; numbers: string }
  }
}

export type Entry = {
  at: Date
  /** The person who did it; nobody when the clock did. */
  who?: string
  did: string
  about: string
  numbers?: Record<string, number>
  /** Kinds of due work, about the same thing, that this entry calls for at once. */
  callsFor?: readonly string[]
}

/** Many in one statement; they call for nothing. */
export async function recordMany(tx: Tx, entries: readonly Omit<Entry, 'callsFor'>[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ at, who = null, did, about, numbers = {} }) => ({
    id: newId(at),
    at,
    who,
    did,
    about,
    numbers: JSON.stringify(numbers),
  }))
  await sql`insert into journal (id, at, who, did, about, numbers)
    select id, at, who, did, about, numbers::jsonb from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (id text, at timestamptz, who text, did text, about text, numbers text)`.execute(tx)
}

/** Written in the transaction of the change. */
export async function record(tx: Tx, entry: Entry): Promise<void> {
  const numbers = JSON.stringify(entry.numbers ?? {})
  await tx
    .insertInto('journal')
    .values({ id: newId(entry.at), at: entry.at, who: entry.who ?? null, did: entry.did, about: entry.about, numbers })
    .execute()
  for (const kind of entry.callsFor ?? []) await plan(tx, { kind, about: entry.about, at: entry.at })
}
