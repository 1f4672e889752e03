/** A round from opening to what came of it, on both databases. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPerson, aTown, letterBox, runDue } from '../../../tests/town.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import type { Db } from '../../storage/db.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import { blockPerson, changeBoundaries } from '../boundaries/actions.ts'
import { NO_BOUNDARIES } from '../boundaries/boundary.ts'
import { joinRound, leaveRound, openRound } from './actions.ts'
import type { Across, Size } from './round.ts'
import { listSeated } from './seat-store.ts'
import { findRound } from './store.ts'

const ROUND = {
  ...({ title: 'Coffee', line: '', audience: { is: 'everybody' }, size: 2, across: ['sector'] } as const),
  ...{ closesOn: '2026-12-04', meetDays: 14, turns: 1, everyWeeks: 1, invites: false },
}
type Opened = Omit<typeof ROUND, 'size' | 'across'> & { size: Size; across: readonly Across[] }
const CLOSED = later(MONDAY, 14)

onEachDatabase('a round', (storage) => {
  async function opened(more: Partial<Opened> = {}) {
    const { db } = storage()
    const town = await aTown(db)
    await db.updateTable('people').set({ broker: true }).where('id', '=', town.colleague.person).execute()
    const organiser = { ...town.colleague, broker: true }
    const answer = await openRound(db, organiser, { ...ROUND, ...more }, MONDAY)
    assert.ok(answer.yes)
    return { db, town, organiser, id: answer.value, letters: letterBox(db) }
  }
  const joins = async (db: Db, id: string, ...who: Viewer[]) => {
    for (const each of who) assert.deepEqual(await joinRound(db, id, each, true, MONDAY), { yes: true, value: true })
  }
  const seated = async (db: Db, id: string) => {
    const { meetings, leftOut } = await listSeated(db, (await findRound(db, id, ZONE))?.turn.id ?? '')
    return [meetings.map(({ members }) => members.map(({ name }) => name).sort()), leftOut.map(({ member }) => member.name)]
  }
  async function answer(db: Db, { person }: Viewer, kind: string, said: string, at = CLOSED): Promise<void> {
    const asked = (await listOpenOf(db, person, 50)).find((each) => each.kind === kind) ?? assert.fail(`${kind} was not asked`)
    const done = await answerAsk(db, ASKS, { id: asked.id, person, given: { answer: said, line: '' }, via: 'letter' }, at)
    assert.ok(done.yes)
  }

  it('is matched when it closes, sent when its organiser says nothing, and asked about at the end', async () => {
    const { db, town, id, letters } = await opened()
    const { owner, nurse, officer } = town
    const fourth = await aPerson(db, 'fourth@tarnbeck.example')
    await joins(db, id, owner, nurse, officer, fourth)
    await letters()
    await runDue(storage(), CLOSED)
    assert.deepEqual(await letters(), ['colleague: look at round'])
    const [meetings, leftOut] = await seated(db, id)
    assert.deepEqual([meetings?.length, leftOut], [2, []])
    assert.ok(
      meetings?.every((members) => !(members.includes('nurse') && members.includes('fourth'))),
      'never of one sector',
    )
    await runDue(storage(), later(CLOSED, 3))
    assert.deepEqual(
      (await letters()).sort(),
      ['fourth', 'nurse', 'officer', 'owner'].map((who) => `${who}: your meeting`),
    )
    assert.deepEqual((await findRound(db, id, ZONE))?.turn.state, 'sent')
    await runDue(storage(), later(CLOSED, 20))
    assert.equal((await letters()).filter((each) => each.endsWith('did your meeting happen')).length, 4)
    await answer(db, nurse, 'did your meeting happen', 'met useful', later(CLOSED, 20))
    const said = await db.selectFrom('round_seats').select('said').where('person', '=', nurse.person).execute()
    assert.deepEqual(said, [{ said: 'met useful' }])
    assert.equal((await findRound(db, id, ZONE))?.isOver, true)
  })

  it('takes whoever blocks somebody out of their meeting, and asks the other no more about them', async () => {
    const { db, town, organiser, id, letters } = await opened()
    const { owner, nurse } = town
    await joins(db, id, owner, nurse)
    await runDue(storage(), CLOSED)
    await answer(db, organiser, 'look at round', 'send')
    await runDue(storage(), CLOSED)
    const asked = async (person: string) => (await listOpenOf(db, person, 9)).filter(({ kind }) => kind === 'your meeting').length
    assert.deepEqual([await asked(owner.person), await asked(nurse.person)], [1, 1])
    await letters()
    await blockPerson(db, nurse, owner.person, CLOSED)
    await runDue(storage(), CLOSED)
    assert.deepEqual([await asked(owner.person), await asked(nurse.person)], [0, 0])
    assert.deepEqual(await letters(), ['owner: left out of round'], 'as if the other could not come')
    await runDue(storage(), later(CLOSED, 20))
    assert.deepEqual(await letters(), [], 'nobody is asked whether they met')
  })

  it('tells whoever is left out why, and never puts together those who are apart or take a break', async () => {
    const { db, town, organiser, id, letters } = await opened()
    const { owner, nurse, officer } = town
    await joins(db, id, owner, nurse, officer)
    await blockPerson(db, nurse, owner.person, MONDAY)
    await runDue(storage(), CLOSED)
    await changeBoundaries(db, officer.person, { ...NO_BOUNDARIES, pausedUntil: '2027-01-31' }, CLOSED)
    await letters()
    await answer(db, organiser, 'look at round', 'send')
    await runDue(storage(), CLOSED)
    assert.deepEqual(
      (await letters()).sort(),
      ['nurse', 'officer', 'owner'].map((who) => `${who}: left out of round`),
    )
  })

  it('is joined by a reply, only by those whom it is for, and asks nobody who rests', async () => {
    const { db, town, id, letters } = await opened({ invites: true })
    const { nurse, officer, stranger } = town
    await changeBoundaries(db, officer.person, { ...NO_BOUNDARIES, pausedUntil: '2027-01-31' }, MONDAY)
    await runDue(storage(), MONDAY)
    assert.deepEqual((await letters()).sort(), ['nurse: will you join', 'owner: will you join'])
    await answer(db, nurse, 'will you join', 'yes', MONDAY)
    assert.deepEqual(await joinRound(db, id, stranger, true, MONDAY), { yes: false, why: 'not a member' })
    assert.deepEqual(await joinRound(db, id, officer, true, MONDAY), { yes: false, why: 'paused yourself' })
    assert.deepEqual(await leaveRound(db, id, nurse.person, MONDAY), { yes: true, value: true })
    assert.deepEqual(await leaveRound(db, id, nurse.person, MONDAY), { yes: false, why: 'not in it' })
    await runDue(storage(), CLOSED)
    assert.deepEqual(await letters(), ['colleague: nobody joined'])
  })

  it('finds another for whoever would wait alone, and writes to those alone whom it concerns', async () => {
    const { db, town, organiser, id, letters } = await opened()
    const { owner, nurse, officer } = town
    const police = await aPerson(db, 'fourth@vennick.example')
    await joins(db, id, owner, nurse, officer, police)
    await runDue(storage(), CLOSED)
    await answer(db, organiser, 'look at round', 'send')
    await runDue(storage(), CLOSED)
    await letters()
    await answer(db, owner, 'your meeting', 'no')
    await runDue(storage(), CLOSED)
    const [meetings, leftOut] = await seated(db, id)
    const all = [...(meetings ?? []).flat(), ...(leftOut ?? [])]
    assert.deepEqual(all.sort(), ['fourth', 'nurse', 'officer'])
    assert.ok(!(await letters()).some((each) => each.startsWith('owner')))
  })

  it('puts three together where it says so, and a third stays with the others when one cannot come', async () => {
    const { db, town, organiser, id, letters } = await opened({ size: 3, across: [] })
    const { owner, nurse, officer } = town
    await joins(db, id, owner, nurse, officer)
    await runDue(storage(), CLOSED)
    await answer(db, organiser, 'look at round', 'send')
    await runDue(storage(), CLOSED)
    assert.deepEqual(await seated(db, id), [[['nurse', 'officer', 'owner']], []])
    await letters()
    await answer(db, nurse, 'your meeting', 'no')
    await runDue(storage(), CLOSED)
    assert.deepEqual((await letters()).sort(), ['officer: your meeting', 'owner: your meeting'])
    await blockPerson(db, owner, officer.person, CLOSED)
    await runDue(storage(), later(CLOSED, 20))
    assert.deepEqual(await letters(), [], 'nobody is asked about whom they have blocked')
  })

  it('puts nobody who has left beside whoever would wait alone', async () => {
    const { db, town, organiser, id, letters } = await opened()
    const all = [town.owner, town.nurse, town.officer]
    for (const each of all) assert.ok((await joinRound(db, id, each, false, MONDAY)).yes)
    await runDue(storage(), CLOSED)
    await answer(db, organiser, 'look at round', 'send')
    await runDue(storage(), CLOSED)
    const [[pair = []] = [], [out] = []] = await seated(db, id)
    const called = (name: string | undefined) => all.find((each) => each.name === name) ?? assert.fail(`nobody is ${name}`)
    assert.ok((await leaveRound(db, id, called(out as string).person, CLOSED)).yes)
    await letters()
    await answer(db, called(pair[0]), 'your meeting', 'no')
    await runDue(storage(), CLOSED)
    assert.deepEqual(await letters(), [`${pair[1]}: left out of round`])
  })

  it('comes again by itself, first for whom it left out, and says so before', async () => {
    const { db, town, organiser, id, letters } = await opened({ turns: 2, everyWeeks: 3 })
    const { owner, nurse } = town
    await joins(db, id, owner, nurse)
    await runDue(storage(), CLOSED)
    await answer(db, organiser, 'look at round', 'send')
    await runDue(storage(), CLOSED)
    await letters()
    assert.deepEqual((await findRound(db, id, ZONE))?.turn.number, 2)
    await runDue(storage(), later(MONDAY, 26))
    assert.deepEqual((await letters()).filter((each) => each.endsWith('comes again')).sort(), [
      'nurse: round comes again',
      'owner: round comes again',
    ])
    await answer(db, owner, 'round comes again', 'leave', later(MONDAY, 26))
    await runDue(storage(), later(MONDAY, 35))
    const [meetings, leftOut] = await seated(db, id)
    assert.deepEqual([meetings, leftOut], [[], ['nurse']])
  })
})
