/** Both engines hand over the same values, keep or drop a transaction as a whole, and name their faults alike. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { onEachDatabase } from '../../tests/databases.ts'
import { EMBEDDED_WORKER } from '../root.ts'
import { type Db, type Storage, sql, together } from './db.ts'
import { openEmbedded } from './embedded.ts'
import { openServer, Unreachable } from './server.ts'

const fault = (code: string): Error => Object.assign(new Error('A fault that the test made'), { code })
const hasCode = (code: string) => (thrown: unknown) => (thrown as { code?: string }).code === code

onEachDatabase('the database', (storage) => {
  const db = (): Db => storage().db
  const one = async (expression: ReturnType<typeof sql>): Promise<unknown> =>
    (await sql<{ value: unknown }>`select ${expression} as value`.execute(db())).rows[0]?.value

  it('hands over whole numbers, decimals, days, instants, truth and nothing in the same shape', async () => {
    assert.equal(await one(sql`9007199254740991::int8`), Number.MAX_SAFE_INTEGER)
    assert.equal(await one(sql`-7::int4`), -7)
    assert.equal(await one(sql`count(*)`), 1)
    assert.equal(await one(sql`2.5::numeric(4, 1)`), 2.5)
    assert.equal(await one(sql`date '2026-10-25'`), '2026-10-25')
    assert.deepEqual(await one(sql`timestamptz '2026-10-25 01:30:00.123+00'`), new Date('2026-10-25T01:30:00.123Z'))
    assert.equal(await one(sql`true`), true)
    assert.equal(await one(sql`null::date`), null)
    assert.deepEqual(await one(sql`'{"hours": 2.5}'::jsonb`), { hours: 2.5 })
  })

  it('takes what it hands over: values go in and come back as they were', async () => {
    const text = 'Zoë Ní Bhriain’s 🦊 "quote" \\ \n\t 名前 עברית e\u0301'
    const at = new Date('2026-03-29T00:59:59.999Z')
    assert.equal(await one(sql`${text}::text`), text)
    assert.deepEqual(await one(sql`${at}::timestamptz`), at)
    assert.equal(await one(sql`${'2028-02-29'}::date`), '2028-02-29')
    assert.equal(await one(sql`${12.5}::numeric`), 12.5)
    assert.equal(await one(sql`${null}::text`), null)
  })

  it('sorts text in the same order', async () => {
    const { rows } = await sql<{
      word: string
    }>`select word from (values ('b'), ('Z'), ('ä'), ('a'), ('_')) words (word) order by word`.execute(db())
    assert.deepEqual(
      rows.map(({ word }) => word),
      ['Z', '_', 'a', 'b', 'ä'],
    )
  })

  it('keeps nothing of a transaction that fails, and all of one that does not', async () => {
    const add = (name: string) => sql`insert into organisations values (${name}, ${name}, 'local', now())`
    const count = () => one(sql`(select count(*) from organisations)`)
    await assert.rejects(
      together(db(), async (tx) => {
        await add('one').execute(tx)
        throw new Error('changed our mind')
      }),
      /changed our mind/,
    )
    assert.equal(await count(), 0)
    await together(db(), async (tx) => {
      await add('one').execute(tx)
      await add('two').execute(tx)
    })
    assert.equal(await count(), 2)
  })

  it('names a fault by its SQLSTATE, and the constraint that was broken', async () => {
    const add = sql`insert into organisations values ('one', 'One', 'local', now())`
    await add.execute(db())
    await assert.rejects(add.execute(db()), { code: '23505', constraint: 'organisations_pkey' })
    await assert.rejects(sql`select * from nowhere`.execute(db()), hasCode('42P01'))
    await assert.rejects(sql`insert into organisation_domains values ('x.example', 'nobody')`.execute(db()), hasCode('23503'))
    await assert.rejects(sql`select ${'a\0b'}::text`.execute(db()), hasCode('22021'))
  })

  it('goes on after a fault inside a transaction', async () => {
    await assert.rejects(
      together(db(), (tx) => sql`select 1 / 0`.execute(tx)),
      hasCode('22012'),
    )
    assert.equal(await one(sql`1`), 1)
  })

  it('runs a transaction again when the database asks for it, and keeps only the last', async () => {
    for (const code of ['40001', '40P01']) {
      let tries = 0
      const told = await together(db(), async (tx) => {
        await sql`insert into organisations values (${code}, ${code}, 'local', now())`.execute(tx)
        tries++
        if (tries < 3) throw fault(code)
        return 'done'
      })
      assert.deepEqual([told, tries], ['done', 3])
    }
    assert.equal(await one(sql`(select count(*) from organisations)`), 2)
  })

  it('gives up when the database asks again and again, and at once for any other fault', async () => {
    for (const [code, expected] of [
      ['40001', 4],
      ['23505', 1],
    ] as const) {
      let tries = 0
      const work = async (): Promise<never> => {
        tries++
        throw fault(code)
      }
      await assert.rejects(together(db(), work), hasCode(code))
      assert.equal(tries, expected)
    }
  })

  it('lets many transactions at once change one row, one after the other', async () => {
    await sql`insert into due_work values ('one', 'count', 'x', now(), 0, null)`.execute(db())
    const add = () => together(db(), (tx) => sql`update due_work set tries = tries + 1`.execute(tx))
    await Promise.all(Array.from({ length: 20 }, add))
    assert.equal(await one(sql`(select tries from due_work)`), 20)
  })

  it('runs a transaction again when two really collide', async (context) => {
    if (storage().engine === 'embedded') return context.skip('one connection: nothing ever collides')
    let counted = 0
    let meet = (): void => {}
    const met = new Promise<void>((resolve) => {
      meet = resolve
    })
    const add = (id: string) =>
      together(db(), async (tx) => {
        await sql`set transaction isolation level serializable`.execute(tx)
        const { rows } = await sql<{ count: number }>`select count(*) from organisations`.execute(tx)
        if (++counted === 2) meet()
        await met
        await sql`insert into organisations values (${id}, ${`${id} came as number ${rows[0]?.count}`}, 'local', now())`.execute(tx)
      })
    await Promise.all([add('one'), add('two')])
    assert.equal(counted, 3)
    assert.equal(await one(sql`(select string_agg(right(name, 1), '' order by right(name, 1)) from organisations)`), '01')
  })
})

describe('the embedded database', () => {
  let storage: Storage
  before(async () => {
    storage = await openEmbedded(undefined, EMBEDDED_WORKER, { patience: 50 })
  })
  after(() => storage.close())

  it('fails after a while, instead of waiting for ever, when a transaction asks the outer database', async () => {
    const { db } = storage
    await assert.rejects(
      together(db, () => sql`select 1`.execute(db)),
      /busy for too long/,
    )
    assert.equal((await sql<{ one: number }>`select 1 as one`.execute(db)).rows[0]?.one, 1)
  })

  it('says that it has been closed', async () => {
    const other = await openEmbedded(undefined, EMBEDDED_WORKER)
    await other.close()
    await assert.rejects(sql`select 1`.execute(other.db))
  })
})

describe('a server that does not let us in', () => {
  it('is told in one sentence without the password', async () => {
    await assert.rejects(openServer('postgres://somebody:hunter2@127.0.0.1:1/nothing'), (thrown: Error) => {
      assert.ok(thrown instanceof Unreachable)
      assert.match(thrown.message, /^The database of DATABASE_URL does not let us in \(ECONNREFUSED\)\./)
      assert.doesNotMatch(thrown.message, /hunter2/)
      return true
    })
  })
})
