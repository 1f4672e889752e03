/** What owners choose through the doors: what was typed stays. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPublishedBrief } from '../../../tests/town.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { startProject } from './actions.ts'

describe('the choices of an owner through the doors', () => {
  const place = aPlace()
  const aRunningProject = async () => {
    const { db } = place.storage
    const project = await aPublishedBrief(db, place.town.owner)
    await acceptPledge(db, await anOffer(db, project, place.town.nurse), place.town.owner, MONDAY)
    await startProject(db, project.id, place.town.owner, '2026-11-23', MONDAY)
    return project.id
  }

  it('offers every way on from one page, and says why a brief cannot be extended twice', async () => {
    const { id } = await aPublishedBrief(place.storage.db, place.town.owner, { roles: [aTypedRole(), aTypedRole({ skill: 'Law' })] })
    const owner = await place.house.as(place.town.owner.person)
    place.house.time.now = later(MONDAY, 20).now
    const choice = await owner.get(`/projects/${id}/choice`)
    for (const way of ['shrinking', 'merge-offer', 'ending?how=stopped']) assert.ok(choice.links.includes(`/projects/${id}/${way}`), way)
    assert.match((await owner.post(`/projects/${id}/extension`)).text, /The deadline has been extended/)
    const again = await owner.post(`/projects/${id}/extension`)
    assert.equal(again.status, 422)
    assert.match(again.text, /It cannot be extended again/)
    place.house.time.now = MONDAY.now
    const nothing = await owner.post(`/projects/${id}/shrinking`)
    assert.equal(nothing.status, 422)
    assert.match(nothing.text, /Choose at least one role/)
  })
  it('asks to whom it was handed over, and says it', async () => {
    const id = await aRunningProject()
    const owner = await place.house.as(place.town.owner.person)
    const note = { how: 'handed over', reason: 'It works.', tried: 'A form.', learnt: 'Ask first.', again: '' }
    const refused = await owner.post(`/projects/${id}/ending`, note)
    assert.deepEqual([refused.status, /Say to whom it is handed over\./.test(refused.text)], [422, true])
    const ended = await owner.post(`/projects/${id}/ending`, { ...note, 'handed-to': 'The web team' })
    assert.match(ended.text, /Handed over on 23 November.*To whom\? The web team/)
  })
})
