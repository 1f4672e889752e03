/** The doors to events and pitches: without an account, without JavaScript, and without telling who comes. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anEvent, openForPitches, theEvent } from '../../../tests/event-place.ts'
import { aPlace } from '../../../tests/place.ts'

describe('an event by its doors', () => {
  const place = aPlace()

  it('is signed up for by its code alone, with a pitch in the same form', async () => {
    const { db } = place.storage
    const event = await anEvent(db, place.town)
    await openForPitches(db, place.town, event)
    const guest = place.house.visitor()
    assert.match(
      (await guest.post('/events/codes', { code: event.code.toLowerCase() })).path,
      new RegExp(`^/events/${event.id}\\?code=${event.code}`),
    )
    const form = await guest.get(`/events/${event.id}/pitches/new?from=paper&code=${event.code}`)
    assert.match(form.html, new RegExp(`name="code"[^>]*value="${event.code}"`))
    const typed = { title: 'Why does nobody answer our letters?', source: 'paper', name: 'Ottilie', team: '' }
    const empty = await guest.post(`/events/${event.id}/pitches`, { code: event.code })
    assert.match(empty.text, /Say in a line what you would talk about\. Enter your name\./)
    const wrong = await guest.post(`/events/${event.id}/pitches`, { ...typed, code: 'WRONG1' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /not the code of this event/)
    assert.match(wrong.html, /value="Why does nobody answer our letters\?"/)
    const said = await guest.post(`/events/${event.id}/pitches`, { ...typed, code: event.code })
    assert.match(said.text, /Hosted by Ottilie/)
    // Sent twice, on a bad line.
    await guest.post(`/events/${event.id}/pitches`, { ...typed, code: event.code })
    assert.equal((await guest.get(`/events/${event.id}/pitches`)).html.match(/href="\/pitches\//g)?.length, 1)

    const alike = await guest.post(`/events/${event.id}/pitches`, { title: 'Nobody answers letters', source: 'screen' })
    assert.equal(alike.status, 422)
    assert.match(alike.text, /Is it one of these/)
    const other = await guest.post(`/events/${event.id}/pitches`, { title: 'Nobody answers letters', source: 'screen', distinct: 'yes' })
    assert.match(other.text, /It is said/)
  })

  it('tells nobody who comes but those who come, and shows an organiser no more than is theirs', async () => {
    const { db } = place.storage
    const event = await anEvent(db, place.town, { places: 2 })
    await openForPitches(db, place.town, event)
    const nurse = await place.house.as(place.town.nurse.person)
    const path = `/events/${event.id}`
    assert.match((await nurse.post(`${path}/attendees`)).text, /You have a place/)
    assert.match((await nurse.post(`${path}/access-needs`, { needs: 'A hearing loop' })).text, /Only the organiser reads/)
    await nurse.post(`${path}/pitches`, { title: 'Falls at home' })
    assert.match((await nurse.get(`${path}/attendees`)).text, /owner/)
    const pages = [path, `${path}/pitches`, (await nurse.get(`${path}/pitches`)).links.find((link) => link.startsWith('/pitches/')) ?? '']
    const visitor = place.house.visitor()
    for (const each of pages) assert.doesNotMatch((await visitor.get(each)).text, /nurse|hearing loop/)
    assert.equal((await visitor.get(`${path}/attendees`)).status, 404)
    const officer = await place.house.as(place.town.officer.person)
    assert.match((await officer.post(`${path}/attendees`)).text, /waiting list/)
    assert.equal((await officer.get(`${path}/attendees`)).status, 404)
    const stranger = await place.house.as(place.town.stranger.person)
    assert.equal((await stranger.post(`${path}/attendees`)).status, 422)
    assert.match((await (await place.house.as(place.town.owner.person)).get(`${path}/attendees`)).text, /A hearing loop/)
    await nurse.post(`${path}/departure`)
    assert.equal((await theEvent(db, event.id)).waiting, 0)
    assert.match((await visitor.get(`${path}/event.ics`)).html, /DTSTART:20270115T100000Z[\s\S]*DTEND:20270115T140000Z/)
  })

  it('is changed by its organiser alone, and says every mistake with what was typed', async () => {
    const { db } = place.storage
    const event = await anEvent(db, place.town)
    const path = `/events/${event.id}`
    const owner = await place.house.as(place.town.owner.person)
    const nurse = await place.house.as(place.town.nurse.person)
    for (const page of ['details', 'timetable', 'cards']) assert.equal((await nurse.get(`${path}/${page}`)).status, 403)
    assert.equal((await nurse.post(`${path}/steps`, { to: 'pitching', until: '2026-12-14' })).status, 403)
    const past = await owner.post(`${path}/steps`, { to: 'pitching', until: '2020-01-01' })
    assert.deepEqual([past.status, /Choose a day from today on/.test(past.text)], [422, true])
    const room = await owner.post(`${path}/rooms`, { room: 'main HALL', seats: '30' })
    assert.deepEqual([room.status, /A room of this name is there already/.test(room.text)], [422, true])
    const put = await owner.post(`${path}/rooms`, { room: 'Archive', seats: '14', features: ['quiet', 'pool'], 'step-free': 'yes' })
    assert.match(put.text, /Archive 14 seats, step-free, quiet /)
    assert.match(
      (await owner.post(`${path}/slots`, { name: 'Lunch', day: '2027-01-15', starts: '14:00', ends: '15:00', break: 'yes' })).text,
      /Lunch \(a break\)/,
    )
    const { title, whatFor: what, venue, address, conduct } = event
    const typed = { title, what, venue, address, conduct, first: '2027-02-01', last: '', places: '60', sponsors: '' }
    await owner.post(`${path}/details`, typed)
    const moved = await theEvent(db, event.id)
    assert.deepEqual([moved.lastDay, moved.ends.starring], ['2027-02-01', '2027-01-30'])
    assert.match((await owner.get(`${path}/event.ics`)).html, /DTEND:20270201T150000Z/)
    assert.equal((await nurse.get(`${path}/cancellation`)).status, 403)
    assert.match((await owner.post(`${path}/cancellation`)).text, /Say why/)
    const off = await owner.post(`${path}/cancellation`, { reason: 'The <b>hall</b> is closed.' })
    assert.match(off.text, /Called off on 23 November .*The organiser writes/)
    assert.match((await nurse.get(`${path}/event.ics`)).html, /METHOD:CANCEL[\s\S]*STATUS:CANCELLED/)
    assert.equal((await owner.get(`${path}/details`)).status, 403)
  })

  it('shows its organiser whom they took out, and tells them so on its page', async () => {
    const event = await anEvent(place.storage.db, place.town)
    const path = `/events/${event.id}`
    const owner = await place.house.as(place.town.owner.person)
    const guest = place.house.visitor()
    await guest.post(`${path}/attendees`, { name: 'Ottilie', code: event.code })
    const seen = await owner.get(`${path}/attendees`)
    const removal = seen.links.find((link) => link.endsWith('/removal')) ?? assert.fail('nobody can be taken out')
    assert.equal(seen.links.filter((link) => link.endsWith('/removal')).length, 1, 'not the organiser')
    assert.equal((await (await place.house.as(place.town.nurse.person)).get(removal)).status, 403)
    assert.match((await owner.post(removal)).text, /Taken out .*Let back in Ottilie/)
    assert.match((await guest.get(path)).text, /The organiser has taken you out/)
    for (const door of ['attendees', 'pitches'])
      assert.equal((await guest.post(`${path}/${door}`, { name: 'Ottilie', title: 'A', code: event.code })).status, 422)
    await owner.post(removal.replace('removal', 'return'))
    assert.match((await guest.post(`${path}/attendees`, { name: 'Ottilie', code: event.code })).text, /You have a place/)
  })
})
