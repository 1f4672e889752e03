/** Introductions of those who stay anonymous, who block somebody, and who have said when they can talk: on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aTown, letterBox, runDue, type Town } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { together } from '../../storage/db.ts'
import { answerAsk, listOpenFor } from '../asks/actions.ts'
import { blockPerson, changeBoundaries } from '../boundaries/actions.ts'
import { tellDetails } from '../profiles/actions.ts'
import { acceptIntroduction, askToMeet, lookUpIntroduction } from './actions.ts'

onEachDatabase('an introduction', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })

  async function asked(): Promise<string> {
    const done = await askToMeet(storage().db, new Knowledge(NOTHING_KNOWN), town.nurse, town.officer.person, '', MONDAY)
    return done.yes ? done.value : assert.fail(done.why)
  }
  async function agreed(): Promise<string> {
    const id = await asked()
    const [ask] = await listOpenFor(storage().db, [town.officer.person])
    const given = { answer: 'yes', line: '' }
    const done = await answerAsk(storage().db, ASKS, { id: ask?.id ?? '', person: town.officer.person, given, via: 'page' }, MONDAY)
    assert.equal(done.yes, true)
    return id
  }
  const told = async (): Promise<string[]> =>
    (await storage().db.selectFrom('letters').select('facts').where('kind', '=', 'introduction made').orderBy('id').execute()).map(
      ({ facts }) => facts,
    )

  it('says no name of who is anonymous before both have said yes, and then both', async () => {
    const { db } = storage()
    for (const { person } of [town.nurse, town.officer]) await changeBoundaries(db, person, { hides: false, isAnonymous: true }, MONDAY)
    const id = await asked()
    const [ask] = await listOpenFor(db, [town.officer.person])
    assert.deepEqual(
      [JSON.stringify(ask?.facts).includes('"name":"nurse"'), JSON.stringify(ask?.facts).includes('Tarnbeck')],
      [false, true],
    )
    const waits = await lookUpIntroduction(db, id, MONDAY.zone)
    assert.deepEqual([waits?.person.name, waits?.other.name], ['', ''])
    await answerAsk(db, ASKS, { id: ask?.id ?? '', person: town.officer.person, given: { answer: 'yes', line: '' }, via: 'page' }, MONDAY)
    assert.deepEqual(
      (await told()).map((facts) => (JSON.parse(facts) as { who: { name: string } }).who.name),
      ['officer', 'nurse'],
    )
  })

  it('asks nobody any more about somebody whom one of the two has blocked, and looks like silence', async () => {
    const { db } = storage()
    const id = await asked()
    await letters()
    await blockPerson(db, town.officer, town.nurse.person, MONDAY)
    assert.deepEqual(await together(db, (tx) => acceptIntroduction(tx, id, town.officer, MONDAY)), no('over'))
    await runDue(storage(), MONDAY)
    assert.deepEqual(await listOpenFor(db, [town.officer.person]), [])
    for (const days of [3, 7, 14]) await runDue(storage(), later(MONDAY, days))
    assert.deepEqual(await letters(), [])
    assert.equal((await lookUpIntroduction(db, id, MONDAY.zone))?.state, 'asked')
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(await letters(), ['nurse: introduction not now'])
  })

  it('proposes times that both have said, and what the other would like a view on', async () => {
    const { db } = storage()
    await tellDetails(
      db,
      town.nurse.person,
      { halfDays: ['Thursday morning', 'Friday afternoon'], problem: 'Nobody reads our leaflets.' },
      MONDAY,
    )
    await tellDetails(db, town.officer.person, { halfDays: ['Thursday morning', 'Friday morning'] }, MONDAY)
    const introduction = await lookUpIntroduction(db, await agreed(), MONDAY.zone)
    assert.deepEqual(
      introduction?.slots.map((at) => at.toISOString().slice(0, 16)),
      ['2026-11-26T10:00', '2026-12-03T11:30', '2026-12-10T11:30'],
    )
    assert.deepEqual(
      (await told()).map((facts) => (JSON.parse(facts) as { problem: string }).problem),
      ['', 'Nobody reads our leaflets.'],
    )
  })
})
