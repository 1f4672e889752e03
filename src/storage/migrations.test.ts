/** Migrations run once, in order, whole or not at all, and refuse a history that is not theirs. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { onEachDatabase } from '../../tests/databases.ts'
import { type Db, sql } from './db.ts'
import { listMissing, MIGRATIONS, type Migration, migrate, WrongHistory } from './migrations.ts'

const FIRST: Migration = { number: 1, name: 'first', text: '-- A table.\ncreate table first (id int);\ninsert into first values (1);\n' }
const SECOND: Migration = { number: 2, name: 'second', text: "create table second (word text default ';');" }
const numbers = (migrations: readonly Migration[]): number[] => migrations.map(({ number }) => number)

onEachDatabase('migrations', (storage) => {
  const db = (): Db => storage().db
  const has = async (table: string): Promise<boolean> =>
    (await sql<{ has: boolean }>`select to_regclass(${table}) is not null as has`.execute(db())).rows[0]?.has ?? false

  async function emptySchema(): Promise<void> {
    await sql`drop schema public cascade`.execute(db())
    await sql`create schema public`.execute(db())
  }
  beforeEach(emptySchema)

  it('run once, in order, and a second time are nothing', async () => {
    assert.deepEqual(numbers(await migrate(db(), [FIRST, SECOND])), [1, 2])
    assert.deepEqual(await migrate(db(), [FIRST, SECOND]), [])
    assert.equal((await sql<{ count: number }>`select count(*) from first`.execute(db())).rows[0]?.count, 1)
    assert.ok(await has('second'))
  })

  it('go on from where an older version stopped', async () => {
    await migrate(db(), [FIRST])
    assert.deepEqual(await listMissing(db(), [FIRST, SECOND]), [2])
    assert.deepEqual(numbers(await migrate(db(), [FIRST, SECOND])), [2])
    assert.deepEqual(await listMissing(db(), [FIRST, SECOND]), [])
  })

  it('refuse a text that has changed since it ran, and change nothing', async () => {
    await migrate(db(), [FIRST])
    const changed = { ...FIRST, text: `${FIRST.text} ` }
    await assert.rejects(
      migrate(db(), [changed, SECOND]),
      new WrongHistory(
        'Migration 1 ("first") has changed since it ran on this database. Migrations are never edited: put the old text back, and write a new one.',
      ),
    )
    assert.equal(await has('second'), false)
  })

  it('refuse a database that a newer version has used', async () => {
    await migrate(db(), [FIRST, SECOND])
    await assert.rejects(
      migrate(db(), [FIRST]),
      new WrongHistory(
        'This database has been used by a newer Appstarter (it ran migration 2, "second"). Start that version, or a later one.',
      ),
    )
  })

  it('leave nothing of one that fails, and keep those before it', async () => {
    const failing = { ...SECOND, text: 'create table second (id int);\nselect 1 / 0;' }
    await assert.rejects(migrate(db(), [FIRST, failing]), { code: '22012' })
    assert.deepEqual([await has('first'), await has('second')], [true, false])
    assert.deepEqual(numbers(await migrate(db(), [FIRST, SECOND])), [2])
  })

  it('both succeed when two programs start at once', async () => {
    const ran = await Promise.all([migrate(db()), migrate(db()), migrate(db())])
    assert.deepEqual(
      ran.flatMap(numbers).sort((a, b) => a - b),
      numbers(MIGRATIONS),
    )
    assert.deepEqual(await listMissing(db()), [])
  })
})

it('are numbered from one without a gap', () =>
  assert.deepEqual(
    numbers(MIGRATIONS),
    MIGRATIONS.map((_, index) => index + 1),
  ))
