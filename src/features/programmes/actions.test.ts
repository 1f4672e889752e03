/** A programme on both databases: joined, matched within everybody's boundaries, looked at, sent, asked about, renewed, and ended. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPerson, aTown, letterBox, plansFor, runDue, type Town } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { addDays, type Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { answerAsk, listOpenFor } from '../asks/actions.ts'
import { blockPerson, changeBoundaries } from '../boundaries/actions.ts'
import { inviteToProgramme, joinProgramme, leaveProgramme, lookUpProgramme, openProgramme, stopProgramme, waitForSide } from './actions.ts'
import { partPair } from './matching-actions.ts'
import { listMembers } from './member-store.ts'
import { countFigures } from './nudge-store.ts'
import { listPairsOf, listPairsShown } from './pair-store.ts'
import type { NewProgramme } from './programme-form.ts'
import { listProgrammesOf } from './store.ts'

const day = (days: number) => addDays(MONDAY.today, days)
const KNOWLEDGE = new Knowledge(NOTHING_KNOWN)
const SIDE = { who: { is: 'everybody' }, opensOn: MONDAY.today } as const
const SIX: NewProgramme = {
  ...{ title: 'Side by side', what: 'See each other’s work', meetings: 2 },
  left: { ...SIDE, name: 'Mentors', capacity: 2 },
  right: { ...SIDE, name: 'Mentees', capacity: 1 },
  ...{ closesOn: day(10), firstDay: day(20), lastDay: day(76) },
}

onEachDatabase('a programme', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })
  async function opened(more: Partial<NewProgramme> = {}): Promise<string> {
    const answer = await openProgramme(storage().db, town.owner, { ...SIX, ...more }, MONDAY)
    return answer.yes ? answer.value : assert.fail(answer.why)
  }
  const join = (id: string, who: Viewer, side: 'left' | 'right', partners = 1, at: Moment = MONDAY) =>
    joinProgramme(storage().db, id, who, { side, partners }, at)
  async function answer(who: Viewer, said: string, at: Moment = MONDAY): Promise<void> {
    const { id } = (await listOpenFor(storage().db, [who.person])).at(-1) ?? assert.fail(`${who.name} was not asked`)
    const done = await answerAsk(storage().db, ASKS, { id, person: who.person, given: { answer: said, line: '' }, via: 'letter' }, at)
    assert.ok(done.yes, JSON.stringify(done))
  }
  const pairsOf = async (id: string, state: 'proposed' | 'running' | 'ended') =>
    (await listPairsOf(storage().db, id, [state])).map(({ left, right }) => `${left.name} ${right.name}`).sort()
  const stateOf = async (id: string) => (await lookUpProgramme(storage().db, id))?.state
  /** The nurse with the officer, and somebody who finds nobody. */
  async function sent(): Promise<string> {
    const id = await opened()
    await join(id, town.nurse, 'left')
    await join(id, town.officer, 'right')
    await letters()
    await runDue(storage(), later(MONDAY, 11))
    await answer(town.owner, 'send', later(MONDAY, 11))
    return id
  }

  it('asks those who wait on the day on which their side opens, and whoever is invited at once', async () => {
    const { db } = storage()
    const id = await opened({ right: { ...SIX.right, opensOn: day(7) } })
    assert.deepEqual(await join(id, town.nurse, 'right'), no('not open yet'))
    assert.ok((await waitForSide(db, id, town.nurse, 'right', MONDAY)).yes)
    const invite = (email: string, by = town.owner) => inviteToProgramme(db, id, by, { side: 'left', email }, MONDAY)
    assert.deepEqual(await invite('officer@vennick.example', town.nurse), no('not the organiser'))
    for (const email of ['officer@vennick.example', 'nobody@nowhere.example', 'stranger@kindness.example'])
      assert.ok((await invite(email)).yes)
    assert.deepEqual(await letters(), ['officer: join programme'])
    await answer(town.officer, 'yes')
    await runDue(storage(), later(MONDAY, 7))
    assert.deepEqual(
      (await letters()).filter((each) => each.startsWith('nurse')),
      ['nurse: join programme'],
    )
    await answer(town.nurse, 'yes', later(MONDAY, 7))
    const members = await listMembers(db, id, MONDAY.today)
    assert.deepEqual(members.map(({ side }) => side).sort(), ['left', 'right'])
  })

  it('puts as many together as each can take, nobody who blocks the other, and tells whoever is left out', async () => {
    const { db } = storage()
    const id = await opened()
    const [third, hidden] = [await aPerson(db, 'third@tarnbeck.example'), await aPerson(db, 'hidden@vennick.example')]
    await changeBoundaries(db, hidden.person, { hides: true, isAnonymous: false }, MONDAY)
    await blockPerson(db, town.colleague, third.person, MONDAY)
    await join(id, town.officer, 'left', 2)
    for (const who of [town.colleague, third, hidden]) await join(id, who, 'right')
    await join(id, town.nurse, 'left', 1)
    await letters()
    await runDue(storage(), later(MONDAY, 11))
    assert.deepEqual([await stateOf(id), await letters()], ['preview', ['owner: programme preview']])
    const proposed = await listPairsOf(db, id, ['proposed'])
    assert.deepEqual(await pairsOf(id, 'proposed'), ['nurse hidden', 'officer colleague', 'officer third'])
    const apart = proposed.find(({ right }) => right.name === 'hidden') ?? assert.fail()
    assert.deepEqual(await partPair(db, KNOWLEDGE, apart.id, town.nurse, later(MONDAY, 11)), no('not the organiser'))
    assert.ok((await partPair(db, KNOWLEDGE, apart.id, town.owner, later(MONDAY, 11))).yes)
    assert.equal((await pairsOf(id, 'proposed')).length, 2)
    assert.ok(!(await pairsOf(id, 'proposed')).some((pair) => /hidden/.test(pair)))
    await blockPerson(db, town.colleague, town.officer.person, later(MONDAY, 11))
    await blockPerson(db, town.colleague, town.nurse.person, later(MONDAY, 11))
    await runDue(storage(), later(MONDAY, 16))
    assert.equal(await stateOf(id), 'running')
    assert.ok(!(await pairsOf(id, 'running')).some((pair) => /hidden|colleague/.test(pair)))
    const said = await letters()
    assert.ok(said.includes('hidden: programme left out') && said.includes('colleague: programme left out'))
    assert.ok(said.includes('third: programme pair made'))
    assert.ok((await listMembers(db, 'another', MONDAY.today)).length === 0)
  })

  it('asks a pair every two weeks until it has met often enough, and counts a meeting once', async () => {
    const { db } = storage()
    const id = await sent()
    assert.deepEqual(await letters(), ['owner: programme preview', 'nurse: programme pair made', 'officer: programme pair made'])
    for (const [turn, days] of [34, 48].entries()) {
      await runDue(storage(), later(MONDAY, days))
      assert.deepEqual(
        (await letters()).filter((each) => !each.includes('again')),
        ['nurse: pair nudge', 'officer: pair nudge'],
      )
      await answer(town.nurse, 'met', later(MONDAY, days))
      if (turn === 0) await answer(town.officer, 'not yet', later(MONDAY, days))
    }
    const [pair] = await listPairsOf(db, id, ['running'])
    assert.deepEqual([pair?.turns, pair?.met], [2, 2])
    await runDue(storage(), later(MONDAY, 62))
    assert.deepEqual(
      (await letters()).filter((each) => !each.includes('again')),
      [],
    )
    assert.deepEqual(await plansFor(db, pair?.id ?? ''), [`pair over ${day(77)}`])
  })

  it('asks at its end how it was and whether the two go on, once and only if both say yes', async () => {
    const { db } = storage()
    const id = await sent()
    const end = later(MONDAY, 77)
    await runDue(storage(), later(MONDAY, 62))
    await runDue(storage(), later(MONDAY, 76))
    await letters()
    await runDue(storage(), end)
    assert.deepEqual((await letters()).sort(), [
      ...['nurse: pair renewal', 'nurse: programme survey', 'officer: pair renewal', 'officer: programme survey', 'owner: programme over'],
    ])
    assert.equal(await stateOf(id), 'ended')
    const kinds = async (who: Viewer) => (await listOpenFor(db, [who.person])).map(({ kind }) => kind).sort()
    assert.deepEqual(await kinds(town.nurse), ['pair renewal', 'programme survey'])
    for (const who of [town.nurse, town.officer]) {
      const asked = await listOpenFor(db, [who.person])
      for (const { id: ask, kind } of asked) {
        const given = kind === 'pair renewal' ? { answer: 'yes', line: '' } : { answer: 'worth it', line: 'Longer, please' }
        assert.ok((await answerAsk(db, ASKS, { id: ask, person: who.person, given, via: 'letter' }, end)).yes)
      }
    }
    assert.deepEqual((await countFigures(db, id)).lines, ['Longer, please', 'Longer, please'])
    assert.deepEqual(await letters(), ['nurse: pair renewed', 'officer: pair renewed'])
    const [pair] = await listPairsOf(db, id, ['running'])
    assert.deepEqual([pair?.isRenewed, pair?.until], [true, addDays(SIX.lastDay, 56)])
    await runDue(storage(), later(MONDAY, 77 + 56))
    assert.deepEqual(await pairsOf(id, 'ended'), ['nurse officer'])
    const said = await letters()
    assert.ok(said.includes('nurse: pair over') && !said.some((each) => /renewal/.test(each)))
  })

  it('lets two who go on stop earlier, and leads neither to the other once one has blocked the other', async () => {
    const { db } = storage()
    const id = await sent()
    const end = later(MONDAY, 77)
    await runDue(storage(), end)
    for (const { person } of [town.nurse, town.officer]) {
      const asked = (await listOpenFor(db, [person])).find(({ kind }) => kind === 'pair renewal') ?? assert.fail('not asked')
      assert.ok((await answerAsk(db, ASKS, { id: asked.id, person, given: { answer: 'yes', line: '' }, via: 'letter' }, end)).yes)
    }
    await letters()
    assert.ok((await leaveProgramme(db, id, town.nurse, end)).yes)
    assert.deepEqual([await letters(), await pairsOf(id, 'ended')], [['officer: programme partner left'], ['nurse officer']])
    assert.deepEqual(await leaveProgramme(db, id, town.nurse, end), no('over'))
    const shown = async () => [
      (await listPairsShown(db, id, town.officer.person)).length,
      (await listProgrammesOf(db, town.officer.person, 9))[0]?.pairs?.length,
    ]
    assert.deepEqual(await shown(), [1, 1])
    await blockPerson(db, town.nurse, town.officer.person, end)
    assert.deepEqual(await shown(), [0, undefined])
  })

  it('asks neither of two about the other once one has blocked the other', async () => {
    const { db } = storage()
    const id = await sent()
    await runDue(storage(), later(MONDAY, 34))
    assert.equal((await listOpenFor(db, [town.officer.person])).length, 1)
    await blockPerson(db, town.nurse, town.officer.person, later(MONDAY, 35))
    await letters()
    await runDue(storage(), later(MONDAY, 36))
    assert.deepEqual([await listOpenFor(db, [town.officer.person, town.nurse.person]), await letters()], [[], []])
    assert.deepEqual(await pairsOf(id, 'ended'), ['nurse officer'])
  })

  it('ends a pair when one leaves, and everything when it is stopped', async () => {
    const { db } = storage()
    const id = await sent()
    await letters()
    assert.ok((await leaveProgramme(db, id, town.officer, later(MONDAY, 12))).yes)
    assert.deepEqual(await letters(), ['nurse: programme partner left'])
    assert.deepEqual([await pairsOf(id, 'running'), await pairsOf(id, 'ended')], [[], ['nurse officer']])
    assert.deepEqual(await stopProgramme(db, id, town.nurse, 'No time', later(MONDAY, 12)), no('not the organiser'))
    assert.ok((await stopProgramme(db, id, town.owner, 'No time', later(MONDAY, 12))).yes)
    assert.deepEqual([await letters(), await plansFor(db, id)], [['nurse: programme stopped'], []])
  })
})
