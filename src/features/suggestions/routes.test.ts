/** Suggestions and lookouts through the doors, on both databases. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPerson, aPublishedBrief, aTown, letterBox, runDue } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import { readPack } from '../../packs/read.ts'
import { inRoot } from '../../root.ts'
import { type Db, together } from '../../storage/db.ts'
import { keepKnowledge } from '../chapters/actions.ts'
import { sayHaves, sayNeeds } from '../listings/actions.ts'
import { acceptPledge } from '../pledges/actions.ts'

const knowing = async (db: Db) => {
  const { pack } = await readPack(fileURLToPath(inRoot('packs/uk')))
  await together(db, (tx) => keepKnowledge(tx, pack))
}

onEachDatabase('suggestions', (storage) => {
  it('are briefs and people with a reason, as they are right now', async () => {
    const { db } = storage()
    await knowing(db)
    const town = await aTown(db)
    await together(db, (tx) => sayHaves(tx, town.nurse.person, 'graphic design, web design', MONDAY))
    await together(db, (tx) => sayNeeds(tx, town.nurse.person, 'procurement', MONDAY))
    await together(db, (tx) => sayHaves(tx, town.officer.person, 'procurement', MONDAY))
    const house = await openHouse(storage())
    const nurse = await house.as(town.nurse.person)
    const first = await nurse.get('/suggestions')
    assert.match(first.text, /They have what you need: procurement\./)
    assert.doesNotMatch(first.text, /Report a missed bin/)

    const project = await aPublishedBrief(db, town.owner)
    const second = await nurse.get('/suggestions')
    assert.match(second.text, /Report a missed bin You have what it needs: Web design\./)
    await acceptPledge(db, await anOffer(db, project, town.officer), town.owner, MONDAY)
    assert.doesNotMatch((await nurse.get('/suggestions')).text, /Report a missed bin/)
  })

  it('bring no supplier to people, and no people to a supplier', async () => {
    const { db } = storage()
    await knowing(db)
    const town = await aTown(db)
    const mine = town.officer.organisation ?? ''
    await db.updateTable('organisations').set({ sector: 'supplier' }).where('id', '=', mine).execute()
    await together(db, async (tx) => {
      for (const { person } of [town.nurse, town.officer]) {
        await sayHaves(tx, person, 'procurement', MONDAY)
        await sayNeeds(tx, person, 'procurement', MONDAY)
      }
    })
    const house = await openHouse(storage())
    assert.doesNotMatch((await (await house.as(town.nurse.person)).get('/suggestions')).text, /officer, officer/)
    assert.doesNotMatch((await (await house.as(town.officer.person)).get('/suggestions')).text, /nurse/)
    await db.updateTable('organisations').set({ sector: 'fire' }).where('id', '=', mine).execute()
    assert.match((await (await house.as(town.officer.person)).get('/suggestions')).text, /nurse/)
  })

  it('name nobody to somebody who is held, and nobody who is held', async () => {
    const { db } = storage()
    await knowing(db)
    const town = await aTown(db)
    await together(db, (tx) => sayNeeds(tx, town.stranger.person, 'procurement', MONDAY))
    await together(db, (tx) => sayHaves(tx, town.stranger.person, 'web design', MONDAY))
    await together(db, (tx) => sayHaves(tx, town.nurse.person, 'procurement', MONDAY))
    await together(db, (tx) => sayNeeds(tx, town.nurse.person, 'web design', MONDAY))
    await aPublishedBrief(db, town.owner)
    const house = await openHouse(storage())
    const held = await (await house.as(town.stranger.person)).get('/suggestions')
    assert.match(held.text, /Report a missed bin/)
    assert.doesNotMatch(held.text, /nurse/)
    assert.doesNotMatch((await (await house.as(town.nurse.person)).get('/suggestions')).text, /stranger/)
  })

  it('are looked for by a broker where there are none: by a date, reminded until answered', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const broker = await aPerson(db, 'broker@harrowmere.example')
    await db.updateTable('people').set({ broker: true }).where('id', '=', broker.person).execute()
    await together(db, (tx) => sayNeeds(tx, town.nurse.person, 'a barge', MONDAY))
    const letters = letterBox(db)
    await letters()
    for (const _ of [1, 2]) {
      await together(db, (tx) => sayNeeds(tx, town.nurse.person, 'a barge', MONDAY))
      await runDue(storage(), MONDAY)
    }
    assert.deepEqual(await letters(), ['broker: lookout begun'])
    const house = await openHouse(storage())
    const seen = await (await house.as(town.nurse.person)).get('/suggestions')
    assert.match(seen.text, /broker looks for you .* by 30 November/)

    await runDue(storage(), later(MONDAY, 8))
    assert.deepEqual(await letters(), ['broker: lookout waits'])
    house.time.now = later(MONDAY, 9).now
    const visitor = await house.as(broker.person)
    const mine = await visitor.get('/mine')
    assert.match(mine.text, /If you do not answer, we remind you on 9 December, and every week from then on\./)
    const waiting = mine.links.find((link) => link.startsWith('/lookouts/')) ?? ''
    assert.match((await visitor.get(waiting)).text, /Nothing fits nurse yet .* a barge/)
    assert.equal((await visitor.post(`${waiting}/answers`, { line: ' ' })).status, 422)
    await visitor.post(`${waiting}/answers`, { line: 'Ask the harbour master.' })
    assert.match((await visitor.post(`${waiting}/answers`, { line: 'Once more.' })).text, /answered this already/)
    await runDue(storage(), later(MONDAY, 30))
    assert.deepEqual(await letters(), ['nurse: lookout answered'])
    assert.equal((await (await house.as(town.nurse.person)).get(waiting)).status, 403)
  })
})
