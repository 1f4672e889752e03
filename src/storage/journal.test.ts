/** The journal grows with every change, in that change's own transaction. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onEachDatabase } from '../../tests/databases.ts'
import { type Db, sql, together } from './db.ts'
import { type Entry, record } from './journal.ts'

const NOON = new Date('2026-11-23T12:00:00Z')

onEachDatabase('the journal', (storage) => {
  const db = (): Db => storage().db
  const entries = async () => (await sql`select at, who, did, about, numbers from journal order by id`.execute(db())).rows
  const write = (...all: Entry[]) =>
    together(db(), async (tx) => {
      for (const entry of all) await record(tx, entry)
    })

  it('keeps entries in the order in which they were written', async () => {
    await write(
      { at: NOON, who: 'ann', did: 'pledge offered', about: 'pledge', numbers: { hoursAWeek: 2.5 } },
      { at: NOON, did: 'released', about: 'pledge' },
    )
    assert.deepEqual(await entries(), [
      { at: NOON, who: 'ann', did: 'pledge offered', about: 'pledge', numbers: { hoursAWeek: 2.5 } },
      { at: NOON, who: null, did: 'released', about: 'pledge', numbers: {} },
    ])
  })

  it('plans what an entry calls for, about the same thing, at once', async () => {
    await write({ at: NOON, did: 'ended', about: 'project', callsFor: ['free pledges', 'thank people'] })
    const { rows } = await sql`select kind, about, due_at as at from due_work order by kind`.execute(db())
    assert.deepEqual(rows, [
      { kind: 'free pledges', about: 'project', at: NOON },
      { kind: 'thank people', about: 'project', at: NOON },
    ])
  })

  it('says nothing of a change that did not happen', async () => {
    const change = together(db(), async (tx) => {
      await record(tx, { at: NOON, did: 'ended', about: 'project', callsFor: ['free pledges'] })
      throw new Error('no')
    })
    await assert.rejects(change)
    assert.deepEqual(await entries(), [])
    assert.equal((await sql`select 1 from due_work`.execute(db())).rows.length, 0)
  })
})
