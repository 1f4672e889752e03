/** Introductions on both databases: a yes crosses addresses, a no and silence look exactly alike, and a broker asks one after the other. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPerson, aTown, letterBox, plansFor, runDue, type Town } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { answerAsk, findAsk, listOpenFor, listOpenOf, undoAnswer } from '../asks/actions.ts'
import { askToMeet, countMet, listIntroductionsOf, lookUpIntroduction, proposeIntroduction } from './actions.ts'

const KNOWLEDGE = new Knowledge(NOTHING_KNOWN)

onEachDatabase('an introduction', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })

  const meet = (by: Viewer, other: Viewer, at: Moment = MONDAY, line = '') => askToMeet(storage().db, KNOWLEDGE, by, other.person, line, at)
  async function met(by: Viewer, other: Viewer, at: Moment = MONDAY): Promise<string> {
    const asked = await meet(by, other, at)
    return asked.yes ? asked.value : assert.fail(asked.why)
  }
  const openOf = async (who: Viewer) => (await listOpenFor(storage().db, [who.person])).at(-1) ?? assert.fail('nothing was asked')
  async function answer(who: Viewer, said: string, at: Moment = MONDAY): Promise<string> {
    const { id } = await openOf(who)
    const done = await answerAsk(storage().db, ASKS, { id, person: who.person, given: { answer: said, line: '' }, via: 'letter' }, at)
    assert.equal(done.yes, true)
    return id
  }
  const stateOf = async (id: string) => (await lookUpIntroduction(storage().db, id, MONDAY.zone))?.state

  it('asks the other, and gives both the address of each other only once both said yes', async () => {
    const { db } = storage()
    const id = await met(town.nurse, town.officer)
    assert.deepEqual(await letters(), ['officer: will you meet'])
    const asking = JSON.stringify((await openOf(town.officer)).facts)
    assert.doesNotMatch(asking, /@/)
    await answer(town.officer, 'yes')
    assert.deepEqual(await letters(), ['nurse: introduction made', 'officer: introduction made'])
    const told = await db
      .selectFrom('letters')
      .select(['recipient', 'facts'])
      .where('kind', '=', 'introduction made')
      .orderBy('id')
      .execute()
    assert.deepEqual(
      told.map(({ recipient, facts }) => [recipient, (JSON.parse(facts) as { address: string }).address]),
      [
        ['nurse@tarnbeck.example', 'officer@vennick.example'],
        ['officer@vennick.example', 'nurse@tarnbeck.example'],
      ],
    )
    const introduction = await lookUpIntroduction(db, id, MONDAY.zone)
    assert.deepEqual([introduction?.state, introduction?.slots.length], ['met', 3])
    assert.deepEqual(await plansFor(db, id), ['did they meet 2026-12-07'])
  })

  it('shows whoever asked the same after a no as after silence: on the way, at the end, and in every row', async () => {
    const { db } = storage()
    const seen: unknown[] = []
    for (const said of ['no', undefined]) {
      const [asker, asked] = [await aPerson(db, `asker-${said}@tarnbeck.example`), await aPerson(db, `asked-${said}@vennick.example`)]
      const id = await met(asker, asked)
      if (said) await answer(asked, said)
      const look = async () => {
        const {
          declinedBy: _,
          person: _p,
          other: _o,
          id: _id,
          ...rest
        } = (await listIntroductionsOf(db, asker.person, 9, MONDAY.zone))[0] ?? assert.fail()
        const outside = (await plansFor(db, id)).filter((each) => each.startsWith('introduction'))
        return { rest, outside, waits: (await listOpenOf(db, asker.person, 9)).length, again: await meet(asker, asked) }
      }
      const [before] = [await look()]
      for (const days of [3, 7, 14]) await runDue(storage(), later(MONDAY, days))
      const during = await look()
      await letters()
      await runDue(storage(), later(MONDAY, 15))
      const heard = await db
        .selectFrom('letters')
        .select(['kind', 'facts', 'written_at', 'ask', 'held'])
        .where('person', '=', asker.person)
        .execute()
      const facts = heard.map((each) => each.facts.replaceAll(id, 'id').replaceAll(asked.person, 'other').replaceAll(asked.name, 'other'))
      const rows = await db
        .selectFrom('introductions')
        .select(['state', 'answer_by', 'ended_at', 'met_at', 'other_asked'])
        .where('id', '=', id)
        .execute()
      const journal = await db.selectFrom('journal').select(['did', 'at']).where('who', '=', asker.person).orderBy('id').execute()
      seen.push({
        before,
        during,
        after: await look(),
        heard: heard.map(({ facts: _, ...rest }) => rest),
        facts,
        rows,
        journal: journal.map(({ did }) => did),
      })
    }
    const [declined, silent] = seen
    assert.deepEqual(declined, silent)
  })

  it('takes a no back while it waits, and ends on the day that was said', async () => {
    const { db } = storage()
    const id = await met(town.nurse, town.officer)
    const ask = await answer(town.officer, 'no')
    assert.equal((await undoAnswer(db, ASKS, { id: ask, person: town.officer.person }, MONDAY)).yes, true)
    await answer(town.officer, 'yes')
    assert.equal(await stateOf(id), 'met')
    assert.deepEqual((await findAsk(db, ask))?.given?.answer, 'yes')
  })

  it('is asked of three at most, never twice in half a year, and never of colleagues, strangers, the paused or by suppliers', async () => {
    const { db } = storage()
    const others = await Promise.all([1, 2, 3, 4].map((each) => aPerson(db, `other${each}@vennick.example`)))
    for (const other of others.slice(0, 3)) await met(town.nurse, other)
    assert.deepEqual(await meet(town.nurse, others[3] as Viewer), no('too many open'))
    assert.deepEqual(await meet(town.nurse, others[0] as Viewer), no('introduced lately'))
    assert.deepEqual(await meet(others[0] as Viewer, town.nurse), no('introduced lately'))
    assert.deepEqual(await meet(others[3] as Viewer, town.nurse), no('cannot now'))
    assert.deepEqual(await meet(town.owner, town.colleague), no('same team'))
    assert.deepEqual(await meet(town.owner, town.stranger), no('no member'))
    assert.deepEqual(await meet(town.stranger, town.owner), no('not a member'))
    await db
      .insertInto('letter_choices')
      .values({ person: town.officer.person, digest: true, news: true, paused_until: '2026-12-01', stopped_at: null, zone: null })
      .execute()
    assert.deepEqual(await meet(town.owner, town.officer), no('cannot now'))
    await db
      .updateTable('organisations')
      .set({ sector: 'supplier' })
      .where('id', '=', town.owner.organisation ?? '')
      .execute()
    assert.deepEqual(await meet(town.owner, others[3] as Viewer), no('supplier'))
    assert.equal((await meet(others[3] as Viewer, town.owner)).yes, true)
  })

  it('keeps a no among the open ones until its last day, so that nobody can count it', async () => {
    const others = await Promise.all([1, 2, 3, 4].map((each) => aPerson(storage().db, `other${each}@vennick.example`)))
    for (const other of others.slice(0, 3)) await met(town.nurse, other)
    await answer(others[0] as Viewer, 'no')
    assert.deepEqual(await meet(town.nurse, others[3] as Viewer), no('too many open'))
    await runDue(storage(), later(MONDAY, 15))
    assert.equal((await meet(town.nurse, others[3] as Viewer, later(MONDAY, 15))).yes, true)
  })

  it('of two who ask each other at the same moment one is asked', async () => {
    const both = await Promise.all([meet(town.nurse, town.officer), meet(town.officer, town.nurse)])
    assert.deepEqual(both.map(({ yes }) => yes).sort(), [false, true])
  })

  it('is proposed by a broker to one, then to the other, who learns of it only then', async () => {
    const { db } = storage()
    const broker = { ...(await aPerson(db, 'broker@harrowmere.example')), broker: true }
    const propose = (by: Viewer) =>
      proposeIntroduction(
        db,
        KNOWLEDGE,
        by,
        { person: town.nurse.person, other: town.officer.person, line: 'You both ask about falls.' },
        MONDAY,
      )
    assert.deepEqual(await propose(town.colleague), no('not a broker'))
    const proposed = await propose(broker)
    const id = proposed.yes ? proposed.value : assert.fail(proposed.why)
    assert.deepEqual(await letters(), ['nurse: will you meet'])
    assert.deepEqual(await listIntroductionsOf(db, town.officer.person, 9, MONDAY.zone), [])
    assert.deepEqual(await meet(town.officer, town.nurse), no('cannot now'))
    await answer(town.nurse, 'yes', later(MONDAY, 2))
    assert.deepEqual(await letters(), ['officer: will you meet'])
    await answer(town.officer, 'no', later(MONDAY, 3))
    assert.equal(await stateOf(id), 'asked')
    await runDue(storage(), later(MONDAY, 17))
    assert.deepEqual(
      (await letters()).filter((each) => each.includes('not now')),
      ['nurse: introduction not now', 'broker: introduction not now'],
    )
    assert.equal(await stateOf(id), 'over')
  })

  it('of which the first does not want to know leaves the other in peace', async () => {
    const { db } = storage()
    const broker = { ...(await aPerson(db, 'broker@harrowmere.example')), broker: true }
    await proposeIntroduction(db, KNOWLEDGE, broker, { person: town.nurse.person, other: town.officer.person, line: '' }, MONDAY)
    await answer(town.nurse, 'no')
    await letters()
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(await letters(), ['broker: introduction not now'])
    assert.deepEqual(await listIntroductionsOf(db, town.officer.person, 9, MONDAY.zone), [])
  })

  it('is followed by one question to each, and once more after "not yet"; who met is counted', async () => {
    const { db } = storage()
    await met(town.nurse, town.officer)
    await answer(town.officer, 'yes')
    await letters()
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(await letters(), ['nurse: did you meet', 'officer: did you meet'])
    await answer(town.nurse, 'met useful', later(MONDAY, 15))
    await answer(town.officer, 'not yet', later(MONDAY, 15))
    await runDue(storage(), later(MONDAY, 31))
    assert.deepEqual(await letters(), ['officer: did you meet'])
    await answer(town.officer, 'not yet', later(MONDAY, 31))
    await runDue(storage(), later(MONDAY, 60))
    assert.deepEqual(await letters(), [])
    assert.equal(await countMet(db), 1)
  })
})
