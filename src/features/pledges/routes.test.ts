/** Pledging and answering through the doors: what each sees, and that a second press does no harm. */
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { aTypedRole, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPublishedBrief } from '../../../tests/town.ts'
import type { Seen } from '../../../tests/visit.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Project } from '../projects/project.ts'
import { acceptPledge } from './actions.ts'

const TERMS = { hours: '2', from: '2026-12-01', until: '2027-03-31', line: '' }

describe('pledges through the doors', () => {
  const place = aPlace()
  let project: Project
  beforeEach(async () => {
    project = await aPublishedBrief(place.storage.db, place.town.owner)
  })
  const role = () => project.roles[0]?.id ?? ''
  const get = async (who: Viewer, path: string): Promise<Seen> => (await place.house.as(who.person)).get(path)
  const post = async (who: Viewer, path: string, fields: Record<string, string> = {}): Promise<Seen> =>
    (await place.house.as(who.person)).post(path, fields)

  it('answer with the day by which the owner answers, a second press too', async () => {
    for (const _ of [1, 2]) {
      const seen = await post(place.town.nurse, `/roles/${role()}/pledges`, TERMS)
      assert.equal(seen.status, 200)
      assert.match(seen.text, /Your pledge has been sent .*answers by 7 December\. You hear from us either way\./)
    }
  })
  it('show somebody who may not pledge why, and a way on, and no form', async () => {
    const whys: [Viewer, RegExp][] = [
      [place.town.stranger, /We do not know yet for whom you work/],
      [place.town.owner, /This is your own project/],
    ]
    for (const [who, why] of whys)
      for (const seen of [await get(who, `/roles/${role()}/pledge`), await post(who, `/roles/${role()}/pledges`, TERMS)]) {
        assert.match(seen.text, why)
        assert.doesNotMatch(seen.html, /name="hours"/)
        assert.ok(seen.links.includes('/projects') && seen.links.includes(`/projects/${project.id}`))
      }
  })
  it('name the days that a promise must keep to', async () => {
    const seen = await post(place.town.nurse, `/roles/${role()}/pledges`, { ...TERMS, from: '2026-11-22', until: '2027-04-01' })
    assert.equal(seen.status, 422)
    assert.match(seen.text, /Enter a date from 23 November on\./)
    assert.match(seen.text, /The role ends on 31 March 2027\./)
  })
  it('say why the last place is not for a colleague of the owner, and what to do', async () => {
    const id = await anOffer(place.storage.db, project, place.town.colleague)
    const seen = await post(place.town.owner, `/pledges/${id}/acceptance`)
    assert.equal(seen.status, 422)
    assert.match(seen.text, /last free place.* Decline the offer kindly, or wait for a pledge from another organisation\./)
  })
  it('speak to a broker of others', async () => {
    const id = await anOffer(place.storage.db, project, place.town.nurse)
    await place.storage.db.updateTable('people').set({ broker: true }).where('id', '=', place.town.officer.person).execute()
    const seen = await get(place.town.officer, `/pledges/${id}`)
    await place.storage.db.updateTable('people').set({ broker: false }).where('id', '=', place.town.officer.person).execute()
    assert.match(seen.text, /Offered · waits for the owner's answer until 7 December/)
    assert.doesNotMatch(seen.text, /You offered|you are freed/)
  })
  it('take a second press on every button as done', async () => {
    const id = await anOffer(place.storage.db, project, place.town.nurse)
    for (const _ of [1, 2]) assert.match((await post(place.town.owner, `/pledges/${id}/acceptance`)).text, /The pledge is accepted/)
    for (const _ of [1, 2]) assert.match((await post(place.town.nurse, `/pledges/${id}/withdrawal`)).text, /Your pledge is withdrawn/)
    const other = await anOffer(place.storage.db, project, place.town.officer)
    for (const _ of [1, 2]) assert.match((await post(place.town.owner, `/pledges/${other}/refusal`)).text, /The pledge is declined/)
  })
  it('show the owner who is in line and until when, and the pledger too', async () => {
    project = await aPublishedBrief(place.storage.db, place.town.owner, { roles: [aTypedRole(), aTypedRole({ skill: 'Law' })] })
    const first = await anOffer(place.storage.db, project, place.town.nurse)
    await anOffer(place.storage.db, project, place.town.officer)
    await acceptPledge(place.storage.db, first, place.town.owner, MONDAY)
    const path = `/projects/${project.id}`
    assert.match(
      (await get(place.town.owner, path)).text,
      /1 offer in line .*officer, officer, Vennick Fire and Rescue\. Kept until 21 December\./,
    )
    assert.match((await get(place.town.officer, path)).text, /You are in line until 21 December/)
    assert.match((await get(place.town.officer, '/mine')).text, /You are in line until 21 December/)
    assert.doesNotMatch((await get(place.town.nurse, path)).text, /in line/)
  })
})
