/** Asks through the doors: buttons, codes, and what each reader sees. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPublishedBrief, statesOf } from '../../../tests/town.ts'

describe('answering an ask', () => {
  const place = aPlace()

  it('is one button on a page of its own, found from the page of what waits and by its code', async () => {
    const { storage, town, house } = place
    const project = await aPublishedBrief(storage.db, town.owner)
    await anOffer(storage.db, project, town.nurse)
    const owner = await house.as(town.owner.person)
    const path = (await owner.get('/mine')).links.find((link) => link.startsWith('/asks/')) ?? assert.fail('nothing waits')
    const shown = await owner.get(path)
    assert.match(
      shown.text,
      /Answer by 7 December.*nurse, officer, Tarnbeck NHS Trust offers 2 hours a week.*If you do not answer by 7 December/,
    )
    const code = /Its code is (\w{5})/.exec(shown.text)?.[1] ?? ''
    assert.equal((await owner.get(`/asks?code=${code.toLowerCase()}`)).path, path)
    assert.deepEqual(await statesOf(storage.db, project.id), ['offered'], 'links never act')

    const long = await owner.post(`${path}/answer`, { answer: 'no', line: 'x'.repeat(501) })
    assert.deepEqual([long.status, /Shorten your line/.test(long.text), long.html.includes('x'.repeat(501))], [422, true, true])
    assert.equal((await owner.post(`${path}/answer`, { answer: 'perhaps' })).status, 422)
    const done = await owner.post(`${path}/answer`, { answer: 'no', line: 'Not this year.' })
    assert.match(done.text, /Your answer Decline kindly\. Not this year\. You can take it back until 10:10\. Then the others are told\./)
    assert.deepEqual(await statesOf(storage.db, project.id), ['declined'])
    assert.match((await owner.post(`${path}/retraction`)).text, /Answer by 7 December/)
    assert.deepEqual(await statesOf(storage.db, project.id), ['offered'])
    await owner.post(`${path}/answer`, { answer: 'no', line: 'Not this year.' })
    const again = await owner.post(`${path}/answer`, { answer: 'yes', line: '' })
    assert.deepEqual([again.status, /The first answer counts/.test(again.text)], [422, true])
  })
  it("is nobody else's to see, and whoever waits sees that they do", async () => {
    const { storage, town, house } = place
    const pledge = await anOffer(storage.db, await aPublishedBrief(storage.db, town.owner), town.nurse)
    const { id } = await storage.db.selectFrom('asks').select('id').where('about', '=', pledge).executeTakeFirstOrThrow()
    const nurse = await house.as(town.nurse.person)
    assert.equal((await nurse.get(`/asks/${id}`)).status, 404)
    assert.match((await nurse.get('/mine')).text, /You wait for A pledge for Web design They answer by 7 December/)
    const wrong = await nurse.get('/asks?code=00000')
    assert.deepEqual([wrong.status, /No question to you has this code/.test(wrong.text)], [422, true])
    assert.match((await house.visitor().get('/asks')).path, /^\/sign-in/)
  })
})
