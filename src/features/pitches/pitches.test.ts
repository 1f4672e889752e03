/** Pitches on both databases: said, hosted, supported, found alike, and made one with everybody's consent. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anEvent, comersOf, openForPitches } from '../../../tests/event-place.ts'
import { aTown, letterBox, runDue } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import { blockPerson, changeBoundaries } from '../boundaries/actions.ts'
import { NO_BOUNDARIES } from '../boundaries/boundary.ts'
import { moveEvent } from '../events/actions.ts'
import { hostPitch, listPitches, rewordPitch, sayPitch, supportPitch } from './actions.ts'
import { alikePairs, alikeTo } from './alike.ts'
import { proposeMerging } from './merging-actions.ts'

onEachDatabase('pitches', (storage) => {
  it('are made one when every host agrees, with or without an account, and nobody is counted twice', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const event = await anEvent(db, town)
    const { nurse, officer, guest, token } = await comersOf(db, town, event)
    const early = await sayPitch(db, event.id, nurse, { title: 'Letters', source: 'screen' }, MONDAY)
    assert.deepEqual(early, { yes: false, why: 'not pitching' })
    await openForPitches(db, town, event)
    const said = async (me: typeof nurse, title: string) => {
      const answer = await sayPitch(db, event.id, me, { title, source: 'screen' }, MONDAY)
      return answer.yes ? answer.value : assert.fail(answer.why)
    }
    const into = await said(nurse, 'Letters that people understand')
    const pitch = await said(guest, 'Which letters do people understand?')
    for (const each of [into, pitch]) await supportPitch(db, each, officer, true)
    await supportPitch(db, pitch, nurse, true)
    assert.deepEqual(await proposeMerging(db, event.id, town.nurse, { pitch, into }, MONDAY), { yes: false, why: 'not the organiser' })
    const letters = letterBox(db)
    await letters()
    const asked = await proposeMerging(db, event.id, town.owner, { pitch, into }, MONDAY)
    assert.ok(asked.yes && asked.value.state === 'asked')
    assert.deepEqual(await letters(), ['nurse: pitch merging'])
    assert.deepEqual(await proposeMerging(db, event.id, town.owner, { pitch, into }, MONDAY), { yes: false, why: 'asked before' })
    const [ask] = await listOpenOf(db, town.nurse.person, 9)
    const yes = { answer: 'yes', line: '' }
    assert.ok((await answerAsk(db, ASKS, { id: ask?.id ?? '', person: town.nurse.person, given: yes, via: 'page' }, MONDAY)).yes)
    assert.equal((await listPitches(db, event.id)).length, 2)

    const house = await openHouse(storage())
    const visitor = house.visitor()
    visitor.cookies.set(`event-${event.id}`, token)
    assert.match((await visitor.get(`/events/${event.id}`)).text, /Shall these two become one/)
    const done = await visitor.post(`/mergings/${asked.value.id}/consents`, { agrees: 'yes' })
    assert.match(done.text, /The two are one/)
    const [one, ...others] = await listPitches(db, event.id)
    assert.deepEqual(others, [])
    assert.deepEqual([one?.id, one?.supporters, one?.hosts.map(({ attendee }) => attendee)], [into, 1, [nurse.id, guest.id]])
    assert.match((await visitor.get(`/pitches/${pitch}`)).text, /made one with another/)
  })

  it('are said in other words until they are scored, by those whose they are, and what was asked of the old words is over', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const event = await anEvent(db, town)
    const { nurse, officer, guest } = await comersOf(db, town, event)
    await openForPitches(db, town, event)
    const ids: string[] = []
    for (const me of [nurse, guest]) {
      const answer = await sayPitch(db, event.id, me, { title: 'Letters', source: 'screen' }, MONDAY)
      ids.push(answer.yes ? answer.value : assert.fail(answer.why))
    }
    const [pitch = '', into = ''] = ids
    assert.ok((await proposeMerging(db, event.id, town.owner, { pitch, into }, MONDAY)).yes)
    const other = await rewordPitch(db, pitch, 'Other letters', town.officer, officer, MONDAY)
    assert.deepEqual(other, { yes: false, why: 'not yours' })
    assert.ok((await rewordPitch(db, into, 'Our letters', undefined, guest, MONDAY)).yes)
    assert.ok((await rewordPitch(db, pitch, 'Letters that people read', town.owner, undefined, MONDAY)).yes)
    assert.deepEqual(
      (await listPitches(db, event.id)).map(({ title, isReworded }) => [title, isReworded]),
      [
        ['Letters that people read', true],
        ['Our letters', true],
      ],
    )
    assert.deepEqual(await listOpenOf(db, town.nurse.person, 9), [])
    assert.ok((await moveEvent(db, event.id, town.owner, { to: 'scoring', until: '2026-12-20' }, MONDAY)).yes)
    assert.deepEqual(await rewordPitch(db, into, 'Late', undefined, guest, MONDAY), { yes: false, why: 'not pitching' })
  })

  it('without a host wait for one, and what is asked ends when the event goes on', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const event = await anEvent(db, town)
    await openForPitches(db, town, event)
    const { nurse, officer } = await comersOf(db, town, event)
    const wished = await sayPitch(db, event.id, nurse, { title: 'Who got rid of the fax?', source: 'for another' }, MONDAY)
    const paper = await sayPitch(db, event.id, nurse, { title: 'Rest, and how to take it', source: 'paper', host: 'Ottilie' }, MONDAY)
    assert.ok(wished.yes && paper.yes)
    const organiser = { person: town.owner.person, organisation: town.owner.organisation ?? null, isOrganiser: true }
    const hosts = async (reader = organiser) =>
      (await listPitches(db, event.id, reader)).map((pitch) => pitch.hosts.map(({ name }) => name))
    assert.deepEqual(await hosts(), [[], ['Ottilie']])
    await supportPitch(db, wished.value, officer, true)
    assert.ok((await hostPitch(db, wished.value, officer, true, MONDAY)).yes)
    assert.deepEqual(await hosts(), [['officer'], ['Ottilie']])
    assert.equal((await listPitches(db, event.id))[0]?.supporters, 0)
    const reader = { person: town.nurse.person, organisation: town.nurse.organisation ?? null, isOrganiser: false }
    assert.deepEqual(await hosts(reader), [['officer'], ['Ottilie']])
    await changeBoundaries(db, town.officer.person, { ...NO_BOUNDARIES, isAnonymous: true }, MONDAY)
    assert.deepEqual(await hosts(reader), [[''], ['Ottilie']], 'whoever stays anonymous is somebody')
    await changeBoundaries(db, town.officer.person, NO_BOUNDARIES, MONDAY)
    await blockPerson(db, town.officer, town.nurse.person, MONDAY)
    assert.deepEqual(
      [await hosts(reader), await hosts()],
      [
        [[''], ['Ottilie']],
        [['officer'], ['Ottilie']],
      ],
      'and so is whoever blocked them',
    )
    assert.ok((await proposeMerging(db, event.id, town.owner, { pitch: paper.value, into: wished.value }, MONDAY)).yes)
    assert.equal((await listOpenOf(db, town.officer.person, 9)).length, 1)
    assert.ok((await moveEvent(db, event.id, town.owner, { to: 'scoring', until: '2027-01-10' }, MONDAY)).yes)
    await runDue(storage(), MONDAY)
    assert.equal((await listOpenOf(db, town.officer.person, 9)).length, 0)
    assert.deepEqual(await hostPitch(db, wished.value, nurse, true, MONDAY), { yes: false, why: 'not pitching' })
  })
})

it('finds what says nearly the same, and nothing that only shares a small word', () => {
  const titles = [
    'Letters that people understand: what we cut, and what the lawyers said',
    'Which letters do people understand? We asked them at the bus stop',
    'One front door for missed bins, potholes and broken lamps',
    'Falls at home: one referral form for three services',
    'How do we share data about people at risk, and sleep well?',
    'What happens to your spreadsheet after you have sent it to us',
  ]
  const pitches = titles.map((title, at) => ({ id: String(at), title }))
  assert.deepEqual(
    alikePairs(pitches).map(({ one, other }) => [one.id, other.id]),
    [['0', '1']],
  )
  assert.deepEqual(
    alikeTo('A referral form for falls', pitches).map(({ id }) => id),
    ['3'],
  )
  assert.deepEqual(alikeTo('Apprentices who code', pitches), [])
})
