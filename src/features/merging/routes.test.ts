/** Merging through the doors: only the two owners come in. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPlace } from '../../../tests/place.ts'
import { aPublishedBrief } from '../../../tests/town.ts'

describe('merging through the doors', () => {
  const place = aPlace()

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
    const asked = (await nurse.get('/mine')).links.find((link) => link.startsWith('/asks/')) ?? assert.fail('nothing waits')
    assert.ok((await nurse.get(asked)).links.includes(offered.path))
    assert.match(
      (await nurse.post(`${offered.path}/acceptance`)).text,
      /Merged into another project on 23 November.*It goes on in Bins on time/,
    )
  })
})
