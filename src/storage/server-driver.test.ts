/** What is prepared once a connection stays right when somebody else changes the table. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openEmpty } from '../../tests/databases.ts'
import { type Storage, sql, together } from './db.ts'

const WHY_NOT = process.env['APPSTARTER_TEST_NO_POSTGRES'] ?? 'Start this test with npm test: it looks for a PostgreSQL.'

describe('a prepared statement', { skip: process.env['APPSTARTER_TEST_POSTGRES'] ? false : WHY_NOT }, () => {
  let storage: Storage
  before(async () => {
    storage = await openEmpty('server')
    await sql`create table things (id int primary key, name text not null)`.execute(storage.db)
    await sql`insert into things values (1, 'rota'), (2, 'map')`.execute(storage.db)
  })
  after(() => storage.close())
  const things = (least: number) =>
    sql<{
      id: number
    }>`select * from things where id >= ${least} /* long enough to be prepared, because what is short is as quickly planned as found */ order by id`

  it('answers with the rows of each question, and counts what it changes', async () => {
    const found = async (least: number) => (await things(least).execute(storage.db)).rows.map(({ id }) => id)
    assert.deepEqual([await found(1), await found(2), await found(3)], [[1, 2], [2], []])
    const changed = await sql`update things set name = ${'plan'} where id = ${1}`.execute(storage.db)
    assert.equal(changed.numAffectedRows, 1n)
  })
  it('is planned anew when its table has changed shape', async () => {
    await sql`alter table things add column more text`.execute(storage.db)
    const { rows } = await things(2).execute(storage.db)
    assert.deepEqual(rows, [{ id: 2, name: 'map', more: null }])
  })
  it('leaves nothing of a transaction that failed', async () => {
    const failed = together(storage.db, async (tx) => {
      await sql`delete from things where id >= ${1}`.execute(tx)
      throw new Error('changed my mind')
    })
    await assert.rejects(failed, /changed my mind/)
    assert.equal((await things(1).execute(storage.db)).rows.length, 2)
  })
})
