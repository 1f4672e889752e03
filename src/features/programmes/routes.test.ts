/** Programmes through the doors: what each may see, what was typed stays, and what a pair has is the pair's alone. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { aPerson, runDue } from '../../../tests/town.ts'
import { addDays } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { blockPerson, changeBoundaries } from '../boundaries/actions.ts'

const day = (days: number) => addDays(MONDAY.today, days)
const FORM = {
  ...{ title: 'Side by side', what: 'See each other’s work', scarce: 'none', head: '', meetings: '6' },
  ...{ 'left-name': 'Mentors', 'left-who': 'everybody', 'left-organisation': '', 'left-capacity': '2' },
  ...{ 'right-name': 'Mentees', 'right-who': 'everybody', 'right-organisation': '', 'right-capacity': '1' },
  ...{ closes: day(10), first: day(20), last: day(120) },
}

describe('programmes through the doors', () => {
  const place = aPlace()
  const as = ({ person }: Viewer) => place.house.as(person)

  it('are opened by those who may, joined with a button, looked at, and sent; a pair is nobody else’s', async () => {
    const { db } = place.storage
    const { owner, colleague, nurse, officer } = place.town
    const own = await as(owner)
    assert.equal((await (await as(colleague)).get('/programmes/new')).status, 403)
    const wrong = await own.post('/programmes', { ...FORM, 'right-who': 'named', 'right-organisation': 'Nowhere', first: day(12) })
    assert.deepEqual([wrong.status, wrong.html.includes('value="Nowhere"')], [422, true])
    assert.match(wrong.text, /We know no organisation of exactly this name.* Choose a first day 7 days after/)
    const named = { 'right-who': 'named', 'right-organisation': 'vennick fire and rescue' }
    const opened = await own.post('/programmes', { ...FORM, ...named })
    const [door = ''] = opened.path.split('?')
    assert.match(opened.text, /Open to join until 3 December .* Only|For people of Vennick Fire and Rescue/)
    const visitor = place.house.visitor()
    assert.doesNotMatch((await visitor.get(door)).text, /\bowner,/)
    assert.match((await visitor.get('/programmes')).text, /Side by side Mentors and Mentees/)

    const [mentor, mentee] = [await as(nurse), await as(officer)]
    assert.equal((await mentor.post(`${door}/members`, { side: 'left', partners: '3' })).status, 422)
    assert.match((await mentor.post(`${door}/members`, { side: 'left', partners: '2' })).text, /You have joined: with 2 partners/)
    assert.equal((await mentor.post(`${door}/members`, { side: 'right', partners: '1' })).status, 422)
    assert.match((await mentee.post(`${door}/members`, { side: 'right', partners: '1' })).text, /You have joined/)
    const secretive = await aPerson(db, 'secretive@vennick.example')
    await (await as(secretive)).post(`${door}/members`, { side: 'right', partners: '1' })
    await changeBoundaries(db, secretive.person, { hides: false, isAnonymous: true }, MONDAY)
    assert.match((await visitor.get(door)).text, /Fewer than five have joined/)

    await runDue(place.storage, later(MONDAY, 11))
    place.house.time.now = later(MONDAY, 11).now
    const [organiser, left, right] = [await as(owner), await as(nurse), await as(officer)]
    const preview = await organiser.get(`${door}/preview`)
    assert.match(preview.text, /3 people have joined, and nobody is left out/)
    assert.match(preview.text, /nurse, officer, Tarnbeck .* the officer of Vennick/)
    assert.doesNotMatch(preview.text, /secretive/)
    assert.equal((await left.get(`${door}/preview`)).status, 403)
    assert.equal((await left.post(`${door}/sending`)).status, 403)
    assert.match((await organiser.post(`${door}/sending`)).text, /Sent Each has a letter/)

    const pairs = (await left.get(door)).links.filter((link) => link.startsWith('/pairs/'))
    assert.equal(pairs.length, 2)
    const [pair = ''] = (await right.get(door)).links.filter((link) => link.startsWith('/pairs/'))
    assert.match((await right.get(pair)).text, /You and nurse .* nurse@tarnbeck\.example .* Met 0 of 6 times/)
    for (const other of [organiser, await as(colleague), await as(secretive)]) assert.equal((await other.get(pair)).status, 404)
    assert.match((await right.get(`${door}/certificate`)).text, /Nothing is counted yet/)
    assert.equal((await organiser.get(`${door}/certificate`)).status, 404)
    assert.equal((await right.get(`${door}/survey`)).status, 403)
    await blockPerson(db, nurse, officer.person, later(MONDAY, 11))
    assert.equal((await right.get(pair)).status, 404)
    assert.match((await right.post(`${door}/departure`)).text, /You have left/)
  })
})
