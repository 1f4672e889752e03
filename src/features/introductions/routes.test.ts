/** Introductions through the doors: what each of them sees, and what nobody does. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { aPerson, runDue } from '../../../tests/town.ts'
import type { Visitor } from '../../../tests/visit.ts'
import type { Viewer } from '../../basics/viewer.ts'

describe('introductions through the doors', () => {
  const place = aPlace()
  const as = ({ person }: Viewer): Promise<Visitor> => place.house.as(person)
  const meet = async (by: Viewer, other: Viewer, line = '') =>
    (await (await as(by)).post(`/people/${other.person}/introductions`, { line })).path
  async function answer(who: Viewer, said: string): Promise<void> {
    const visitor = await as(who)
    const ask = (await visitor.get('/mine')).links.find((link) => link.startsWith('/asks/')) ?? assert.fail('nothing was asked')
    assert.equal((await visitor.post(`${ask}/answer`, { answer: said })).status, 200)
  }

  it('shows both the same question and each other’s address once both said yes, and nobody else anything', async () => {
    const { nurse, officer, owner, colleague } = place.town
    const visitor = await as(nurse)
    assert.ok((await visitor.get(`/people/${officer.person}`)).links.includes(`/people/${officer.person}/introduction`))
    const form = await visitor.get(`/people/${officer.person}/introduction`)
    assert.match(form.text, /You work in different sectors: health, and fire and rescue\. .* by letter until 7 December/)
    const long = await visitor.post(`/people/${officer.person}/introductions`, { line: 'x'.repeat(501) })
    assert.deepEqual([long.status, long.html.includes('x'.repeat(501))], [422, true])
    const path = await meet(nurse, officer, 'Shall we talk about falls?')
    const waits = await visitor.get(path)
    assert.match(waits.text, /We ask them until 7 December/)
    assert.doesNotMatch(waits.text, /@/)
    const asked = await (await as(officer)).get(path)
    assert.match(asked.text, /Answer by 7 December .* Shall we talk about falls\?/)
    assert.doesNotMatch(asked.text, /@/)
    assert.equal((await visitor.get(`${path}/meeting.ics`)).status, 404)
    await answer(officer, 'yes')
    const [mine, theirs] = [await visitor.get(path), await (await as(officer)).get(path)]
    assert.match(mine.text, /Both said yes .* officer@vennick\.example/)
    assert.match(theirs.text, /Both said yes .* nurse@tarnbeck\.example/)
    const question = /To begin with (.*?\?)/
    assert.equal(question.exec(mine.text)?.[1], question.exec(theirs.text)?.[1])
    const file = await visitor.get(`${path}/meeting.ics?slot=2`)
    assert.deepEqual([file.status, file.headers.get('content-type')], [200, 'text/calendar; charset=utf-8'])
    assert.match(file.html, /\r\nDTSTART:20261126T140000Z\r\n/)
    for (const slot of ['0', '4', 'x', '-1']) assert.equal((await visitor.get(`${path}/meeting.ics?slot=${slot}`)).status, 404)
    for (const other of [owner, colleague])
      for (const door of [path, `${path}/meeting.ics`]) assert.equal((await (await as(other)).get(door)).status, 404)
    assert.match((await visitor.get('/mine')).text, /Your introductions You and officer/)
    assert.match((await visitor.get(`/people/${officer.person}`)).text, /Your introduction/)
  })

  it('shows whoever asked the same pages after a no as after silence', async () => {
    const { db } = place.storage
    const asker = await aPerson(db, 'asker@tarnbeck.example')
    const others = [await aPerson(db, 'said-no@harrowmere.example'), await aPerson(db, 'silent@harrowmere.example')]
    const paths = [await meet(asker, others[0] as Viewer), await meet(asker, others[1] as Viewer)]
    await answer(others[0] as Viewer, 'no')
    const alike = async (visitor: Visitor): Promise<void> => {
      const pages = await Promise.all(
        others.map(async ({ person, name }, at) => {
          const seen = [
            await visitor.get(paths[at] ?? ''),
            await visitor.get(`/people/${person}`),
            await visitor.get(`/people/${person}/introduction`),
          ]
          return seen.map(({ html, status }) => [
            status,
            html
              .replaceAll(person, 'id')
              .replaceAll(name, 'name')
              .replaceAll((paths[at] ?? '').slice(15), 'it'),
          ])
        }),
      )
      assert.deepEqual(pages[0], pages[1])
      const mine = await visitor.get('/mine')
      const said = others.map(({ name }) =>
        new RegExp(`You and ${name} (.*?) (We ask|It does)(.*?)(?=You and|Your)`).exec(mine.text)?.slice(1),
      )
      assert.ok(said[0])
      assert.deepEqual(said[0], said[1])
    }
    await alike(await as(asker))
    assert.match((await (await as(others[0] as Viewer)).get(paths[0] ?? '')).text, /You said no .* Nobody is told/)
    await runDue(place.storage, later(MONDAY, 15))
    place.house.time.now = later(MONDAY, 15).now
    const visitor = await as(asker)
    await alike(visitor)
    assert.match((await visitor.get(paths[0] ?? '')).text, /It does not work out now/)
    const told = await db
      .selectFrom('letters')
      .select(['subject', 'body'])
      .where('kind', '=', 'introduction not now')
      .orderBy('id')
      .execute()
    const [first, second] = told.map(({ subject, body }, at) =>
      `${subject} ${body}`.replaceAll(others[at]?.name ?? '', 'name').replaceAll(paths[at] ?? '', 'it'),
    )
    assert.ok(first)
    assert.equal(first, second)
    place.house.time.now = MONDAY.now
  })

  it('lets a broker propose, by an address that a member has', async () => {
    const { db } = place.storage
    const broker = await aPerson(db, 'broker@tarnbeck.example')
    await db.updateTable('people').set({ broker: true }).where('id', '=', broker.person).execute()
    const { owner, officer } = place.town
    assert.equal((await (await as(officer)).get(`/people/${owner.person}/proposal`)).status, 403)
    const visitor = await as(broker)
    const propose = (email: string) => visitor.post(`/people/${owner.person}/proposals`, { email, line: 'You both ask.' })
    assert.match((await propose('nobody@vennick.example')).text, /No member has this address/)
    assert.match((await propose('colleague@harrowmere.example')).text, /The two work for the same organisation/)
    const proposed = await propose('officer@vennick.example')
    assert.match(proposed.text, /owner and officer .* We ask owner until 7 December/)
    assert.equal((await (await as(officer)).get(proposed.path)).status, 404)
    await answer(owner, 'yes')
    assert.match((await (await as(officer)).get(proposed.path)).text, /Proposed by broker/)
  })

  it('offers nothing to somebody whose organisation is not known, and says to suppliers why not', async () => {
    const { stranger, owner, nurse } = place.town
    assert.equal((await (await as(stranger)).get(`/people/${owner.person}/introduction`)).status, 404)
    await place.storage.db
      .updateTable('organisations')
      .set({ sector: 'supplier' })
      .where('id', '=', nurse.organisation ?? '')
      .execute()
    const seen = await (await as(nurse)).get(`/people/${owner.person}`)
    assert.ok(!seen.links.includes(`/people/${owner.person}/introduction`))
    assert.match(
      (await (await as(nurse)).post(`/people/${owner.person}/introductions`, { line: '' })).text,
      /Suppliers answer when they are asked/,
    )
  })
})
