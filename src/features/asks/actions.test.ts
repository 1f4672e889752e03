/** Asks wait, are answered by a button, a letter or a code, and end: on both databases, with a pledge as what is asked. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, plansFor, runDue, statesOf, type Town } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { type Moment, momentAt } from '../../basics/day.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { together } from '../../storage/db.ts'
import { acceptPledge, withdrawPledge } from '../pledges/actions.ts'
import { answerAsk, dropAsks, findAsk, listOpenOf, listWithCode, undoAnswer } from './actions.ts'
import type { Ask } from './ask.ts'

const minutesLater = (at: Moment, minutes: number): Moment => momentAt(at.zone, new Date(at.now.getTime() + minutes * 60_000))

onEachDatabase('an ask', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })

  /** Somebody offers a pledge, and so the owner is asked. */
  async function asked(): Promise<{ ask: Ask; project: string; pledge: string }> {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner, { roles: [aTypedRole(), aTypedRole({ skill: 'Law' })] })
    const pledge = await anOffer(db, project, town.nurse)
    const ask = (await listOpenOf(db, town.owner.person, 9)).find(({ about }) => about === pledge) ?? assert.fail('nothing was asked')
    return { ask, project: project.id, pledge }
  }
  const answer = (ask: Ask, said: string, { person } = town.owner, line = '') =>
    answerAsk(storage().db, ASKS, { id: ask.id, person, given: { answer: said, line }, via: 'letter' }, MONDAY)

  it('acts when it is answered, and says who answered what, when and how', async () => {
    const { ask, project } = await asked()
    assert.deepEqual(await letters(), ['owner: pledge offered'])
    const done = await answer(ask, 'no', town.owner, 'Not this year.')
    assert.deepEqual(done.yes && done.value.given, { answer: 'no', line: 'Not this year.' })
    assert.deepEqual([await statesOf(storage().db, project), await letters()], [['declined'], ['nurse: pledge declined']])
    const { via } = await storage().db.selectFrom('asks').select('via').where('id', '=', ask.id).executeTakeFirstOrThrow()
    assert.deepEqual([via, await plansFor(storage().db, ask.about)], ['letter', []])
    const told = await storage().db.selectFrom('journal').select('did').where('about', '=', ask.id).orderBy('id').execute()
    assert.deepEqual(
      told.map(({ did }) => did),
      ['ask put', 'ask answered'],
    )
  })
  it('counts the first answer, of whoever was asked', async () => {
    const { ask, project } = await asked()
    assert.deepEqual(await answer(ask, 'yes', town.nurse), no('not asked'))
    assert.deepEqual(await answer(ask, 'perhaps'), no('no such choice'))
    assert.equal((await answer(ask, 'yes')).yes, true)
    assert.deepEqual(await answer(ask, 'no'), no('answered before'))
    assert.deepEqual(await statesOf(storage().db, project), ['accepted'])
  })
  it('of two answers at once only one acts', async () => {
    const { ask, project } = await asked()
    const both = await Promise.all([answer(ask, 'yes'), answer(ask, 'no')])
    assert.deepEqual(both.map(({ yes }) => yes).sort(), [false, true])
    const kept = (await findAsk(storage().db, ask.id))?.given?.answer
    assert.deepEqual(await statesOf(storage().db, project), [kept === 'yes' ? 'accepted' : 'declined'])
  })
  it('is settled by the button on the page of the thing itself', async () => {
    const { ask, pledge } = await asked()
    await acceptPledge(storage().db, pledge, town.owner, MONDAY)
    const after = await findAsk(storage().db, ask.id)
    assert.deepEqual([after?.state, after?.given?.answer], ['answered', 'yes'])
  })
  it('says why it cannot act now, and stays open', async () => {
    const { ask, project } = await asked()
    const other = await anOffer(storage().db, { roles: (await aPublishedBrief(storage().db, town.owner)).roles } as never, town.officer)
    assert.ok(other)
    await storage().db.updateTable('projects').set({ state: 'ended' }).where('id', '=', project).execute()
    const refused = await answer(ask, 'yes')
    assert.ok(!refused.yes && refused.why === 'not now' && /\w\.$/.test(refused.says))
    assert.equal((await findAsk(storage().db, ask.id))?.state, 'open')
  })
  it('is over when nobody waits any more', async () => {
    const { ask, pledge } = await asked()
    await withdrawPledge(storage().db, pledge, town.nurse, MONDAY)
    assert.equal((await findAsk(storage().db, ask.id))?.state, 'over')
    assert.deepEqual(await answer(ask, 'yes'), no('over'))
    await together(storage().db, (tx) => dropAsks(tx, pledge, MONDAY))
  })
  it('is reminded of twice and expires, after which the asker is told and nothing can be answered', async () => {
    const { ask } = await asked()
    await letters()
    for (const days of [3, 7, 14, 15]) await runDue(storage(), later(MONDAY, days))
    const told = (await letters()).filter((letter) => letter !== 'owner: half time')
    assert.deepEqual(told, ['owner: pledge offered again', 'owner: pledge offered again', 'nurse: pledge unanswered'])
    assert.deepEqual(await answer(ask, 'yes'), no('too late'))
  })
  it('is taken back while its letters wait, and can then be answered otherwise', async () => {
    const { db } = storage()
    for (const [first, then, state] of [
      ['yes', 'no', 'declined'],
      ['no', 'yes', 'accepted'],
    ] as const) {
      const { ask, project } = await asked()
      await answer(ask, first)
      await runDue(storage(), MONDAY)
      const undone = await undoAnswer(db, ASKS, { id: ask.id, person: town.owner.person }, MONDAY)
      assert.equal(undone.yes, true)
      assert.deepEqual([await statesOf(db, project), (await findAsk(db, ask.id))?.state], [['offered'], 'open'])
      assert.ok((await plansFor(db, ask.about)).includes('ask expires 2026-12-08'))
      assert.equal((await answer(ask, then)).yes, true)
      assert.deepEqual(await statesOf(db, project), [state])
      await runDue(storage(), minutesLater(MONDAY, 11))
      const sent = await db.selectFrom('letters').select('kind').where('ask', '=', ask.id).where('sent_at', 'is not', null).execute()
      assert.deepEqual(
        sent.map(({ kind }) => kind).filter((kind) => kind !== 'pledge offered'),
        [`pledge ${state}`],
        'only the last answer is told',
      )
    }
  })
  it('is taken back by nobody else, and not once the letters have left', async () => {
    const { ask } = await asked()
    await answer(ask, 'no')
    const undo = (person: string, at = MONDAY) => undoAnswer(storage().db, ASKS, { id: ask.id, person }, at)
    assert.deepEqual(await undo(town.nurse.person), no('not asked'))
    assert.deepEqual(await undo(town.owner.person, minutesLater(MONDAY, 10)), no('left the house'))
  })
  it('is found by its code, by whoever was asked', async () => {
    const { ask } = await asked()
    const found = async (person: string) => (await listWithCode(storage().db, { person }, ask.code)).map(({ id }) => id)
    assert.deepEqual([await found(town.owner.person), await found(town.nurse.person)], [[ask.id], []])
  })
  it('waits on the page of both: for whom it waits, and who waits', async () => {
    const { ask } = await asked()
    for (const { person } of [town.owner, town.nurse])
      assert.deepEqual(
        (await listOpenOf(storage().db, person, 9)).map(({ id }) => id),
        [ask.id],
      )
    assert.deepEqual(await listOpenOf(storage().db, town.officer.person, 9), [])
  })
})
