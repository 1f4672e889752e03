/** Whatever was agreed in a session is kept by whoever was there, becomes something, and is asked about until somebody says what came of it. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { theEvent } from '../../../tests/event-place.ts'
import { aHeldEvent, DAY, type Held } from '../../../tests/session-place.ts'
import { aTown, letterBox, runDue, type Town } from '../../../tests/town.ts'
import { no, yes } from '../../basics/answer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import { EMPTY_BRIEF } from '../briefs/brief.ts'
import { listBroken } from '../broker/broken-store.ts'
import { moveEvent } from '../events/actions.ts'
import type { Attendee } from '../events/attendee.ts'
import { listListingsOf } from '../listings/actions.ts'
import { noteOf, writeHeard } from './actions.ts'
import { makeDraft, makeListing } from './becoming-actions.ts'
import { putLine, takeOut } from './line-actions.ts'
import { mayWrite, type NewLine, nextEvening, readLine, type Writer } from './note.ts'
import { putHere, sayNone } from './settling-actions.ts'
import { takeStep } from './step-actions.ts'
import { findNote } from './store.ts'
import { bringBack } from './version-actions.ts'
import { listVersions } from './version-store.ts'
import { publishWriteUp } from './write-up-actions.ts'

describe('a line of a note', () => {
  it('has a date where something is done or people meet, from today on', () => {
    const read = (kind: NewLine['kind'], what: string, on = '') => readLine({ kind, what, on }, MONDAY.today)
    assert.deepEqual(read('have', ' data, and code '), { yes: true, value: { kind: 'have', what: 'data, and code' } })
    assert.deepEqual(read('meeting', '', DAY), { yes: true, value: { kind: 'meeting', what: '', on: DAY } })
    assert.deepEqual(read('next step', '', '2026-11-01'), { yes: false, faults: { what: 'empty', on: 'day has passed' } })
    assert.deepEqual(read('need', 'x'.repeat(101)), { yes: false, faults: { what: 'too long' } })
  })
  it('is written by those who come, once the agenda is there and while people remember', () => {
    const event = { step: 'scheduled', lastDay: DAY, organiser: { id: 'o', name: '', job: '', organisationName: '' } } as const
    const me = { id: 'me', event: 'e', name: 'Me', team: '', state: 'in', accessNeeds: '' } as const
    const who: Writer = { viewer: undefined, me }
    const held = { isOff: false }
    assert.deepEqual(mayWrite(event, held, who, DAY), yes(true))
    assert.deepEqual(mayWrite(event, { isOff: true }, who, DAY), no('not held'))
    assert.deepEqual(mayWrite(event, held, { ...who, me: { ...me, state: 'left' } }, DAY), no('not in'))
    assert.deepEqual(mayWrite({ ...event, step: 'starring' }, held, who, DAY), no('not yet'))
    assert.deepEqual(mayWrite(event, held, who, '2027-01-24'), no('closed'))
  })
  it('is asked for on the evening of each day', () => {
    const days = { firstDay: DAY, lastDay: DAY }
    assert.equal(nextEvening(days, MONDAY)?.toISOString(), '2026-11-24T18:00:00.000Z')
    assert.equal(nextEvening(days, later(MONDAY, 2)), undefined)
  })
})

onEachDatabase('notes', (storage) => {
  const as = (me: Attendee): Writer => ({ viewer: undefined, me })
  const step: NewLine = { kind: 'next step', what: 'Ask the college', on: '2026-12-01' }

  async function line(held: Held, by: Writer, said: NewLine): Promise<string> {
    const answer = await putLine(storage().db, held.first, by, said, MONDAY)
    return answer.yes ? answer.value : assert.fail(answer.why)
  }

  it('are written by several at once, and say who was there only by their own word', async () => {
    const { db } = storage()
    const held = await aHeldEvent(db, await aTown(db))
    const [nurse, guest] = [as(held.nurse), as(held.guest)]
    const write = (by: Writer, base: string, heard: string) => writeHeard(db, held.first, by, { base, heard }, MONDAY)
    assert.deepEqual(await write(nurse, '', 'One form'), yes({ text: 'One form', isToLookOver: false }))
    assert.deepEqual(await write(guest, '', 'Three services'), yes({ text: 'One form\nThree services', isToLookOver: false }))
    assert.deepEqual(
      await write(nurse, 'One form', 'One form for all'),
      yes({ text: 'One form for all\nThree services', isToLookOver: false }),
    )
    const both = await Promise.all([line(held, nurse, { kind: 'have', what: 'data' }), line(held, guest, { kind: 'have', what: 'code' })])
    assert.equal(await line(held, guest, { kind: 'have', what: 'code' }), both[1])
    const twice = await Promise.all([1, 2, 3].map(() => line(held, guest, { kind: 'need', what: 'time' })))
    assert.equal(new Set(twice).size, 1)
    assert.deepEqual(await takeOut(db, both[1], as(held.officer), MONDAY), no('not yours'))
    assert.deepEqual(await takeOut(db, both[1], guest, MONDAY), yes(true))
    assert.deepEqual(await sayNone(db, held.first, nurse, MONDAY), no('written before'))
    assert.deepEqual(await putHere(db, held.first, held.guest, true, MONDAY), yes(true))
    const note = await findNote(db, held.first, { person: '', organisation: null, isOrganiser: false, comes: true })
    assert.deepEqual([note?.heard, note?.lines.map(({ what }) => what)], ['One form for all\nThree services', ['data', 'time']])
    assert.deepEqual(
      note?.here.map(({ name }) => name),
      ['Guest'],
    )
    assert.deepEqual(
      (await noteOf(db, held.first)).here.map(({ name }) => name),
      [''],
    )
  })

  it('are kept as they stood before, the last of each writer within ten minutes, and come back with what others wrote meanwhile', async () => {
    const { db } = storage()
    const { first, ...held } = await aHeldEvent(db, await aTown(db))
    const [nurse, guest] = [as(held.nurse), as(held.guest)]
    const write = async (by: Writer, minutes: number, heard: string, of = first) => {
      const { heard: base } = await noteOf(db, of)
      assert.ok((await writeHeard(db, of, by, { base, heard }, later(MONDAY, minutes / 1440))).yes)
    }
    const versions = async (of = first) =>
      (await listVersions(db, of, { person: '', organisation: null, isOrganiser: false, comes: true }, undefined)).versions
    await write(nurse, 0, 'One form')
    await write(guest, 1, 'One form\nThree services')
    await write(nurse, 2, 'One form for all\nThree services')
    await write(nurse, 11, 'One form for all\nThree services\nBy May')
    await write(guest, 12, '')
    await write(guest, 13, 'Lunch')
    const kept = await versions()
    assert.deepEqual(
      kept.map(({ name, heard }) => [name, heard.split('\n').length, heard.slice(0, 5)]),
      [
        ['Guest', 1, 'Lunch'],
        ['nurse', 3, 'One f'],
        ['nurse', 2, 'One f'],
        ['Guest', 2, 'One f'],
      ],
    )
    const back = { version: kept[1]?.id ?? '', base: 'Lunch' }
    await write(guest, 14, 'Lunch\nA map')
    assert.deepEqual(await bringBack(db, first, { viewer: undefined, me: undefined }, back, MONDAY), no('not in'))
    assert.deepEqual(await bringBack(db, held.second, nurse, back, MONDAY), no('replaced'))
    assert.ok((await bringBack(db, first, nurse, back, later(MONDAY, 1))).yes)
    assert.equal((await noteOf(db, first)).heard, 'One form for all\nThree services\nBy May\nA map')
    assert.deepEqual([(await versions()).length, (await versions())[1]?.heard], [5, 'Lunch\nA map'])

    // Wiped bit by bit it is kept too, and whoever has left is nobody.
    const bits = ['A long line of words', 'A long line', 'A long', 'A']
    for (const [minutes, heard] of bits.entries()) await write(nurse, minutes, heard, held.second)
    await db.updateTable('attendees').set({ state: 'left' }).where('id', '=', held.nurse.id).execute()
    assert.deepEqual(
      (await versions(held.second)).map(({ name, heard }) => [name, heard]),
      ['A', 'A long', 'A long line'].map((heard) => ['', heard]),
    )
  })

  it('become listings and drafts of members, once each, and the note says so', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const held = await aHeldEvent(db, town)
    const nurse: Writer = { viewer: town.nurse, me: held.nurse }
    const have = await line(held, as(held.guest), { kind: 'have', what: 'call data, with reasons' })
    const listed = await makeListing(db, have, nurse, MONDAY)
    const mine = await listListingsOf(db, town.nurse.person, MONDAY)
    assert.deepEqual(
      mine.map(({ id, is, what }) => [id, is, what]),
      [[listed.yes && listed.value, 'have', 'call data, with reasons']],
    )
    assert.deepEqual(await makeListing(db, have, nurse, MONDAY), no('made before'))
    assert.deepEqual(await makeListing(db, have, as(held.guest), MONDAY), no('not a member'))
    const drafted = await makeDraft(db, have, nurse, ({ line: { what } }) => ({ ...EMPTY_BRIEF, title: what }), MONDAY)
    assert.ok(drafted.yes)
    const [became] = (await noteOf(db, held.first)).lines.map((each) => each.became.map(({ as, is }) => [as, is]))
    assert.deepEqual(became?.sort(), [
      ['draft', 'open'],
      ['listing', 'open'],
    ])
    assert.deepEqual(await takeOut(db, have, as(held.guest), MONDAY), no('became something'))
  })

  it('are asked for in the evening; a next step on its date; and after a month what became of all', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const held = await aHeldEvent(db, town)
    const [evening, after] = [later(MONDAY, 1.4), later(MONDAY, 2)]
    const letters = letterBox(db)
    const due = async (days: number) => {
      await runDue(storage(), later(MONDAY, days))
      return (await letters()).filter((each) => !each.includes('event ') || each.includes('summed'))
    }
    const answer = async (who: Town['nurse'], kind: string, given: string, said: string) => {
      const open = (await listOpenOf(db, who.person, 20)).find((each) => each.kind === kind)
      const done = await answerAsk(
        db,
        ASKS,
        { id: open?.id ?? '', person: who.person, given: { answer: given, line: said }, via: 'page' },
        after,
      )
      assert.ok(done.yes, `${kind}: ${JSON.stringify(done)}`)
    }
    await due(0)
    assert.deepEqual((await due(1.4)).sort(), ['nurse: session note'])
    assert.ok((await putLine(db, held.first, { viewer: town.nurse, me: held.nurse }, step, evening)).yes)
    assert.equal((await listOpenOf(db, town.nurse.person, 20)).length, 0)
    const [{ id = '' } = {}] = (await noteOf(db, held.first)).lines
    assert.deepEqual(await takeStep(db, id, { viewer: town.officer, me: held.officer }, true, evening), yes(true))
    assert.deepEqual(await takeStep(db, id, { viewer: town.nurse, me: held.nurse }, true, evening), no('taken before'))
    assert.equal((await theEvent(db, held.event.id)).step, 'scheduled')
    await due(2)
    assert.deepEqual((await due(9)).sort(), ['officer: next step'])
    await answer(town.officer, 'next step', 'going on', 'They answer next week.')
    // Of the second session nobody has said anything, and its host has no account.
    assert.deepEqual(await due(20), ['owner: notes missing'])
    const broken = async (days: number) => (await listBroken(db, later(MONDAY, days))).filter(({ kind }) => kind === 'notes missing')
    assert.deepEqual(
      [await broken(23), (await broken(24)).map(({ about, since }) => [about, since])],
      [[], [[held.event.id, '2026-11-25']]],
    )
    assert.deepEqual(await due(33), ['officer: next step', 'nurse: session later'])
    await answer(town.officer, 'next step', 'done', 'They sent it.')
    await answer(town.nurse, 'session later', 'done', 'One form.')
    assert.deepEqual(await due(60), ['owner: event summed up'])
    const note = await noteOf(db, held.first)
    assert.deepEqual(
      [note.outcome, note.outcomeLine, note.lines[0]?.outcome, note.lines[0]?.outcomeLine],
      ['done', 'One form.', 'done', 'They sent it.'],
    )
    assert.deepEqual(await publishWriteUp(db, held.event.id, town.nurse, true, after), no('not the organiser'))
    assert.deepEqual(await publishWriteUp(db, held.event.id, town.owner, true, after), yes(true))
  })

  it('may say in a word that there is nothing to keep, and then nobody is asked', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const held = await aHeldEvent(db, town)
    await runDue(storage(), later(MONDAY, 1.4))
    const [open] = await listOpenOf(db, town.nurse.person, 20)
    const given = { answer: 'none', line: '' }
    assert.ok((await answerAsk(db, ASKS, { id: open?.id ?? '', person: town.nurse.person, given, via: 'letter' }, later(MONDAY, 1.4))).yes)
    assert.equal((await noteOf(db, held.first)).isNone, true)
    assert.ok((await sayNone(db, held.second, as(held.guest), later(MONDAY, 1.4))).yes)
    assert.ok((await moveEvent(db, held.event.id, town.owner, { to: 'over' }, later(MONDAY, 2))).yes)
    const letters = letterBox(db)
    await letters()
    await runDue(storage(), later(MONDAY, 50))
    assert.deepEqual(
      (await letters()).filter((each) => /note|session/.test(each)),
      [],
    )
  })
})
