/** Projects through the doors: notices for those whom they concern, cards with dates, and a second press. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPublishedBrief } from '../../../tests/town.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { endProject } from './actions.ts'
import { OWNER_ONLY } from './words.ts'

describe('projects through the doors', () => {
  const place = aPlace()

  it('say what was done to the owner alone, with the address to share', async () => {
    const { id } = await aPublishedBrief(place.storage.db, place.town.owner)
    const owner = await place.house.as(place.town.owner.person)
    const published = await owner.get(`/projects/${id}?done=published`)
    assert.match(published.text, /Your brief is published .*Share this address: Report a missed bin/)
    assert.ok(published.links.includes(`/projects/${id}`))
    for (const key of ['published', 'started', 'ended', 'accepted', 'pledged', 'constructor'])
      for (const visitor of [place.house.visitor(), await place.house.as(place.town.nurse.person)])
        assert.doesNotMatch((await visitor.get(`/projects/${id}?done=${key}`)).html, /notification-banner/)
    assert.doesNotMatch((await owner.get(`/projects/${id}?done=constructor`)).html, /notification-banner/)
  })
  it('take a second press on starting as done, and show a date on every card', async () => {
    const { db } = place.storage
    const project = await aPublishedBrief(db, place.town.owner)
    await acceptPledge(db, await anOffer(db, project, place.town.nurse), place.town.owner, MONDAY)
    const owner = await place.house.as(place.town.owner.person)
    const card = async (show: string) => (await owner.get(`/projects?show=${show}`)).text
    assert.match(await card('running'), /ready, first date to be named by 30 November/)
    for (const day of ['2026-12-08', '2026-12-09'])
      assert.match(
        (await owner.post(`/projects/${project.id}/start`, { 'first-date': day })).text,
        /The project has started .*meets on 8 December/,
      )
    assert.match(await card('running'), /running until 31 March 2027/)
    assert.match(await card('open'), /open until 14 December/)
    await endProject(db, project.id, place.town.owner, 'delivered', { reason: 'a', tried: 'b', learnt: 'c', again: '' }, later(MONDAY, 0))
    assert.match(await card('ended'), /delivered on 23 November/)
  })
  it('keep the ending for the owner', async () => {
    const { id } = await aPublishedBrief(place.storage.db, place.town.owner)
    const seen = await (await place.house.as(place.town.nurse.person)).get(`/projects/${id}/ending`)
    assert.equal(seen.status, 403)
    assert.ok(seen.text.includes(OWNER_ONLY))
  })
})
