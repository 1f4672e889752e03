/** Partnerships through the doors: who sees what, and what was typed stays. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPlace } from '../../../tests/place.ts'
import type { Viewer } from '../../basics/viewer.ts'

describe('partnerships through the doors', () => {
  const place = aPlace()
  const as = ({ person }: Viewer) => place.house.as(person)

  it('are proposed on the other organisation’s page, seen by both before they are agreed, and by everybody after', async () => {
    const { owner, nurse, officer, colleague } = place.town
    const [own, other, third] = [await as(owner), await as(nurse), await as(officer)]
    const theirs = `/organisations/${nurse.organisation}`
    assert.ok((await own.get(theirs)).links.includes(`${theirs}/partnership`))
    assert.ok(!(await (await as(colleague)).get(theirs)).links.includes(`${theirs}/partnership`))
    assert.equal((await (await as(colleague)).get(`${theirs}/partnership`)).status, 403)
    const wrong = await own.post(`${theirs}/partnerships`, { what: 'Falls', from: '2026-12-01', until: '2026-12-24', host: owner.person })
    assert.deepEqual([wrong.status, wrong.html.includes('value="2026-12-24"')], [422, true])
    const term = { what: 'Falls', from: '2026-12-01', until: '2027-06-30', host: owner.person }
    const { path } = await own.post(`${theirs}/partnerships`, term)
    const [door = ''] = path.split('?')
    assert.match((await own.get(theirs)).text, /Partnerships With Harrowmere City Council Falls Proposed/)
    for (const visitor of [third, place.house.visitor()]) {
      assert.equal((await visitor.get(door)).status, 404)
      assert.doesNotMatch((await visitor.get(theirs)).text, /Falls/)
    }
    const ask = (await other.get(door)).links.find((link) => link.startsWith('/asks/')) ?? assert.fail('nobody was asked')
    assert.match((await other.get(ask)).text, /If nobody of Tarnbeck NHS Trust answers by 7 December, it does not come about/)
    await other.post(`${ask}/answer`, { answer: 'yes' })
    const seen = await place.house.visitor().get(door)
    assert.match(seen.text, /Partners until 30 June 2027 .* On 2 June 2027 we ask both hosts/)
    assert.doesNotMatch(seen.text, /\b(owner|nurse),/)
    assert.match((await third.get(door)).text, /owner, officer, Harrowmere/)
    assert.match((await own.post(`${door}/host`, { host: colleague.person })).text, /The new host .* colleague, officer/)
    assert.equal((await own.post(`${door}/ending`, { came: ' ' })).status, 422)
    assert.match((await own.post(`${door}/ending`, { came: 'Two talks' })).text, /Ended on 23 November .* What came of it Two talks/)
  })
})
