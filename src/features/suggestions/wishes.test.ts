/** What people say of whom they were suggested teaches the page and the weekly letter, on both databases. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPerson, aTown } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { Knowledge } from '../../matching/knowledge.ts'
import { readPack } from '../../packs/read.ts'
import { inRoot } from '../../root.ts'
import { together } from '../../storage/db.ts'
import { keepKnowledge } from '../chapters/actions.ts'
import { askToMeet } from '../introductions/actions.ts'
import { sayHaves, sayNeeds } from '../listings/actions.ts'
import { listSaid, suggestFor } from './actions.ts'
import { suggestToMany } from './many-actions.ts'
import { openMemory } from './memory-actions.ts'

onEachDatabase('a word of a suggestion', (storage) => {
  /** The nurse needs procurement and statistics; each is had by two others. */
  async function aScene() {
    const { db } = storage()
    const { pack } = await readPack(fileURLToPath(inRoot('packs/uk')))
    await together(db, (tx) => keepKnowledge(tx, pack))
    const town = await aTown(db)
    const has = async (name: string, have: string): Promise<Viewer> => {
      const person = await aPerson(db, `${name}@vennick.example`)
      await together(db, (tx) => sayHaves(tx, person.person, have, MONDAY))
      return person
    }
    const [p1, p2] = [await has('p-one', 'procurement'), await has('p-two', 'procurement')]
    const [s1, s2] = [await has('s-one', 'statistics'), await has('s-two', 'statistics')]
    await together(db, (tx) => sayNeeds(tx, town.nurse.person, 'procurement, statistics', MONDAY))
    const knowledge = new Knowledge(pack)
    const recall = openMemory(db, knowledge)
    const onPage = async (at = MONDAY) => (await suggestFor(db, recall, town.nurse, 3, at)).map(({ id }) => id)
    const inLetter = async (at = MONDAY) => {
      const asker = { viewer: town.nurse, said: await listSaid(db, town.nurse.person, at), recent: new Set<string>(), turn: 0 }
      const found = await suggestToMany(db, await recall(), [asker], at)
      return (found.get(town.nurse.person)?.suggestions ?? []).map(({ id }) => id)
    }
    const nurse = await (await openHouse(storage())).as(town.nurse.person)
    return { db, town, knowledge, nurse, onPage, inLetter, all: [p1, p2, s1, s2].map(({ person }) => person) }
  }

  it('puts somebody off for twelve weeks, or for good', async () => {
    const { nurse, onPage, inLetter, all } = await aScene()
    // Of two who fit equally well chance says who comes first, the same every time.
    const page = await onPage()
    const [first = ''] = page
    const third = all.find((each) => !page.includes(each)) ?? ''
    assert.deepEqual(
      page
        .slice(0, 2)
        .map((id) => all.indexOf(id) < 2)
        .sort(),
      [false, true],
      'one for each need, before a second',
    )
    assert.match((await nurse.post(`/suggestions/${first}/wishes`, { wish: 'not now' })).text, /not suggested to you for twelve weeks/)
    assert.match((await nurse.post(`/suggestions/${third}/wishes`, { wish: 'never' })).text, /not suggested to you any more/)
    const left = all.filter((each) => each !== first && each !== third)
    for (const list of [await onPage(), await inLetter()]) assert.deepEqual([...list].sort(), left.sort())
    assert.ok(!(await onPage(later(MONDAY, 84))).includes(first))
    const after = await onPage(later(MONDAY, 85))
    assert.ok(after.includes(first) && !after.includes(third))
  })

  it('doubles what meets the same need, where more of it is wanted', async () => {
    const { nurse, onPage, inLetter, all } = await aScene()
    await nurse.post(`/suggestions/${all[2]}/wishes`, { wish: 'more' })
    for (const list of [await onPage(), await inLetter()]) assert.deepEqual(list.slice(0, 2).sort(), [all[2], all[3]].sort())
    assert.equal((await nurse.post(`/suggestions/${all[2]}/wishes`, { wish: 'a lot' })).status, 404)
  })

  it('is not needed of whom one was introduced to lately', async () => {
    const { db, town, knowledge, onPage, inLetter, all } = await aScene()
    await askToMeet(db, knowledge, town.nurse, all[0] ?? '', '', MONDAY)
    for (const list of [await onPage(), await inLetter()]) assert.ok(list.length > 0 && !list.includes(all[0] ?? ''))
    assert.ok((await onPage(later(MONDAY, 89))).every((id) => id !== all[0]))
  })
})
