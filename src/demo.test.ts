/** The demo's story is told whole, or not at all. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONDAY, ZONE } from '../tests/cast.ts'
import { onEachDatabase } from '../tests/databases.ts'
import { aPerson } from '../tests/town.ts'
import { openDemo } from './demo.ts'
import { findChapter } from './features/chapters/actions.ts'
import { listPeople } from './features/people/actions.ts'
import { listProjects } from './features/projects/actions.ts'

const ALL = 100

onEachDatabase('the demo', (storage) => {
  const counted = async () => [
    (await listPeople(storage().db, ALL)).length,
    (await listProjects(storage().db, { most: ALL, zone: ZONE })).length,
  ]

  it('has a cast of 60 and 25 projects', async () => {
    assert.equal((await openDemo(storage(), MONDAY.now)).kind, 'demo')
    assert.deepEqual(await counted(), [60, 25])
  })
  it('is made again from the beginning when it was cut short', async () => {
    const { db } = storage()
    await aPerson(db, 'left-over@harrowmere.example')
    assert.equal(await findChapter(db), undefined)
    await openDemo(storage(), MONDAY.now)
    assert.deepEqual(await counted(), [60, 25])
  })
})
