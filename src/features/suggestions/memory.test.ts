/** The memory follows the journal: whatever is kept is heard of, in whatever order it is kept. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPerson, aTown } from '../../../tests/town.ts'
import { Knowledge } from '../../matching/knowledge.ts'
import { together } from '../../storage/db.ts'
import { sayHaves } from '../listings/actions.ts'
import { openMemory } from './memory-actions.ts'

const knowledge = new Knowledge({
  skills: [{ id: 'python', name: 'Python', kind: 'skill', broader: [], synonyms: [] }],
  publicServices: [],
  policyAreas: [],
  places: new Map(),
})

onEachDatabase('the memory', (storage) => {
  it('hears of what was begun before it looked and kept only after', async () => {
    const { db, engine } = storage()
    const { person } = (await aTown(db)).nurse
    const { person: other } = await aPerson(db, 'other@tarnbeck.example')
    const recall = openMemory(db, knowledge)
    const known = async () => [...(await recall()).countHaves([person, other])]
    assert.deepEqual(await known(), [])
    await together(db, async (slow) => {
      await sayHaves(slow, person, 'Python', MONDAY)
      // The embedded database has one connection: whoever asks waits, and nothing can come between.
      if (engine === 'embedded') return
      await together(db, (quick) => sayHaves(quick, other, 'Python', MONDAY))
      assert.deepEqual(await known(), [['python', 1]])
    })
    if (engine === 'embedded') await together(db, (tx) => sayHaves(tx, other, 'Python', MONDAY))
    assert.deepEqual(await known(), [['python', 2]])
  })
})
