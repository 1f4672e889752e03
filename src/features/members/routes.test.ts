/** The doors for saying for whom one works, and for answering it. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { aPerson, runDue } from '../../../tests/town.ts'
import type { Visitor } from '../../../tests/visit.ts'
import { together } from '../../storage/db.ts'
import { personWithAddress } from '../people/actions.ts'

describe('the doors for somebody who is held', () => {
  const place = aPlace()
  let broker: Visitor
  before(async () => {
    const { id } = await together(place.storage.db, (tx) => personWithAddress(tx, 'broker@vennick.example', MONDAY.now, { broker: true }))
    broker = await place.house.as(id)
  })
  const as = (person: string) => place.house.as(person)
  /** Somebody new who says that they work there, and the page of what they said. */
  const claimant = async (name: string, said: Record<string, string>): Promise<{ visitor: Visitor; path: string }> => {
    const visitor = await as((await aPerson(place.storage.db, `${name}@kindness.example`)).person)
    const seen = await visitor.post('/claims', { which: 'none', ...said })
    assert.equal(seen.status, 200)
    return { visitor, path: seen.path.replace(/\?.*/, '') }
  }

  it('say on the first page and under "For you" what happens next, and lead to the form', async () => {
    const stranger = await as(place.town.stranger.person)
    for (const path of ['/', '/mine']) {
      const seen = await stranger.get(path)
      assert.match(seen.text, /Your address does not tell us for whom you work/)
      assert.ok(seen.links.includes('/claims/new'))
    }
    const { path, visitor } = await claimant('mine', { organisation: 'tarnbeck nhs trust' })
    assert.match((await visitor.get('/mine')).text, /You asked to belong to Tarnbeck NHS Trust.* If nobody has by 30 November, we ask/)
    assert.match((await visitor.get(path)).text, /Waits for an answer since 23 November/)
  })
  it('keep what was typed, and say what is missing', async () => {
    const stranger = await as(place.town.stranger.person)
    const empty = await stranger.post('/claims', { organisation: ' ', sector: '' })
    assert.deepEqual([empty.status, /Enter the organisation that you work for/.test(empty.text)], [422, true])
    const unknown = await stranger.post('/claims', { organisation: 'Kindness & Co', sector: '' })
    assert.equal(unknown.status, 422)
    assert.match(unknown.html, /value="Kindness &amp; Co"/)
    assert.match(unknown.text, /Choose what kind of organisation it is/)
  })
  it('ask whether a known organisation with a like name is meant', async () => {
    const slip = await as((await aPerson(place.storage.db, 'near@kindness.example')).person)
    const asked = await slip.post('/claims', { organisation: 'Tarnbek NHS Trust' })
    assert.equal(asked.status, 422)
    assert.match(asked.text, /Choose one of these, or that it is none of them.*Is it one of these\?.*Tarnbeck NHS Trust None of these/)
    const [, which = ''] = /value="(\w{26})">\s*<label[^>]*>Tarnbeck NHS Trust/.exec(asked.html) ?? []
    assert.match(
      (await slip.post('/claims', { organisation: 'Tarnbek NHS Trust', which })).text,
      /You asked to belong to Tarnbeck NHS Trust/,
    )
  })
  it('let a colleague say yes from what waits for them', async () => {
    const { path, visitor } = await claimant('wrenna', { organisation: 'Tarnbeck NHS Trust' })
    const nurse = await as(place.town.nurse.person)
    await runDue(place.storage, MONDAY)
    const mine = await nurse.get('/mine')
    assert.match(mine.text, /Does wrenna work.* If nobody says yes by 30 November, we ask the brokers\./)
    assert.match(mine.text, /Answer by 30 November Does wrenna work for Tarnbeck NHS Trust\?/)
    assert.ok(mine.links.some((link) => link.startsWith('/asks/')))
    const page = await nurse.get(path)
    assert.match(page.text, /Does wrenna work with you\?.*an address at kindness\.example/)
    assert.doesNotMatch(page.html, /wrenna@/)
    assert.match((await nurse.post(`${path}/vouch`)).text, /wrenna belongs to Tarnbeck NHS Trust now/)
    assert.doesNotMatch((await nurse.get('/mine')).text, /Does wrenna work/)
    assert.doesNotMatch((await visitor.get('/mine')).text, /You asked to belong/)
    assert.equal((await visitor.get('/claims/new')).path, '/mine')
  })
  it('tell the second colleague that it is done', async () => {
    const { path } = await claimant('late', { organisation: 'Harrowmere City Council' })
    const [owner, colleague] = [await as(place.town.owner.person), await as(place.town.colleague.person)]
    await owner.post(`${path}/vouch`)
    const seen = await colleague.post(`${path}/vouch`)
    assert.equal(seen.status, 422)
    assert.match(seen.text, /Somebody has answered this already\..*A colleague said yes on 23 November/)
  })
  it('ask no more whoever does not know them', async () => {
    const { path } = await claimant('unknown', { organisation: 'Harrowmere City Council' })
    const owner = await as(place.town.owner.person)
    assert.match((await owner.post(`${path}/pass`)).text, /Others of your organisation can still say yes/)
    await runDue(place.storage, MONDAY)
    assert.doesNotMatch((await owner.get('/mine')).text, /Does unknown work/)
    assert.match((await (await as(place.town.colleague.person)).get('/mine')).text, /Does unknown work/)
    assert.match((await broker.get(path)).text, /1 colleague does not know them/)
  })
  it('are shut to everybody else', async () => {
    const { path } = await claimant('private', { organisation: 'Tarnbeck NHS Trust' })
    const officer = await as(place.town.officer.person)
    assert.equal((await officer.get(path)).status, 404)
    for (const door of ['vouch', 'pass', 'admission', 'refusal']) assert.equal((await officer.post(`${path}/${door}`)).status, 404)
    assert.equal((await place.house.visitor().get(path)).path, `/sign-in?next=${encodeURIComponent(path)}`)
    const nurse = await as(place.town.nurse.person)
    assert.equal((await nurse.post(`${path}/admission`, { choice: 'new' })).status, 403)
    assert.equal((await nurse.get(`${path}/refusal`)).status, 403)
    assert.equal((await nurse.get('/held')).status, 403)
  })
  it('show a broker everybody who is held, and what they may have meant', async () => {
    const { path, visitor } = await claimant('slip', { organisation: 'Tarnbek NHS Trust', sector: 'health' })
    const held = await broker.get('/held')
    assert.match(held.text, /slip, for Tarnbek NHS Trust .* only a broker can answer/)
    assert.ok(held.links.includes(path))
    await runDue(place.storage, MONDAY)
    assert.match((await broker.get('/mine')).text, /Where does slip work\? slip, officer, says that they work for Tarnbek NHS Trust/)
    const page = await broker.get(path)
    const [, near = ''] = /value="(\w{26})">\s*<label[^>]*>Tarnbeck NHS Trust/.exec(page.html) ?? []
    const nothing = await broker.post(`${path}/admission`, { name: 'Tarnbek NHS Trust', sector: 'health' })
    assert.deepEqual([nothing.status, /Choose an organisation/.test(nothing.text)], [422, true])
    assert.match(
      (await broker.post(`${path}/admission`, { choice: near, name: 'Tarnbek NHS Trust', sector: 'health' })).text,
      /slip belongs to Tarnbeck NHS Trust now/,
    )
    assert.equal((await visitor.get('/projects/new')).status, 200)
  })
  it('let a broker add an organisation, and say what is missing for it', async () => {
    const { path } = await claimant('first', { organisation: 'Kindness Together', sector: 'charity' })
    const noSector = await broker.post(`${path}/admission`, { choice: 'new', name: 'Kindness Together', sector: '' })
    assert.deepEqual([noSector.status, /Choose the kind of organisation that you add/.test(noSector.text)], [422, true])
    const noName = await broker.post(`${path}/admission`, { choice: 'named', name: 'Nowhere', sector: '' })
    assert.deepEqual([noName.status, /We know no organisation of this name/.test(noName.text)], [422, true])
    assert.match(
      (await broker.post(`${path}/admission`, { choice: 'new', name: 'Kindness Together', sector: 'charity' })).text,
      /first belongs to Kindness Together now/,
    )
  })
  it('let a broker decline with a line, which the person can read', async () => {
    const { path, visitor } = await claimant('odd', { organisation: 'Vennick Fire and Rescue' })
    const empty = await broker.post(`${path}/refusal`, { line: '' })
    assert.deepEqual([empty.status, /Say in a line why not/.test(empty.text)], [422, true])
    await broker.post(`${path}/refusal`, { line: 'Please write from your work address.' })
    const seen = await visitor.get(path)
    assert.match(seen.text, /Not yet: Vennick Fire and Rescue.*Please write from your work address\./)
    assert.ok(seen.links.includes('/claims/new'))
  })
})
