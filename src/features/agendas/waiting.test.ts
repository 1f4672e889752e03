/** An agenda for which everybody waits is asked for until it is there, and a broker hears of it. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anEvent, closedScoring, comersOf, openForPitches, theEvent } from '../../../tests/event-place.ts'
import { aTown, letterBox } from '../../../tests/town.ts'
import { type Moment, momentAt } from '../../basics/day.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { together } from '../../storage/db.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import { goRound } from '../broker/round-actions.ts'
import { moveEvent } from '../events/actions.ts'
import { sayPitch } from '../pitches/actions.ts'
import { listSessions } from '../stars/actions.ts'
import { askedAgainOn } from './clocks.ts'
import { beginAgenda, makeAgenda, takeOrderBack } from './making-actions.ts'
import { sayNeeds } from './shaping-actions.ts'
import { findPublished } from './store.ts'
import { lookForAgenda } from './waiting-actions.ts'
import { inProcess } from './work.ts'

const NO_HOLIDAYS = { weekend: ['Saturday', 'Sunday'], holidays: new Set<string>() } as const

it('is asked for again after two working days, before the event begins, and then every day', () => {
  const on = (firstDay: string, today: string) => askedAgainOn({ firstDay }, today, NO_HOLIDAYS)
  assert.deepEqual(
    [on('2027-01-15', '2026-11-27'), on('2026-11-30', '2026-11-27'), on('2026-11-27', '2026-11-27')],
    ['2026-12-01', '2026-11-29', '2026-11-28'],
  )
})

onEachDatabase('an agenda that cannot be made', (storage) => {
  it('is asked for until it is there, by letter too, and a broker hears when it is late or near', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner } = town
    const event = await anEvent(db, town)
    const { id } = event
    const { nurse } = await comersOf(db, town, event)
    await openForPitches(db, town, event)
    assert.ok((await sayPitch(db, id, nurse, { title: 'Night shifts', source: 'screen' }, MONDAY)).yes)
    await closedScoring(db, town, id)
    const [{ id: pitch } = { id: '' }] = await listSessions(db, id)
    assert.ok((await sayNeeds(db, id, owner, { pitch, needs: ['hearing loop'] }, MONDAY)).yes)
    const letters = letterBox(db)
    const written = async () => (await letters()).filter((line) => line.startsWith('owner'))
    const make = (at: Moment) => makeAgenda(db, inProcess(1000), id, at.zone, at.now)
    const inbox = async (at: Moment): Promise<string[]> => {
      await together(db, (tx) => goRound(tx, 'chapter', at))
      const items = db.selectFrom('broker_items').select('outcome').where('kind', '=', 'agenda missing').where('about', '=', id)
      return (await items.execute()).map(({ outcome }) => outcome ?? 'open')
    }
    assert.ok((await moveEvent(db, id, owner, { to: 'scheduled' }, MONDAY)).yes)
    await written()
    await together(db, (tx) => beginAgenda(tx, id, MONDAY))
    await make(MONDAY)
    assert.deepEqual([await written(), await inbox(MONDAY)], [['owner: agenda wanted'], []])
    const wednesday = later(MONDAY, 2)
    await together(db, (tx) => lookForAgenda(tx, id, wednesday))
    assert.deepEqual([await written(), await inbox(wednesday)], [['owner: agenda wanted again'], ['open']])

    const answer = async (at: Moment) => {
      const [open] = (await listOpenOf(db, owner.person, 20)).filter(({ kind }) => kind === 'agenda wanted')
      return answerAsk(db, ASKS, { id: open?.id ?? '', person: owner.person, given: { answer: 'make it', line: '' }, via: 'letter' }, at)
    }
    assert.ok((await answer(wednesday)).yes)
    assert.ok((await takeOrderBack(db, id, owner, wednesday)).yes)
    assert.ok((await sayNeeds(db, id, owner, { pitch, needs: [] }, wednesday)).yes)
    const friday = later(MONDAY, 4)
    await together(db, (tx) => lookForAgenda(tx, id, friday))
    assert.deepEqual([await written(), await inbox(friday)], [['owner: agenda wanted'], ['open']])
    assert.ok((await answer(friday)).yes)
    await make(friday)
    assert.deepEqual((await findPublished(db, id))?.publishedAt, friday.now)
    assert.deepEqual([await inbox(friday), (await theEvent(db, id)).step], [['settled by itself'], 'scheduled'])
    await together(db, (tx) => lookForAgenda(tx, id, later(MONDAY, 8)))
    assert.deepEqual(
      (await written()).filter((line) => /agenda wanted/.test(line)),
      [],
    )

    await db.updateTable('agendas').set({ published_at: null }).where('event', '=', id).execute()
    const moved = new Date('2027-01-13T09:00:00Z')
    await db.updateTable('events').set({ moved_at: moved }).where('id', '=', id).execute()
    const after = (minutes: number) => inbox(momentAt(MONDAY.zone, new Date(moved.getTime() + minutes * 60_000)))
    assert.deepEqual([await after(30), await after(61)], [['settled by itself'], ['settled by itself', 'open']])
  })
})
