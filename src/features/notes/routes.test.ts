/** Those who were there write the note on small phones and bad lines; everybody else reads what the organiser publishes, without a name. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { anEvent, comersOf, madeAgenda, openForPitches } from '../../../tests/event-place.ts'
import { aPlace } from '../../../tests/place.ts'
import { aHeldEvent } from '../../../tests/session-place.ts'
import { listSessions } from '../agendas/actions.ts'
import { moveEvent } from '../events/actions.ts'
import { sayPitch } from '../pitches/actions.ts'
import { nameHelper } from '../scores/run-actions.ts'

describe('the pages of notes', () => {
  const place = aPlace()

  it('show sessions to nobody but the organiser until the agenda is published, whatever else of the day and of notes one opens', async () => {
    const { db } = place.storage
    const { town, house } = place
    const event = await anEvent(db, town)
    const { nurse: host, token } = await comersOf(db, town, event)
    await openForPitches(db, town, event)
    await sayPitch(db, event.id, host, { title: 'Falls at home', source: 'screen' }, MONDAY)
    await madeAgenda(db, town, event.id)
    assert.ok((await moveEvent(db, event.id, town.owner, { to: 'scheduled' }, MONDAY)).yes)
    assert.ok((await nameHelper(db, event.id, town.owner, 'nurse', MONDAY)).yes)
    const id = (await listSessions(db, event.id))[0]?.id ?? assert.fail('no session')
    const [guest, hostWhoHelps] = [house.visitor(), await house.as(town.nurse.person)]
    guest.cookies.set(`event-${event.id}`, token)
    const doors = [
      'written-up',
      'written-up.json',
      'written-up.csv',
      'wall',
      'doors',
      'programme',
      'day',
      'agenda',
      'my-sessions',
      'agenda.ics',
    ]
    const paths = [...doors.map((door) => `/events/${event.id}/${door}`), `/sessions/${id}`, `/sessions/${id}/note`]
    const owner = await house.as(town.owner.person)
    for (const who of [guest, hostWhoHelps]) {
      for (const path of paths) {
        const { status, html } = await who.get(path)
        assert.deepEqual([html.includes('Falls at home'), html.includes(id), status < 500], [false, false, true], path)
      }
      for (const door of ['note', 'lines', 'presence', 'none', 'counts', 'swaps'])
        assert.equal((await who.post(`/sessions/${id}/${door}`, { kind: 'have', other: id })).status, 404, door)
    }
    for (const path of ['written-up.json', 'doors']) assert.match((await owner.get(`/events/${event.id}/${path}`)).html, /Falls at home/)
  })

  it('keep what several type at once, and every line, and become listings and drafts', async () => {
    const { db } = place.storage
    const held = await aHeldEvent(db, place.town)
    const path = `/sessions/${held.first}/note`
    const [nurse, guest, officer] = [
      await place.house.as(place.town.nurse.person),
      place.house.visitor(),
      await place.house.as(place.town.officer.person),
    ]
    guest.cookies.set(`event-${held.event.id}`, held.token)
    assert.equal((await place.house.visitor().get(path)).status, 403)
    const mine = { base: '', heard: 'One form for three services' }
    assert.equal((await nurse.post(path, mine)).path, `${path}?done=saved`)
    const answer = await guest.post(path, { base: '', heard: 'Nobody sees the whole fall' }, { accept: 'application/json' })
    const said = JSON.parse(answer.html) as { heard: string; parts: Record<string, string> }
    assert.equal(said.heard, 'One form for three services\nNobody sees the whole fall')
    const over = await nurse.post(path, { base: mine.heard, heard: 'One form for three services!' })
    assert.equal(over.path, `${path}?done=merged`)
    assert.match(over.text, /services! Nobody sees the whole fall/)
    const before = `/sessions/${held.first}/versions`
    assert.equal((await place.house.visitor().get(before)).status, 403)
    const kept = await guest.get(before)
    assert.match(kept.text, /Earlier versions .* Guest .* Bring it back/)
    const version = /name="version" value="(\w+)"|value="(\w+)" name="version"/.exec(kept.html)?.slice(1).find(Boolean) ?? ''
    assert.match((await nurse.post(before, { version, base: over.text })).path, /done=/)
    assert.equal((await nurse.post(before, { version: 'gone', base: '' })).status, 422)
    const lines = `/sessions/${held.first}/lines`
    for (const [kind, what] of [
      ['have', 'a referral form, with notes'],
      ['need', 'user research'],
    ] as const)
      assert.match((await guest.post(lines, { kind, what, on: '' })).path, /done=added/)
    const wrong = await guest.post(lines, { kind: 'next step', what: 'Ask the college', on: '2026-02-31' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /value="Ask the college"/)
    const added = await nurse.post(lines, { kind: 'next step', what: 'Ask the college', on: '2026-12-01' })
    const doors = (what: string, html: string) =>
      [...html.matchAll(new RegExp(`action="(/note-lines/\\w+/${what})"`, 'g'))].map(([, door = '']) => door)
    assert.deepEqual([doors('listing', added.html).length, doors('draft', added.html).length, doors('taker', added.html).length], [2, 3, 1])
    assert.match((await nurse.post(doors('listing', added.html)[0] ?? '')).text, /It became a listing of yours/)
    const draft = await nurse.post(doors('draft', added.html)[1] ?? '')
    assert.match(draft.html, /user research[\s\S]*From the session &quot;Session 1&quot; at &quot;Unconference&quot;/)
    assert.match((await officer.post(doors('taker', added.html)[0] ?? '', { on: 'yes' })).text, /officer has taken it on/)
    assert.match(
      (await officer.post(doors('outcome', (await officer.get(path)).html)[0] ?? '', { outcome: 'done', line: 'They sent it.' })).text,
      /Done\. They sent it\./,
    )
    assert.match((await guest.post(`/sessions/${held.first}/presence`, { on: 'yes' })).text, /Guest was here\./)
    assert.equal((await nurse.post(`/sessions/${held.first}/none`)).status, 422)
    const all = [path, lines, `/sessions/${held.first}/none`, `/sessions/${held.first}/presence`, doors('removal', added.html)[0] ?? '']
    for (const door of all) {
      const shut = await place.house.visitor().post(door, { kind: 'have' })
      assert.deepEqual([shut.status, /One form|referral/.test(shut.html)], [403, false], door)
    }

    const written = `/events/${held.event.id}/written-up`
    assert.equal((await place.house.visitor().get(written)).status, 403)
    place.house.time.now = later(MONDAY, 2).now
    const owner = await place.house.as(place.town.owner.person)
    assert.equal((await owner.post(written, { on: 'yes' })).status, 422)
    assert.ok((await moveEvent(db, held.event.id, place.town.owner, { to: 'over' }, later(MONDAY, 2))).yes)
    const missing = await owner.get(written)
    assert.match(missing.text, /1 session without a word Session 2 We cannot write to its host, so the organiser sees to it/)
    assert.equal((await owner.post(written, { on: 'yes' })).path, `${written}?done=published`)
    const read = await place.house.visitor().get(written)
    assert.match(read.text, /Of 1 next step 1 is done\..*1 person says that they were here\./)
    for (const file of [read, await place.house.visitor().get(`${written}.json`), await place.house.visitor().get(`${written}.csv`)]) {
      assert.equal(file.status, 200)
      assert.match(file.html, /a referral form, with notes/)
      assert.doesNotMatch(file.html, /Guest|officer|nurse/i)
    }
    assert.equal((await place.house.visitor().get(`/events/${held.event.id}`)).links.includes(written), true)
    assert.equal((await guest.get(path)).status, 200)
    place.house.time.now = later(MONDAY, 70).now
    assert.equal((await guest.get(path)).status, 403)
  })
})
