/** A manager's yes, asked without an account: who is asked, what each answer and silence lead to, and who else learns of it; on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPerson, aPublishedBrief, aTown, letterBox, plansFor, runDue, statesOf, type Town } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { together } from '../../storage/db.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import { doorOf, findBehindDoor, stopAsking } from '../asks/guest-actions.ts'
import { markBounced } from '../letters/bounce-actions.ts'
import type { Project } from '../projects/project.ts'
import { acceptPledge, makePledge, withdrawPledge } from './actions.ts'
import { renewPledge } from './keeping-actions.ts'
import type { Offer } from './pledge.ts'
import { findPledge } from './store.ts'

const BOSS = 'boss@tarnbeck.example'
const EIGHT = { hoursAWeek: 8, from: '2026-12-01', until: '2027-03-31', line: '', manager: ` ${BOSS.toUpperCase()} ` }

onEachDatabase('a pledge above the share of a week', (storage) => {
  let town: Town
  let project: Project
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    project = await aPublishedBrief(storage().db, town.owner)
    letters = letterBox(storage().db)
  })
  const pledge = (terms: Partial<Offer> = {}, by = town.nurse, at = MONDAY) =>
    makePledge(storage().db, project.roles[0]?.id ?? '', by, { ...EIGHT, ...terms }, at)
  async function aHeldPledge(terms: Partial<Offer> = {}): Promise<string> {
    const made = await pledge(terms)
    return made.yes ? made.value : assert.fail(made.why)
  }
  async function theAsk() {
    const { db } = storage()
    const { id } = await db
      .selectFrom('asks')
      .select('id')
      .where('kind', '=', 'manager agrees')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    return (await findBehindDoor(db, await doorOf(db, id))) ?? assert.fail('the door is shut')
  }
  const say = async (answer: string, address = BOSS, at = MONDAY) => {
    const { id } = await theAsk()
    return answerAsk(storage().db, ASKS, { id, address, given: { answer, line: '' }, via: 'page' }, at)
  }
  /** Why there is no yes, and up to how many hours none is needed. */
  const whyNot = async (): Promise<unknown[]> => {
    const found = storage().db.selectFrom('letters').select('facts').where('kind', '=', 'manager refused')
    const { why, free } = JSON.parse((await found.executeTakeFirstOrThrow()).facts) as { why: string; free: number }
    return [why, free]
  }

  it('is noticed where two pledges come at the same moment', async () => {
    const other = await aPublishedBrief(storage().db, town.owner)
    const terms = { ...EIGHT, hoursAWeek: 5, manager: '' }
    const both = [project, other].map((each) => makePledge(storage().db, each.roles[0]?.id ?? '', town.nurse, terms, MONDAY))
    assert.deepEqual((await Promise.all(both)).map((answer) => answer.yes).sort(), [false, true])
  })

  it('asks the manager first, and the owner after the yes', async () => {
    const { db } = storage()
    const id = await aHeldPledge()
    assert.deepEqual(await letters(), ['boss: manager agrees'])
    assert.deepEqual(await acceptPledge(db, id, town.owner, MONDAY), no('not offered yet'))
    assert.deepEqual((await listOpenOf(db, town.nurse.person, 9)).length, 1, 'the pledger sees what they wait for')
    assert.equal((await say('yes', 'nurse@tarnbeck.example')).yes, false, 'nobody else answers')
    assert.equal((await say('yes')).yes, true)
    assert.deepEqual(await letters(), ['owner: pledge offered', 'nurse: manager agreed'])
    assert.equal((await say('no')).yes, false, 'the first answer counts')
    assert.equal((await acceptPledge(db, id, town.owner, MONDAY)).yes, true)
    assert.deepEqual(await statesOf(db, project.id), ['accepted'])
  })
  it('is reminded of on days 3 and 7, and is over on day 14, and the owner never hears', async () => {
    const { db } = storage()
    const id = await aHeldPledge()
    assert.deepEqual(await plansFor(db, id), ['remind of ask 2026-11-26', 'ask expires 2026-12-08'])
    await letters()
    for (const days of [3, 7]) {
      await runDue(storage(), later(MONDAY, days))
      assert.deepEqual(await letters(), ['boss: manager agrees again'])
    }
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual([await statesOf(db, project.id), await whyNot()], [['withdrawn'], ['unanswered', 7]])
    assert.deepEqual(
      (await letters()).filter((each) => !each.includes('half time')),
      ['nurse: manager refused'],
    )
  })
  it('costs one word to decline: the pledger is told what needs no yes, beside what they promised before', async () => {
    const other = await aPublishedBrief(storage().db, town.owner)
    await anOffer(storage().db, other, town.nurse)
    await aHeldPledge({ hoursAWeek: 6 })
    await letters()
    await say('no')
    assert.deepEqual([await statesOf(storage().db, project.id), await whyNot()], [['withdrawn'], ['declined', 5]])
    assert.deepEqual(await letters(), ['nurse: manager refused'])
    assert.equal((await pledge({ hoursAWeek: 5, manager: '' })).yes, true)
  })
  it('needs the address of somebody else in the same organisation', async () => {
    await aPerson(storage().db, 'helper@tarnbeck.example')
    for (const [manager, why] of [
      ['', 'manager needed'],
      ['boss', 'not an address'],
      ['nurse@tarnbeck.example', 'own address'],
      ['boss@vennick.example', 'another organisation'],
      ['boss@kindness.example', 'another organisation'],
    ] as const)
      assert.deepEqual(await pledge({ manager }), no(why))
    assert.deepEqual([await letters(), await statesOf(storage().db, project.id)], [[], []])
    assert.equal((await pledge({ manager: 'helper@tarnbeck.example' })).yes, true)
  })
  it('asks nobody up to a fifth, about what a supplier promises, or what a speaker promises for the organisation', async () => {
    const { db } = storage()
    const nurse = { ...EIGHT, manager: '' }
    const roles = [aTypedRole({ places: '3' })]
    const open = await aPublishedBrief(db, town.owner, { roles, suppliers: 'yes' })
    const role = open.roles[0]?.id ?? ''
    assert.equal((await makePledge(db, role, town.officer, { ...nurse, hoursAWeek: 7 }, MONDAY)).yes, true)
    assert.equal((await makePledge(db, role, { ...town.colleague, sector: 'supplier' }, nurse, MONDAY)).yes, true)
    assert.equal((await makePledge(db, role, town.nurse, { ...nurse, isForOrganisation: true }, MONDAY)).yes, true)
    assert.ok((await letters()).every((each) => each === 'owner: pledge offered'))
  })
  it('is over when the pledger takes it back, and only a manager who has answered is told', async () => {
    const { db } = storage()
    await withdrawPledge(db, await aHeldPledge(), town.nurse, MONDAY)
    assert.deepEqual(await letters(), ['boss: manager agrees'])
    assert.deepEqual([(await theAsk()).state, await say('yes')], ['over', no('over')])
    const again = await aHeldPledge()
    await say('yes')
    await letters()
    await withdrawPledge(db, again, town.nurse, MONDAY)
    assert.deepEqual(await letters(), ['owner: pledge withdrawn', 'boss: agreed pledge changed'])
  })
  it('asks a manager no more who has said so once, and the pledger needs another way', async () => {
    const { db } = storage()
    await aHeldPledge()
    await letters()
    await stopAsking(db, ASKS, await theAsk(), MONDAY)
    assert.deepEqual([await letters(), await whyNot()], [['nurse: manager refused'], ['asked no more', 7]])
    assert.deepEqual(await pledge(), no('asked no more'))
    const kept = await db.selectFrom('left_alone').select('mark').executeTakeFirstOrThrow()
    assert.doesNotMatch(kept.mark, /boss/)
  })
  it('is told when the address does not work', async () => {
    await aHeldPledge()
    await runDue(storage(), MONDAY)
    const { id } = await storage().db.selectFrom('letters').select('id').where('recipient', '=', BOSS).executeTakeFirstOrThrow()
    await together(storage().db, (tx) => markBounced(tx, { letter: id, status: '5.1.1', isForGood: true }, MONDAY.now))
    await runDue(storage(), MONDAY)
    assert.deepEqual(await whyNot(), ['never reached', 7])
  })
  it('waits in line without a word to the manager, who is asked when its turn comes', async () => {
    const { db } = storage()
    const first = await anOffer(db, project, town.officer)
    await acceptPledge(db, first, town.owner, MONDAY)
    const id = await aHeldPledge({ takesLine: true })
    assert.ok(!(await letters()).includes('boss: manager agrees'))
    await withdrawPledge(db, first, town.officer, MONDAY)
    assert.ok((await letters()).includes('boss: manager agrees'))
    assert.equal((await findPledge(db, id, MONDAY.zone))?.managerBy, '2026-12-07')
    await acceptPledge(db, await anOffer(db, project, town.officer), town.owner, MONDAY)
    assert.deepEqual(await statesOf(db, project.id), ['withdrawn', 'offered', 'accepted'], 'it waits for the manager still')
    await say('yes')
    assert.deepEqual(await statesOf(db, project.id), ['withdrawn', 'waiting', 'accepted'])
  })
  it('carries a yes to a later last day with the same hours, and tells the manager; without one it is refused', async () => {
    const { db } = storage()
    const id = await aHeldPledge()
    await say('yes')
    await acceptPledge(db, id, town.owner, MONDAY)
    await letters()
    assert.equal((await together(db, (tx) => renewPledge(tx, id, '2027-06-30', MONDAY))).yes, true)
    assert.deepEqual(await letters(), ['boss: agreed pledge changed'])
    await db.updateTable('managers').set({ agreed_at: null }).execute()
    assert.deepEqual(await together(db, (tx) => renewPledge(tx, id, '2027-07-31', MONDAY)), no('above the share'))
  })
  it('keeps the address out of the journal', async () => {
    await aHeldPledge()
    await say('yes')
    const entries = JSON.stringify(await storage().db.selectFrom('journal').selectAll().execute())
    assert.match(entries, /"manager agreed"/)
    assert.doesNotMatch(entries, /boss|tarnbeck/)
  })
})
