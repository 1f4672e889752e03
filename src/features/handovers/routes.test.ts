/** Another owner through the doors, and for whom a broker may ask. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPlace } from '../../../tests/place.ts'
import { aPerson, aPublishedBrief } from '../../../tests/town.ts'

describe('another owner through the doors', () => {
  const place = aPlace()

  it('lets a broker look for another owner only when the owner has gone, and asks the owner to do so', async () => {
    const { db } = place.storage
    const owner = await aPerson(db, 'leaver@harrowmere.example')
    const { id } = await aPublishedBrief(db, owner)
    const broker = await aPerson(db, 'broker@vennick.example')
    await db.updateTable('people').set({ broker: true }).where('id', '=', broker.person).execute()
    const connects = await place.house.as(broker.person)
    assert.equal((await connects.get(`/projects/${id}/handover`)).status, 403)
    await db.updateTable('people').set({ organisation: null }).where('id', '=', owner.person).execute()
    assert.ok((await (await place.house.as(owner.person)).get('/mine')).links.includes(`/projects/${id}/handover`))
    const asked = await connects.post(`/projects/${id}/handovers`, { person: 'address', email: 'nurse@tarnbeck.example' })
    assert.match(asked.text, /The person whose address was typed has been asked/)
    const nurse = await place.house.as(place.town.nurse.person)
    assert.match((await nurse.post(`${asked.path}/acceptance`)).text, /It is yours .*Started by nurse/)
    assert.equal((await (await place.house.as(place.town.officer.person)).get(asked.path)).status, 404)
  })
})
