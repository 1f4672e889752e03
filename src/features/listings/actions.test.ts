/** What people have and need, on both databases. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aTown } from '../../../tests/town.ts'
import { together } from '../../storage/db.ts'
import { closeListing, listHavesOf, listListingsOf, sayHaves, sayNeeds } from './actions.ts'

onEachDatabase('listings', (storage) => {
  it('are said from one text, kept in order with their dates, and run out after 90 days', async () => {
    const { db } = storage()
    const { nurse } = await aTown(db)
    const said = await together(db, (tx) => sayHaves(tx, nurse.person, 'web design, C#', MONDAY))
    await together(db, (tx) => sayNeeds(tx, nurse.person, 'a room', MONDAY))
    assert.deepEqual(said, { yes: true, value: 2 })
    const open = await listListingsOf(db, nurse.person, MONDAY)
    assert.deepEqual(
      open.map(({ id, person, ...rest }) => rest),
      ['web design', 'C#', 'a room'].map((what, at) => ({
        is: at < 2 ? 'have' : 'need',
        what,
        saidOn: '2026-11-23',
        until: '2027-02-21',
      })),
    )
    assert.deepEqual(await listHavesOf(db, nurse.person, later(MONDAY, 90)), ['web design', 'C#'])
    assert.deepEqual(await listHavesOf(db, nurse.person, later(MONDAY, 91)), [])
  })

  it('are open longer when they are said again, and are never there twice', async () => {
    const { db } = storage()
    const { nurse } = await aTown(db)
    await together(db, (tx) => sayHaves(tx, nurse.person, 'Web design', MONDAY))
    const [first] = await listListingsOf(db, nurse.person, MONDAY)
    await together(db, (tx) => sayHaves(tx, nurse.person, 'web design, R', later(MONDAY, 91)))
    const again = await listListingsOf(db, nurse.person, later(MONDAY, 100))
    assert.deepEqual(
      again.map(({ what, saidOn }) => [what, saidOn]),
      [
        ['Web design', '2027-02-22'],
        ['R', '2027-02-22'],
      ],
    )
    assert.equal(again[0]?.id, first?.id)
  })

  it('stay as they were when one too many is said, also by two browsers at once', async () => {
    const { db } = storage()
    const { nurse } = await aTown(db)
    const things = (name: string) => Array.from({ length: 11 }, (_, at) => `${name} ${at}`).join('\n')
    const answers = await Promise.all(
      ['left', 'right'].map((name) => together(db, (tx) => sayNeeds(tx, nurse.person, things(name), MONDAY))),
    )
    assert.deepEqual(answers.map((answer) => answer.yes).sort(), [false, true])
    assert.equal((await listListingsOf(db, nurse.person, MONDAY)).length, 11)
  })

  it('are closed by the one who said them, once, and can be said again', async () => {
    const { db } = storage()
    const { nurse, officer } = await aTown(db)
    await together(db, (tx) => sayHaves(tx, nurse.person, 'R', MONDAY))
    const [{ id } = { id: '' }] = await listListingsOf(db, nurse.person, MONDAY)
    assert.deepEqual(await closeListing(db, id, officer, MONDAY), { yes: false, why: 'not found' })
    assert.deepEqual(await listHavesOf(db, nurse.person, MONDAY), ['R'])
    for (const _ of [1, 2]) assert.deepEqual(await closeListing(db, id, nurse, MONDAY), { yes: true, value: id })
    const journal = await db.selectFrom('journal').select('id').where('did', '=', 'listing closed').execute()
    assert.equal(journal.length, 1)
    assert.deepEqual(await listHavesOf(db, nurse.person, MONDAY), [])
    await together(db, (tx) => sayHaves(tx, nurse.person, 'R', MONDAY))
    assert.deepEqual(await listHavesOf(db, nurse.person, MONDAY), ['R'])
  })
})
