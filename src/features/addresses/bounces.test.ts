/** Letters that come back: who learns of it, what is sent no more, and how somebody gets in again. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { runDue } from '../../../tests/town.ts'
import { together } from '../../storage/db.ts'
import { markBounced } from '../letters/bounce-actions.ts'
import { findBouncing, listAddresses, listBouncing } from '../people/address-actions.ts'
import { sayItWorks, vouchForAddress } from './bounce-actions.ts'

const NEW = 'nurse@private.example'

describe('an address from which letters come back', () => {
  const place = aPlace()
  const bounce = (recipient: string) =>
    together(place.storage.db, (tx) => markBounced(tx, { recipient, status: '5.1.1', isForGood: true }, MONDAY.now))
  const addressOf = async (person: string) => (await listAddresses(place.storage.db, person, MONDAY.zone))[0]?.id ?? ''
  const colleague = () => place.house.as(place.town.colleague.person)
  before(async () => {
    await place.storage.db.updateTable('people').set({ broker: true }).where('id', '=', place.town.colleague.person).execute()
    await bounce('nurse@tarnbeck.example')
  })

  it('waits for the brokers, and for nobody else', async () => {
    const id = await addressOf(place.town.nurse.person)
    const mine = await (await colleague()).get('/mine')
    assert.match(mine.text, /Letters to nurse come back/)
    assert.ok(mine.links.includes(`/bounces/${id}`))
    const all = await (await colleague()).get('/bounces')
    assert.match(all.text, /nurse officer · nurse@tarnbeck\.example Since 23 November\. They have no other address/)
    const officer = await place.house.as(place.town.officer.person)
    assert.deepEqual([(await officer.get('/bounces')).status, (await officer.get(`/bounces/${id}`)).status], [403, 403])
    assert.equal((await officer.post(`/bounces/${id}/repair`)).status, 403)
    assert.equal((await officer.post(`/addresses/${id}/repair`)).status, 404)
    assert.ok(await findBouncing(place.storage.db, id, MONDAY.zone))
  })

  it('is mended by a broker who vouches for another one: its owner signs in with a code that is sent there', async () => {
    const { db } = place.storage
    const id = await addressOf(place.town.nurse.person)
    const visitor = await colleague()
    for (const [email, fault] of [
      ['', /Enter an e-mail address/],
      ['nurse@tarnbeck.example', /one of their addresses already/],
      ['owner@harrowmere.example', /Somebody has joined with this address already/],
    ] as const) {
      const wrong = await visitor.post(`/bounces/${id}/address`, { email })
      assert.deepEqual([wrong.status, fault.test(wrong.text)], [422, true], email)
    }
    assert.match((await visitor.post(`/bounces/${id}/address`, { email: NEW })).text, /They can sign in with the new address now/)
    const letters = await db.selectFrom('letters').select(['recipient', 'kind']).where('kind', '=', 'address vouched for').execute()
    assert.deepEqual(letters.map(({ recipient }) => recipient).sort(), [NEW, 'nurse@tarnbeck.example'].sort())
    const { who, about } = await db.selectFrom('journal').selectAll().where('did', '=', 'address vouched for').executeTakeFirstOrThrow()
    assert.deepEqual([who, about], [place.town.colleague.person, place.town.nurse.person])
    const nurse = place.house.visitor()
    await nurse.post('/sign-in', { email: NEW })
    const { facts } = await db.selectFrom('letters').select('facts').where('kind', '=', 'sign in').executeTakeFirstOrThrow()
    const inside = await nurse.post('/sign-in/code', { email: NEW, code: (JSON.parse(facts) as { code: string }).code })
    assert.equal(inside.status, 200)
    const addresses = await nurse.get('/addresses')
    assert.match(addresses.text, /nurse@private\.example .*Your letters go here/)
    assert.match(addresses.text, /Letters come back since 23 November/)
  })

  it('works again when its person says so, or signs in with a code that was sent there', async () => {
    const { db } = place.storage
    const { nurse, officer } = place.town
    const id = (await listBouncing(db, { most: 9 }, MONDAY.zone))[0]?.id ?? ''
    assert.match((await (await place.house.as(nurse.person)).post(`/addresses/${id}/repair`)).text, /We write to this address again/)
    assert.deepEqual(await listBouncing(db, { most: 9 }, MONDAY.zone), [])
    await bounce('officer@vennick.example')
    const visitor = place.house.visitor()
    await visitor.post('/sign-in', { email: 'officer@vennick.example' })
    const letter = await db
      .selectFrom('letters')
      .select('facts')
      .where('recipient', '=', 'officer@vennick.example')
      .executeTakeFirstOrThrow()
    await runDue(place.storage, MONDAY)
    await visitor.post('/sign-in/code', { email: 'officer@vennick.example', code: (JSON.parse(letter.facts) as { code: string }).code })
    assert.deepEqual(await listBouncing(db, { most: 9 }, MONDAY.zone), [], officer.name)
  })

  it('is nothing that somebody else can mend or take over', async () => {
    const { db } = place.storage
    const id = await addressOf(place.town.officer.person)
    await bounce('officer@vennick.example')
    const nurse = place.town.nurse
    assert.equal((await sayItWorks(db, nurse, id, MONDAY)).yes, false)
    assert.deepEqual(await vouchForAddress(db, nurse, id, 'x@private.example', MONDAY), { yes: false, why: 'not a broker' })
    const broker = { ...place.town.colleague, broker: true }
    const owners = await addressOf(place.town.owner.person)
    assert.deepEqual(await vouchForAddress(db, broker, owners, 'x@private.example', MONDAY), { yes: false, why: 'not found' }, 'it works')
  })
})
