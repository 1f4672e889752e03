/** An agenda is made, published, chosen from and mended, by whoever may, on both databases and through its doors. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anEvent, type Comers, closedScoring, comersOf, madeAgenda, openForPitches, theEvent } from '../../../tests/event-place.ts'
import { aPlace } from '../../../tests/place.ts'
import { aTown, plansFor, type Town } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import type { Db } from '../../storage/db.ts'
import { together } from '../../storage/db.ts'
import { moveEvent } from '../events/actions.ts'
import { joinByCode, takeOut } from '../events/attendee-actions.ts'
import type { Event } from '../events/event.ts'
import { slotsFor } from '../events/timetable.ts'
import { sayPitch } from '../pitches/actions.ts'
import { listSessions as listStarred, starSessions } from '../stars/actions.ts'
import { findAgenda, findSession, listSessions } from './actions.ts'
import { markOf, readLost } from './change.ts'
import { keepChange, proposeChange } from './change-actions.ts'
import { TELLS } from './clocks.ts'
import { readInputs } from './input-actions.ts'
import type { Instance } from './instance.ts'
import { USUAL } from './making.ts'
import { beginAgenda, makeAgenda, orderAgenda, takeOrderBack } from './making-actions.ts'
import { tellHosts } from './moving-actions.ts'
import { findOrder } from './order-store.ts'
import { publishAgenda } from './publishing-actions.ts'
import { lockSession, moveSession, sayNeeds } from './shaping-actions.ts'
import { findInstance } from './store.ts'
import { KEPT_TO_OLDER } from './words.ts'
import { inProcess } from './work.ts'

const ENGINE = inProcess(2000)
const DAYS = { firstDay: '2027-01-15', lastDay: '2027-01-15' }

/** Two rooms and two times; the nurse hosts two sessions, the officer one. */
async function anUnconference(db: Db, town: Town): Promise<Comers & { event: Event }> {
  const rooms = ['Hall', 'Attic'].map((name, at) => ({ name, seats: 40 - 20 * at, features: [], stepFree: at === 0 }))
  const event = await anEvent(db, town, { rooms, slots: slotsFor({ ...DAYS, begins: 600, slots: 2, minutes: 40, gap: 10 }) })
  const comers = await comersOf(db, town, event)
  await openForPitches(db, town, event)
  for (const [by, title] of [
    [comers.nurse, 'Night shifts'],
    [comers.nurse, 'Handovers'],
    [comers.officer, 'Letters'],
  ] as const)
    assert.ok((await sayPitch(db, event.id, by, { title, source: 'screen' }, MONDAY)).yes)
  return { event, ...comers }
}

const make = (db: Db, id: string): Promise<void> => makeAgenda(db, ENGINE, id, MONDAY.zone, MONDAY.now)
const lettersIn = async (db: Db, kind: string): Promise<number> =>
  (await db.selectFrom('letters').select('id').where('kind', '=', kind).execute()).length

onEachDatabase('agendas', (storage) => {
  it('are made, published and mended, and each host hears of it', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner, nurse: stranger } = town
    const { event, nurse, officer } = await anUnconference(db, town)
    const { id } = event
    assert.deepEqual(await orderAgenda(db, id, owner, USUAL, MONDAY), no('not yet'))
    await closedScoring(db, town, id)
    const pitches = (await listStarred(db, id)).map((session) => session.id)
    assert.ok((await starSessions(db, id, officer, { stars: pitches, mustSees: pitches.slice(0, 2) }, MONDAY)).yes)
    assert.deepEqual(await orderAgenda(db, id, stranger, USUAL, MONDAY), no('not the organiser'))

    assert.ok((await orderAgenda(db, id, owner, USUAL, MONDAY)).yes)
    assert.ok((await takeOrderBack(db, id, owner, MONDAY)).yes)
    await make(db, id)
    assert.equal(await findAgenda(db, id), undefined)

    const nights = pitches[0] ?? ''
    assert.ok((await sayNeeds(db, id, owner, { pitch: nights, needs: ['screen'] }, MONDAY)).yes)
    assert.ok((await orderAgenda(db, id, owner, USUAL, MONDAY)).yes)
    await make(db, id)
    assert.deepEqual((await findOrder(db, id))?.fault, { why: 'no such room', title: 'Night shifts' })
    assert.ok((await sayNeeds(db, id, owner, { pitch: nights, needs: ['step-free'] }, MONDAY)).yes)
    assert.ok((await orderAgenda(db, id, owner, { ...USUAL, seed: 3 }, MONDAY)).yes)
    await make(db, id)
    const sessions = await listSessions(db, id, { person: owner.person, organisation: null, isOrganiser: true })
    const called = (title: string) => sessions.find((each) => each.title === title) ?? assert.fail(`${title} is not held`)
    assert.notEqual(called('Night shifts').slot.id, called('Handovers').slot.id)
    assert.deepEqual([called('Night shifts').room.name, called('Letters').hosts[0]?.attendee], ['Hall', officer.id])
    assert.equal((await findAgenda(db, id))?.publishedAt, undefined)

    assert.ok((await lockSession(db, called('Letters').id, owner, true, MONDAY)).yes)
    const there = { slot: called('Night shifts').slot.id, room: called('Night shifts').room.id }
    assert.deepEqual(await moveSession(db, owner, { session: called('Letters').id, ...there }, MONDAY), no('locked'))
    assert.ok((await publishAgenda(db, id, owner, MONDAY)).yes)
    assert.equal((await theEvent(db, id)).step, 'scheduled')
    assert.equal(await lettersIn(db, 'session placed'), 3)
    assert.deepEqual(await orderAgenda(db, id, owner, USUAL, MONDAY), no('published'))

    const { inputs } = await readInputs(db, id, MONDAY)
    const last = called('Handovers').slot.id
    const read = readLost({ host: nurse.id, room: '', from: last, until: last }, inputs)
    const lost = read.yes ? read.value : assert.fail('nothing is lost')
    assert.deepEqual(await keepChange(db, ENGINE, id, owner, { lost, mark: 'another' }, MONDAY), no('changed meanwhile'))
    const proposal = await proposeChange(ENGINE, inputs, lost)
    assert.ok((await keepChange(db, ENGINE, id, owner, { lost, mark: markOf(proposal) }, MONDAY)).yes)
    assert.deepEqual(proposal.off.length, 1)
    assert.match((await plansFor(db, id)).join(), /swaps close/)
    const off = await findSession(db, proposal.off[0]?.topic.at?.session ?? '')
    assert.deepEqual([off?.isOff, (await listSessions(db, id)).length], [true, 2])
    assert.equal(await lettersIn(db, 'session called off'), 0)
    for (const { about } of await db.selectFrom('due_work').select('about').where('kind', '=', TELLS).execute())
      await together(db, (tx) => tellHosts(tx, about, MONDAY))
    assert.equal(await lettersIn(db, 'session called off'), 1)
    assert.equal(await lettersIn(db, 'session moved'), proposal.shifts.length)
  })

  it('are made and published by the clock where an event has come to them by a word', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const [{ event }, { event: again }] = [await anUnconference(db, town), await anUnconference(db, town)]
    await closedScoring(db, town, event.id)
    await madeAgenda(db, town, again.id)
    assert.ok((await orderAgenda(db, again.id, town.owner, USUAL, MONDAY)).yes)
    for (const { id } of [event, again]) {
      assert.ok((await moveEvent(db, id, town.owner, { to: 'scheduled' }, MONDAY)).yes)
      await together(db, (tx) => beginAgenda(tx, id, MONDAY))
      await make(db, id)
      assert.deepEqual((await findAgenda(db, id))?.publishedAt, MONDAY.now)
      assert.equal(await findOrder(db, id), undefined)
    }
  })
})

describe('the doors of an agenda', () => {
  const place = aPlace()

  it('show the board to its organiser, and the grid to everybody once it is published, with names to those who come', async () => {
    const { db } = place.storage
    const { town, house } = place
    const { event, token } = await anUnconference(db, town)
    await madeAgenda(db, town, event.id)
    const [organiser, visitor, guest] = [await house.as(town.owner.person), house.visitor(), house.visitor()]
    guest.cookies.set(`event-${event.id}`, token)
    const path = `/events/${event.id}`
    assert.match((await visitor.get(`${path}/agenda`)).text, /There is no agenda yet/)
    assert.equal((await (await house.as(town.nurse.person)).get(`${path}/board`)).status, 403)
    const board = await organiser.get(`${path}/board`)
    assert.match(board.text, /Publish the agenda.*Night shifts/s)
    const wrong = await organiser.post(`${path}/agenda-orders`, { aim: 'must-sees', seed: 'x' })
    assert.deepEqual([wrong.status, /value="must-sees" checked/.test(wrong.html)], [422, true])
    assert.equal((await organiser.get(`${path}/board/record.json`)).status, 404)
    const { S, caps } = (await findInstance(db, event.id)) as Instance
    assert.deepEqual([S, caps], [2, [40, 20]])
    await db.updateTable('agendas').set({ people: 5 }).where('event', '=', event.id).execute()

    const [first, second] = await listSessions(db, event.id)
    const to = `${second?.slot.id}.${second?.room.id}`
    const looked = await organiser.get(`${path}/board/move?session=${first?.id}&to=${to}`)
    assert.match(looked.text, /Of what people starred: nobody gains or loses|A host has another session/)
    assert.equal((await organiser.post(`${path}/publications`)).path, `${path}/agenda?done=published`)

    assert.equal((await organiser.get(`${path}/board/record.json`)).status, 200)
    const [seen, known] = [await visitor.get(`${path}/agenda`), await guest.get(`${path}/agenda`)]
    assert.deepEqual([/Night shifts/.test(seen.text), /Nurse/.test(seen.text)], [true, false])
    assert.match(known.text, new RegExp(town.nurse.name))
    assert.equal((await visitor.post(`${path}/my-sessions`, { session: first?.id ?? '' })).status, 403)
    const mine = await guest.post(`${path}/my-sessions`, { session: [first?.id ?? '', 'gone'] })
    assert.equal(mine.path, `${path}/my-sessions?done=chosen`)
    const { html: calendar } = await guest.get(`${path}/my-sessions.ics`)
    assert.deepEqual([calendar.match(/BEGIN:VEVENT/g)?.length, calendar.includes(`SUMMARY:${first?.title}`)], [1, true])
    assert.match((await guest.get(`/sessions/${first?.id}`)).text, /It is among your sessions/)
    await guest.post(`/sessions/${first?.id}/choice`, { on: 'no' })
    assert.equal((await visitor.get(`${path}/agenda.ics`)).html.match(/BEGIN:VEVENT/g)?.length, 3)
    assert.equal((await guest.get(`${path}/my-sessions.ics`)).html.includes('VEVENT'), false)

    const room = first?.room.id ?? ''
    const change = `${path}/board/change?room=${room}&from=${first?.slot.id}&until=${first?.slot.id}`
    const lost = await organiser.get(change)
    const mark = /name="mark" value="([^"]*)"/.exec(lost.html)?.[1] ?? ''
    const fields = { room, from: first?.slot.id ?? '', until: first?.slot.id ?? '' }
    assert.equal((await organiser.post(`${path}/agenda-changes`, { ...fields, mark: 'x' })).status, 422)
    assert.equal((await organiser.post(`${path}/agenda-changes`, { ...fields, mark })).path, `${path}/board?done=mended`)
    assert.match((await visitor.get(`${path}/agenda`)).text, /Moved, was 10:\d\d/)
    assert.match((await organiser.get(`${path}/board`)).text, /Not told yet: .*“.*”.*hear by 10:05/)
  })

  it('tell nobody by a number what one person starred', async () => {
    const { db } = place.storage
    const { town, house } = place
    const { event, nurse, officer, guest } = await anUnconference(db, town)
    const { id, code } = event
    await closedScoring(db, town, id)
    const pitches = (await listStarred(db, id)).map((session) => session.id)
    const comers = [nurse, officer, guest]
    for (const name of ['Ash', 'Beech', 'Cedar', 'Elm']) {
      const joined = await joinByCode(db, id, { name, team: '', code }, MONDAY)
      comers.push(joined.yes ? joined.value.attendee : assert.fail(joined.why))
    }
    const star = async (from: number, until: number, stars: string[]): Promise<void> => {
      for (const by of comers.slice(from, until)) assert.ok((await starSessions(db, id, by, { stars, mustSees: stars }, MONDAY)).yes)
    }
    const organiser = await house.as(town.owner.person)
    const makeAt = async (minutes: number): Promise<void> => {
      assert.ok((await orderAgenda(db, id, town.owner, USUAL, MONDAY)).yes)
      await makeAgenda(db, ENGINE, id, MONDAY.zone, new Date(MONDAY.now.getTime() + minutes * 60_000))
    }
    const look = async (): Promise<string[]> => {
      const [board, record] = [await organiser.get(`/events/${id}/board`), await organiser.get(`/events/${id}/board/record`)]
      return [board.text, record.text.replace(/made on .*? at 10:\d\d/, '')]
    }
    await star(0, 4, pitches.slice(0, 2))
    await makeAt(0)
    const none = await look()
    assert.match(none[0] ?? '', /No stars count yet.*stars as they were on 23 November at 10:00/s)
    await star(4, 5, pitches)
    assert.deepEqual(await look(), none)

    await makeAt(1)
    const five = await look()
    assert.match(five[0] ?? '', /5 people starred some.*stars as they were on 23 November at 10:01/s)
    await star(0, 1, pitches.slice(2))
    await star(5, 7, pitches.slice(2))
    assert.deepEqual(await look(), five)
    await makeAt(2)
    const [kept = '', record] = await look()
    assert.deepEqual([kept.replace(` ${KEPT_TO_OLDER}`, ''), record], five)
    assert.ok(kept.includes(KEPT_TO_OLDER))

    assert.ok((await publishAgenda(db, id, town.owner, MONDAY)).yes)
    assert.match((await look())[0] ?? '', /5 people starred some/)
    assert.ok((await takeOut(db, id, town.owner, guest.id, MONDAY)).yes)
    assert.match((await look())[0] ?? '', /5 people starred some/)
  })
})
