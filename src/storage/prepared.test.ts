/** What is prepared once a connection stays right when its table changes, when a question fails, and when there are too many. */
import assert from 'node:assert/strict'
import { before, beforeEach, it } from 'node:test'
import { onEachDatabase } from '../../tests/databases.ts'
import { type Db, sql, together } from './db.ts'

onEachDatabase('a prepared statement', (storage) => {
  before(() => sql`create table things (id int primary key, name text not null)`.execute(storage().db))
  beforeEach(() => sql`insert into things (id, name) values (1, 'rota'), (2, 'map')`.execute(storage().db))
  const things = (least: number) =>
    sql<{
      id: number
    }>`select * from things where id >= ${least} /* long enough to be prepared, because what is short is as quickly planned as found */ order by id`
  const found = async (least: number, db: Db = storage().db) => (await things(least).execute(db)).rows.map(({ id }) => id)

  it('answers with the rows of each question, and counts what it changes', async () => {
    assert.deepEqual([await found(1), await found(2), await found(3)], [[1, 2], [2], []])
    const changed = await sql`update things set name = ${'plan'} where id = ${1}`.execute(storage().db)
    assert.equal(changed.numAffectedRows, 1n)
  })
  it('is planned anew when its table has changed shape', async () => {
    await found(1)
    await sql`alter table things add column more text`.execute(storage().db)
    const { rows } = await things(2).execute(storage().db)
    assert.deepEqual(rows, [{ id: 2, name: 'map', more: null }])
  })
  it('leaves nothing of a transaction that failed', async () => {
    const failed = together(storage().db, async (tx) => {
      await sql`delete from things where id >= ${1}`.execute(tx)
      throw new Error('changed my mind')
    })
    await assert.rejects(failed, /changed my mind/)
    assert.deepEqual(await found(1), [1, 2])
  })
  it('answers again after one that failed, whether in reading it or in doing it', async () => {
    const { db } = storage()
    const add = (id: number) => sql`insert into things (id, name) values (${id}, 'plan')`.execute(db)
    for (let turn = 0; turn < 2; turn++) {
      await assert.rejects(sql`select ${1} from nowhere`.execute(db), { code: '42P01' })
      await assert.rejects(add(1), { code: '23505', constraint: 'things_pkey' })
      await assert.rejects(found(Number.NaN), { code: '22P02' })
      assert.deepEqual(await found(2), [2])
    }
    const failed = together(db, async (tx) => {
      await assert.rejects(found(Number.NaN, tx), { code: '22P02' })
      await assert.rejects(found(1, tx), { code: '25P02' })
      throw new Error('nothing more can be asked here')
    })
    await assert.rejects(failed, /nothing more/)
    await add(3)
    assert.deepEqual(await found(2), [2, 3])
  })
  it('stays right when more are asked than are kept', async () => {
    for (let at = 0; at < 450; at++) {
      const { rows } = await sql<{ it: number }>`select id as it, ${sql.raw(`${at}`)} from things where id = ${2}`.execute(storage().db)
      assert.equal(rows[0]?.it, 2)
    }
    assert.deepEqual(await found(1), [1, 2])
  })
})
