/** Phases through the doors: what was typed stays, and their end is the owner's to say. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPublishedBrief } from '../../../tests/town.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { startProject } from '../projects/actions.ts'

describe('phases through the doors', () => {
  const place = aPlace()
  const aRunningProject = async () => {
    const { db } = place.storage
    const project = await aPublishedBrief(db, place.town.owner)
    await acceptPledge(db, await anOffer(db, project, place.town.nurse), place.town.owner, MONDAY)
    await startProject(db, project.id, place.town.owner, '2026-11-23', MONDAY)
    return project.id
  }

  it('keeps the reason that was typed, shows the line of phases to everybody, and the end of a phase to its owner alone', async () => {
    const id = await aRunningProject()
    const owner = await place.house.as(place.town.owner.person)
    const refused = await owner.post(`/projects/${id}/phase-ends`, { seen: '', step: '', reason: 'People want it.' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Choose what becomes of this phase\..*People want it\./)
    assert.match((await owner.post(`/projects/${id}/go-live`, { 'go-live': '2027-01-04' })).text, /once discovery has ended/)
    const said = await owner.post(`/projects/${id}/phase-ends`, { seen: '', step: 'go on', reason: 'People want it.' })
    assert.match(said.text, /It is said .*Phase 2 of 4: Alpha.*Discovery went on to alpha 23 November People want it\./)
    assert.match(
      (await place.house.visitor().get(`/projects/${id}`)).html,
      /<svg class="journey" role="img"[^>]*><title>Phase 2 of 4: Alpha</,
    )
    assert.equal((await (await place.house.as(place.town.nurse.person)).get(`/projects/${id}/phase`)).status, 403)
  })
})
