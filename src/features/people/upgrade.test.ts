/** A chapter that is older than speakers and several addresses comes through its upgrade with both. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onEachDatabase } from '../../../tests/databases.ts'
import { sql } from '../../storage/db.ts'
import { MIGRATIONS, migrate } from '../../storage/migrations.ts'

const BEFORE = MIGRATIONS.filter(({ number }) => number < 8)

onEachDatabase('an older chapter', (storage) => {
  it('gives each organisation its first member as speaker, and each address a name of its own', async () => {
    const { db } = storage()
    await sql`drop schema public cascade`.execute(db)
    await sql`create schema public`.execute(db)
    await migrate(db, BEFORE)
    await sql`insert into organisations (id, name, sector, added_at) values ('o', 'Harrowmere', 'local', now()), ('q', 'Quillsey', 'local', now())`.execute(
      db,
    )
    await sql`insert into people (id, organisation, broker, joined_at) values ('a', 'o', false, now()), ('b', 'o', false, now()), ('c', null, false, now())`.execute(
      db,
    )
    await sql`insert into addresses (email, person, confirmed_at) values ('a@x.example', 'a', now()), ('b@x.example', 'b', now())`.execute(
      db,
    )
    await migrate(db)
    assert.deepEqual(await db.selectFrom('speakers').select(['organisation', 'person', 'named_by']).execute(), [
      { organisation: 'o', person: 'a', named_by: null },
    ])
    const addresses = await db.selectFrom('addresses').select(['id', 'person', 'takes_letters']).orderBy('id').execute()
    assert.deepEqual(addresses, [
      { id: 'a', person: 'a', takes_letters: false },
      { id: 'b', person: 'b', takes_letters: false },
    ])
  })
})
