/** Who missed out comes a little sooner, and nobody is asked more often a month than they chose, on both databases. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPerson, aTown, runDue } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { countingQueries } from '../../storage/in-flight.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import { tellDetails } from '../profiles/actions.ts'
import { listCandidates } from '../profiles/candidate-actions.ts'
import { askToMeet, proposeIntroduction } from './actions.ts'

const KNOWLEDGE = new Knowledge(NOTHING_KNOWN)

onEachDatabase('how introductions went', (storage) => {
  const meet = (by: Viewer, other: Viewer, at: Moment = MONDAY) => askToMeet(storage().db, KNOWLEDGE, by, other.person, '', at)
  const answer = async ({ person }: Viewer, kind: string, said: string, at: Moment = MONDAY) => {
    const asked = (await listOpenOf(storage().db, person, 9)).find((each) => each.kind === kind) ?? assert.fail('nothing was asked')
    assert.ok((await answerAsk(storage().db, ASKS, { id: asked.id, person, given: { answer: said, line: '' }, via: 'letter' }, at)).yes)
  }

  it('is counted for half a year: of whoever asked in vain, and of whoever was not met', async () => {
    const { db } = storage()
    const { nurse, officer, owner, colleague } = await aTown(db)
    const broker = { ...(await aPerson(db, 'broker@kindness.example')), broker: true }
    await meet(nurse, officer)
    await meet(owner, nurse)
    await answer(nurse, 'will you meet', 'yes')
    // Whoever says no to a broker has not missed anything.
    assert.ok((await proposeIntroduction(db, KNOWLEDGE, broker, { person: colleague.person, other: officer.person, line: '' }, MONDAY)).yes)
    await answer(colleague, 'will you meet', 'no')
    const after = later(MONDAY, 15)
    await runDue(storage(), after)
    await answer(nurse, 'did you meet', 'no', after)
    await answer(owner, 'did you meet', 'met', after)
    const ids = [nurse, officer, owner, colleague].map(({ person }) => person)
    const missed = async (at: Moment) => {
      const candidates = await listCandidates(db, KNOWLEDGE, ids, at)
      return ids.map((id) => candidates.find((each) => each.id === id)?.missedOut)
    }
    const tally = { queries: 0 }
    assert.deepEqual(await countingQueries(tally, () => missed(after)), [2, 0, 0, 0])
    assert.equal(tally.queries, 1)
    assert.deepEqual(await missed(later(MONDAY, 190)), [0, 0, 0, 0])
  })

  it('stops when as many came in a month as somebody chose; the next month begins anew, and nobody learns why', async () => {
    const { db } = storage()
    const { nurse, officer, owner, colleague } = await aTown(db)
    await tellDetails(db, nurse.person, { introductions: 1 }, MONDAY)
    const isFull = async (at: Moment = MONDAY) => (await listCandidates(db, KNOWLEDGE, [nurse.person], at))[0]?.isFull
    assert.deepEqual([await isFull(), (await meet(owner, nurse)).yes, await isFull()], [false, true, true])
    assert.deepEqual(await meet(officer, nurse), no('cannot now'))
    const broker = { ...(await aPerson(db, 'broker@kindness.example')), broker: true }
    const propose = (person: Viewer, other: Viewer) =>
      proposeIntroduction(db, KNOWLEDGE, broker, { person: person.person, other: other.person, line: '' }, MONDAY)
    assert.deepEqual([await propose(nurse, officer), await propose(officer, nurse)], [no('cannot now'), no('cannot now')])
    assert.equal((await meet(nurse, officer)).yes, true, 'they may still ask others')
    const december = later(MONDAY, 8)
    assert.deepEqual([await isFull(december), (await meet(colleague, nurse, december)).yes], [false, true])
    await tellDetails(db, officer.person, { introductions: 0 }, MONDAY)
    assert.deepEqual(await meet(colleague, officer, december), no('cannot now'))
  })
})
