/** People's pages, and one's own, through their doors. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPublishedBrief } from '../../../tests/town.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { together } from '../../storage/db.ts'
import { listListingsOf, sayHaves, sayNeeds } from '../listings/actions.ts'
import { askToBelong } from '../members/actions.ts'
import { findProfile } from '../people/actions.ts'
import { PROFILE_AT_FIRST } from '../people/profile.ts'
import { acceptPledge } from '../pledges/actions.ts'

describe('the page of a person', () => {
  const place = aPlace()
  const pageOf = async (who: Viewer, as: Viewer | undefined) =>
    (await (as ? place.house.as(as.person) : place.house.visitor())).get(`/people/${who.person}`)

  it('is for members: a visitor signs in first, and whoever is held finds nothing', async () => {
    const { nurse, officer, stranger } = place.town
    assert.match((await pageOf(nurse, undefined)).path, /^\/sign-in\?next=/)
    assert.equal((await pageOf(nurse, stranger)).status, 404)
    assert.match((await pageOf(nurse, officer)).text, /nurse officer, Tarnbeck NHS Trust/)
    for (const id of ['0', '%00', '0'.repeat(26)])
      assert.equal((await (await place.house.as(officer.person)).get(`/people/${id}`)).status, 404)
  })

  it('shows what they have and need, and keeps what they do not show', async () => {
    const { nurse, officer } = place.town
    const { db } = place.storage
    await together(db, (tx) => sayHaves(tx, nurse.person, 'falls data', MONDAY))
    await together(db, (tx) => sayNeeds(tx, nurse.person, 'a quiet room', MONDAY))
    const own = await place.house.as(nurse.person)
    assert.match((await pageOf(nurse, officer)).text, /falls data.*a quiet room/)
    await own.post('/profile', { name: 'nurse', job: 'matron', hours: '3' })
    await own.post('/profile/visibility', { haves: 'matching', hours: 'matching', needs: 'the moon' })
    const seen = await pageOf(nurse, officer)
    assert.match(seen.text, /matron.*Has not said yet what they have\..*a quiet room/)
    assert.doesNotMatch(seen.text, /falls data|3 hours/)
    assert.match((await own.get(`/people/${nurse.person}`)).text, /about 3 hours a week.*Only you see this\. falls data/)
  })

  it('shows what they started and gave, and links there from the project', async () => {
    const { owner, nurse, officer } = place.town
    const { db } = place.storage
    const project = await aPublishedBrief(db, owner)
    const pledge = await anOffer(db, project, nurse)
    const says = async () => (await pageOf(nurse, officer)).text
    assert.doesNotMatch(await says(), /Report a missed bin/, 'an offer is between two people')
    await acceptPledge(db, pledge, owner, MONDAY)
    assert.match(await says(), /Report a missed bin Gives 2 hours a week until 31 March 2027: Web design/)
    assert.match((await pageOf(owner, officer)).text, /Report a missed bin Started it: ready/)
    const at = `/projects/${project.id}`
    const { links } = await (await place.house.as(officer.person)).get(at)
    for (const { person } of [owner, nurse]) assert.ok(links.includes(`/people/${person}`))
    const others = [await place.house.visitor().get(at), await (await place.house.as(place.town.stranger.person)).get(at)]
    for (const seen of others) assert.ok(!seen.links.some((link) => link.startsWith('/people/')))
  })

  it('of somebody who is held is for those who may say yes, without what they have', async () => {
    const { owner, officer, stranger } = place.town
    const { db } = place.storage
    await together(db, (tx) => sayHaves(tx, stranger.person, 'a van', MONDAY))
    assert.equal((await pageOf(stranger, owner)).status, 404)
    await together(db, (tx) => askToBelong(tx, stranger.person, { organisationName: 'Harrowmere City Council' }, MONDAY))
    const seen = await pageOf(stranger, owner)
    assert.match(seen.text, /says that they work for Harrowmere City Council/)
    assert.doesNotMatch(seen.text, /a van/)
    assert.equal((await pageOf(stranger, officer)).status, 404)
    assert.match((await pageOf(stranger, stranger)).text, /Only you see this\. a van/)
  })
})

describe("one's own page", () => {
  const place = aPlace()

  it('adds and closes what one has and needs, and keeps what is typed wrong', async () => {
    const { nurse, officer } = place.town
    const visitor = await place.house.as(nurse.person)
    assert.match((await visitor.post('/listings', { is: 'have', haves: 'R, maps' })).text, /Added.*R Open until 21 February 2027.*maps/)
    assert.equal((await visitor.post('/listings', { is: 'need', needs: ' ' })).path, '/profile')
    const long = 'x'.repeat(101)
    const wrong = await visitor.post('/listings', { is: 'need', needs: long })
    assert.equal(wrong.status, 422)
    assert.ok(wrong.html.includes(`>${long}</textarea>`))
    const [first] = await listListingsOf(place.storage.db, nurse.person, MONDAY)
    assert.equal((await (await place.house.as(officer.person)).post(`/listings/${first?.id}/closing`)).status, 404)
    const closed = await visitor.post(`/listings/${first?.id}/closing`)
    assert.match(closed.text, /Closed/)
    assert.doesNotMatch(closed.text, /R Open until/)
  })

  it('saves who one is, and says what is wrong with it', async () => {
    const { officer } = place.town
    const visitor = await place.house.as(officer.person)
    const wrong = await visitor.post('/profile', { name: '', job: 'watch manager', hours: '41' })
    assert.match(wrong.text, /Enter your name\..*Nobody can give more than 40 hours/)
    assert.match(wrong.html, /value="watch manager"/)
    assert.equal((await visitor.post('/profile', { name: 'Owein', job: '', hours: '2' })).path, '/profile?done=saved')
    assert.deepEqual(await findProfile(place.storage.db, officer.person), { ...PROFILE_AT_FIRST, hoursAWeek: 2 })
    const other = await place.house.as(place.town.nurse.person)
    assert.match((await other.get(`/people/${officer.person}`)).text, /Owein Vennick Fire and Rescue/)
  })
})

describe('telling more', () => {
  const place = aPlace()
  const as = async (viewer: Viewer) => place.house.as(viewer.person)

  it('saves each section by itself, and shows each field to those it is for', async () => {
    const { nurse, officer } = place.town
    const own = await as(nurse)
    assert.equal((await own.post('/profile/work', { profession: 'care', languages: 'English, Welsh' })).path, '/profile?done=told')
    await own.post('/profile/interests', { interests: 'choirs', learning: 'SQL', problem: 'Nobody reads our letters.' })
    await own.post('/profile/meeting', { ways: ['in person', 'phone'], radius: '20', halfDays: ['Friday morning'], introductions: '2' })
    const mine = await own.get(`/people/${nurse.person}`)
    assert.match(mine.text, /Care and health.*choirs.*SQL.*Nobody reads our letters\. Only people you are introduced to see this\./)
    assert.match(mine.text, /in person within 20 km and by phone.*Friday morning Only you see this\./)
    const seen = await (await as(officer)).get(`/people/${nurse.person}`)
    assert.match(seen.text, /Care and health.*choirs.*SQL.*English and Welsh/)
    assert.doesNotMatch(seen.text, /Nobody reads our letters|within 20 km|Friday/)
    await own.post('/profile/visibility', { interests: 'matches', problem: 'members' })
    const after = await (await as(officer)).get(`/people/${nurse.person}`)
    assert.doesNotMatch(after.text, /choirs/)
    assert.match(after.text, /Nobody reads our letters/)
  })

  it('keeps what is typed wrong, and knows no other sections', async () => {
    const own = await as(place.town.officer)
    const wrong = await own.post('/profile/interests', { interests: 'x'.repeat(101), learning: 'chess', problem: 'y'.repeat(501) })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Shorten each of your interests.*Shorten your problem/)
    assert.ok(wrong.html.includes('>chess</textarea>'))
    assert.equal((await own.get('/profile/secrets')).status, 404)
    assert.equal((await own.post('/profile/meeting', { radius: 'far' })).status, 422)
  })
})
