/** The later life of a project through the doors: what was typed stays, and pages are for those whom they concern. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPerson, aPublishedBrief } from '../../../tests/town.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { startProject } from './actions.ts'

describe('the life of a project through the doors', () => {
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
  it('asks to whom it was handed over, and says it', async () => {
    const id = await aRunningProject()
    const owner = await place.house.as(place.town.owner.person)
    const note = { how: 'handed over', reason: 'It works.', tried: 'A form.', learnt: 'Ask first.', again: '' }
    const refused = await owner.post(`/projects/${id}/ending`, note)
    assert.deepEqual([refused.status, /Say to whom it is handed over\./.test(refused.text)], [422, true])
    const ended = await owner.post(`/projects/${id}/ending`, { ...note, 'handed-to': 'The web team' })
    assert.match(ended.text, /Handed over on 23 November.*To whom\? The web team/)
  })
  it('shows an offer to merge to the two owners, and merges with one button', async () => {
    const { db } = place.storage
    const [from, into] = [
      await aPublishedBrief(db, place.town.owner),
      await aPublishedBrief(db, place.town.nurse, { title: 'Bins on time' }),
    ]
    const owner = await place.house.as(place.town.owner.person)
    const nurse = await place.house.as(place.town.nurse.person)
    const refused = await owner.post(`/projects/${from.id}/merge-offers`, { address: 'somewhere', reason: 'The same.' })
    assert.deepEqual([refused.status, /paste the address of its page/.test(refused.text)], [422, true])
    const offered = await owner.post(`/projects/${from.id}/merge-offers`, { address: `/projects/${into.id}`, reason: 'The same.' })
    assert.match(offered.path, /^\/merge-offers\//)
    assert.match(offered.text, /Answer by 7 December/)
    assert.equal((await (await place.house.as(place.town.officer.person)).get(offered.path)).status, 404)
    assert.ok((await nurse.get('/mine')).links.includes(offered.path))
    assert.match(
      (await nurse.post(`${offered.path}/acceptance`)).text,
      /Merged into another project on 23 November.*It goes on in Bins on time/,
    )
  })
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
