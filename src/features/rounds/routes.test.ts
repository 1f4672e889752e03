/** Rounds through the doors: opening one, joining it, looking at it, and the page of a meeting. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { runDue } from '../../../tests/town.ts'
import { ORIGIN, type Visitor } from '../../../tests/visit.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { blockPerson, changeBoundaries, unblockPerson } from '../boundaries/actions.ts'

describe('rounds through the doors', () => {
  const place = aPlace()
  const as = ({ person }: Viewer): Promise<Visitor> => place.house.as(person)
  const TYPED = {
    title: 'Coffee',
    line: 'No agenda.',
    audience: 'everybody',
    across: ['sector'],
    size: '2',
    closes: '2026-12-04',
    days: '14',
  }
  const FORM = { ...TYPED, turns: '1', weeks: '1' }
  let path = ''

  it('are opened by speakers alone, with everything typed kept', async () => {
    const { owner, colleague } = place.town
    assert.equal((await (await as(colleague)).get('/rounds/new')).status, 403)
    const visitor = await as(owner)
    assert.ok((await visitor.get('/rounds')).links.includes('/rounds/new'))
    assert.match((await visitor.get('/rounds/new?example=coffee')).html, /A coffee with another sector/)
    const wrong = await visitor.post('/rounds', { ...FORM, days: 'many', audience: 'organisation', organisation: 'Tarnbeck NHS Trust' })
    assert.deepEqual([wrong.status, wrong.html.includes('value="many"'), wrong.html.includes('No agenda.')], [422, true, true])
    assert.match(wrong.text, /Enter a whole number from 1 to 60/)
    const notTheirs = await visitor.post('/rounds', { ...FORM, audience: 'organisation', organisation: 'Tarnbeck NHS Trust' })
    assert.match(notTheirs.text, /you do not speak for it/)
    const opened = await visitor.post('/rounds', FORM)
    assert.match(opened.text, /Open until 4 December/)
    path = opened.path.split('?')[0] ?? ''
  })

  it('are joined and left with one button, by members', async () => {
    const { nurse, officer, owner, colleague, stranger } = place.town
    assert.equal((await (await as(stranger)).get(path)).status, 404)
    assert.match((await place.house.visitor().get(path)).path, /^\/sign-in/)
    for (const each of [owner, nurse, officer, colleague])
      assert.match((await (await as(each)).post(`${path}/joinings`, { three: 'yes' })).text, /You are in/)
    const visitor = await as(colleague)
    assert.match((await visitor.get(path)).text, /4 people are in it/)
    assert.match((await visitor.post(`${path}/departures`)).text, /You have left/)
    await visitor.post(`${path}/joinings`, { three: 'yes' })
    await blockPerson(place.storage.db, owner, nurse.person, MONDAY)
    assert.equal((await (await as(nurse)).get(path)).status, 200, 'whoever is in it can still leave')
    await unblockPerson(place.storage.db, owner.person, nurse.person, MONDAY)
  })

  it('show their organiser who meets whom, and no name that is not for them', async () => {
    const { nurse, officer, owner, colleague } = place.town
    const { db } = place.storage
    await changeBoundaries(db, nurse.person, { hides: false, isAnonymous: true }, MONDAY)
    await runDue(place.storage, later(MONDAY, 14))
    place.house.time.now = later(MONDAY, 14).now
    const visitor = await as(owner)
    const preview = await visitor.get(`${path}/preview`)
    assert.match(preview.text, /4 people, 2 meetings, 2 of them across sectors\. Nobody is left out/)
    assert.match(preview.text, /somebody whose name you do not see/)
    assert.doesNotMatch(preview.text, /nurse/)
    assert.equal((await (await as(officer)).get(`${path}/preview`)).status, 403)
    const [one, other] = [owner.person, officer.person]
    const apart = await visitor.post(`${path}/wishes`, { one, other, wish: 'apart' })
    assert.match(apart.text, /Apart: /)
    assert.equal((await visitor.post(`${path}/wishes`, { one, other: one, wish: 'apart' })).status, 422)
    assert.doesNotMatch((await visitor.post(`${path}/wishes/removal`, { one, other })).text, /Apart: /)
    assert.equal((await visitor.post(`${path}/late-ones`, { email: 'x' })).status, 422)
    for (const email of ['stranger@kindness.example', 'nobody@nowhere.example', 'nurse@tarnbeck.example'])
      assert.match((await visitor.post(`${path}/late-ones`, { email })).text, /We do not say whether we know it/)
    const unseen = await visitor.post(`${path}/wishes`, { one, other: nurse.person, wish: 'apart' })
    assert.match(unseen.text, /Choose two different people who joined/, 'whom they cannot name they cannot ask for')
    assert.match((await visitor.post(`${path}/matchings`)).text, /Put together anew/)
    await visitor.post(`${path}/wishes`, { one, other: officer.person, wish: 'together' })
    assert.match((await visitor.post(`${path}/sendings`)).text, /The letters leave/)
    await runDue(place.storage, later(MONDAY, 14))
    assert.equal((await (await as(colleague)).get(`${path}/preview`)).status, 403)
  })

  it('give those who meet a page with names and addresses, and nobody else', async () => {
    const { officer, owner, nurse, stranger } = place.town
    const visitor = await as(owner)
    const meeting = (await visitor.get(path)).links.find((link) => link.startsWith('/round-meetings/')) ?? assert.fail('no meeting')
    const seen = await visitor.get(meeting)
    assert.match(seen.text, /You meet officer .* officer@vennick\.example/)
    const file = await visitor.get(`${meeting}/meeting.ics`)
    assert.deepEqual([file.status, file.headers.get('content-type')], [200, 'text/calendar; charset=utf-8'])
    for (const each of [nurse, stranger]) assert.equal((await (await as(each)).get(meeting)).status, 404)
    const figures = await visitor.get(`${path}/figures`)
    assert.match(figures.text, /fewer than five/)
    assert.equal((await (await as(officer)).get(`${path}/figures`)).status, 403)
    assert.match((await visitor.get(`${path}/figures.csv`)).html, /what,sectors,people,met/)
    assert.match((await (await as(officer)).post(`${meeting}/departures`)).text, /You have said that you cannot come/)
    assert.equal((await (await as(officer)).get(meeting)).status, 404)
    await runDue(place.storage, later(MONDAY, 14))
    assert.match((await visitor.get(path)).text, /Your meeting|People meet until/)
  })

  it('match a spreadsheet that is pasted or sent as a file, and keep nothing', async () => {
    const { owner, colleague } = place.town
    const visitor = await as(owner)
    assert.ok((await visitor.get('/rounds')).links.includes('/rounds/spreadsheet'))
    assert.equal((await (await as(colleague)).get('/rounds/spreadsheet')).status, 403)
    const wrong = await visitor.post('/rounds/spreadsheet', { people: 'name,within\nAnn,far\nann,', size: '2' })
    assert.match(wrong.text, /Line 2: "far" in the column "within" is not a number\. Line 3: ann stands in line 2 already/)
    assert.match((await visitor.post('/rounds/spreadsheet', { people: 'name\n"Ann' })).text, /The quotation marks do not match/)
    assert.match((await visitor.post('/rounds/spreadsheet')).text, /Choose a file, or paste your rows/)
    const body = new FormData()
    const latin = new Uint8Array(
      [...'name,sector\nZo']
        .map((sign) => sign.charCodeAt(0))
        .concat(0xeb, ...[...',local\nBo,health\nCy,fire'].map((sign) => sign.charCodeAt(0))),
    )
    body.append('file', new Blob([latin], { type: 'text/csv' }), 'people.csv')
    body.append('size', '3')
    body.append('across', 'sector')
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: new URL(ORIGIN).host, origin: ORIGIN, cookie }
    const sent = await place.house.fetch(new Request(`${ORIGIN}/rounds/spreadsheet`, { method: 'POST', body, headers }))
    assert.deepEqual([sent.status, sent.headers.get('content-disposition')], [200, 'attachment; filename="pairs.csv"'])
    assert.match(await sent.text(), /^\ufeff?meeting,name,organisation,meets,organisation,and,organisation,why,score\r\n1,(Zoë|Bo|Cy),,/)
    const elsewhere = await place.house.fetch(new Request(`${ORIGIN}/rounds`, { method: 'POST', body, headers }))
    assert.equal(elsewhere.status, 415)
  })
})
