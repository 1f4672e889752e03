/** Work that stands for asks whose day has come: each writes a letter, all of a batch in one statement. */
import { newId } from '../../src/basics/id.ts'
import { sql } from '../../src/storage/db.ts'
import type { Job, Work } from '../../src/storage/due-work.ts'

export const KIND = 'ask of the bench'
export const BATCH = 500

export const worksAt = (at: Date, count: number): Work[] =>
  Array.from({ length: count }, (_, index) => ({ kind: KIND, about: `ask ${String(index).padStart(6, '0')}`, at }))

const LETTERS = sql`insert into letters (id, kind, recipient, facts, written_at, state, tries, fault, held)`

export const job: Job = {
  kind: KIND,
  batch: BATCH,
  async inside(tx, abouts, now) {
    const rows = JSON.stringify(abouts.map((about) => ({ id: newId(now), about })))
    await sql`${LETTERS} select id, 'bench', about || '@council.example', json_build_object('ask', about)::text, ${now}::timestamptz, 'sent', 0, '', false
      from json_to_recordset(${rows}::json) as r (id text, about text)`.execute(tx)
  },
}

/** The same, one work at a time: what a job without batches would take. */
export const oneByOne: Job = {
  kind: KIND,
  inside: async (tx, about, now) =>
    void (await sql`${LETTERS} values (${newId(now)}, 'bench', ${`${about}@council.example`}, '{}', ${now}, 'sent', 0, '', false)`.execute(
      tx,
    )),
}
