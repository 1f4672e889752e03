/** Counting people, and sessions that change places, from the agenda of a small event: in the database, and by the doors. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anEvent, comersOf, openForPitches } from '../../../tests/event-place.ts'
import { aPlace } from '../../../tests/place.ts'
import { aTown, plansFor, runDue, type Town } from '../../../tests/town.ts'
import { no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { listSessions } from '../agendas/actions.ts'
import type { Session } from '../agendas/agenda.ts'
import { USUAL } from '../agendas/making.ts'
import { makeAgenda, orderAgenda } from '../agendas/making-actions.ts'
import { publishAgenda } from '../agendas/publishing-actions.ts'
import { inProcess } from '../agendas/work.ts'
import { listOpenFor } from '../asks/actions.ts'
import { moveEvent } from '../events/actions.ts'
import type { Attendee } from '../events/attendee.ts'
import { callOffEvent } from '../events/cancellation-actions.ts'
import { sayPitch } from '../pitches/actions.ts'
import { closeScoring } from '../scores/closing-actions.ts'
import { countPeople } from './count-actions.ts'
import { listCounts } from './count-store.ts'
import { findDay, findNews } from './news-store.ts'
import { answerSwap, askToSwap, swapSessions, takeSwapBack } from './swap-actions.ts'
import { findSwap, listOpenSwaps } from './swap-store.ts'

const DAY: Moment = { ...MONDAY, now: new Date('2027-01-15T09:00:00Z'), today: '2027-01-15' }
const as = (viewer: Viewer | undefined) => ({ viewer, cookie: () => undefined })
const room = (name: string, seats: number) => ({ name, seats, features: [], stepFree: true })

/** Three sessions in two rooms, hosted by the nurse, the officer and a guest; everybody has the agenda. */
async function anAgenda(db: Db, town: Town) {
  const event = await anEvent(db, town, { rooms: [room('Hall', 40), room('Attic', 10)] })
  const comers = await comersOf(db, town, event)
  await openForPitches(db, town, event)
  const said: [Attendee, string][] = [
    [comers.nurse, 'Falls at home'],
    [comers.officer, 'Letters'],
    [comers.guest, 'Sheds'],
  ]
  for (const [by, title] of said) await sayPitch(db, event.id, by, { title, source: 'screen' }, MONDAY)
  const { owner } = town
  await moveEvent(db, event.id, owner, { to: 'scoring', until: '2026-12-20' }, MONDAY)
  assert.ok((await closeScoring(db, event.id, owner, '2026-12-28', MONDAY)).yes)
  assert.ok((await orderAgenda(db, event.id, owner, USUAL, MONDAY)).yes)
  await makeAgenda(db, inProcess(1000), event.id, MONDAY.zone, MONDAY.now)
  const published = await publishAgenda(db, event.id, owner, MONDAY)
  assert.ok(published.yes, JSON.stringify(published))
  const titled = async (title: string): Promise<Session> =>
    (await listSessions(db, event.id)).find((session) => session.title === title) ?? assert.fail(`${title} is not held.`)
  return { event, comers, titled }
}
const at = ({ slot, room }: Session): string => `${slot.id} ${room.id}`

onEachDatabase('the day of an event', (storage) => {
  it('counts people by hosts and organisers, and everybody hears it', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { event, titled } = await anAgenda(db, town)
    const { id } = await titled('Falls at home')
    assert.deepEqual(await countPeople(db, id, as(town.officer), { people: 3, isFull: false }, DAY), no('not a host'))
    assert.deepEqual(await countPeople(db, id, as(town.nurse), { people: 3, isFull: false }, MONDAY), no('another day'))
    assert.ok((await countPeople(db, id, as(town.nurse), { isFull: true }, DAY)).yes)
    assert.ok((await countPeople(db, id, as(town.owner), { people: 12, isFull: false }, DAY)).yes)
    assert.deepEqual((await listCounts(db, event.id)).get(id)?.people, 12)
    assert.equal((await findNews(db, event.id)).sessions.find((held) => held.id === id)?.count?.people, 12)
  })

  it('swaps places at once for the organiser, and for a host when all agree', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { event, titled } = await anAgenda(db, town)
    const [falls, letters, sheds] = [await titled('Falls at home'), await titled('Letters'), await titled('Sheds')]
    const places = { one: falls.id, other: letters.id }
    assert.deepEqual(await swapSessions(db, event.id, town.nurse, places, MONDAY), no('not the organiser'))
    assert.ok((await swapSessions(db, event.id, town.owner, places, MONDAY)).yes)
    assert.deepEqual([at(await titled('Falls at home')), at(await titled('Letters'))], [at(letters), at(falls)])
    assert.equal((await titled('Letters')).was?.room.id, letters.room.id)

    assert.deepEqual(await askToSwap(db, event.id, as(town.officer), places, MONDAY), no('not a host'))
    const asked = await askToSwap(db, event.id, as(town.nurse), places, MONDAY)
    const swap = asked.yes ? asked.value : assert.fail(asked.why)
    assert.deepEqual(await askToSwap(db, event.id, as(town.nurse), { one: falls.id, other: sheds.id }, MONDAY), no('asked before'))
    const answer = (by: Viewer, agrees: boolean) => answerSwap(db, swap, as(by), agrees, MONDAY)
    assert.deepEqual(await answer(town.nurse, true), no('not yours'))
    assert.deepEqual(await answer(town.owner, true), yes('asked'))
    assert.equal(at(await titled('Falls at home')), at(letters))
    assert.deepEqual(await answer(town.owner, false), no('answered before'))
    assert.deepEqual(await answer(town.officer, true), yes('done'))
    assert.deepEqual([at(await titled('Falls at home')), (await findSwap(db, swap))?.state], [at(falls), 'done'])
    assert.deepEqual(await answer(town.owner, false), no('over'))

    // A guest has no account, and so no ask that would expire. Whoever asked takes it back, or silence leaves both where they are.
    const askAgain = async () => {
      const other = await askToSwap(db, event.id, as(town.nurse), { one: falls.id, other: sheds.id }, MONDAY)
      return (other.yes && (await findSwap(db, other.value))) || assert.fail('not asked')
    }
    const first = await askAgain()
    assert.deepEqual([first.asksHost, first.answerBy], [true, '2026-12-07'])
    assert.deepEqual(await takeSwapBack(db, first.id, as(town.officer), MONDAY), no('not a host'))
    assert.deepEqual(await takeSwapBack(db, first.id, as(town.nurse), MONDAY), yes(true))
    assert.deepEqual([await plansFor(db, first.id), await listOpenFor(db, [town.owner.person])], [[], []])
    const second = await askAgain()
    assert.deepEqual(await answerSwap(db, second.id, as(town.owner), true, MONDAY), yes('asked'))
    await runDue(storage(), later(MONDAY, 14))
    assert.equal((await findSwap(db, second.id))?.state, 'asked')
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(
      [(await findSwap(db, second.id))?.state, await listOpenSwaps(db, event.id), at(await titled('Sheds'))],
      ['over', [], at(sheds)],
    )

    // What was refused is said until something else is asked for; and of an event that is called off nothing is asked.
    const third = await askAgain()
    assert.deepEqual(await answerSwap(db, third.id, as(town.owner), false, MONDAY), yes('refused'))
    const refused = async () => (await findDay(db, event.id, undefined)).refused.map(({ id }) => id)
    assert.deepEqual(await refused(), [third.id])
    assert.deepEqual(await takeSwapBack(db, (await askAgain()).id, as(town.nurse), MONDAY), yes(true))
    assert.deepEqual(await refused(), [])
    await askAgain()
    assert.ok((await callOffEvent(db, event.id, town.owner, 'The hall is flooded.', MONDAY)).yes)
    await runDue(storage(), MONDAY)
    assert.deepEqual([await listOpenSwaps(db, event.id), await listOpenFor(db, [town.owner.person])], [[], []])
  })
})

describe('the day by its doors', () => {
  const place = aPlace()

  it('says on every page whether there are still places, keeps the agenda for a phone, and offers swaps to whom they concern', async () => {
    const { db } = place.storage
    const { event, titled } = await anAgenda(db, place.town)
    const all = await listSessions(db, event.id)
    place.house.time.now = DAY.now
    const nurse = await place.house.as(place.town.nurse.person)
    const owner = await place.house.as(place.town.owner.person)
    const { id } = await titled('Falls at home')
    const wrong = await nurse.post(`/sessions/${id}/counts`, { people: 'many' })
    assert.deepEqual([wrong.status, /Enter how many/.test(wrong.text), wrong.html.includes('value="many"')], [422, true, true])
    assert.match((await nurse.post(`/sessions/${id}/counts`, { people: '', full: 'yes' })).text, /Thank you.*Full/)
    assert.equal((await place.house.visitor().post(`/sessions/${id}/counts`, { people: '3' })).status, 403)
    const visitor = place.house.visitor()
    const mark = new RegExp(`data-fill="${id}">Full<`)
    for (const path of ['agenda', 'programme', 'wall']) {
      const { html, text } = await visitor.get(`/events/${event.id}/${path}`)
      if (path !== 'wall') assert.match(html, mark)
      assert.doesNotMatch(text, /nurse|officer|Guest/)
    }
    const kept = async (who: typeof nurse) => /data-kept="(event:[^"]+)"/.exec((await who.get(`/events/${event.id}/agenda`)).html)?.[1]
    assert.equal(await kept(visitor), await kept(place.house.visitor()))
    assert.notEqual(await kept(visitor), await kept(nurse))
    assert.equal((await nurse.get(`/events/${event.id}/doors`)).status, 403)
    const sheets = await owner.get(`/events/${event.id}/doors`)
    assert.equal(sheets.html.match(/The page of /g)?.length, all.length)
    assert.equal((await nurse.post(`/sessions/${id}/swaps`, { other: '' })).status, 422)
    assert.equal((await nurse.post(`/events/${event.id}/swaps`, { one: id, other: id })).status, 403)
    assert.equal((await owner.post(`/events/${event.id}/swaps`, { one: id, other: id })).status, 422)
  })
  it('asks whoever hosts the other session, with an account or without, until everybody agrees or it is taken back', async () => {
    const { house, town } = place
    const { event, comers, titled } = await anAgenda(place.storage.db, town)
    house.time.now = MONDAY.now
    const [nurse, officer, owner, guest] = [
      await house.as(town.nurse.person),
      await house.as(town.officer.person),
      await house.as(town.owner.person),
      house.visitor(),
    ]
    guest.cookies.set(`event-${event.id}`, comers.token)
    const [falls, letters, sheds] = [await titled('Falls at home'), await titled('Letters'), await titled('Sheds')]
    const ask = (other: Session) => nurse.post(`/sessions/${falls.id}/swaps`, { other: other.id })
    const door = (html: string, noun: string): string => new RegExp(`action="(/swaps/\\w+/${noun})"`).exec(html)?.[1] ?? ''
    const asked = await ask(letters)
    assert.match(asked.text, /It is asked .* It waits for a host of "Letters" and the organiser until 7 December\./)
    assert.match((await officer.get('/mine')).text, /Would you swap places/)
    assert.equal((await guest.post(door(asked.html, 'removal'))).status, 403)
    assert.match((await nurse.post(door(asked.html, 'removal'))).text, /Taken back/)
    assert.doesNotMatch((await officer.get('/mine')).text, /Would you swap places/)

    await ask(sheds)
    const places = [`/sessions/${sheds.id}`, `/events/${event.id}/my-sessions`, `/events/${event.id}/agenda`]
    const seen = await Promise.all(places.map((path) => guest.get(path)))
    const doors = seen.map(({ html }) => door(html, 'answers'))
    assert.deepEqual([new Set(doors).size, doors[0] !== ''], [1, true])
    for (const path of places) assert.equal(door((await officer.get(path)).html, 'answers'), '', path)
    assert.equal((await officer.post(doors[0] ?? '', { answer: 'yes' })).status, 403)
    assert.match(
      (await guest.post(doors[0] ?? '', { answer: 'yes' })).text,
      /You agree .* Agreed: a host of "Sheds"\. It waits for the organiser/,
    )
    assert.equal((await guest.post(doors[0] ?? '', { answer: 'yes' })).status, 422)
    const day = await owner.get(`/events/${event.id}/day`)
    assert.match((await owner.post(door(day.html, 'answers'), { answer: 'yes' })).text, /They have changed places/)
    assert.deepEqual([at(await titled('Falls at home')), at(await titled('Sheds'))], [at(sheds), at(falls)])
  })
})
