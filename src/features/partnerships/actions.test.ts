/** Partnerships on both databases: proposed, answered, renewed by two yeses, ended by the clock or by hand. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aTown, letterBox, plansFor, runDue, type Town } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { addDays, type Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { answerAsk, listOpenFor } from '../asks/actions.ts'
import { endPartnership, listPartnersOf, lookUpPartnership, nameHost, proposePartnership, withdrawPartnership } from './actions.ts'

const TERM = { what: 'Our graduates and your nurses', from: '2026-12-01', until: '2027-05-31' }

onEachDatabase('a partnership', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })
  const propose = (by: Viewer, other: Viewer, host = by.person, at = MONDAY) =>
    proposePartnership(storage().db, by, other.organisation ?? '', { ...TERM, host }, at)
  async function proposed(at = MONDAY): Promise<string> {
    const answer = await propose(town.owner, town.nurse, town.owner.person, at)
    return answer.yes ? answer.value : assert.fail(answer.why)
  }
  async function answer(who: Viewer, said: string, at: Moment = MONDAY, line = ''): Promise<void> {
    const { id } = (await listOpenFor(storage().db, [who.person])).at(-1) ?? assert.fail(`${who.name} was not asked`)
    const done = await answerAsk(storage().db, ASKS, { id, person: who.person, given: { answer: said, line }, via: 'letter' }, at)
    assert.ok(done.yes, JSON.stringify(done))
  }
  async function agreed(): Promise<string> {
    const id = await proposed()
    await answer(town.nurse, 'yes')
    return id
  }
  const partnersOf = async (who: Viewer, on = '2026-12-01') =>
    (await listPartnersOf(storage().db, who.organisation ?? '', on)).map(({ name }) => name)
  const look = async (id: string) => (await lookUpPartnership(storage().db, id, MONDAY.zone)) ?? assert.fail()

  it('is proposed by a speaker alone, and only one at a time', async () => {
    assert.deepEqual(await propose(town.colleague, town.nurse), no('not a speaker'))
    assert.deepEqual(await propose(town.owner, town.colleague), no('own organisation'))
    assert.deepEqual(await propose(town.owner, town.nurse, town.officer.person), no('host of another'))
    const both = await Promise.all([propose(town.owner, town.nurse), propose(town.nurse, town.owner)])
    assert.deepEqual(both.map((each) => (each.yes ? 'yes' : each.why)).sort(), ['under way', 'yes'])
  })

  it('lasts once the other has said yes, and both hosts learn when they are asked whether it goes on', async () => {
    const id = await proposed()
    assert.deepEqual(await letters(), ['nurse: partnership proposed'])
    assert.deepEqual(await partnersOf(town.owner), [])
    await answer(town.nurse, 'yes')
    assert.deepEqual(await letters(), ['owner: partnership agreed', 'nurse: partnership agreed'])
    assert.deepEqual([await partnersOf(town.owner), await partnersOf(town.nurse)], [['Tarnbeck NHS Trust'], ['Harrowmere City Council']])
    assert.deepEqual([await partnersOf(town.owner, '2026-11-30'), await partnersOf(town.owner, '2027-06-01')], [[], []])
    assert.deepEqual(await plansFor(storage().db, id), ['partnership ends soon 2027-05-03', 'partnership over 2027-06-01'])
  })

  it('does not come about by a no, by silence, or once it is taken back; whoever proposed it hears', async () => {
    await proposed()
    await answer(town.nurse, 'no')
    assert.deepEqual((await letters()).slice(1), ['owner: partnership not agreed'])
    const silent = await proposed()
    await runDue(storage(), later(MONDAY, 15))
    assert.equal((await look(silent)).state, 'not agreed')
    assert.deepEqual(
      (await letters()).filter((each) => each.startsWith('owner')),
      ['owner: partnership not agreed'],
    )
    const again = later(MONDAY, 16)
    const taken = await proposed(again)
    assert.deepEqual(await withdrawPartnership(storage().db, taken, town.nurse, again), no('may not'))
    assert.ok((await withdrawPartnership(storage().db, taken, town.owner, again)).yes)
    assert.deepEqual((await letters()).slice(1), ['nurse: partnership withdrawn'])
  })

  it('goes on for as long again when both say yes, and ends by itself when one does not', async () => {
    const { db } = storage()
    const id = await agreed()
    await letters()
    const asked = later(MONDAY, 161)
    await runDue(storage(), asked)
    assert.deepEqual(await letters(), ['owner: partnership ends', 'nurse: partnership ends'])
    await answer(town.owner, 'yes', asked)
    assert.equal((await look(id)).until, TERM.until)
    await answer(town.nurse, 'yes', asked)
    assert.equal((await look(id)).until, addDays(TERM.until, 181))
    assert.deepEqual(await letters(), ['owner: partnership renewed', 'nurse: partnership renewed'])
    const again = later(MONDAY, 343)
    await runDue(storage(), again)
    await answer(town.owner, 'yes', again)
    await answer(town.nurse, 'no', again)
    await runDue(storage(), later(MONDAY, 372))
    assert.deepEqual([(await look(id)).state, await partnersOf(town.owner, '2027-11-30')], ['ended', []])
    await answer(town.nurse, 'much', later(MONDAY, 372), 'Twelve nurses saw a planning office.')
    assert.equal((await look(id)).came, 'Twelve nurses saw a planning office.')
    assert.deepEqual(await listOpenFor(db, [town.owner.person]), [])
    assert.deepEqual(await plansFor(db, id), [])
  })

  it('is ended by either side with a line, and each names its own host', async () => {
    const { db } = storage()
    const id = await agreed()
    await letters()
    assert.deepEqual(await nameHost(db, id, town.owner, town.nurse.person, MONDAY), no('host of another'))
    assert.deepEqual(await nameHost(db, id, town.officer, town.officer.person, MONDAY), no('may not'))
    assert.ok((await nameHost(db, id, town.owner, town.colleague.person, MONDAY)).yes)
    assert.deepEqual(await endPartnership(db, id, town.officer, 'Nothing', MONDAY), no('may not'))
    const hasLeft = { ...town.colleague, organisation: town.officer.organisation ?? '' }
    assert.deepEqual(await endPartnership(db, id, hasLeft, 'Nothing', MONDAY), no('may not'), 'a host who works elsewhere now')
    assert.ok((await endPartnership(db, id, town.colleague, 'Two talks', MONDAY)).yes)
    assert.deepEqual(await letters(), ['colleague: partnership host', 'nurse: partnership ended'])
    assert.deepEqual([await plansFor(db, id), (await look(id)).came], [[], 'Two talks'])
  })
})
