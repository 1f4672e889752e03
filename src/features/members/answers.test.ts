/** Answering somebody who says that they belong, on both databases: colleagues vouch, brokers admit or decline, the clock forgets nobody. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPerson, aTown, letterBox, plansFor, runDue, type Town } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { together } from '../../storage/db.ts'
import { answerAsk, findAsk, listOpenOf } from '../asks/actions.ts'
import { findPerson, personWithAddress } from '../people/actions.ts'
import { viewerOf } from '../people/person.ts'
import { askToBelong } from './actions.ts'
import { admit, decline, passOn, vouch } from './answer-actions.ts'
import type { Said } from './claim.ts'
import { countPasses, findClaim, listHeld } from './store.ts'

const said = (answer: { yes: boolean; why?: string }): string => (answer.yes ? 'yes' : (answer.why ?? ''))

onEachDatabase('somebody who says that they belong', (storage) => {
  let town: Town
  let broker: Viewer
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    const { db } = storage()
    town = await aTown(db)
    broker = viewerOf(await together(db, (tx) => personWithAddress(tx, 'broker@vennick.example', MONDAY.now, { broker: true })))
    letters = letterBox(db)
  })
  const asked = async (what: Said, by = town.stranger): Promise<string> => {
    const answer = await together(storage().db, (tx) => askToBelong(tx, by.person, what, MONDAY))
    if (!answer.yes) throw new Error(answer.why)
    return answer.value.id
  }
  const employer = async (who: Viewer) => (await findPerson(storage().db, who.person))?.organisation?.name
  const journal = async (did: string) =>
    (await storage().db.selectFrom('journal').select(['who', 'about']).where('did', '=', did).execute()).map(({ who, about }) => [
      who,
      about,
    ])

  it('is in with the yes of one colleague, and hears of it; the journal keeps who vouched for whom', async () => {
    const { db } = storage()
    const id = await asked({ organisationName: 'Tarnbeck NHS Trust' })
    await letters()
    assert.equal(said(await vouch(db, id, town.nurse, MONDAY)), 'yes')
    assert.equal(await employer(town.stranger), 'Tarnbeck NHS Trust')
    assert.deepEqual(await letters(), ['stranger: claim granted'])
    assert.deepEqual(await journal('vouched for'), [[town.nurse.person, town.stranger.person]])
    assert.deepEqual(await plansFor(db, id), [])
    assert.equal(said(await vouch(db, id, town.nurse, MONDAY)), 'yes', 'a second click finds the first')
    assert.deepEqual(await letters(), [])
  })
  it('is asked of every colleague, and the first yes ends it for the others', async () => {
    const { db } = storage()
    const id = await asked({ organisationName: 'Harrowmere City Council' })
    await runDue(storage(), MONDAY)
    const waiting = async (who: Viewer) => (await listOpenOf(db, who.person, 9)).filter(({ about }) => about === id)
    const [ownersAsk] = await waiting(town.owner)
    const [colleaguesAsk] = await waiting(town.colleague)
    assert.deepEqual([ownersAsk?.kind, colleaguesAsk?.kind, await waiting(town.nurse)], ['works with us', 'works with us', []])
    const answer = (who: Viewer, word: string, ask = '') =>
      answerAsk(db, ASKS, { id: ask, person: who.person, given: { answer: word, line: '' }, via: 'letter' }, MONDAY)
    assert.equal((await answer(town.colleague, 'no', colleaguesAsk?.id)).yes, true)
    assert.deepEqual([await countPasses(db, id), (await waiting(town.owner)).length], [1, 1])
    assert.equal((await answer(town.owner, 'yes', ownersAsk?.id)).yes, true)
    assert.equal(await employer(town.stranger), 'Harrowmere City Council')
    assert.deepEqual([await waiting(town.owner), (await findAsk(db, colleaguesAsk?.id ?? ''))?.given?.answer], [[], 'no'])
  })
  it('is let in by one broker in a word, and waits for the others no more', async () => {
    const { db } = storage()
    const other = viewerOf(await together(db, (tx) => personWithAddress(tx, 'other@vennick.example', MONDAY.now, { broker: true })))
    const id = await asked({ organisationName: 'Tarnbeck NHS Trust' })
    await runDue(storage(), later(MONDAY, 7))
    const [ask] = await listOpenOf(db, broker.person, 9)
    assert.deepEqual([ask?.kind, (await listOpenOf(db, other.person, 9)).length], ['claim waits', 1])
    const given = { answer: 'yes', line: '' }
    const done = await answerAsk(db, ASKS, { id: ask?.id ?? '', person: broker.person, given, via: 'letter' }, later(MONDAY, 8))
    assert.deepEqual([done.yes, (await findClaim(db, id, MONDAY.zone))?.state], [true, 'admitted'])
    assert.deepEqual([await listOpenOf(db, other.person, 9), await listOpenOf(db, town.nurse.person, 9)], [[], []])
  })
  it('has one winner of two colleagues at once', async () => {
    const { db } = storage()
    const id = await asked({ organisationName: 'Harrowmere City Council' })
    await letters()
    const answers = await Promise.all([town.owner, town.colleague].map((each) => vouch(db, id, each, MONDAY)))
    assert.deepEqual(answers.map(said).sort(), ['answered before', 'yes'])
    assert.deepEqual(await letters(), ['stranger: claim granted'])
  })
  it('is let in by nobody else, and not by themselves', async () => {
    const { db } = storage()
    const id = await asked({ organisationName: 'Tarnbeck NHS Trust' })
    assert.deepEqual(await vouch(db, id, town.owner, MONDAY), no('not a colleague'))
    assert.deepEqual(await vouch(db, id, town.stranger, MONDAY), no('own claim'))
    assert.deepEqual(await admit(db, id, town.nurse, { is: 'named', name: 'Tarnbeck NHS Trust' }, MONDAY), no('not a broker'))
    assert.deepEqual(await decline(db, id, town.nurse, 'No.', MONDAY), no('not a broker'))
    assert.equal(await employer(town.stranger), undefined)
  })
  it('stays open when a colleague does not know them', async () => {
    const { db } = storage()
    const id = await asked({ organisationName: 'Harrowmere City Council' })
    assert.equal(said(await passOn(db, id, town.colleague, MONDAY)), 'yes')
    assert.equal(said(await passOn(db, id, town.colleague, MONDAY)), 'yes')
    assert.deepEqual([(await findClaim(db, id, MONDAY.zone))?.state, await countPasses(db, id)], ['open', 1])
    assert.equal(said(await vouch(db, id, town.owner, MONDAY)), 'yes')
  })
  it('is not forgotten: brokers hear after a week, and every week after', async () => {
    const { db } = storage()
    const id = await asked({ organisationName: 'Tarnbeck NHS Trust' })
    await letters()
    assert.deepEqual(await runDue(storage(), later(MONDAY, 6)), ['ask colleagues'])
    assert.deepEqual(await letters(), [])
    assert.deepEqual(await runDue(storage(), later(MONDAY, 7)), ['claim unanswered'])
    assert.deepEqual(await letters(), ['broker: claim waits'])
    assert.deepEqual(await plansFor(db, id), ['claim unanswered 2026-12-07'])
    await runDue(storage(), later(MONDAY, 14))
    assert.deepEqual(await letters(), ['broker: claim waits again'])
    await decline(db, id, broker, 'We could not reach you.', later(MONDAY, 15))
    assert.deepEqual(await letters(), ['stranger: claim declined'])
    assert.deepEqual(await runDue(storage(), later(MONDAY, 40)), [])
  })
  it('of an organisation where nobody is yet is put before the brokers at once', async () => {
    await asked({ organisationName: 'Kindness Together', sector: 'charity' })
    assert.deepEqual(await runDue(storage(), MONDAY), ['claim unanswered'])
    assert.deepEqual(await letters(), ['stranger: claim asked', 'broker: unknown claim waits'])
  })
  it('is let in by a broker: to one that was meant, or to a new one', async () => {
    const { db } = storage()
    const id = await asked({ organisationName: 'Tarnbek Trust', sector: 'health' })
    assert.deepEqual(await admit(db, id, broker, { is: 'named', name: 'Tarnbek Trust' }, MONDAY), no('no such organisation'))
    assert.deepEqual(await admit(db, id, broker, { is: 'new', name: 'Kindness Together', sector: undefined }, MONDAY), no('no sector'))
    assert.deepEqual(await admit(db, id, broker, { is: 'known', organisation: 'nothing' }, MONDAY), no('no such organisation'))
    assert.deepEqual(await admit(db, id, broker, { is: 'new', name: ' ', sector: 'health' }, MONDAY), no('empty'))
    assert.equal(said(await admit(db, id, broker, { is: 'named', name: 'tarnbeck nhs trust' }, MONDAY)), 'yes')
    assert.equal(await employer(town.stranger), 'Tarnbeck NHS Trust')
    const other = await aPerson(db, 'helper@kindness.example')
    const second = await asked({ organisationName: 'Kindness Together', sector: 'charity' }, other)
    assert.equal(said(await admit(db, second, broker, { is: 'new', name: 'Kindness Together', sector: 'charity' }, MONDAY)), 'yes')
    assert.equal(await employer(other), 'Kindness Together')
    assert.deepEqual(await journal('admitted'), [
      [broker.person, town.stranger.person],
      [broker.person, other.person],
    ])
  })
  it('is let in once when a colleague and a broker answer at once', async () => {
    const { db } = storage()
    const id = await asked({ organisationName: 'Tarnbeck NHS Trust' })
    await letters()
    const answers = await Promise.all([
      vouch(db, id, town.nurse, MONDAY),
      admit(db, id, broker, { is: 'named', name: 'Tarnbeck NHS Trust' }, MONDAY),
      decline(db, id, broker, 'No.', MONDAY),
    ])
    assert.deepEqual(answers.map(said).sort(), ['answered before', 'answered before', 'yes'])
    assert.equal((await letters()).length, 1)
  })
  it('is on the list of everybody held until they are in, the earliest first', async () => {
    const { db } = storage()
    const second = await aPerson(db, 'second@kindness.example', later(MONDAY, 1))
    const id = await asked({ organisationName: 'Tarnbeck NHS Trust' })
    const held = async (after?: string) =>
      (await listHeld(db, { after, most: 10 }, MONDAY.zone)).map(({ name, claim }) => [name, claim?.organisation])
    assert.deepEqual(await held(), [
      ['stranger', 'Tarnbeck NHS Trust'],
      ['second', undefined],
    ])
    assert.deepEqual(await held(town.stranger.person), [['second', undefined]])
    await vouch(db, id, town.nurse, MONDAY)
    assert.deepEqual(await held(), [['second', undefined]])
    assert.ok(second.person)
  })
})
