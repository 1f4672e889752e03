/** Events on both databases: opened, filled, left, moved on, cloned, and never forgotten. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anEvent, comersOf, openForPitches, theEvent } from '../../../tests/event-place.ts'
import { aTown, letterBox, plansFor, runDue } from '../../../tests/town.ts'
import { newId } from '../../basics/id.ts'
import { listBroken } from '../broker/broken-store.ts'
import { sayPitch } from '../pitches/actions.ts'
import { changeEvent, cloneEvent, findTimetable, moveEvent } from './actions.ts'
import { attendeeOf, joinByCode, joinEvent, leaveEvent, letBack, sayAccessNeeds, takeOut } from './attendee-actions.ts'
import { listAttendees } from './attendee-store.ts'
import { callOffEvent } from './cancellation-actions.ts'
import { findByCode, signUp } from './sign-up-actions.ts'
import { listComing, listPast } from './store.ts'
import { slotsFor } from './timetable.ts'
import { takeRoom, takeSlot } from './timetable-actions.ts'

onEachDatabase('an event', (storage) => {
  it('gives its places in order, and a place that is left to the next in line', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const letters = letterBox(db)
    const event = await anEvent(db, town, { places: 2 })
    const joined = await joinEvent(db, event.id, town.nurse, MONDAY)
    const waits = await joinEvent(db, event.id, town.officer, MONDAY)
    const guest = await joinByCode(db, event.id, { name: 'Guest', team: '', code: event.code.toLowerCase() }, MONDAY)
    const wrong = await joinByCode(db, event.id, { name: 'Guest', team: '', code: 'AAAAAA' }, MONDAY)
    assert.ok(joined.yes && waits.yes && guest.yes && !wrong.yes)
    assert.deepEqual(
      [joined, waits, guest].map(({ value }) => value.attendee.state),
      ['in', 'waiting', 'waiting'],
    )
    const again = await joinEvent(db, event.id, town.nurse, MONDAY)
    assert.ok(again.yes && again.value.attendee.id === joined.value.attendee.id)
    const counts = async () => {
      const { taken, waiting } = await theEvent(db, event.id)
      return [taken, waiting]
    }
    assert.deepEqual(await counts(), [2, 2])
    await leaveEvent(db, event.id, joined.value.attendee, MONDAY)
    assert.deepEqual(await counts(), [2, 1])
    assert.deepEqual(await letters(), ['officer: event place free'])
    const { firstDay, lastDay } = event
    await changeEvent(db, event.id, town.owner, { ...event, places: 3, firstDay, lastDay }, MONDAY)
    assert.deepEqual(await counts(), [3, 0])
    const cookie = (value: string | undefined) => (name: string) => (name === `event-${event.id}` ? value : undefined)
    assert.equal((await attendeeOf(db, event.id, { viewer: undefined, cookie: cookie(guest.value.token) }))?.state, 'in')
    assert.equal(await attendeeOf(db, event.id, { viewer: undefined, cookie: cookie('guessed') }), undefined)
    const back = await joinEvent(db, event.id, town.nurse, MONDAY)
    assert.ok(back.yes && back.value.attendee.state === 'waiting')
    await leaveEvent(db, event.id, guest.value.attendee, MONDAY)
    const left = db.selectFrom('attendees').select(['name', 'token_hash']).where('id', '=', guest.value.attendee.id)
    assert.deepEqual(await left.execute(), [{ name: '', token_hash: null }], 'of a guest nothing is kept')
  })

  it('shows what somebody needs to nobody but its organiser', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner, nurse } = town
    const event = await anEvent(db, town)
    const joined = await joinEvent(db, event.id, nurse, MONDAY)
    assert.ok(joined.yes)
    await sayAccessNeeds(db, joined.value.attendee, 'A hearing loop', MONDAY)
    const seen = async (seesNeeds: boolean) =>
      (
        await listAttendees(
          db,
          event.id,
          { person: owner.person, organisation: owner.organisation ?? null, isOrganiser: true, seesNeeds },
          { most: 9 },
        )
      ).map(({ name, accessNeeds }) => [name, accessNeeds])
    assert.deepEqual(await seen(true), [
      ['owner', undefined],
      ['nurse', 'A hearing loop'],
    ])
    assert.deepEqual(await seen(false), [
      ['owner', undefined],
      ['nurse', undefined],
    ])
  })

  it('asks its organiser when a step has come to its end, then a broker hears, and is over by itself', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner, nurse } = town
    const event = await anEvent(db, town)
    await joinEvent(db, event.id, nurse, MONDAY)
    assert.deepEqual(await plansFor(db, event.id), ['event step over 2026-12-01', 'event over 2027-01-16'])
    const letters = letterBox(db)
    await letters()
    await runDue(storage(), later(MONDAY, 8))
    const mine = async () => (await letters()).filter((line) => /event/.test(line))
    assert.deepEqual(await mine(), ['owner: event step over'])
    const isBroken = async (days: number) => (await listBroken(db, later(MONDAY, days))).some(({ about }) => about === event.id)
    assert.deepEqual([await isBroken(9), await isBroken(11)], [false, true])
    await runDue(storage(), later(MONDAY, 15))
    assert.ok((await mine()).includes('owner: event step over again'))
    assert.ok((await moveEvent(db, event.id, owner, { to: 'pitching', until: '2027-01-04' }, later(MONDAY, 16))).yes)
    assert.deepEqual(await mine(), ['nurse: event moved on'])
    assert.equal(await isBroken(17), false)
    await runDue(storage(), later(MONDAY, 60))
    assert.equal((await theEvent(db, event.id)).step, 'over')
    assert.deepEqual(await plansFor(db, event.id), [])
  })

  it('is cloned with its rooms and times on another day, and with nobody in it', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner, nurse } = town
    const event = await anEvent(db, town)
    const cloned = await cloneEvent(db, event.id, owner, '2028-01-14', MONDAY)
    assert.ok(cloned.yes)
    const next = await theEvent(db, cloned.value)
    assert.deepEqual(
      [next.title, next.firstDay, next.lastDay, next.taken, next.step],
      [event.title, '2028-01-14', '2028-01-14', 1, 'planned'],
    )
    assert.notEqual(next.code, event.code)
    const { rooms, slots } = await findTimetable(db, next.id)
    assert.deepEqual([rooms[0]?.features, rooms[0]?.stepFree, slots.length, slots[0]?.day], [['screen'], true, 5, '2028-01-14'])
    assert.deepEqual(await cloneEvent(db, event.id, nurse, '2028-01-14', MONDAY), { yes: false, why: 'not the organiser' })
  })

  it('is called off with a reason, of which everybody who comes or waits hears, and then is over', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner, nurse, officer } = town
    const event = await anEvent(db, town, { places: 2 })
    for (const each of [nurse, officer]) await joinEvent(db, event.id, each, MONDAY)
    const letters = letterBox(db)
    await letters()
    assert.deepEqual(await callOffEvent(db, event.id, nurse, 'No room', MONDAY), { yes: false, why: 'not the organiser' })
    assert.deepEqual(await callOffEvent(db, event.id, owner, ' ', MONDAY), { yes: false, why: 'empty' })
    assert.ok((await callOffEvent(db, event.id, owner, 'The hall is closed.', MONDAY)).yes)
    assert.deepEqual(await letters(), ['nurse: event called off', 'officer: event called off'])
    const { step, calledOff } = await theEvent(db, event.id)
    assert.deepEqual([step, calledOff], ['over', { reason: 'The hall is closed.', on: MONDAY.today }])
    assert.deepEqual(await callOffEvent(db, event.id, owner, 'Again', MONDAY), { yes: false, why: 'over' })
    const listed = async (list: typeof listComing, { today } = MONDAY) => (await list(db, { today, most: 9, person: '' })).length
    assert.deepEqual([await listed(listComing), await listed(listPast), await listed(listPast, later(MONDAY, 60))], [1, 0, 1])
    await runDue(storage(), later(MONDAY, 60))
    assert.deepEqual([await letters(), await plansFor(db, event.id)], [[], []])
    assert.deepEqual(await joinEvent(db, event.id, town.colleague, MONDAY), { yes: false, why: 'over' })
  })

  it('loses whom its organiser takes out, who cannot come back by themselves, and the next in line has their place', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner, nurse, officer } = town
    const event = await anEvent(db, town, { places: 2 })
    const [comes, waits] = [await joinEvent(db, event.id, nurse, MONDAY), await joinEvent(db, event.id, officer, MONDAY)]
    const id = comes.yes ? comes.value.attendee.id : assert.fail(comes.why)
    const letters = letterBox(db)
    await letters()
    assert.deepEqual(await takeOut(db, event.id, officer, id, MONDAY), { yes: false, why: 'not the organiser' })
    const [own] = await db.selectFrom('attendees').select('id').where('person', '=', owner.person).execute()
    assert.deepEqual(await takeOut(db, event.id, owner, own?.id ?? '', MONDAY), { yes: false, why: 'the organiser' })
    const elsewhere = await anEvent(db, town)
    assert.deepEqual(await takeOut(db, elsewhere.id, owner, id, MONDAY), { yes: false, why: 'not found' })
    const both = await Promise.all([1, 2].map(() => takeOut(db, event.id, owner, id, MONDAY)))
    assert.deepEqual(both.map(({ yes }) => yes).sort(), [false, true])
    assert.ok(waits.yes)
    assert.deepEqual(await letters(), ['nurse: event taken out', 'officer: event place free'])
    assert.deepEqual(await joinEvent(db, event.id, nurse, MONDAY), { yes: false, why: 'taken out' })
    assert.ok((await letBack(db, event.id, owner, id, MONDAY)).yes)
    assert.ok((await joinEvent(db, event.id, nurse, MONDAY)).yes)
  })

  it('keeps a room and a time at which a session is put, also when it becomes shorter', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner } = town
    const rooms = ['Hall', 'Attic'].map((name) => ({ name, seats: 20, features: [], stepFree: true }))
    const days = { firstDay: '2027-01-15', lastDay: '2027-01-16' }
    const slots = slotsFor({ ...days, begins: 600, slots: 2, minutes: 40, gap: 10 })
    const event = await anEvent(db, town, { ...days, rooms, slots })
    const { nurse } = await comersOf(db, town, event)
    await openForPitches(db, town, event)
    const said = await sayPitch(db, event.id, nurse, { title: 'Letters', source: 'screen' }, MONDAY)
    const places = await findTimetable(db, event.id)
    const [room, slot] = [places.rooms[0]?.id ?? '', places.slots[3]?.id ?? '']
    const session = { id: newId(MONDAY.now), event: event.id, pitch: said.yes ? said.value : '', slot, room, is_locked: false }
    const asItWas = {
      is_encore: false,
      was_slot: null,
      was_room: null,
      told_slot: null,
      told_room: null,
      moved_at: null,
      called_off_at: null,
    }
    await db
      .insertInto('event_sessions')
      .values({ ...session, ...asItWas })
      .execute()
    for (const answer of [await takeRoom(db, event.id, owner, room, MONDAY), await takeSlot(db, event.id, owner, slot, MONDAY)])
      assert.deepEqual(answer, { yes: false, why: 'agenda made' })
    await changeEvent(db, event.id, owner, { ...event, lastDay: '2027-01-15' }, MONDAY)
    const left = (await findTimetable(db, event.id)).slots.map(({ id }) => id)
    assert.deepEqual(
      left,
      [0, 1, 3].map((at) => places.slots[at]?.id),
    )
    assert.ok((await takeRoom(db, event.id, owner, places.rooms[1]?.id ?? '', MONDAY)).yes)
  })

  it('has a code that nobody can guess for long', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const event = await anEvent(db, town)
    const from = (source: string, at = MONDAY) => ({ ...at, viewer: undefined, cookie: () => undefined, source })
    const guest = (code: string) => ({ name: 'Guest', team: '', code })
    for (let tries = 0; tries < 150; tries++) {
      assert.deepEqual(await signUp(db, event.id, from('here'), guest('WRONG1')), { yes: false, why: 'wrong code' })
      assert.deepEqual(await findByCode(db, from('here'), 'WRONG1'), { yes: false, why: 'wrong code' })
    }
    assert.deepEqual(await signUp(db, event.id, from('here'), guest(event.code)), { yes: false, why: 'too many wrong codes' })
    assert.deepEqual(await findByCode(db, from('here'), event.code), { yes: false, why: 'too many wrong codes' })
    const member = await signUp(db, event.id, { ...from('here'), viewer: town.nurse }, guest(''))
    const elsewhere = await signUp(db, event.id, from('elsewhere'), guest(event.code))
    const tomorrow = await signUp(db, event.id, from('here', later(MONDAY, 1)), guest(event.code))
    assert.deepEqual(
      [member, elsewhere, tomorrow].map(({ yes }) => yes),
      [true, true, true],
    )
  })
})
