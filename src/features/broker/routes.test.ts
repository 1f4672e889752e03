/** The doors to the brokers' inbox. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { aPerson, aPublishedBrief } from '../../../tests/town.ts'
import type { Visitor } from '../../../tests/visit.ts'
import { together } from '../../storage/db.ts'
import { openItem } from './actions.ts'
import { CLOSE_REFUSALS } from './words.ts'

describe("the brokers' inbox", () => {
  const place = aPlace()
  let [ann, bo]: Visitor[] = []
  let boId = ''
  let items: string[] = []
  before(async () => {
    const { db } = place.storage
    const brokers: Visitor[] = []
    for (const name of ['ann', 'bo']) {
      const { person } = await aPerson(db, `${name}@vennick.example`)
      await db.updateTable('people').set({ broker: true }).where('id', '=', person).execute()
      brokers.push(await place.house.as(person))
      boId = person
    }
    ;[ann, bo] = brokers
    const { id } = await aPublishedBrief(db, place.town.owner)
    const facts = { project: id }
    await together(db, (tx) => openItem(tx, { kind: 'half time', about: id, since: '2026-11-20', facts }, MONDAY))
    await together(db, (tx) => openItem(tx, { kind: 'owner gone', about: id, since: '2026-11-03', facts }, MONDAY))
    items = (await db.selectFrom('broker_items').select('id').orderBy('since').execute()).map((row) => row.id)
  })
  const as = (visitor: Visitor | undefined): Visitor => visitor ?? assert.fail('there are two brokers')

  it('is for brokers alone', async () => {
    const owner = await place.house.as(place.town.owner.person)
    assert.equal((await owner.get('/broker')).status, 403)
    assert.equal((await owner.get(`/broker/${items[0]}`)).status, 403)
    assert.equal((await owner.post(`/broker/${items[0]}/taking`)).status, 403)
    assert.equal((await owner.get('/broker/dates')).status, 403)
    assert.match((await place.house.visitor().get('/broker')).path, /sign-in/)
  })
  it('shows the oldest broken promise first', async () => {
    const { text } = await as(ann).get('/broker')
    assert.match(text, /All \(2\).*Its owner has left.*Since 3 November.*fewer than half of the places.*Since 20 November/s)
  })
  it('lets a broker take one, which then waits for them, and refuses the other', async () => {
    const taken = await as(ann).post(`/broker/${items[1]}/taking`)
    assert.match(taken.text, /You have taken it/)
    assert.match((await as(ann).get('/broker?show=mine')).text, /Yours \(1\).*Report a missed bin/s)
    assert.match((await as(ann).get('/mine')).text, /Broken since 20 November/)
    assert.doesNotMatch((await as(bo).get('/mine')).text, /Broken since 20 November/)
    const refused = await as(bo).post(`/broker/${items[1]}/taking`)
    assert.deepEqual([refused.status, /Another broker has taken it/.test(refused.text)], [422, true])
  })
  it('puts one off until a day, and says what is wrong with another', async () => {
    const wrong = await as(ann).post(`/broker/${items[1]}/snooze`, { until: '2027-06-01' })
    assert.deepEqual([wrong.status, /within 60 days/.test(wrong.text), /value="2027-06-01"/.test(wrong.html)], [422, true, true])
    assert.match((await as(ann).post(`/broker/${items[1]}/snooze`, { until: '2026-12-01' })).text, /put off until 1 December/)
    assert.match((await as(ann).get('/broker?show=snoozed')).text, /Put off \(1\).*put off until 1 December/s)
    assert.doesNotMatch((await as(ann).get('/mine')).text, /Broken since 20 November/)
  })
  it('hands it over to another broker, who finds it awake', async () => {
    assert.equal((await as(ann).post(`/broker/${items[1]}/handover`, { to: 'nobody' })).status, 422)
    await as(ann).post(`/broker/${items[1]}/handover`, { to: boId })
    assert.match((await as(bo).get('/broker?show=mine')).text, /Yours \(1\)/)
    assert.match((await as(bo).get(`/broker/${items[1]}`)).text, /ann handed it over to bo/)
  })
  it('closes one with an outcome and a sentence, and keeps what was typed until both are there', async () => {
    const wrong = await as(bo).post(`/broker/${items[1]}/closing`, { outcome: '', line: 'Two councils join.' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Choose what came of it.*Two councils join/s)
    assert.equal((await as(bo).post(`/broker/${items[1]}/closing`, { outcome: 'solved', line: ' ' })).status, 422)
    const nothing = await as(bo).post(`/broker/${items[1]}/closing`, { outcome: '', line: '' })
    assert.deepEqual(
      [CLOSE_REFUSALS['no outcome'], CLOSE_REFUSALS['nothing said']].map((fault) => nothing.text.split(fault).length > 1),
      [true, true],
    )
    const closed = await as(bo).post(`/broker/${items[1]}/closing`, { outcome: 'solved', line: 'Two councils join.' })
    assert.match(closed.text, /It is closed/)
    assert.match((await as(ann).get('/broker?show=closed')).text, /Solved on 23 November, by bo/)
    assert.match((await as(ann).get(`/broker/${items[1]}`)).text, /Two councils join/)
  })
  it('knows no item of another name', async () => {
    assert.equal((await as(ann).get('/broker/nothing')).status, 404)
    assert.match((await as(ann).get('/broker?after=nothing&show=nobody')).text, /Everything is taken/)
  })
  it('has no project without a next date', async () => {
    assert.match((await as(ann).get('/broker/dates')).text, /Every project has its next date/)
  })
  it('shows a project at which nobody will look again', async () => {
    const { db } = place.storage
    await db.deleteFrom('due_work').where('kind', '=', 'brief deadline').execute()
    await db.updateTable('projects').set({ open_until: '2026-11-01' }).execute()
    await db.deleteFrom('due_work').where('kind', '=', 'half time').execute()
    assert.match((await as(ann).get('/broker/dates')).text, /Report a missed bin.*Nobody will look at it again.*Since 8 November/s)
  })
})
