/** The hosts of a session hear where it is some minutes after its last move, in one letter, and only what has come of it. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anEvent, comersOf, madeAgenda, openForPitches } from '../../../tests/event-place.ts'
import { aTown, letterBox } from '../../../tests/town.ts'
import { type Moment, momentAt } from '../../basics/day.ts'
import { runNext } from '../../storage/run-work.ts'
import { sayPitch } from '../pitches/actions.ts'
import { starSessions } from '../stars/actions.ts'
import { boardOf } from './board.ts'
import { readInputs } from './input-actions.ts'
import { agendaJobs } from './jobs.ts'
import { publishAgenda } from './publishing-actions.ts'
import { moveSession, putEncore, takeEncoreOut } from './shaping-actions.ts'
import { listSessions, listTellings } from './store.ts'
import { inProcess } from './work.ts'

const JOBS = new Map(agendaJobs(inProcess(1000), MONDAY.zone).map((job) => [job.kind, job]))
const after = (minutes: number, { now, zone }: Moment = MONDAY): Moment => momentAt(zone, new Date(now.getTime() + minutes * 60_000))

onEachDatabase('the hosts of a session', (storage) => {
  it('hear of many moves in one letter, of none when it came back, and at once when it begins soon', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner } = town
    const rooms = ['Hall', 'Attic'].map((name) => ({ name, seats: 40, features: [], stepFree: true }))
    const event = await anEvent(db, town, { rooms })
    const { id } = event
    const { nurse, officer } = await comersOf(db, town, event)
    await openForPitches(db, town, event)
    const pitches = []
    for (const [by, title] of [
      [nurse, 'Night shifts'],
      [officer, 'Letters'],
    ] as const) {
      const said = await sayPitch(db, id, by, { title, source: 'screen' }, MONDAY)
      pitches.push(said.yes ? said.value : assert.fail(said.why))
    }
    await madeAgenda(db, town, id)
    assert.ok((await starSessions(db, id, officer, { stars: pitches, mustSees: [] }, MONDAY)).yes)
    assert.ok((await publishAgenda(db, id, owner, MONDAY)).yes)

    const letters = letterBox(db)
    const heard = async (at: Moment): Promise<string[]> => {
      while (await runNext(db, JOBS, at.now));
      return (await letters()).filter((line) => /session/.test(line)).sort()
    }
    await heard(MONDAY)
    const titled = async (title: string) => (await listSessions(db, id)).find((each) => each.title === title) ?? assert.fail(title)
    const [nights, other] = [await titled('Night shifts'), await titled('Letters')]
    const room = nights.room.id
    const move = async (session: string, slot: string, at: Moment): Promise<void> =>
      assert.ok((await moveSession(db, owner, { session, slot, room }, at)).yes)
    const slots = (await readInputs(db, id, MONDAY)).inputs.slots.map((slot) => slot.id)
    const [first = '', second = ''] = slots.filter((slot) => slot !== nights.slot.id && slot !== other.slot.id)

    await move(nights.id, first, after(0))
    await move(nights.id, second, after(4))
    assert.deepEqual(await heard(after(8)), [])
    assert.deepEqual(await listTellings(db, id), [{ title: 'Night shifts', at: after(9).now }])
    assert.deepEqual(await heard(after(9)), ['nurse: session moved'])
    await move(nights.id, first, after(20))
    await move(nights.id, second, after(21))
    assert.deepEqual([await listTellings(db, id), await heard(after(40))], [[], []])

    // Something else goes where it was, and so both have moved.
    await move(other.id, second, after(50))
    assert.deepEqual(await heard(after(55)), ['nurse: session moved', 'officer: session moved'])

    const encore = async (at: Moment): Promise<string> => {
      const [{ topic, slot, room: where } = assert.fail('nothing could be held once more')] = boardOf(
        (await readInputs(db, id, at)).inputs,
      ).encores
      assert.ok((await putEncore(db, id, owner, { pitch: topic.pitch, slot: slot.id, room: where.id }, at)).yes)
      return (await listSessions(db, id)).find(({ isEncore }) => isEncore)?.id ?? assert.fail('it is not held')
    }
    assert.ok((await takeEncoreOut(db, await encore(after(60)), owner, after(61))).yes)
    assert.deepEqual(await heard(after(70)), [])
    const again = await encore(after(80))
    assert.match((await heard(after(85))).join(), /^\w+: session placed$/)
    assert.ok((await takeEncoreOut(db, again, owner, after(90))).yes)
    assert.match((await heard(after(95))).join(), /^\w+: session called off$/)

    const last = await titled('Night shifts')
    const elsewhere = (await readInputs(db, id, MONDAY)).inputs.rooms.find((each) => each.id !== last.room.id)?.id ?? ''
    const soon = momentAt(MONDAY.zone, new Date(Date.parse('2027-01-15T00:00:00Z') + (last.slot.starts - 20) * 60_000))
    assert.ok((await moveSession(db, owner, { session: last.id, slot: last.slot.id, room: elsewhere }, soon)).yes)
    assert.match((await heard(soon)).join(), /nurse: session moved/)
  })
})
