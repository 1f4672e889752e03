/** The doors to one's own addresses. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { aPerson } from '../../../tests/town.ts'
import type { Visitor } from '../../../tests/visit.ts'

describe('the doors to the addresses of a person', () => {
  const place = aPlace()
  const newestCode = async (): Promise<string> => {
    const letters = place.storage.db.selectFrom('letters').select('facts').where('kind', '=', 'prove address')
    const { facts } = await letters.orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    return (JSON.parse(facts) as { code: string }).code
  }
  const member = async (email: string): Promise<Visitor> => place.house.as((await aPerson(place.storage.db, email, MONDAY)).person)
  async function add(visitor: Visitor, email: string): Promise<void> {
    const seen = await visitor.post('/addresses', { email })
    assert.deepEqual([seen.path, seen.text.includes(`We have written to ${email}`)], ['/addresses/code', true])
    const done = await visitor.post('/addresses/proof', { email, code: await newestCode() })
    assert.match(done.text, /Your address is added/)
  }

  it('show the only one without a way to remove it', async () => {
    const visitor = await member('alone@tarnbeck.example')
    const seen = await visitor.get('/addresses')
    assert.match(seen.text, /alone@tarnbeck\.example An address of Tarnbeck NHS Trust\. Yours since 23 November/)
    assert.doesNotMatch(seen.html, /\/removal/)
    assert.ok((await visitor.get('/')).links.includes('/addresses'), 'from the foot of every page')
    assert.match((await visitor.get('/addresses/departure')).text, /Add a private address first/)
    assert.equal((await visitor.post('/addresses/departure')).status, 422)
  })
  it('keep what was typed, and say what is wrong', async () => {
    const visitor = await member('wrong@tarnbeck.example')
    const typed = await visitor.post('/addresses', { email: 'not an address' })
    assert.deepEqual([typed.status, /value="not an address"/.test(typed.html)], [422, true])
    assert.match((await visitor.post('/addresses', { email: 'WRONG@tarnbeck.example' })).text, /one of your addresses already/)
    await visitor.post('/addresses', { email: 'wrong@private.example' })
    const code = await visitor.post('/addresses/proof', { email: 'wrong@private.example', code: 'x' })
    assert.deepEqual([code.status, /value="x"/.test(code.html)], [422, true])
  })
  it('show the same page for an address that somebody has and one that nobody has', async () => {
    const visitor = await member('curious@tarnbeck.example')
    const pages: string[] = []
    for (const email of ['owner@harrowmere.example', 'nobody@harrowmere.example']) {
      await visitor.post('/addresses', { email })
      const wrong = await visitor.post('/addresses/proof', { email, code: '12' })
      pages.push(`${(await visitor.get('/addresses/code')).html}${wrong.html}`.replaceAll(email, 'THE ADDRESS'))
    }
    assert.equal(pages[0], pages[1])
  })
  it('add one, send the letters there, and remove the other', async () => {
    const visitor = await member('ann@tarnbeck.example')
    await add(visitor, 'ann@private.example')
    const page = await visitor.get('/addresses')
    const [, letters = ''] = /action="(\/addresses\/\w+\/letters)"/.exec(page.html) ?? []
    assert.match(
      (await visitor.post(letters)).text,
      /Your letters go there from now on\..*ann@private\.example Yours since 23 November\. Your letters go here\./,
    )
    const removals = (await visitor.get('/addresses')).links.filter((link) => link.endsWith('/removal'))
    const [, work = ''] = removals
    assert.match(
      (await visitor.get(work)).text,
      /You can no longer sign in with ann@tarnbeck\.example\. Your letters go to ann@private\.example\./,
    )
    assert.doesNotMatch((await visitor.post(work)).text, /ann@tarnbeck\.example/)
  })
  it('are shut to everybody else', async () => {
    const [visitor, other] = [await member('bo@tarnbeck.example'), await member('cy@tarnbeck.example')]
    await add(visitor, 'bo@private.example')
    const [removal = ''] = (await visitor.get('/addresses')).links.filter((link) => link.endsWith('/removal'))
    assert.equal((await other.get(removal)).status, 404)
    for (const door of ['removal', 'letters', 'employment'])
      assert.equal((await other.post(removal.replace('removal', door), { organisation: 'x' })).status, 404)
    assert.equal((await place.house.visitor().get('/addresses')).path, '/sign-in?next=%2Faddresses')
  })
  it('ask whether one now works for another organisation, and move one there', async () => {
    const visitor = await member('dee@tarnbeck.example')
    await add(visitor, 'dee@vennick.example')
    const page = await visitor.get('/addresses')
    assert.match(page.text, /You now work for Vennick Fire and Rescue\?/)
    const [, door = ''] = /action="(\/addresses\/\w+\/employment)"/.exec(page.html) ?? []
    const [, value = ''] = /value="(\w{26})" name="organisation"/.exec(page.html) ?? []
    assert.match((await visitor.post(door, { organisation: value })).text, /You belong to Vennick Fire and Rescue/)
    assert.equal((await visitor.post(door, { organisation: value })).status, 422)
  })
  it('let somebody leave their organisation, who is asked for the next one', async () => {
    const visitor = await member('eve@tarnbeck.example')
    await add(visitor, 'eve@private.example')
    assert.match((await visitor.get('/addresses/departure')).text, /You can no longer sign in with eve@tarnbeck\.example/)
    const seen = await visitor.post('/addresses/departure')
    assert.deepEqual([seen.path, /For whom do you work/.test(seen.text)], ['/claims/new', true])
    assert.match((await visitor.get('/addresses')).text, /We do not know yet\./)
  })
})
